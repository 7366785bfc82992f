/**
 * Notices and purposes as those who answer for them see them: every version, who stands on which, what changed.
 * Flow:    http → here → ports/reads (registry, standings), language (words of texts, what changed) → pages/console.
 * Promise: people are counted and never named; a small number is withheld, and never alone.
 * Source:  decision 0116; decision 0127.
 */
import type { Published, Registry } from '../../evaluation/registry.ts';
import { type PublishedArea, textsIn } from '../../language/plain/texts-for-people.ts';
import { pickText, type TextMap } from '../../language/text.ts';
import { type DiffPiece, wordDiff } from '../../language/word-diff.ts';
import type { Reads } from '../../ports/reads.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { type Cell, leastPeople, withheldAmong } from '../oversight/small-cells.ts';

export type WrittenArea = Extract<PublishedArea, 'notice' | 'purpose'>;

/** So many people are looked at for one page; pseudonyms are drawn at random, so these are a fair part of all. */
const MOST_PEOPLE = 20_000;

export interface VersionLine {
  readonly version: number;
  readonly publishedAt: string;
  /** Whether it asks those again who had answered before it. */
  readonly asksAgain: boolean;
  readonly isHardToRead: boolean;
  /** People whose newest choice is a yes on this version. */
  readonly people: Cell;
}

export interface PublishedLine {
  readonly area: WrittenArea;
  readonly key: string;
  readonly name: string;
  /** The newest first. */
  readonly versions: readonly VersionLine[];
}

/** How many people said yes on a version, by its place; and over how many people, where that is not all. */
interface Yeses {
  readonly counts: ReadonlyMap<string, number>;
  readonly countedOf: number | null;
}

const placeOf = (area: WrittenArea, key: string, version: number): string => `${area} ${key} ${version}`;

async function askYeses(reads: Reads): Promise<Yeses> {
  const counts = new Map<string, number>();
  let seen = 0;
  for await (const { choices } of reads.everyStanding()) {
    if (seen === MOST_PEOPLE) return { counts, countedOf: MOST_PEOPLE };
    seen += 1;
    const places = Object.entries(choices).flatMap(([purpose, { newest }]) => {
      if (newest?.what !== 'given' || newest.void === true) return [];
      const { purposeVersion, notice } = newest;
      const onNotice = notice === undefined ? [] : [placeOf('notice', notice.key, notice.version)];
      return [placeOf('purpose', purpose, purposeVersion), ...onNotice];
    });
    for (const place of new Set(places)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return { counts, countedOf: null };
}

const versionsOf = ({ notices, purposes }: Registry, area: WrittenArea, key: string): readonly Published<object>[] =>
  (area === 'notice' ? notices.get(key) : purposes.get(key)) ?? [];

/** Its title or name. */
const headingOf = (area: WrittenArea, body: object): TextMap | undefined =>
  (body as Readonly<Record<string, TextMap | undefined>>)[area === 'notice' ? 'title' : 'name'];

interface About {
  readonly area: WrittenArea;
  readonly key: string;
  readonly language: string;
}

function lineOf(versions: readonly Published<object>[], { area, key, language }: About, yeses: Yeses): PublishedLine {
  const counts = versions.map(({ version }) => yeses.counts.get(placeOf(area, key, version)) ?? 0);
  const withheld = withheldAmong(counts, leastPeople);
  const lines = versions.map(
    (each, at): VersionLine => ({
      version: each.version,
      publishedAt: timeOf(each.at),
      asksAgain: each.material,
      isHardToRead: each.plainLanguage !== undefined,
      people: withheld[at] === true ? null : (counts[at] ?? 0),
    }),
  );
  const heading = headingOf(area, versions.at(-1)?.body ?? {});
  return { area, key, name: pickText(heading, language)?.text ?? key, versions: lines.toReversed() };
}

export async function askPublished(reads: Reads, language: string) {
  const registry = await reads.registry();
  const yeses = await askYeses(reads);
  const linesOf = (area: WrittenArea, all: ReadonlyMap<string, readonly Published<object>[]>) =>
    [...all]
      .map(([key, versions]) => lineOf(versions, { area, key, language }, yeses))
      .toSorted((one, other) => one.name.localeCompare(other.name, language));
  return {
    lines: [...linesOf('notice', registry.notices), ...linesOf('purpose', registry.purposes)],
    leastPeople,
    countedOf: yeses.countedOf,
  };
}
export type PublishedList = Awaited<ReturnType<typeof askPublished>>;

/** One member that differs: a text in one language, or another member as it is declared. */
export interface TextChange {
  /** Path of the member, without its language. */
  readonly member: string;
  readonly language: string | null;
  readonly pieces: readonly DiffPiece[];
}

const withoutLanguage = (pointer: string): string => pointer.slice(1, pointer.lastIndexOf('/'));

/** What the publisher of a version says about it, and what changes with every version. */
const aboutTheVersion: ReadonlySet<string> = new Set(['material', 'effectiveFrom', 'plainLanguageOverride']);

export function textChangesOf(area: WrittenArea, before: object, after: object): readonly TextChange[] {
  const [old, now] = [textsIn(area, before), textsIn(area, after)];
  const pointers = [...new Set([...old, ...now].map(({ pointer }) => pointer))];
  const textOf = (texts: typeof old, wanted: string) => texts.find(({ pointer }) => pointer === wanted)?.text ?? '';
  const texts = pointers.map((pointer) => ({
    member: withoutLanguage(pointer),
    language: pointer.slice(pointer.lastIndexOf('/') + 1),
    pieces: wordDiff(textOf(old, pointer), textOf(now, pointer)),
  }));
  const members = new Set(texts.map(({ member }) => member.split('/')[0]));
  const others = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !members.has(name) && !aboutTheVersion.has(name),
  );
  const declared = (body: object, name: string): string => {
    const value: unknown = Object.entries(body).find(([each]) => each === name)?.[1];
    return value === undefined ? '' : JSON.stringify(value, undefined, 1);
  };
  const rest = others.map((name) => ({
    member: name,
    language: null,
    pieces: wordDiff(declared(before, name), declared(after, name)),
  }));
  return [...texts, ...rest].filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'));
}

/** One notice or purpose with its versions, two of them compared; nothing where there is none. */
export async function askPublishedOne(
  reads: Reads,
  about: About,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
) {
  const { area, key } = about;
  const versions = versionsOf(await reads.registry(), area, key);
  const newest = versions.at(-1);
  if (newest === undefined) return undefined;
  const yeses = await askYeses(reads);
  const after = versions.find(({ version }) => version === to) ?? newest;
  const before = versions.find(({ version }) => version === (from ?? after.version - 1));
  return {
    ...lineOf(versions, about, yeses),
    body: newest.body,
    newest: newest.version,
    leastPeople,
    countedOf: yeses.countedOf,
    compared:
      before === undefined || before.version === after.version
        ? null
        : { from: before.version, to: after.version, differences: textChangesOf(area, before.body, after.body) },
  };
}
/** A notice that is written for the first time: no version, and nobody stands on it. */
export async function askFirstNotice(
  reads: Reads,
  { key, purpose }: { readonly key: string; readonly purpose: string },
): Promise<PublishedOne | undefined> {
  const { notices, purposes } = await reads.registry();
  if (notices.has(key) || !purposes.has(purpose)) return undefined;
  const none = { versions: [], newest: 0, leastPeople, countedOf: null, compared: null };
  return { area: 'notice', key, name: key, body: { purposes: [purpose] }, ...none };
}

/** What a notice can be written for, by name, and which names of notices are taken. */
export async function askToBegin(reads: Reads, language: string) {
  const { notices, purposes } = await reads.registry();
  const named = [...purposes].map(([key, versions]) => ({
    key,
    name: pickText(headingOf('purpose', versions.at(-1)?.body ?? {}), language)?.text ?? key,
  }));
  return { purposes: named.toSorted((one, other) => one.name.localeCompare(other.name, language)), taken: notices };
}

export type PublishedOne = NonNullable<Awaited<ReturnType<typeof askPublishedOne>>>;
