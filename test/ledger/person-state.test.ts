import { expect, test } from 'vitest';
import { emptyStanding } from '../../src/evaluation/person.ts';
import { markOf, personState, type StoredPerson } from '../../src/ledger/person-state.ts';

const NOW = 1000;
const known: StoredPerson = { suppressions: [], subject: 'sub_a', standing: emptyStanding };
const mark = { at: 1, until: NOW + 1, keep: [] };

test.each<[string, Partial<StoredPerson>, string]>([
  ['nothing stands against them', {}, 'known'],
  ['a mark stands, even where the identifier leads to somebody', { mark }, 'erased'],
  ['a mark stands and the identifier leads to nobody', { mark, subject: undefined }, 'erased'],
  ['the mark was lifted', { mark: { ...mark, liftedAt: 2 } }, 'known'],
  ['the mark has run out at this very moment', { mark: { ...mark, until: NOW } }, 'known'],
  ['an erasure has begun', { erasingSince: 900 }, 'erased'],
  ['the identifier leads to nobody', { subject: undefined, standing: undefined }, 'unknown'],
  ['the person has no row', { standing: undefined }, 'unknown'],
])('where %s', (_when, stored, found) => {
  expect(personState({ ...known, ...stored }, NOW).found).toBe(found);
});

test('an erasure under way counts from its beginning and keeps nothing', () => {
  expect(personState({ ...known, erasingSince: 900 }, NOW)).toMatchObject({ mark: { at: 900, keep: [] } });
});

test('whoever came back is known with the moment of their last erasure', () => {
  expect(personState({ ...known, mark: { ...mark, liftedAt: 2 } }, NOW)).toMatchObject({ erasedAt: 1 });
});

test('a mark without an end stands for no time', () => {
  const stored = markOf({ at: 1, until: null, liftedAt: null, keep: null });
  expect(personState({ ...known, mark: stored }, NOW).found).toBe('known');
});
