/**
 * Which texts in force were published although they are not plain enough, why, and in which role.
 * Flow:    evaluation/registry → here → register.ts.
 * Promise: everybody can read that a text is not plain and the reason given for it; who it was by name stays with
 *          officers.
 * Source:  decision 0005.
 */
import { inForceOrFirst, type Published, type Registry } from '../../evaluation/registry.ts';
import { timeOf } from '../../vocabulary/instant.ts';

export interface LetThrough {
  readonly what: 'ai-system' | 'purpose' | 'notice';
  readonly key: string;
  readonly version: number;
  readonly reason: string;
  readonly role: string;
  readonly publishedAt: string;
}

type Overridable = Published<{ readonly plainLanguageOverride?: { readonly reason: string } }>;

function letThroughIn(
  what: LetThrough['what'],
  all: ReadonlyMap<string, readonly Overridable[]>,
  now: number,
): readonly LetThrough[] {
  return [...all.values()].flatMap((versions): readonly LetThrough[] => {
    const version = inForceOrFirst(versions, now);
    const reason = version?.body.plainLanguageOverride?.reason;
    if (version?.plainLanguage === undefined || reason === undefined) return [];
    const { key, version: number, at, plainLanguage } = version;
    return [{ what, key, version: number, reason, role: plainLanguage.overriddenBy.role, publishedAt: timeOf(at) }];
  });
}

export const letThroughNow = (registry: Registry, now: number): readonly LetThrough[] => [
  ...letThroughIn('ai-system', registry.aiSystems, now),
  ...letThroughIn('purpose', registry.purposes, now),
  ...letThroughIn('notice', registry.notices, now),
];
