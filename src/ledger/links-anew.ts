/**
 * The index of identities, made anew from the links of the ledger.
 * Flow:    rebuild (links, as they are folded) → here → identities, wishes of people who shared an address.
 * Promise: an identifier leads to whom the ledger linked it to, whatever the index said before; an address that led to
 *          two people leads to neither until an officer settles it, and no wish of either is lost. A link that no
 *          longer opens stays as it was.
 * Source:  decision 0014; decision 0049; docs/design.md 4.
 */
import { suppressionsOf } from '../evaluation/suppressions.ts';
import type { FactOf } from '../facts/fact.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, put, rowsQuery, type Steps, writeQuery } from '../store/query.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { boundLink, boundWish } from './bound/texts.ts';
import type { PersonRow } from './loaded.ts';
import { foldedAnew } from './registry-memory.ts';

const CHUNK = 1000;

interface Link {
  readonly subject: string;
  readonly fact: string;
}

/** An address that leads to two people. */
export interface DoubledAddress {
  readonly normal: string;
  readonly links: readonly Link[];
}

/** The links of each identifier, by its normal form, and the links that did not open. */
export interface AddressBook {
  readonly links: Map<string, Link[]>;
  readonly unopened: Set<string>;
}

export const newAddressBook = (): AddressBook => ({ links: new Map(), unopened: new Set() });

export function noteLink({ links }: AddressBook, { id, subject, payload }: FactOf<'subject.linked'>): void {
  const normal = foldIdentifier(payload.identifier);
  const known = links.get(normal) ?? [];
  known.push({ subject, fact: id });
  links.set(normal, known);
}

const dropIdentities = writeQuery<object>()('dropIdentities', ({ db, t }) => db.delete(t.identities));
const identitiesByFact = rowsQuery<{ facts: readonly string[] }>()(
  'identitiesByFact',
  ({ db, t, any }) => db.select().from(t.identities).where(any(t.identities.fact, 'facts')),
  ['facts'],
);

interface Linking {
  readonly keyring: Keyring;
  readonly book: AddressBook;
  /** Facts of addresses that are known to have led to two people. */
  readonly shared: ReadonlySet<string>;
}

/** Says which addresses lead to two people now; they lead to neither. */
export function* linkAnew({ keyring, book, shared }: Linking): Steps<readonly DoubledAddress[]> {
  const facts = [...book.unopened];
  const kept = facts.length === 0 ? [] : yield* ask(identitiesByFact, { facts });
  const rows = kept.map((row) => ({ ...boundLink(keyring, row), pepper: 1 }));
  const doubled: DoubledAddress[] = [];
  for (const [normal, links] of book.links) {
    const counting = links.filter(({ fact }) => !shared.has(fact));
    const [first] = counting;
    if (first === undefined) continue;
    if (counting.some(({ subject }) => subject !== first.subject)) doubled.push({ normal, links });
    else rows.push({ pepper: 1, ...boundLink(keyring, { hash: keyring.identityHash(normal), ...first }) });
  }
  yield* ask(dropIdentities, {});
  for (let at = 0; at < rows.length; at += CHUNK) yield* put('identities', rows.slice(at, at + CHUNK), true);
  return doubled;
}

interface Wishing {
  readonly keyring: Keyring;
  readonly now: number;
  readonly place: number;
  /** Whose wishes, as they were folded. */
  readonly people: readonly PersonRow[];
}

/** Whoever comes under this address next is left alone as both of them asked. */
export function* keepWishes({ keyring, now, place, people }: Wishing, mark: string): Steps<void> {
  const registry = yield* foldedAnew(() => undefined);
  for (const { standing } of people)
    yield* put(
      'suppressionMarks',
      suppressionsOf(standing, registry, now).map(({ code, purpose, at }) =>
        boundWish(keyring, { mark, code, purpose: purpose ?? '', at, liftedAt: null, place }),
      ),
      true,
    );
}
