/**
 * The repository as text, read once for the tests that look at the house itself.
 * Flow:    the working tree → scripts/house/sources.ts → here → test/house.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checkout, readCheckout, type Source } from '../../scripts/house/sources.ts';

export { roomOf, type Source, sourceOf } from '../../scripts/house/sources.ts';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const checkout: Checkout = readCheckout(root);
export const files: readonly string[] = checkout.files;
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const sources: readonly Source[] = checkout.house;
