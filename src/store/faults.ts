/**
 * What a storage says went wrong, told apart from a fault of ours: the file system, SQLite, PostgreSQL and the way to
 * it.
 * Flow:    sqlite, postgres, the keystores, service (whatever a handler throws) → here → Unavailable.
 * Promise: whoever asks is answered 503 for a fault of a storage, on every route and whichever part noticed it; a fault
 *          of ours passes as it is.
 * Source:  docs/design.md 4; decision 0052.
 */
import { isSystemFault } from '../vocabulary/errno.ts';
import { Unavailable } from './store.ts';

/** What the driver of PostgreSQL says without a code: the connection is gone, or none was to be had in time. */
const uncoded =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Cannot use a pool after|Client (?:has encountered a connection error|was closed) and is not queryable)/;

/** Codes of SQLite, and the five characters of SQLSTATE. */
const coded = /^(?:SQLITE_[A-Z_]+|[0-9A-Z]{5})$/;

const said = (fault: unknown): { readonly code?: unknown; readonly cause?: unknown } =>
  typeof fault === 'object' && fault !== null ? fault : {};

/** The code of a fault or of what caused it; nothing where no storage said it. */
export function codeOfStorage(fault: unknown): string | undefined {
  if (fault instanceof Unavailable) return fault.code;
  const { code, cause } = said(fault);
  if (isSystemFault(fault) || (typeof code === 'string' && coded.test(code))) return String(code);
  if (fault instanceof Error && uncoded.test(fault.message)) return 'connection-lost';
  return cause === undefined ? undefined : codeOfStorage(cause);
}

/** A fault of a storage as a code without its message, which may hold values; every other one as it is. */
export function asUnavailable(fault: unknown): unknown {
  if (fault instanceof Unavailable) return fault;
  const code = codeOfStorage(fault);
  return code === undefined ? fault : new Unavailable(code, fault);
}
