/**
 * Asks for what is published: purposes, notices, AI systems and recipients.
 * Flow:    http → here → ports/reads (registry), evaluation (what is shown of a version).
 * Promise: what is read is the body exactly as it was published, with what still needs care.
 * Source:  docs/design.md 8.
 */

import { type AiSystem, type Published, type Registry, type SwitchTurn, stopNow } from '../../evaluation/registry.ts';
import { namedPurposeWarnings, purposeWarnings, shownVersion } from '../../evaluation/shown-version.ts';
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { cutPage } from '../page.ts';

/** What differs between the four areas: where their versions are, and what is shown of one. */
interface Versions<P extends Published<object>> {
  readonly all: (registry: Registry) => ReadonlyMap<string, readonly P[]>;
  readonly show: (found: P, registry: Registry, reads: Reads) => object;
}

export interface RegistryArea {
  /** One version, the newest where none is named; nothing where there is none. */
  ask(reads: Reads, key: string, version: number | undefined): Promise<object | undefined>;
  /** The newest version of each, the one published last first. */
  list(reads: Reads, query: PageQuery): Promise<Page<object>>;
}

const areaOf = <P extends Published<object>>({ all, show }: Versions<P>): RegistryArea => ({
  async ask(reads, key, version) {
    const registry = await reads.registry();
    const versions = all(registry).get(key);
    const found = version === undefined ? versions?.at(-1) : versions?.find((each) => each.version === version);
    return found && show(found, registry, reads);
  },
  async list(reads, query) {
    const registry = await reads.registry();
    const newest = [...all(registry).values()]
      .flatMap((versions) => versions.at(-1) ?? [])
      .sort((one, other) => placeOf(other) - placeOf(one));
    const page = cutPage(newest, placeOf, query);
    return { ...page, items: page.items.map((found) => show(found, registry, reads)) };
  },
});

const showStop = ({ occurredAt, reason, affectedSince, by }: SwitchTurn): object => ({
  since: timeOf(occurredAt),
  by,
  ...defined({ reason }),
  ...(affectedSince === undefined ? {} : { affectedSince: timeOf(affectedSince) }),
});

function showSystem(found: AiSystem, registry: Registry): object {
  const stop = stopNow(registry, found.key);
  return {
    ...shownVersion(found, namedPurposeWarnings(found.body.purposes, registry)),
    suspended: stop === undefined ? null : showStop(stop),
  };
}

export const publishedAreas = {
  purpose: areaOf({
    all: ({ purposes }) => purposes,
    show: (found, registry, { settings, now }) =>
      shownVersion(found, purposeWarnings(found, registry, { defaultRegime: settings.defaultRegime, on: now() })),
  }),
  notice: areaOf({
    all: ({ notices }) => notices,
    show: (found, registry) => shownVersion(found, namedPurposeWarnings(found.body.purposes, registry)),
  }),
  'ai-system': areaOf({ all: ({ aiSystems }) => aiSystems, show: showSystem }),
  recipient: areaOf({ all: ({ recipients }) => recipients, show: (found) => shownVersion(found, []) }),
} as const satisfies Record<string, RegistryArea>;
