/**
 * Facts about nobody, recorded under the name of the house.
 * Flow:    gone, certify, hold-end, consent-proof → here → entries, tree, checkpoint.
 * Promise: they stand in the same commit as what they speak of.
 * Source:  docs/design.md 6.
 */
import type { NewFact } from '../../facts/fact.ts';
import type { Steps } from '../../store/query.ts';
import { type Prepared, prepare } from '../append.ts';
import { callerOfSystem, record } from '../batch.ts';
import type { TreeState } from '../tree.ts';
import { loadTree } from '../tree-memory.ts';
import { type ErasingRoom, moment } from './erasing.ts';

export interface Grown {
  readonly tree: TreeState;
  readonly root: Uint8Array;
}

export function* recordFacts(
  room: ErasingRoom,
  facts: readonly NewFact[],
): Steps<Grown & { readonly note: string; readonly prepared: readonly Prepared[] }> {
  const at = yield* moment(room);
  const tree = yield* loadTree(room.room.log, room.room.memory.tree);
  const place = { log: room.room.log, origin: room.keyring.origin, at, actor: callerOfSystem.actor };
  const prepared = facts.map((fact, i) => prepare(fact, { ...place, index: tree.size + i }));
  return { ...(yield* record(room.room, tree, prepared)), prepared };
}
