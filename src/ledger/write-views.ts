/**
 * Writes the folded rows of a batch: views, identities, marks and secrets, one statement a table.
 * Flow:    batch (working state) → here → store.
 * Promise: in the same commit as the facts they come from.
 * Source:  DESIGN section 4.
 */
import type { Effect } from '../commands/command.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, put, type Steps } from '../store/query.ts';
import { text } from './loaded.ts';
import { liftSuppression } from './queries.ts';
import type { Working } from './working.ts';

export function* writeViews(keyring: Keyring, state: Working): Steps<void> {
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
  yield* put('changes', dirty.changes);
  yield* put('identities', dirty.identities);
  yield* put('registryHead', [{ id: 1, version: state.registry.version }], true);
  for (const effect of dirty.effects) yield* writeEffect(keyring, state, effect);
}

function* writeEffect(keyring: Keyring, state: Working, effect: Effect): Steps<void> {
  if (effect.effect === 'keep-request-secret') {
    yield* put('requestSecrets', [{ request: effect.request, secret: text(keyring.keyedHash('request-secret', effect.secret)) }]);
    return;
  }
  const mark = text(keyring.markHash(effect.identifier));
  if (effect.effect === 'lift-suppression') {
    yield* ask(liftSuppression, { mark, code: effect.code, purpose: effect.purpose ?? '' });
    return;
  }
  const known = state.marks.get(effect.identifier)?.mark;
  if (known !== undefined)
    yield* put('erasedMarks', [{ mark, at: known.at, until: known.until ?? 0, liftedAt: state.now, keep: JSON.stringify(known.keep) }], true);
}
