/**
 * Whatever a table of this room exports, walked to its last word: what is added later is looked at as well.
 * Source: docs/law.md 0.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRegime, regimeCodes, regimesToTry } from '../../src/law/regimes.ts';
import { rowFor } from '../../src/law/request-kinds.ts';
import { root } from '../../src/root.ts';
import { requestKinds, verificationLevels } from '../../src/vocabulary/request.ts';

const paths = [...globSync('src/law/**/*.ts', { cwd: root })].sort();
const modules = new Map<string, Record<string, unknown>>();
for (const path of paths) modules.set(path, await import(join(root, path)));

interface Member {
  readonly place: string;
  readonly value: unknown;
}

const partsOf = (value: object): readonly (readonly [string, unknown])[] =>
  value instanceof Set || value instanceof Map
    ? [...value].map((each, at) => [String(at), each] as const)
    : Object.entries(value);

/** Every value with the place at which it stands, those inside others as well. */
function membersOf(place: string, value: unknown): readonly Member[] {
  if (typeof value !== 'object' || value === null) return [{ place, value }];
  const inner = partsOf(value).flatMap(([name, part]) => membersOf(`${place}.${name}`, part));
  return [{ place, value }, ...inner];
}

const members = [...modules].flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => membersOf(`${path} ${name}`, value)),
);
const places = (isWrong: (value: unknown) => boolean): readonly string[] =>
  members.filter(({ value }) => isWrong(value)).map(({ place }) => place);

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'source' in value && 'checked' in value;
const rows = members.filter((each): each is { place: string; value: Row } => isRow(each.value));
const rowsThat = (isWrong: (row: Row) => boolean): readonly string[] =>
  rows.filter(({ value }) => isWrong(value)).map(({ place }) => place);

const isDay = (day: unknown): boolean =>
  typeof day === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  new Date(`${day}T00:00:00.000Z`).toISOString().startsWith(day);
const isWhole = (text: string): boolean => text.trim() === text && text !== '' && !/ {2}|\(\)|undefined/.test(text);

describe('every row of law, whichever table it stands in', () => {
  it('says where it is written, and how sure we are of it', () => {
    expect(rows.length).toBeGreaterThan(300);
    expect(rowsThat(({ source }) => typeof source !== 'string' || source.length < 4)).toEqual([]);
    const words = ['law', 'notes', 'memory', 'our-choice'];
    expect(rowsThat(({ checked }) => !words.includes(String(checked)))).toEqual([]);
  });

  it('has a first day, and one that is over ended after it began', () => {
    const dated = rows.filter(({ value }) => 'effectiveFrom' in value || 'from' in value);
    expect(dated.length).toBeGreaterThan(250);
    const first = (row: Row): unknown => row['effectiveFrom'] ?? row['from'];
    expect(rowsThat((row) => ('effectiveFrom' in row || 'from' in row) && !isDay(first(row)))).toEqual([]);
    expect(
      rowsThat(
        (row) => row['until'] !== undefined && !(isDay(row['until']) && String(first(row)) < String(row['until'])),
      ),
    ).toEqual([]);
  });

  it('leaves no word, no list and no row empty', () => {
    expect(places((value) => typeof value === 'string' && !isWhole(value))).toEqual([]);
    const empty = places((value) => typeof value === 'object' && value !== null && partsOf(value).length === 0);
    // A member that no law asks for by name is shown all the same.
    expect(empty.filter((place) => !place.endsWith('.askedBy'))).toEqual([]);
  });

  it('names kinds of request, laws and people that exist, and is found under what it names', () => {
    const askers = ['subject', 'representative', 'parent', 'agent', 'affected-person', 'anyone', 'signal'];
    const wrong: unknown[] = [];
    for (const regime of regimeCodes)
      for (const kind of requestKinds)
        for (const day of ['2018-05-25', '2026-11-23', '2028-06-01']) {
          const { kinds, regimes, who, verification } = rowFor(kind, regime, day);
          const isOwn =
            kinds.includes(kind) && regimes.some((law) => regimesToTry(regime).includes(law) || law === 'EU');
          const isKnown =
            [...kinds].every((each) => requestKinds.includes(each)) &&
            regimes.every(isRegime) &&
            who.every((each) => askers.includes(each)) &&
            verification.every((each) => verificationLevels.includes(each));
          if (!isOwn || !isKnown || who.length === 0) wrong.push({ regime, kind, day });
        }
    expect(wrong).toEqual([]);
  });
});
