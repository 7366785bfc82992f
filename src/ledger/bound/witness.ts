/**
 * That the state of this installation is bound: noted in the witness folder, so that nobody who has the database alone
 * can make it look like one of an older release.
 * Flow:    house (start), continuation (a backup of an older release) → here → the file `state-is-bound`.
 * Source:  decision 0063.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'state-is-bound';

export const isKnownBound = (witnessDir: string): boolean => existsSync(join(witnessDir, NAME));

export function noteBound(witnessDir: string): void {
  if (!isKnownBound(witnessDir)) writeFileSync(join(witnessDir, NAME), 'candor-state/v1\n', { mode: 0o600 });
}

/** An older release wrote what is put back now. */
export const forgetBound = (witnessDir: string): void => rmSync(join(witnessDir, NAME), { force: true });
