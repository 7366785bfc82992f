/**
 * The write path: commands taken together, decided in order, sealed, appended, folded and answered in one commit.
 * Flow:    commands → load → decide → seal → append, sign → views → reply bytes → COMMIT (store) → answers.
 * Promise: nothing is answered that is not committed; a refused command leaves no trace; a command with a known
 *          idempotency key gets the first one's bytes.
 * Source:  docs/design.md 4.
 */

import type { Caller, Command, Decided, Keys } from '../commands/command.ts';
import type { AnyRule } from '../commands/commands.ts';
import type { Registry } from '../evaluation/registry.ts';
import type { EntryReference, NewFact, RecordedFact } from '../facts/fact.ts';
import type { RecordedReply } from '../ports/records.ts';
import type { DataKey, Keyring } from '../seal/keys.ts';
import { put, type RowOf, type Steps, wait } from '../store/query.ts';
import { base64 } from '../vocabulary/base64.ts';
import { checkpointText } from '../vocabulary/checkpoint.ts';
import { defined } from '../vocabulary/defined.ts';
import { placeOf } from '../vocabulary/place.ts';
import { isProblem, type Problem, problem } from '../vocabulary/problems.ts';
import { entryRow, type Prepared, prepare } from './append.ts';
import type { BoundMemory, BoundWritten } from './bound/memory.ts';
import { refusingUnfit } from './bound/unfit.ts';
import { loadReplies, type Replies, replay, replyRow } from './idempotency.ts';
import { followKey } from './key-changes.ts';
import { load } from './loaded.ts';
import { recordingTime } from './recording-time.ts';
import { freshRegistry } from './registry-memory.ts';
import { append, rootOf, type TreeState } from './tree.ts';
import { loadTree } from './tree-memory.ts';
import { type BatchState, commandState, foldFact, startBatchState, takeEffect } from './working.ts';
import { writeViews } from './write-views.ts';

export interface WaitingCommand {
  readonly rule: AnyRule;
  readonly command: Command;
}

/** With the rows that it needs. */
interface QueuedCommand extends WaitingCommand {
  readonly keys: Keys;
}

export interface BatchRoom {
  readonly log: number;
  readonly keyring: Keyring;
  readonly defaultRegime: string;
  readonly timeZone: string;
  readonly bound: BoundMemory;
  /** An older release kept marks here, maybe under another spelling of an address (`spellingsOf`). */
  readonly hasFormerMarks?: boolean;
  /** For reads; what is recorded takes its time inside the lock. */
  now(): number;
  /** Time never goes behind what was recorded. */
  reached(at: number): void;
  /** What this process remembers between batches; replaced only after a commit. */
  memory: Memory;
}

interface Memory {
  readonly registry: Registry;
  readonly tree: TreeState | undefined;
}

export interface BatchResult {
  readonly outcomes: readonly (RecordedReply | Problem)[];
  readonly memory: Memory;
  readonly at: number;
  /** Size and root after the batch, for the mark. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly written: BoundWritten;
  /** What was recorded, for whoever counts. */
  readonly facts: readonly RecordedFact[];
}

interface Done {
  readonly waiting: WaitingCommand;
  readonly decided: Decided<unknown>;
  readonly main: Prepared | undefined;
}

type Answer = Problem | RecordedReply | { readonly same: number } | Done;

export const callerOfSystem: Caller = {
  principal: 'system',
  actor: { id: 'act_system', role: 'system' },
  scopes: ['admin'],
};

/** One batch as steps; the store drives them inside its transaction. */
export function* batch(room: BatchRoom, queue: readonly QueuedCommand[]): Steps<BatchResult> {
  const tree = yield* loadTree(room.log, room.memory.tree);
  const registry = yield* freshRegistry(room, room.memory.registry);
  const replies = yield* loadReplies(
    room,
    queue.map(({ command }) => command),
  );
  const loaded = yield* load(
    room,
    queue.map(({ keys }) => keys),
  );
  const now = yield* recordingTime(room.log);
  const state = startBatchState(loaded, {
    registry,
    defaultRegime: room.defaultRegime,
    timeZone: room.timeZone,
    now,
    place: placeOf({ log: room.log, index: tree.size }),
  });
  const prepared: Prepared[] = [];
  const answers = decideAll(room, queue, { state, tree, replies, prepared });
  const after = yield* recordEntries(room, tree, prepared);
  const written = yield* writeViews(room.keyring, state);
  const outcomes = yield* answer(room, { answers, now, replies }, after);
  return {
    outcomes,
    memory: { registry: state.registry, tree: after.tree },
    at: now,
    size: after.tree.size,
    root: after.root,
    written,
    facts: prepared.map(({ fact }) => fact),
  };
}

interface BatchProgress {
  readonly state: BatchState;
  readonly tree: TreeState;
  readonly replies: Replies;
  readonly prepared: Prepared[];
}

function decideAll(room: BatchRoom, queue: readonly WaitingCommand[], progress: BatchProgress): readonly Answer[] {
  const first = new Map<string, number>();
  return queue.map((waiting, i) => {
    const { command, rule } = waiting;
    const known = progress.replies.find(command);
    if (known !== undefined)
      return refusingUnfit(() =>
        replay(known, { rule, command, state: commandState(progress.state), now: progress.state.now }),
      );
    const key = progress.replies.keyOf(command);
    const same = key === undefined ? undefined : first.get(key);
    if (same !== undefined)
      return progress.replies.isSameBody(queue[same]?.command, command) ? { same } : problem('idempotency-key-reused');
    const decided = decideFitting(waiting, progress.state);
    if (isProblem(decided)) return decided;
    if (key !== undefined) first.set(key, i);
    return { waiting, decided, main: take(room, progress, { facts: decided.facts, caller: command.caller, decided }) };
  });
}

/** Nothing is decided, and nothing recorded, about somebody whose rows do not fit; the others of the batch go on. */
function decideFitting({ rule, command }: WaitingCommand, state: BatchState): Decided<unknown> | Problem {
  return refusingUnfit(() => {
    const decided = rule.decide(commandState(state), command, state.now);
    const isUnfit =
      !isProblem(decided) && decided.facts.some(({ subject }) => subject !== undefined && state.unfit.has(subject));
    return isUnfit ? problem('state-does-not-fit') : decided;
  });
}

/** Gives the facts their places and folds them in, so that the next command sees them. */
function take(
  room: BatchRoom,
  progress: BatchProgress,
  of: { readonly facts: readonly NewFact[]; readonly caller: Caller; readonly decided: Decided<unknown> },
): Prepared | undefined {
  let main: Prepared | undefined;
  for (const fact of of.facts) {
    const before = fact.subject === undefined ? undefined : progress.state.people.get(fact.subject);
    const index = progress.tree.size + progress.prepared.length;
    const place = {
      log: room.log,
      index,
      origin: room.keyring.origin,
      at: progress.state.now,
      actor: of.caller.actor,
      ...defined({ before }),
    };
    const made = prepare(fact, place);
    progress.prepared.push(made);
    foldFact(progress.state, made.fact, room.keyring);
    if (of.decided.main === undefined || of.decided.main === fact.id) main = made;
  }
  for (const effect of of.decided.effects ?? []) takeEffect(progress.state, effect);
  return main;
}

/** What stands after the entries are written. */
export interface RecordedEntries {
  readonly tree: TreeState;
  readonly root: Uint8Array;
  /** The signed checkpoint; empty where nothing was recorded. */
  readonly note: string;
  readonly keys: ReadonlyMap<string, DataKey>;
}

/** Seals and writes the entries, grows the tree, signs once. */
export function* recordEntries(
  room: Pick<BatchRoom, 'log' | 'keyring'>,
  tree: TreeState,
  prepared: readonly Prepared[],
): Steps<RecordedEntries> {
  if (prepared.length === 0) return { tree, root: rootOf(tree), note: '', keys: new Map() };
  const subjects = [
    ...new Set(
      prepared.flatMap(({ fact, personal }) => (personal && fact.subject !== undefined ? [fact.subject] : [])),
    ),
  ];
  const at = prepared[0]?.fact.at ?? 0;
  const keys = yield* wait(room.keyring.forWriting(subjects, at));
  yield* put(
    'entries',
    prepared.map((each) => entryRow(each, keys.get(each.fact.subject ?? ''))),
  );
  const grown = append(
    tree,
    prepared.map(({ fact }) => fact.leafHash),
  );
  yield* put(
    'tiles',
    grown.fullTiles.map((tile) => ({ log: room.log, ...tile })),
  );
  yield* followKey(room);
  const note = room.keyring.signCheckpoint(checkpointText(room.keyring.origin, grown.state.size, grown.root));
  yield* put('checkpoints', [{ log: room.log, size: grown.state.size, root: grown.root, note }]);
  return { tree: grown.state, root: grown.root, note, keys };
}

interface Answering extends Pick<BatchProgress, 'replies'> {
  readonly answers: readonly Answer[];
  readonly now: number;
}

function* answer(
  room: BatchRoom,
  { answers, now, replies }: Answering,
  { note, keys }: RecordedEntries,
): Steps<readonly (RecordedReply | Problem)[]> {
  const outcomes: (RecordedReply | Problem)[] = [];
  const kept = new Map<string, RowOf<'idempotency'>>();
  for (const each of answers) {
    if ('same' in each) outcomes.push(replayed(outcomes[each.same]));
    else if (!('waiting' in each)) outcomes.push(each);
    else {
      const { rule, command } = each.waiting;
      const shown = command.withoutReceipt === true ? undefined : entryReference(each.main, note);
      const { status, body } = rule.reply(each.decided.result, shown);
      const bytes = Buffer.from(JSON.stringify(body));
      outcomes.push({ status, bytes, replayed: false });
      const row = replyRow(room.keyring, {
        key: replies.keyOf(command),
        command,
        status,
        bytes,
        subject: each.main?.fact.subject,
        dataKey: keys.get(each.main?.fact.subject ?? ''),
        at: now,
      });
      if (row !== undefined) kept.set(row.key, row);
    }
  }
  yield* put('idempotency', [...kept.values()], true);
  return outcomes;
}

const replayed = (outcome: RecordedReply | Problem | undefined): RecordedReply | Problem =>
  outcome === undefined
    ? problem('idempotency-in-progress')
    : isProblem(outcome)
      ? outcome
      : { ...outcome, replayed: true };

export const entryReference = (main: Prepared | undefined, checkpoint: string): EntryReference | undefined =>
  main === undefined
    ? undefined
    : { log: main.fact.log, index: main.fact.index, leafHash: base64(main.fact.leafHash), checkpoint };
