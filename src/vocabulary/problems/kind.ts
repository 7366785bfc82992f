/**
 * The shape of one kind of failure.
 * Flow:    here → the catalogue in ../problems.ts.
 * Promise: texts MUST NOT carry personal data; a kind never changes its status.
 * Source:  RFC 9457.
 */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What happened, for a person who has never seen the code. */
  readonly meaning: string;
  /** How to mend it. */
  readonly fix: string;
}
