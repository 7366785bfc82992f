/**
 * What keeps the house from recording for now, and what to do, in a sentence for whoever runs it.
 * Flow:    held-file, watch, heartbeat, ledger/mark (notice it) → here → house.status, /readyz, the log.
 * Promise: a code of the catalogue below and a sentence without places, values or passwords.
 * Source:  docs/operating.md; decision 0052.
 */

/** Parts that can fail, as whoever runs the service knows them. */
export type StoragePart = 'database' | 'keystore' | 'mark' | 'erasure journal' | 'lock of the data folder';

export type TroubleCode =
  | 'place-changed'
  | 'disk-full'
  | 'disk-read-only'
  | 'disk-fault'
  | 'cannot-be-opened'
  | 'damaged'
  | 'not-answering';

export interface Trouble {
  readonly part: StoragePart;
  readonly code: TroubleCode;
}

const causes: readonly (readonly [pattern: RegExp, code: TroubleCode])[] = [
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT|53100)/, 'disk-full'],
  [/^(?:SQLITE_READONLY|EROFS|25006)/, 'disk-read-only'],
  [/^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/, 'damaged'],
  [/^(?:SQLITE_IOERR|EIO|EFBIG|ENXIO|58\w{3})/, 'disk-fault'],
  [/^(?:SQLITE_CANTOPEN|SQLITE_PERM|EMFILE|ENFILE|EACCES|EPERM|ENOENT|ENOTDIR|EBADF)/, 'cannot-be-opened'],
];

/** What a fault of a storage says about the storage itself; nothing where only this one call was hit. */
export const troubleBehind = (code: string): TroubleCode | undefined =>
  causes.find(([pattern]) => pattern.test(code))?.[1];

const goesOn = 'Nothing is recorded until then; it goes on by itself.';

const sentences: Readonly<Record<TroubleCode, (part: StoragePart) => string>> = {
  'place-changed': (part) =>
    `The file of the ${part} was removed, moved, replaced, cut or written over while it was open. Nothing is recorded until the very same file is back at its place; where it is lost, another one stands there or something else wrote into it, put the right one back from a backup and start Candor again.`,
  'disk-full': (part) => `The disk of the ${part} is full. Make room there. ${goesOn}`,
  'disk-read-only': (part) => `The disk of the ${part} can only be read. Make it writable again. ${goesOn}`,
  'disk-fault': (part) => `The disk of the ${part} answers with faults. Look at the disk. ${goesOn}`,
  'cannot-be-opened': (part) =>
    `A file of the ${part} cannot be opened: a right is missing, or this process has too many files open (ulimit -n). ${goesOn}`,
  damaged: (part) =>
    `The ${part} is damaged. Stop Candor, put it back from a backup, and start again; docs/operating.md says how.`,
  'not-answering': (part) => `The ${part} does not answer: PostgreSQL stands still or cannot be reached. ${goesOn}`,
};

export const sentenceOf = ({ part, code }: Trouble): string => sentences[code](part);
