/**
 * The kinds of facts that are folded by their kinds, wherever they stand.
 * Flow:    facts → here → registry-memory, sums.
 */
import { factForms } from '../../facts/facts.ts';

export const registryKinds: readonly string[] = [...factForms.values()]
  .filter((form) => form.class === 'registry')
  .map((form) => form.kind);
