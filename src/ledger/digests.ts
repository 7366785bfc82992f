/**
 * Which digest has left for whom: one sealed note for the whole house.
 * Flow:    jobs/send-digests → here → `meta`.
 * Promise: of one day and address one try at a time goes out, on any nodes, and after a kill none of that day goes out
 *          again; addresses stand in no row as they are.
 * Source:  decision 0134.
 */
import { eq, sql } from 'drizzle-orm';
import type { Keyring } from '../seal/seal.ts';
import { ask, put, rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { DIGESTS } from './notes.ts';

const digestNote = rowsQuery<{ name: string }>()('digestNote', ({ db, t }) =>
  db
    .select({ value: t.meta.value })
    .from(t.meta)
    .where(eq(t.meta.name, sql.placeholder('name'))),
);

interface Left {
  /** The day of the calendar that it was for. */
  readonly day: string;
  readonly tries: number;
  /** When it is tried again; absent: it has left, or is on its way. */
  readonly nextAt?: number;
}

type Note = Readonly<Record<string, Left>>;

interface DigestOf {
  readonly email: string;
  readonly day: string;
}

export interface DigestTaken extends DigestOf {
  /** Which try this is, from 1. */
  readonly tries: number;
}

export interface Digests {
  /** Whether its time has come, and nobody has taken it. */
  isDue(digest: DigestOf): Promise<boolean>;
  /** It leaves now, and from here alone; undefined where somebody else was quicker. */
  take(digest: DigestOf): Promise<DigestTaken | undefined>;
  /** It has not left: another try at that time. */
  postpone(taken: DigestTaken, nextAt: number): Promise<void>;
  /** A short name of an address for ids of mails, from which nobody reads the address. */
  nameOf(email: string): string;
}

interface DigestRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  log(): number;
  now(): number;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function digestsOf({ store, keyring, log, now, alone }: DigestRoom): Digests {
  const opened = (row: { readonly value: string } | undefined): Note =>
    row === undefined
      ? {}
      : JSON.parse(Buffer.from(keyring.openForHouse(DIGESTS, Buffer.from(row.value, 'base64'))).toString());
  const sealed = (note: Note): string =>
    Buffer.from(keyring.sealForHouse(DIGESTS, Buffer.from(JSON.stringify(note)))).toString('base64');
  const isFree = (left: Left | undefined, day: string): boolean =>
    left === undefined || left.day < day || (left.day === day && left.nextAt !== undefined && left.nextAt <= now());
  const change = <T>(decide: (note: Note) => { readonly note?: Note; readonly gives: T }): Promise<T> => {
    const steps = function* () {
      const { note, gives } = decide(opened((yield* ask(digestNote, { name: DIGESTS }))[0]));
      if (note !== undefined) yield* put('meta', [{ name: DIGESTS, value: sealed(note) }], true);
      return gives;
    };
    return alone(() => store.write(steps, { log: log(), registry: 'read' }));
  };
  return {
    isDue: async ({ email, day }) => isFree(opened((await store.one(digestNote, { name: DIGESTS }))[0])[email], day),
    take: ({ email, day }) =>
      change((note) => {
        if (!isFree(note[email], day)) return { gives: undefined };
        const tries = note[email]?.day === day ? note[email].tries + 1 : 1;
        return { note: { ...ofDay(note, day), [email]: { day, tries } }, gives: { email, day, tries } };
      }),
    postpone: ({ email, day, tries }, nextAt) =>
      change((note) => {
        const mine = note[email];
        const isMine = mine?.day === day && mine.tries === tries;
        return { ...(isMine ? { note: { ...note, [email]: { day, tries, nextAt } } } : {}), gives: undefined };
      }),
    nameOf: (email) => Buffer.from(keyring.keyedHash('digest', email)).toString('base64url').slice(0, 16),
  };
}

/** What was before is over: the note stays as small as the list of addresses. */
const ofDay = (note: Note, day: string): Note =>
  Object.fromEntries(Object.entries(note).filter(([, left]) => left.day >= day));
