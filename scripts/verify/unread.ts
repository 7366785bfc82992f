/**
 * Why a file or a database could not be read, in words.
 * Flow:    verify, trust, mark, open-source → here.
 * Promise: a missing file is called missing; no password is ever repeated.
 * Source:  docs/design.md 9.
 */
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
