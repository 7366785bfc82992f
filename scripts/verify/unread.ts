/**
 * Why a file or a database could not be read, in words.
 * Flow:    verify, trust, mark, open-source → here.
 * Promise: a missing file is called missing; no password is ever repeated.
 * Source:  docs/design.md 9.
 */
import { join } from 'node:path';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is missing',
  ENOTDIR: 'cannot be there: a part of its path is a file',
  EISDIR: 'is a folder, and a file is needed',
  EACCES: 'may not be read by this account',
  EPERM: 'may not be read by this account',
};

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

export const whyUnread = (what: string, fault: unknown): string =>
  `${what} ${reasons[codeOf(fault)] ?? 'cannot be read'}`;

/** What SQLite says in numbers. */
const engine: Readonly<Record<number, string>> = {
  8: 'it lies where nothing can be written, and its log holds changes',
  10: 'its disk answers with a fault',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'this account may not read it, or it lies where nothing can be written',
  26: 'it is no database',
};

/** A ledger that could not be opened, or not be read to its end. */
export function whyUnopened(file: string, fault: unknown): string {
  const number = fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) & 0xff : 0;
  const why = engine[number] ?? copying[codeOf(fault)];
  return `the ledger at ${file} cannot be opened${why === undefined ? '' : `: ${why}`}`;
}

/** A copy is made only where the disk can only be read. */
const copying: Readonly<Record<string, string>> = {
  ENOSPC: 'it lies where nothing can be written, and there is no room for a copy; set TMPDIR',
  EROFS: 'it lies where nothing can be written, and so does the folder for a copy; set TMPDIR',
  EACCES: 'this account may not read it, or not make a copy of it; set TMPDIR',
  ENOENT: 'it lies where nothing can be written, and there is no folder for a copy; set TMPDIR',
};

const database: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no machine of that name',
  '28P01': 'it does not take this name and password',
  '28000': 'it does not let this account in',
  '3D000': 'there is no such database',
};

/** Host and port, never name and password. */
export function whyUnreached(url: string, fault: unknown): string {
  const { hostname = '', port = '' } = URL.parse(url) ?? {};
  const place = hostname === '' ? '' : ` at ${hostname}:${port || '5432'}`;
  const why = database[codeOf(fault)];
  return `the PostgreSQL ledger${place} (DATABASE_URL or --database-url) cannot be opened${why === undefined ? '' : `: ${why}`}`;
}

/** SQLite's own faults, those of PostgreSQL and of the way to it; a fault of this program has no such code. */
export const isOfTheStore = (fault: unknown): boolean =>
  /^(?:ERR_SQLITE_ERROR|E[A-Z0-9]+|[0-9A-Z]{5})$/.test(codeOf(fault)) ||
  (fault instanceof Error && /^(?:Connection terminated|Query read timeout)/.test(fault.message));

/** The check broke off: nothing was judged. */
export const whyStopped = (
  where: { readonly dataFolder: string; readonly databaseUrl?: string },
  fault: unknown,
): string =>
  `nothing was judged: ${
    where.databaseUrl === undefined
      ? whyUnopened(join(where.dataFolder, 'candor.db'), fault).replace('opened', 'read to its end')
      : whyUnreached(where.databaseUrl, fault).replace('opened', 'read to its end')
  }`;
