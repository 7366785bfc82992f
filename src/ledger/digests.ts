/**
 * Which digest has left for whom: one sealed note for the whole house.
 * Flow:    jobs/send-digests → here → `meta`.
 * Promise: of one day and address one try at a time goes out, on any nodes, and after a kill none of that day goes out
 *          again; addresses stand in no row as they are.
 * Source:  decision 0134.
 */
import { DIGESTS } from './notes.ts';
import { type NoteRoom, sealedNotes } from './sealed-notes.ts';

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

export function digestsOf(room: NoteRoom & { now(): number }): Digests {
  const notes = sealedNotes<Note>(room, {});
  const isFree = (left: Left | undefined, day: string): boolean =>
    left === undefined ||
    left.day < day ||
    (left.day === day && left.nextAt !== undefined && left.nextAt <= room.now());
  return {
    isDue: async ({ email, day }) => isFree((await notes.read(DIGESTS))[email], day),
    take: ({ email, day }) =>
      notes.change(DIGESTS, (note) => {
        if (!isFree(note[email], day)) return { gives: undefined };
        const tries = note[email]?.day === day ? note[email].tries + 1 : 1;
        return { content: { ...ofDay(note, day), [email]: { day, tries } }, gives: { email, day, tries } };
      }),
    postpone: ({ email, day, tries }, nextAt) =>
      notes.change(DIGESTS, (note) => {
        const mine = note[email];
        const isMine = mine?.day === day && mine.tries === tries;
        return { ...(isMine ? { content: { ...note, [email]: { day, tries, nextAt } } } : {}), gives: undefined };
      }),
    nameOf: (email) => Buffer.from(room.keyring.keyedHash('digest', email)).toString('base64url').slice(0, 16),
  };
}

/** What was before is over: the note stays as small as the list of addresses. */
const ofDay = (note: Note, day: string): Note =>
  Object.fromEntries(Object.entries(note).filter(([, left]) => left.day >= day));
