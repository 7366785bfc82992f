/**
 * The working state of a batch: what was loaded, plus what the commands before this one decided.
 * Flow:    loaded → here → decide; facts decided → here (folds) → rows to write.
 * Promise: a refused command leaves no trace, because only decided facts are folded in.
 * Source:  docs/design.md 4.
 */

import type { Effect, State } from '../commands/command.ts';
import { applyRegistryFact } from '../evaluation/publish.ts';
import type { Registry } from '../evaluation/registry.ts';
import type { FactOf, RecordedFact } from '../facts/fact.ts';
import { classOf } from '../facts/facts.ts';
import type { Keyring } from '../seal/keys.ts';
import type { RowOf } from '../store/query.ts';
import { changeRow } from '../views/change/change-row.ts';
import { factPosition } from '../views/change/position.ts';
import { decisionRow } from '../views/decision/decision-row.ts';
import { messageRow } from '../views/message/message-row.ts';
import { foldRequest, requestOf } from '../views/request/request-row.ts';
import { tasksDueAt } from '../views/request/task-row.ts';
import { untoldDueAt } from '../views/request/told.ts';
import { foldReview, reviewOf } from '../views/review/review-row.ts';
import { actRow, foldPerson } from '../views/subject/person-fold.ts';
import { trainedOnRow, trainingStepRow } from '../views/training/training-row.ts';
import { uncoveredRow } from '../views/use/uncovered-row.ts';
import { useRow } from '../views/use/use-row.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { placeOf } from '../vocabulary/place.ts';
import type { LinkWritten } from './bound/memory.ts';
import { actsAfter, boundLink } from './bound/texts.ts';
import { type Loaded, type PersonRow, storedPerson } from './loaded.ts';
import { personState } from './person-state.ts';

interface Dirty {
  readonly people: Map<string, PersonRow>;
  readonly acts: RowOf<'acts'>[];
  readonly uses: RowOf<'uses'>[];
  readonly uncoveredUses: RowOf<'uncoveredUses'>[];
  readonly trainingSteps: RowOf<'trainingSteps'>[];
  readonly trainedOn: RowOf<'trainedOn'>[];
  readonly decisions: RowOf<'decisions'>[];
  readonly requests: Map<string, RowOf<'requests'>>;
  readonly reviews: Map<string, RowOf<'reviews'>>;
  readonly messages: RowOf<'messages'>[];
  readonly changes: RowOf<'changes'>[];
  readonly identities: RowOf<'identities'>[];
  readonly effects: Effect[];
  /** Where each new identifier was linked. */
  readonly links: LinkWritten[];
}

export interface BatchState extends Loaded {
  registry: Registry;
  readonly defaultRegime: string;
  readonly timeZone: string;
  readonly now: number;
  /** The size of the ledger before the batch, as a place. */
  readonly place: number;
  readonly dirty: Dirty;
}

export const startBatchState = (
  loaded: Loaded,
  start: Pick<BatchState, 'registry' | 'defaultRegime' | 'timeZone' | 'now' | 'place'>,
): BatchState => ({
  ...loaded,
  ...start,
  dirty: {
    people: new Map(),
    acts: [],
    uses: [],
    uncoveredUses: [],
    trainingSteps: [],
    trainedOn: [],
    decisions: [],
    requests: new Map(),
    reviews: new Map(),
    messages: [],
    changes: [],
    identities: [],
    effects: [],
    links: [],
  },
});

export const commandState = (state: BatchState): State => ({
  registry: state.registry,
  defaultRegime: state.defaultRegime,
  timeZone: state.timeZone,
  person: (identifier) => personState(storedPerson(state, identifier), state.now),
  request: (id) => state.requests.get(id)?.row,
  review: (id) => state.reviews.get(id)?.row,
  reviewsOf: (decision) =>
    [...state.reviews.values()].filter(({ row }) => row.decision === decision).map(({ row }) => row),
  fact: (id) => state.facts.get(id),
  breachNotes: (breach) =>
    [...state.facts.values()]
      .filter((fact) => fact.kind === 'breach.noted')
      .filter(({ payload }) => payload.breach === breach),
  webhook: (id) => state.webhooks.get(id),
});

/** Folds one recorded fact into the working state and the rows to write. */
export function foldFact(state: BatchState, fact: RecordedFact, keyring: Keyring): void {
  const { dirty } = state;
  state.facts.set(fact.id, fact);
  if (classOf(fact.kind, fact.subject !== undefined) === 'registry')
    state.registry = applyRegistryFact(state.registry, fact);
  const act = actRow(fact);
  const doc = act === undefined ? '' : JSON.stringify(act.doc);
  if (fact.subject !== undefined) {
    const chain = state.people.get(fact.subject)?.acts ?? null;
    const row = {
      subject: fact.subject,
      log: fact.log,
      n: fact.n,
      head: fact.leafHash,
      standing: foldPerson(state.people.get(fact.subject)?.standing, fact),
      // The chain of acts grows with each fact that is one.
      acts: act === undefined ? chain : actsAfter(chain, doc),
    };
    state.people.set(fact.subject, row);
    dirty.people.set(fact.subject, row);
  }
  if (fact.kind === 'subject.linked') link(state, fact, keyring);
  if (act !== undefined) {
    state.acts.get(act.subject)?.push(act.doc);
    dirty.acts.push({ ...act, doc });
  }
  addRows(dirty, fact);
  foldRequestFact(state, fact);
  foldReviewFact(state, fact);
}

/** The rows of views that have one row for one fact. */
function addRows(dirty: Dirty, fact: RecordedFact): void {
  const use = useRow(fact);
  if (use !== undefined)
    dirty.uses.push({
      ...use,
      covered: use.covered === undefined ? null : Number(use.covered),
      basis: use.basis ?? null,
      categories: JSON.stringify(use.categories),
    });
  const uncovered = uncoveredRow(fact);
  if (uncovered !== undefined) dirty.uncoveredUses.push({ ...uncovered, reported: Number(uncovered.reported) });
  const step = trainingStepRow(fact);
  if (step !== undefined) dirty.trainingSteps.push(step);
  const trained = trainedOnRow(fact);
  if (trained !== undefined) dirty.trainedOn.push(trained);
  const decision = decisionRow(fact);
  if (decision !== undefined) {
    const { subject, n, id, system, decidedAt } = decision;
    dirty.decisions.push({ subject, n, id, system, decidedAt, doc: JSON.stringify(decision) });
  }
  const message = messageRow(fact);
  if (message !== undefined)
    dirty.messages.push({ id: message.id, subject: message.subject, n: message.n, doc: JSON.stringify(message) });
  const change = changeRow(fact);
  if (change !== undefined)
    dirty.changes.push({ position: factPosition(change), subject: change.subject, doc: JSON.stringify(change) });
}

function link(
  state: BatchState,
  { id, log, index, subject, payload }: FactOf<'subject.linked'>,
  keyring: Keyring,
): void {
  const identifier = foldIdentifier(payload.identifier);
  state.identities.set(identifier, subject);
  if (!state.acts.has(subject)) state.acts.set(subject, []);
  state.identities.set(subject, subject);
  const hash = keyring.identityHash(identifier);
  state.dirty.identities.push({ pepper: 1, ...boundLink(keyring, { hash, subject, fact: id }) });
  state.dirty.links.push({ hash, subject, place: placeOf({ log, index }) });
}

function foldRequestFact(state: BatchState, fact: RecordedFact): void {
  const id = requestOf(fact);
  if (id === undefined) return;
  const known = state.requests.get(id);
  const row = foldRequest(known?.row, fact);
  if (row === undefined) return;
  const position = known?.position ?? factPosition(fact);
  state.requests.set(id, { row, position });
  const { subject, kind, state: now, receivedAt, dueAt } = row;
  state.dirty.requests.set(id, {
    id,
    subject: subject ?? null,
    kind,
    state: now,
    receivedAt,
    dueAt,
    untoldDueAt: untoldDueAt(row),
    tasksDueAt: tasksDueAt(row),
    position,
    doc: JSON.stringify(row),
  });
}

function foldReviewFact(state: BatchState, fact: RecordedFact): void {
  const id = reviewOf(fact);
  if (id === undefined) return;
  const known = state.reviews.get(id);
  const row = foldReview(known?.row, fact);
  if (row === undefined) return;
  const position = known?.position ?? factPosition(fact);
  state.reviews.set(id, { row, position });
  const { subject, decision, aiSystem: system, state: now, dueAt, seats } = row;
  const assignee = seats.first?.reviewer ?? null;
  state.dirty.reviews.set(id, {
    id,
    subject,
    decision,
    system,
    state: now,
    assignee,
    dueAt,
    position,
    doc: JSON.stringify(row),
  });
}

/** Effects take hold at once for the commands that follow in the batch. */
export function takeEffect(state: BatchState, effect: Effect): void {
  state.dirty.effects.push(effect);
  if (effect.effect === 'keep-webhook') state.webhooks.set(effect.webhook, { state: 'active' });
  if (effect.effect === 'change-webhook' && effect.state !== undefined)
    state.webhooks.set(effect.webhook, { state: effect.state });
  if (!('identifier' in effect)) return;
  const identifier = foldIdentifier(effect.identifier);
  const marks = state.marks.get(identifier);
  if (marks === undefined) return;
  if (effect.effect === 'lift-erased-mark') {
    state.identities.delete(identifier);
    state.marks.set(
      identifier,
      marks.mark === undefined ? marks : { ...marks, mark: { ...marks.mark, liftedAt: state.now } },
    );
    return;
  }
  const stays = marks.suppressions.filter((each) => each.code !== effect.code || each.purpose !== effect.purpose);
  state.marks.set(identifier, { ...marks, suppressions: stays });
}
