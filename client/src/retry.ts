/**
 * Whether a call is made again, and when.
 * Flow:    send → here.
 * Promise: only what came to nothing is tried again, always with the same idempotency key, so that it happens once;
 *          what the service says about waiting goes before our own idea of it.
 * Source:  RFC 9110, 10.2.3 (Retry-After).
 */

/** The service, or something in front of it, is there but cannot answer now. */
const BUSY = new Set([429, 502, 503, 504]);

export const isBusy = (status: number): boolean => BUSY.has(status);

/** Milliseconds that Retry-After asks for, in seconds or as a date; undefined where it says nothing. */
export function askedToWait(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const FIRST_MS = 50;

/** Doubling, with chance in it, so that callers who failed together do not come back together. */
export const ownWait = (attempt: number, chance: () => number): number =>
  FIRST_MS * 2 ** attempt * (0.5 + chance() / 2);
