/**
 * Chance and hashes for values that are made unreadable in a connected system.
 * Flow:    composed/connected → here → connectors/sql.
 * Promise: the salt is drawn for one run and kept nowhere, so that afterwards nobody can try names against a hash; in
 *          that run the same text gives the same hash, so that rows still belong together.
 */
import { createHmac, randomInt } from 'node:crypto';
import { newKey } from './ids.ts';

interface MaskingChance {
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  /** 64 letters and digits. */
  hash(text: string): string;
}

export function newMaskingChance(): MaskingChance {
  const salt = newKey();
  return {
    below: (below) => randomInt(below),
    hash: (text) => createHmac('sha256', salt).update(text).digest('hex'),
  };
}
