/**
 * The answer that a command got before, read without writing anything: for whoever asks again while nothing can be
 * recorded, or whose commit ended without a word.
 * Flow:    house (record, after a fault of the store) → here → idempotency.
 * Promise: the same bytes as the first time, under the same rules as in a batch; nothing where nothing is kept.
 * Source:  docs/design.md 8 (idempotency); decision 0053.
 */
import type { Recorded } from '../ports/records.ts';
import type { Steps } from '../store/query.ts';
import { placeOf } from '../vocabulary/place.ts';
import type { BatchRoom, WaitingCommand } from './batch.ts';
import { loadReplies, replay } from './idempotency.ts';
import { load } from './loaded.ts';
import { freshRegistry } from './registry-memory.ts';
import { loadTree } from './tree-memory.ts';
import { commandState, startBatchState } from './working.ts';

export function* findStoredReply(room: BatchRoom, { rule, command }: WaitingCommand): Steps<Recorded | undefined> {
  if (command.idempotency === undefined) return undefined;
  const known = (yield* loadReplies(room, [command])).find(command);
  if (known === undefined) return undefined;
  const registry = yield* freshRegistry(room, room.memory.registry);
  const loaded = yield* load(room, [rule.keys(command.input, command.caller)]);
  const now = room.now();
  const { size } = yield* loadTree(room.log, room.memory.tree);
  const place = placeOf({ log: room.log, index: size });
  const { defaultRegime, timeZone } = room;
  const state = commandState(startBatchState(loaded, { registry, defaultRegime, timeZone, now, place }));
  return replay(known, { rule, command, state, now });
}
