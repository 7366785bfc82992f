/**
 * What this process knows of bound rows: those it has seen to fit, and those that must be there.
 * Flow:    open-bound (start), batch (what it wrote), fit → here → see (the fast way), fit.
 * Promise: nothing gets in here but what fitted or was written by this process; people who are not here are looked at
 *          anew, so that forgetting costs time and nothing else.
 * Source:  decision 0049.
 */
import type { Standing } from '../../evaluation/person.ts';
import { type HeadMemory, headMemory } from './heads.ts';
import { type LinkMemory, linkMemory } from './links.ts';
import type { MarkColumns, WishColumns } from './texts.ts';
import { type UnfitReport, unfitReport } from './unfit.ts';

const MOST_PEOPLE = 16_384;

interface FittingPerson {
  readonly log: number;
  readonly n: number;
  readonly acts: string | null;
  readonly bound: string;
  /** As JSON, and as it is read. */
  readonly text: string;
  readonly standing: Standing;
}

export interface BoundMark extends MarkColumns {
  readonly bound: string | null;
}
export interface BoundWish extends WishColumns {
  readonly bound: string | null;
}
/** A row that this process has seen, and since when, on the steady clock. */
type Seen<Row> = Row & { readonly since: number };

export interface LinkWritten {
  readonly hash: string;
  readonly subject: string;
  readonly place: number;
}

/** What a batch wrote, for after its commit. */
export interface BoundWritten {
  readonly people: readonly (FittingPerson & { readonly subject: string })[];
  readonly links: readonly LinkWritten[];
  readonly marks: readonly BoundMark[];
  readonly wishes: readonly BoundWish[];
}

export interface BoundMemory {
  readonly links: LinkMemory;
  /** By the keyed hash of the identifier. */
  readonly marks: ReadonlyMap<string, Seen<BoundMark>>;
  readonly wishes: ReadonlyMap<string, ReadonlyMap<string, Seen<BoundWish>>>;
  /** How far each person's chain had come. */
  readonly heads: HeadMemory;
  /** Parts of the state that are not as they were left as a whole, so that nobody knows whose row is missing. */
  readonly inDoubt: Set<string>;
  /** The turn of the head of the state that this process wrote or read last. */
  turn: number;
  readonly report: UnfitReport;
  person(subject: string): FittingPerson | undefined;
  remember(subject: string, person: FittingPerson): void;
  rememberMark(row: BoundMark): void;
  rememberWish(row: BoundWish): void;
  adopt(written: BoundWritten): void;
}

export const wishKey = ({ code, purpose }: Pick<WishColumns, 'code' | 'purpose'>): string => `${code} ${purpose}`;

export function boundMemory(): BoundMemory {
  const people = new Map<string, FittingPerson>();
  const marks = new Map<string, Seen<BoundMark>>();
  const wishes = new Map<string, Map<string, Seen<BoundWish>>>();
  const seen = <Row extends object>(row: Row): Seen<Row> => ({ ...row, since: performance.now() });
  const memory: BoundMemory = {
    links: linkMemory(),
    marks,
    wishes,
    heads: headMemory(),
    inDoubt: new Set(),
    turn: 0,
    report: unfitReport(),
    person: (subject) => people.get(subject),
    remember(subject, person) {
      if (people.size >= MOST_PEOPLE && !people.has(subject))
        for (const [oldest] of people) {
          people.delete(oldest);
          break;
        }
      people.set(subject, person);
    },
    rememberMark: (row) => void marks.set(row.mark, seen(row)),
    rememberWish(row) {
      const known = wishes.get(row.mark) ?? new Map<string, Seen<BoundWish>>();
      known.set(wishKey(row), seen(row));
      wishes.set(row.mark, known);
    },
    adopt(written) {
      for (const { subject, ...person } of written.people) {
        memory.remember(subject, person);
        memory.heads.set(subject, person.n);
      }
      for (const { hash, subject, place } of written.links) memory.links.set(hash, subject, place);
      for (const row of written.marks) memory.rememberMark(row);
      for (const row of written.wishes) memory.rememberWish(row);
    },
  };
  return memory;
}
