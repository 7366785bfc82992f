/**
 * Writes the folded rows of a batch: views, identities, marks and secrets, one statement a table.
 * Flow:    batch (working state) → here → store.
 * Promise: in the same commit as the facts they come from, and bound (decision 0049).
 * Source:  docs/design.md 4; decision 0049.
 */

import type { Effect } from '../commands/command.ts';
import { emptyStanding } from '../evaluation/person.ts';
import type { Keyring } from '../seal/keys.ts';
import { sealBytes } from '../seal/seal.ts';
import { ask, put, type Steps, wait } from '../store/query.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { changeMarks } from './bound/marks.ts';
import { type BoundMark, type BoundWish, type BoundWritten, wishKey } from './bound/memory.ts';
import { boundMark, boundWish, personBinding, secretBinding, type WishColumns } from './bound/texts.ts';
import type { PersonRow } from './loaded.ts';
import { removeFromOutbox } from './outbox.ts';
import { placeOfFile } from './place-of-file.ts';
import { alterWebhook, keepWebhook } from './webhooks.ts';
import type { BatchState } from './working.ts';

export function* writeViews(keyring: Keyring, state: BatchState): Steps<BoundWritten> {
  const { dirty } = state;
  const people = [...dirty.people.values()].map((row) => peopleText(keyring, row));
  yield* put('people', people, true);
  yield* put('acts', dirty.acts);
  yield* put('uses', dirty.uses);
  yield* put('uncoveredUses', dirty.uncoveredUses);
  yield* put('trainingSteps', dirty.trainingSteps);
  yield* put('trainedOn', dirty.trainedOn);
  yield* put('decisions', dirty.decisions);
  yield* put('requests', [...dirty.requests.values()], true);
  yield* put('reviews', [...dirty.reviews.values()], true);
  yield* put('messages', dirty.messages);
  yield* put('changes', dirty.changes);
  yield* put('identities', dirty.identities);
  const { marks, wishes } = liftedMarks(keyring, state);
  for (const effect of dirty.effects) yield* writeEffect(keyring, state, effect);
  if (marks.length + wishes.length > 0)
    yield* changeMarks(
      keyring,
      { place: state.place, changed: [...marks, ...wishes].map(({ mark }) => mark) },
      function* () {
        yield* put('erasedMarks', marks, true);
        yield* put('suppressionMarks', wishes, true);
      },
    );
  return {
    people: people.map(({ subject, log, n, acts = null, bound, standing: text }) => ({
      subject,
      log,
      n,
      acts,
      bound,
      text,
      standing: state.people.get(subject)?.standing ?? emptyStanding,
    })),
    links: dirty.links,
    marks,
    wishes,
  };
}

/** A person's row as it is stored. */
export function peopleText(keyring: Keyring, row: PersonRow) {
  const text = { ...row, standing: JSON.stringify(row.standing) };
  return { ...text, bound: personBinding(keyring, text) };
}

/** A mark or a wish that is lifted stays as a row that says so. */
function liftedMarks(keyring: Keyring, state: BatchState): Pick<BoundWritten, 'marks' | 'wishes'> {
  const { now, place, dirty } = state;
  const marks = new Map<string, BoundMark>();
  const wishes = new Map<string, BoundWish>();
  for (const effect of dirty.effects) {
    if (!('identifier' in effect)) continue;
    const known = state.marks.get(foldIdentifier(effect.identifier));
    if (effect.effect === 'lift-suppression') {
      for (const wish of known?.wishes ?? [])
        if (wish.code === effect.code && wish.purpose === (effect.purpose ?? '') && wish.liftedAt === null)
          wishes.set(`${wish.mark} ${wishKey(wish)}`, boundWish(keyring, { ...plainWish(wish), liftedAt: now, place }));
    } else if (known?.mark !== undefined) {
      const { at, until = 0, keep } = known.mark;
      const lifted = { at, until, liftedAt: now, keep: JSON.stringify(keep), place };
      for (const mark of known.under) marks.set(mark, boundMark(keyring, { mark, ...lifted }));
    }
  }
  return { marks: [...marks.values()], wishes: [...wishes.values()] };
}

const plainWish = ({ bound: _old, ...row }: BoundWish): WishColumns => row;

function* writeEffect(keyring: Keyring, state: BatchState, effect: Effect): Steps<void> {
  if (effect.effect === 'keep-request-secret') {
    yield* put('requestSecrets', [{ request: effect.request, secret: secretBinding(keyring, effect) }]);
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
  if (effect.effect === 'keep-webhook') return yield* keepWebhook(keyring, effect, state.now);
  if (effect.effect === 'change-webhook') return yield* alterWebhook(keyring, effect, state.now);
  if (effect.effect === 'message-settled') {
    yield* ask(removeFromOutbox, { message: effect.message, tries: effect.tries });
    return;
  }
}
