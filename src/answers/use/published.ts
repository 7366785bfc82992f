/**
 * Reads everything published out of the registry, as it stands now or stood when something happened.
 * Flow:    evaluation/registry → here → material.ts.
 * Promise: each body is the one that was published, member by member; which version stands is all that is chosen here.
 * Source:  docs/design.md 8.1; docs/law.md 9; decision 0010.
 */
import {
  type AiSystem,
  inForceOrFirst,
  type Published,
  type Registry,
  stopNow,
  versionNamed,
} from '../../evaluation/registry.ts';
import type { PublishedNow } from './material.ts';

type Versions<P> = ReadonlyMap<string, readonly P[]>;

/** The version in force of every entry of one kind, in order of their keys. */
const newest = <P extends Published<unknown>>(versions: Versions<P>, now: number): readonly P[] =>
  [...versions.values()]
    .flatMap((all) => inForceOrFirst(all, now) ?? [])
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));

function withStop(registry: Registry, system: AiSystem): PublishedNow['systems'][number] {
  const stop = stopNow(registry, system.key);
  return stop === undefined ? system : { ...system, suspendedSince: stop.occurredAt };
}

export const publishedNow = (registry: Registry, now: number): PublishedNow => ({
  systems: newest(registry.aiSystems, now).map((system) => withStop(registry, system)),
  purposes: newest(registry.purposes, now),
  recipients: newest(registry.recipients, now),
  notices: newest(registry.notices, now),
});

/** The versions that a record names, where it names any. */
interface NamedVersions {
  readonly aiSystem: string;
  readonly aiSystemVersion?: number;
  readonly purpose: string;
  readonly purposeVersion?: number;
}

/** Everything as it stood at an earlier moment, with the very versions that a record names. */
export function publishedThen(registry: Registry, named: NamedVersions, on: number): PublishedNow {
  const then = publishedNow(registry, on);
  const system = versionNamed(registry.aiSystems.get(named.aiSystem), { version: named.aiSystemVersion, on });
  const purpose = versionNamed(registry.purposes.get(named.purpose), { version: named.purposeVersion, on });
  return {
    ...then,
    systems: then.systems.map((one) => (one.key === system?.key ? withStop(registry, system) : one)),
    purposes: then.purposes.map((one) => (one.key === purpose?.key ? purpose : one)),
  };
}
