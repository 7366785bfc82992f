/**
 * No answer that can be believed: nobody there, too late, or something that Candor never says.
 * Flow:    client, guards → here → whoever calls.
 * Promise: means "no permission"; it carries no personal data, only what went wrong with the call.
 */

export type WhyUnavailable =
  /** Nobody listens, or the connection broke. */
  | 'unreachable'
  /** No answer in time. */
  | 'timeout'
  /** The service said that it cannot answer now (429, 503 and their like), until tries ran out. */
  | 'busy'
  /** An answer came that is none of Candor's. */
  | 'not-understood'
  /** The caller gave up. */
  | 'stopped';

export class CandorUnavailable extends Error {
  override readonly name = 'CandorUnavailable';
  readonly why: WhyUnavailable;

  constructor(why: WhyUnavailable, words: string, cause?: unknown) {
    super(`Candor could not be asked (${why}): ${words} Treat this as "not allowed".`, { cause });
    this.why = why;
  }
}
