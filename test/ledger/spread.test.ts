import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { headMemory } from '../../src/ledger/bound/heads.ts';
import { linkMemory } from '../../src/ledger/bound/links.ts';
import { slotOf } from '../../src/ledger/bound/spread.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const alphabets: readonly (readonly [string, (at: number) => string])[] = [
  ['keyed hashes', (at) => hash('sha256', String(at), 'base64url')],
  [
    'pseudonyms',
    (at) =>
      Array.from(hash('sha256', String(at), 'buffer'), (byte) => CROCKFORD[byte & 31])
        .join('')
        .slice(0, 26),
  ],
];

/** As the memories of links and heads read ten letters. */
const numberOf = (text: string): number =>
  Array.from(text.slice(0, 10)).reduce((number, letter) => number * 32 + (letter.charCodeAt(0) & 31), 0) + 1;

it.each(alphabets)('finds %s spread over a table as evenly as chance would', (_, textOf) => {
  const [slots, count] = [2 ** 16, 2 ** 15];
  const taken = new Set(Array.from({ length: count }, (_each, at) => slotOf(slots, numberOf(textOf(at)))));
  const byChance = slots * (1 - Math.exp(-count / slots));
  expect(taken.size).toBeGreaterThan(byChance * 0.98);
  for (const place of taken) expect(place >= 0 && place < slots && Number.isInteger(place)).toBe(true);
});

it('remembers every link and every head through all growth, and only those', () => {
  const [links, heads] = [linkMemory(), headMemory()];
  const [hashOf, subjectOf] = [alphabets[0]![1], (at: number) => `sub_${alphabets[1]![1](at)}`];
  for (let at = 0; at < 20_000; at += 1) {
    links.set(hashOf(at), subjectOf(at), at);
    heads.set(subjectOf(at), at + 1);
  }
  for (let at = 0; at < 20_000; at += 7) links.forget(hashOf(at));
  for (let at = 0; at < 20_000; at += 1) {
    const isForgotten = at % 7 === 0;
    expect(links.placeOf(hashOf(at))).toBe(isForgotten ? undefined : at);
    expect(links.leadsTo(hashOf(at), subjectOf(at))).toBe(!isForgotten);
    expect(heads.isNewest(subjectOf(at), at + 1)).toBe(true);
    expect(heads.isNewest(subjectOf(at), at)).toBe(false);
  }
  expect(links.placeOf(hashOf(20_000))).toBeUndefined();
  expect(links.size).toBe(20_000 - Math.ceil(20_000 / 7));
});
