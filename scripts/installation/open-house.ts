/**
 * Opens the house for a command by hand.
 * Flow:    import → here → house.
 * Promise: of two processes only one may write; where a server does, its address is named. Apart from where.ts, because
 *          the whole house takes a second to load and most commands do without.
 * Source:  docs/design.md 9.
 */
import { readAddress } from '../../src/address.ts';
import { openHouse } from '../../src/house.ts';
import type { House } from '../../src/ports/house.ts';
import { Unavailable } from '../../src/store/store.ts';
import { configFor, type Where } from './where.ts';

/** `width`: how many commands one commit takes at most. */
export async function openFor(where: Where, width: number): Promise<House> {
  const config = configFor(where);
  try {
    return await openHouse(config, undefined, { width });
  } catch (fault) {
    if (!(fault instanceof Unavailable) || fault.code !== 'data-folder-in-use') throw fault;
    const url = readAddress(config.dataDir);
    throw new Error(
      `A server holds ${config.dataDir}. Stop it, or go through it with --url ${url ?? '<its address>'} and --token.`,
    );
  }
}
