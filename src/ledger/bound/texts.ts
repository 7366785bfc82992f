/**
 * What each bound row says, as the one text that its binding is made of.
 * Flow:    write-views, commit-erasure, rebuild → here → rows; fit → here → whether a row is as it was written.
 * Promise: every column of a row that an evaluation reads is in its text; a row of one place never fits another.
 * Source:  decision 0049; docs/design.md 4.
 */
import { type Keyring, sha256 } from '../../seal/seal.ts';
import { base64url } from '../../vocabulary/base64.ts';

interface PersonColumns {
  readonly subject: string;
  readonly log: number;
  readonly n: number;
  readonly head: Uint8Array;
  readonly acts?: string | null;
  /** As JSON. */
  readonly standing: string;
}

export const personBinding = (keyring: Keyring, row: PersonColumns): string =>
  keyring.bind(
    'person',
    [row.subject, row.log, row.n, Buffer.from(row.head).toString('base64'), row.acts ?? '', row.standing].join('\0'),
  );

/** The chain over a person's acts after one more of them. */
export const actsAfter = (before: string | null | undefined, doc: string): string =>
  base64url(sha256(`${before ?? ''}\0${doc}`));

interface LinkColumns {
  readonly hash: string;
  readonly subject: string;
  readonly fact: string;
}

export const linkBinding = (keyring: Keyring, { hash, subject, fact }: LinkColumns): string =>
  keyring.bind('identity', [hash, subject, fact].join('\0'));

export const boundLink = <L extends LinkColumns>(keyring: Keyring, link: L): L & { readonly bound: string } => ({
  ...link,
  bound: linkBinding(keyring, link),
});

export interface MarkColumns {
  readonly mark: string;
  readonly at: number;
  readonly until: number;
  readonly liftedAt: number | null;
  readonly keep: string;
  readonly place: number | null;
}

export const markBinding = (keyring: Keyring, row: MarkColumns): string =>
  keyring.bind('erased', [row.mark, row.at, row.until, row.liftedAt ?? '', row.place ?? '', row.keep].join('\0'));

export const boundMark = (keyring: Keyring, row: MarkColumns): MarkColumns & { readonly bound: string } => ({
  ...row,
  bound: markBinding(keyring, row),
});

export interface WishColumns {
  readonly mark: string;
  readonly code: string;
  readonly purpose: string;
  readonly at: number;
  readonly liftedAt: number | null;
  readonly place: number | null;
}

export const wishBinding = (keyring: Keyring, row: WishColumns): string =>
  keyring.bind('wish', [row.mark, row.code, row.purpose, row.at, row.liftedAt ?? '', row.place ?? ''].join('\0'));

export const boundWish = (keyring: Keyring, row: WishColumns): WishColumns & { readonly bound: string } => ({
  ...row,
  bound: wishBinding(keyring, row),
});

interface RequestSecret {
  readonly request: string;
  readonly secret: string;
}

/** The secret of one request opens no other one, wherever its row is copied to. */
export const secretBinding = (keyring: Keyring, { request, secret }: RequestSecret): string =>
  `2.${keyring.bind('request-secret', `${request}\0${secret}`)}`;

/** As an older release kept it, which no request of today has. */
export const formerSecret = (keyring: Keyring, secret: string): string =>
  base64url(keyring.keyedHash('request-secret', secret));
