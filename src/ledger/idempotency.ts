/**
 * Idempotency keys: the first reply to a command, kept sealed for a day and given back byte for byte.
 * Flow:    batch → here → table `idempotency`.
 * Promise: a key belongs to one principal and, where a token speaks for a person, to that person; keys and bodies are
 *          kept as keyed hashes; a permission that no longer stands is never replayed, and what was sent about a person
 *          before their erasure is answered with nothing but that.
 * Source:  docs/design.md 8; decision 0046; IETF draft-ietf-httpapi-idempotency-key-header.
 */

import type { Command, State } from '../commands/command.ts';
import type { AnyRule } from '../commands/commands.ts';
import type { RecordedReply } from '../ports/records.ts';
import type { CipherKey, DataKey, Keyring } from '../seal/keys.ts';
import { openBytes, sealBytes } from '../seal/seal.ts';
import { ask, type FoundRow, type RowOf, type Steps, wait } from '../store/query.ts';
import { base64url } from '../vocabulary/base64.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { DAY_MS } from '../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../vocabulary/problems.ts';
import { keyIdsOf } from './opened.ts';
import { identitiesOf, removeRepliesBefore, repliesOf } from './queries.ts';

interface Kept {
  readonly key: string;
  readonly body: string;
  readonly status: number;
  readonly bytes: Uint8Array;
}

export interface Replies {
  find(command: Command): (Kept & { readonly isSameBody: boolean }) | undefined;
  keyOf(command: Command): string | undefined;
  isSameBody(first: Command | undefined, second: Command): boolean;
}

const hashOf = (keyring: Keyring, owner: readonly string[], { route, key }: NonNullable<Command['idempotency']>) =>
  base64url(keyring.keyedHash('idempotency-key', JSON.stringify([...owner, route, key])));

/** Two people may come under one `sub`, where another claim names the person. */
const keyOf = (keyring: Keyring, { idempotency, caller }: Command): string | undefined =>
  idempotency === undefined
    ? undefined
    : hashOf(keyring, [caller.principal, ...(caller.self === undefined ? [] : [caller.self])], idempotency);

/** Where a release before decision 0046 kept the reply to somebody who speaks for themself: under the `sub` alone. */
const formerKeyOf = (keyring: Keyring, { idempotency, caller }: Command): string | undefined =>
  idempotency === undefined || caller.self === undefined ? undefined : hashOf(keyring, [caller.principal], idempotency);

const bodyOf = (keyring: Keyring, { idempotency }: Command): string =>
  base64url(keyring.keyedHash('idempotency-body', idempotency?.body ?? ''));

/** How long a reply is kept. */
const LIFE_MS = DAY_MS;

/** Forgets the replies that are older than a day. */
export const sweepReplies = (now: number): Steps<unknown> => ask(removeRepliesBefore, { before: now - LIFE_MS });

export function* loadReplies(
  { keyring, now }: { readonly keyring: Keyring; now(): number },
  commands: readonly Command[],
): Steps<Replies> {
  const keys = new Map(commands.map((command) => [command, keyOf(keyring, command)]));
  const former = new Map(commands.map((command) => [command, formerKeyOf(keyring, command)]));
  const wanted = [...new Set([...keys.values(), ...former.values()].filter((key) => key !== undefined))];
  const found = wanted.length === 0 ? [] : yield* ask(repliesOf, { keys: wanted });
  const rows = found.filter(({ at }) => at > now() - LIFE_MS);
  const dataKeys = rows.length === 0 ? new Map<string, CipherKey>() : yield* wait(keyring.forOpening(keyIdsOf(rows)));
  const kept = new Map(
    rows
      .flatMap((row) => openReply(keyring, row, dataKeys.get(row.keyId ?? '')) ?? [])
      .map((reply) => [reply.key, reply]),
  );
  const isTheirs = yield* ownersOf(keyring, rows, { commands, former });
  return {
    find(command) {
      const before = former.get(command) ?? '';
      const reply = kept.get(keys.get(command) ?? '') ?? (isTheirs(command) ? kept.get(before) : undefined);
      return reply === undefined ? undefined : { ...reply, isSameBody: reply.body === bodyOf(keyring, command) };
    },
    keyOf: (command) => keys.get(command),
    isSameBody: (first, second) => first?.idempotency?.body === second.idempotency?.body,
  };
}

interface Former {
  readonly commands: readonly Command[];
  readonly former: ReadonlyMap<Command, string | undefined>;
}

/**
 * Whether a reply that is kept under a `sub` alone is about the person who asks: it is given to nobody else. One that
 * an erasure emptied holds nothing, and is theirs as long as they are known under no other pseudonym.
 */
function* ownersOf(
  keyring: Keyring,
  rows: readonly FoundRow<'idempotency'>[],
  { commands, former }: Former,
): Steps<(command: Command) => boolean> {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const rowOf = (command: Command) => byKey.get(former.get(command) ?? '');
  const hashes = new Map(
    commands.flatMap((command) =>
      rowOf(command) === undefined ? [] : [[command, keyring.identityHash(foldIdentifier(command.caller.self ?? ''))]],
    ),
  );
  if (hashes.size === 0) return () => false;
  const found = yield* ask(identitiesOf, { hashes: [...new Set(hashes.values())] });
  const subjects = new Map(found.map(({ hash, subject }) => [hash, subject]));
  return (command) => {
    const row = rowOf(command);
    const subject = subjects.get(hashes.get(command) ?? '');
    if (row === undefined || row.subject === null) return false;
    return row.subject === subject || (subject === undefined && isEmptied({ bytes: row.reply }));
  };
}

/** An erasure empties what was kept about the person (erasure-queries.ts). */
const isEmptied = ({ bytes }: Pick<Kept, 'bytes'>): boolean => bytes.length === 0;

/** A reply whose key is gone cannot be given again: then the command is decided anew. */
function openReply(keyring: Keyring, row: FoundRow<'idempotency'>, dataKey: CipherKey | undefined): Kept | undefined {
  const { key, body, status } = row;
  if (isEmptied({ bytes: row.reply })) return { key, body, status, bytes: row.reply };
  if (row.keyId === null) return { key, body, status, bytes: keyring.openForHouse(placeOfReply(key), row.reply) };
  return dataKey === undefined
    ? undefined
    : { key, body, status, bytes: openBytes(dataKey, placeOfReply(key), row.reply) };
}

const placeOfReply = (key: string): string => `reply ${key}`;

interface Again {
  readonly rule: AnyRule;
  readonly command: Command;
  readonly state: State;
  readonly now: number;
}

/** The first reply again, unless the body differs or a permission in it has ended since. */
export function replay(kept: Kept & { readonly isSameBody: boolean }, again: Again): RecordedReply | Problem {
  if (isEmptied(kept)) return problem('subject-erased');
  if (!kept.isSameBody) return problem('idempotency-key-reused');
  const { bytes } = kept;
  const outcome: RecordedReply = { status: kept.status, bytes, replayed: true };
  if (again.command.kind !== 'use.record') return outcome;
  const first = JSON.parse(Buffer.from(bytes).toString()) as { readonly allowed?: boolean };
  return first.allowed === true && !isStillAllowed(again) ? problem('replay-superseded') : outcome;
}

function isStillAllowed({ rule, command, state, now }: Again): boolean {
  const decided = rule.decide(state, command, now);
  return (
    !isProblem(decided) &&
    (rule.reply(decided.result, undefined).body as { readonly allowed?: boolean }).allowed === true
  );
}

interface ToKeep {
  /** As it was looked up. */
  readonly key: string | undefined;
  readonly command: Command;
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly subject: string | undefined;
  /** The person's key of this batch. */
  readonly dataKey: DataKey | undefined;
  readonly at: number;
}

/** The row that keeps a reply; none where nobody named a key. */
export function replyRow(
  keyring: Keyring,
  { key, command, status, bytes, subject, dataKey, at }: ToKeep,
): RowOf<'idempotency'> | undefined {
  if (key === undefined) return undefined;
  const reply =
    dataKey === undefined
      ? keyring.sealForHouse(placeOfReply(key), bytes)
      : sealBytes(dataKey.key, placeOfReply(key), bytes);
  return {
    key,
    body: bodyOf(keyring, command),
    status,
    reply,
    keyId: dataKey?.id ?? null,
    subject: subject ?? null,
    at,
  };
}
