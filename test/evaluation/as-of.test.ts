import { describe, expect, it } from 'vitest';
import { personAsOf, registryAsOf } from '../../src/evaluation/as-of.ts';
import type { Act, PersonState } from '../../src/evaluation/person.ts';
import { applyRegistryFact } from '../../src/evaluation/publish.ts';
import { emptyRegistry, type Registry } from '../../src/evaluation/registry.ts';
import { standingOf } from '../../src/evaluation/standing.ts';
import { personWith } from '../given/evaluation/person.ts';
import { aRegistry, chooser, published } from '../given/evaluation/registry.ts';

const texts = { en: 'Offers' };
const later: readonly [kind: string, body: Readonly<Record<string, unknown>>][] = [
  [
    'purpose.published',
    {
      key: 'offers',
      version: 2,
      name: texts,
      description: texts,
      kind: 'marketing',
      legalBasis: { EU: 'contract' },
      dataCategories: ['purchases'],
    },
  ],
  ['notice.published', { key: 'offers-notice', version: 2, title: texts, body: texts, purposes: ['offers'] }],
  [
    'ai-system.published',
    { key: chooser, version: 2, name: texts, purposes: ['offers'], dataCategories: ['purchases'] },
  ],
  ['recipient.published', { key: 'printer', name: texts, kind: 'processor', country: 'DE', purposes: ['offers'] }],
  ['ai-system.suspended', { key: chooser, reason: texts }],
];
const early = aRegistry({ legalBasis: { EU: 'consent' } });
/** Entries 0 to 2 are the first versions; what comes later stands at 10 to 14. */
const whole = later.map(([kind, body], place) => published(kind, 10 + place, body)).reduce(applyRegistryFact, early);
const shown = ({ purposes, notices, aiSystems, recipients, turns }: Registry) =>
  [purposes, notices, aiSystems, recipients, turns].map((versions) =>
    [...versions].map(([key, all]) => [key, all.length]),
  );

describe('a registry as it stood when the ledger had a certain size', () => {
  it('has nothing that was published later, and every version from before', () => {
    expect(shown(registryAsOf(whole, { log: 0, size: 10 }))).toEqual(shown(early));
    expect(shown(registryAsOf(whole, { log: 0, size: 0 }))).toEqual(shown(emptyRegistry));
    expect(shown(registryAsOf(whole, { log: 0, size: 15 }))).toEqual(shown(whole));
    expect(shown(registryAsOf(whole, { log: 1, size: 0 }))).toEqual(shown(whole));
  });

  it('takes in one publication after another, each with the entry that holds it', () => {
    const sizes = [10, 11, 12, 13, 14, 15].map((size) =>
      shown(registryAsOf(whole, { log: 0, size }))
        .flat()
        .reduce((sum, [, count]) => sum + Number(count), 0),
    );
    expect(sizes).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('says its own version, and never a later one than that of the whole', () => {
    expect(registryAsOf(whole, { log: 0, size: 12 }).version).toBe(12);
    expect(registryAsOf(whole, { log: 0, size: 500 }).version).toBe(whole.version);
  });
});

describe('a person as they stood when the ledger had a certain size', () => {
  const act = (index: number, what: 'given' | 'withdrawn'): Act => ({
    what,
    id: `con_${index}`,
    n: index,
    log: 0,
    index,
    at: 1_000 + index,
    dated: true,
    purpose: 'offers',
    purposeVersion: 1,
    by: 'self',
    effect: 'consent',
    explicit: false,
  });
  const acts = [act(5, 'given'), act(8, 'withdrawn')];

  it.each([
    [5, []],
    [6, acts.slice(0, 1)],
    [8, acts.slice(0, 1)],
    [9, acts],
  ])('of size %i has the acts before it and what follows from them', (size, known) => {
    const then = personAsOf(personWith(acts), { log: 0, size });
    expect(then).toMatchObject({ found: 'known', acts: known, standing: standingOf(known) });
    expect(Object.keys(standingOf(acts).choices)).toEqual(['offers']);
  });

  it('is left as they are where no history was seen or nobody is known', () => {
    const { acts: _acts, ...seen } = personWith(acts);
    const unknown: PersonState = { found: 'unknown', suppressions: [] };
    expect(personAsOf(seen, { log: 0, size: 0 })).toBe(seen);
    expect(personAsOf(unknown, { log: 0, size: 0 })).toBe(unknown);
  });
});
