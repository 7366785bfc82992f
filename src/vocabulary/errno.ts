/**
 * What an operating system says with a code, as a sentence about the place it is about, with what to do.
 * Flow:    start-fault, scripts/command-line → here.
 * Promise: a raw code never reaches a person; what is no code of a system stays undefined.
 * Source:  docs/design.md 9.
 */
export interface SystemFault extends Error {
  readonly code: string;
  readonly path?: string;
  readonly syscall?: string;
  readonly address?: string;
  readonly port?: number;
}

export const isSystemFault = (fault: unknown): fault is SystemFault =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && /^E[A-Z0-9]+$/.test(fault.code);

const sentences: Readonly<Record<string, (place: string) => string>> = {
  ENOENT: (place) => `${place} is missing. Make it, or name the right place.`,
  ENOTDIR: (place) => `${place} cannot be there: a part of its path is a file, where a folder is needed.`,
  EISDIR: (place) => `${place} is a folder, and a file is needed. Name a file.`,
  EEXIST: (place) => `${place} is there already, as something else than is needed. Name another place.`,
  EACCES: (place) => `${place} may not be opened by this account. Give it the right to, or name another place.`,
  EPERM: (place) => `${place} may not be changed by this account. Give it the right to, or name another place.`,
  EROFS: (place) => `${place} cannot be written, because the disk it lies on is read-only. Name another place.`,
  ENOSPC: (place) => `${place} cannot be written, because the disk is full. Make room there.`,
  EDQUOT: (place) => `${place} cannot be written, because this account has used up its share of the disk.`,
  ENOTEMPTY: (place) => `${place} is not empty. Name another place.`,
  ELOOP: (place) => `${place} cannot be reached, because its links lead in a circle.`,
  ENAMETOOLONG: (place) => `${place} has a name that is too long for this disk. Name a shorter one.`,
  EMFILE: (place) => `${place} cannot be opened, because this process has too many files open (ulimit -n).`,
  ENFILE: (place) => `${place} cannot be opened, because this machine has too many files open.`,
  EBUSY: (place) => `${place} is in use by another program. Stop that one, or name another place.`,
  EIO: (place) => `${place} cannot be read or written: its disk answers with a fault.`,
  EINVAL: (place) => `${place} cannot be used for this. Name another place.`,
};

/** Reading and writing what is open already is told without a name. */
const unnamed: Readonly<Record<string, string>> = { read: 'What was named', write: 'What is written there' };

/** The sentence for a fault with a place; `names` says more of the place, such as the variable that sets it. */
export function sentenceOfSystem(fault: unknown, names?: string): string | undefined {
  const path = isSystemFault(fault) ? (fault.path ?? unnamed[fault.syscall ?? '']) : undefined;
  if (!isSystemFault(fault) || path === undefined) return undefined;
  const place = names === undefined ? path : `${path} (${names})`;
  return sentences[fault.code]?.(place) ?? `${place} cannot be used: the system says ${fault.code}.`;
}
