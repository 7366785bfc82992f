/**
 * Which registry facts a person's facts cite: the exact version of every purpose, notice and AI system they name.
 * Flow:    opened payloads, registry facts → here → the `registry` of an evidence bundle.
 * Promise: a version is cited by key and version together, or by the id of its fact; a bare key names no version.
 * Source:  docs/design.md 5 (evidence bundle).
 */
import type { Payload } from '../facts/fact.ts';

interface RegistryFact {
  readonly id: string;
  readonly kind: string;
  readonly payload: Payload;
}

/** The ids of the facts cited, in the order in which the registry facts are given. */
export function citedRegistry(payloads: readonly Payload[], registryFacts: readonly RegistryFact[]): readonly string[] {
  const cited = new Set<string>();
  for (const payload of payloads) for (const name of namesIn(payload)) cited.add(name);
  return registryFacts.filter((fact) => cited.has(fact.id) || cited.has(versionName(fact))).map(({ id }) => id);
}

const versionName = ({ kind, payload }: RegistryFact): string => version(kind, payload['key'], payload['version']);
const version = (kind: string, key: unknown, number: unknown): string => `${kind} ${String(key)} ${String(number)}`;

function namesIn(payload: Payload): readonly string[] {
  const { purpose, purposeVersion, aiSystem, aiSystemVersion, purposeFact, notice, evidence } = payload;
  const names: string[] = [];
  if (purpose !== undefined && purposeVersion !== undefined)
    names.push(version('purpose.published', purpose, purposeVersion));
  if (aiSystem !== undefined && aiSystemVersion !== undefined)
    names.push(version('ai-system.published', aiSystem, aiSystemVersion));
  if (isObject(notice))
    names.push(version('notice.published', notice['key'], notice['version']), ...idsIn(notice['fact']));
  // What decided a use may be a registry fact, such as the stop of an AI system.
  const decided = Array.isArray(evidence)
    ? evidence.flatMap((each: unknown) => (isObject(each) ? idsIn(each['id']) : []))
    : [];
  return [...names, ...idsIn(purposeFact), ...decided];
}

const idsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
