/**
 * Writes the folded rows of a batch: views, identities, marks and secrets, one statement a table.
 * Flow:    batch (working state) → here → store.
 * Promise: in the same commit as the facts they come from.
 * Source:  docs/design.md 4.
 */

import type { Effect } from '../commands/command.ts';
import type { Keyring } from '../seal/keys.ts';
import { sealBytes } from '../seal/seal.ts';
import { ask, put, type Steps, wait } from '../store/query.ts';
import { base64url } from '../vocabulary/base64.ts';
import { foldIdentifier, spellingsOf } from '../vocabulary/identifier.ts';
import { removeFromOutbox } from './outbox.ts';
import { placeOfFile } from './place-of-file.ts';
import { liftSuppression } from './queries.ts';
import type { BatchState } from './working.ts';

export function* writeViews(keyring: Keyring, state: BatchState): Steps<void> {
  const { dirty } = state;
  yield* put(
    'people',
    [...dirty.people.values()].map((row) => ({ ...row, standing: JSON.stringify(row.standing) })),
    true,
  );
  yield* put('acts', dirty.acts);
  yield* put('uses', dirty.uses);
  yield* put('decisions', dirty.decisions);
  yield* put('requests', [...dirty.requests.values()], true);
  yield* put('reviews', [...dirty.reviews.values()], true);
  yield* put('messages', dirty.messages);
  yield* put('changes', dirty.changes);
  yield* put('identities', dirty.identities);
  yield* put('registryHead', [{ id: 1, version: state.registry.version }], true);
  for (const effect of dirty.effects) yield* writeEffect(keyring, state, effect);
}

function* writeEffect(keyring: Keyring, state: BatchState, effect: Effect): Steps<void> {
  if (effect.effect === 'keep-request-secret') {
    yield* put('requestSecrets', [
      { request: effect.request, secret: base64url(keyring.keyedHash('request-secret', effect.secret)) },
    ]);
    return;
  }
  if (effect.effect === 'keep-file') {
    const key = (yield* wait(keyring.forWriting([effect.subject], state.now))).get(effect.subject);
    if (key === undefined) throw new Error('a file needs the key of its person');
    const bytes = sealBytes(key.key, placeOfFile(effect.file, effect.subject), Buffer.from(effect.bytes, 'base64'));
    yield* put('files', [{ id: effect.file, subject: effect.subject, keyId: key.id, bytes, at: state.now }]);
    return;
  }
  if (effect.effect === 'send-message') {
    yield* put('outbox', [
      {
        message: effect.message,
        subject: effect.subject,
        state: 'waiting',
        tries: 0,
        nextAt: state.now,
        leaseUntil: 0,
      },
    ]);
    return;
  }
  if (effect.effect === 'message-settled') {
    yield* ask(removeFromOutbox, { message: effect.message, tries: effect.tries });
    return;
  }
  if (effect.effect === 'lift-suppression') {
    for (const spelling of spellingsOf(effect.identifier))
      yield* ask(liftSuppression, {
        mark: keyring.markHash(spelling),
        code: effect.code,
        purpose: effect.purpose ?? '',
      });
    return;
  }
  const { mark: known, under = [] } = state.marks.get(foldIdentifier(effect.identifier)) ?? {};
  if (known === undefined) return;
  const { at, until = 0, keep } = known;
  const lifted = { at, until, liftedAt: state.now, keep: JSON.stringify(keep) };
  yield* put(
    'erasedMarks',
    under.map((mark) => ({ mark, ...lifted })),
    true,
  );
}
