/**
 * What a start does with the state: holds it as a whole against the ledger, and brings up what an older release left.
 * Flow:    house (start) → here → judge-state, upgrade, the note in the witness folder.
 * Promise: what an older release left is taken over only where no release before knew better; a head that does not fit
 *          seals the house, and a part in doubt permits nothing.
 * Source:  decision 0063.
 */
import { SealedError } from '../../seal/seal.ts';
import type { RebuildRoom } from '../rebuild.ts';
import { type Upgraded, upgrade } from '../upgrade.ts';
import { readHead } from './head.ts';
import { learnState } from './judge-state.ts';
import type { BoundMemory } from './memory.ts';
import { isKnownBound, noteBound } from './witness.ts';

interface Opening {
  readonly witnessDir: string;
  /** Everything is folded anew at once, so that nothing has to fit. */
  readonly isAnew: boolean;
}

type Room = RebuildRoom & { readonly bound: BoundMemory };

export async function openState(room: Room, { witnessDir, isAnew }: Opening): Promise<Upgraded> {
  const { store, keyring } = room;
  const head = await store.read(() => readHead(keyring));
  const isOlder = head === 'missing' && !isKnownBound(witnessDir);
  if (isOlder) await upgrade(room);
  const fits = (isOlder || typeof head !== 'string') && (await store.read(() => learnState(room)));
  if (!fits && !isAnew) throw unfitHead();
  noteBound(witnessDir);
  // Notes that do not fit say nothing of what an older release left.
  return room.bound.inDoubt.size > 0 || !fits ? { hasFormerMarks: true } : upgrade(room);
}

const unfitHead = (): SealedError =>
  new SealedError(
    'state-does-not-fit',
    'The row of registry_head is not the one that was written with the newest entry of the ledger: the database was changed, or put back in part. Run `npm run verify -- --all`; where it names nothing, run `npm run rebuild-views`, else restore from a backup.',
  );
