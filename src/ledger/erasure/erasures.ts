import type { Erased, Sender } from '../../house-port.ts';
import type { Keyring } from '../../seal/keys.ts';
import type { Store } from '../../store/store.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { BatchRoom } from '../batch.ts';
import type { Writer } from '../writer.ts';

export interface ErasingRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly room: BatchRoom;
  readonly writer: Writer;
  readonly witnessDir: string;
  readonly backupLifeMs: number;
  now(): number;
}
export interface Erasing {
  erase(identifier: string, why: { readonly sender: Sender; readonly request?: string }): Promise<Erased | Problem>;
}
export async function erasures(_room: ErasingRoom): Promise<Erasing> {
  return { erase: async () => ({ problem: 'unavailable' }) };
}
