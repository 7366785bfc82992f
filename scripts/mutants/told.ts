/**
 * What a run found, for people: the share that was noticed, and every change that was not.
 * Flow:    scripts/mutants.ts → here → standard output.
 * Promise: a change counts as noticed where a test failed or would have gone on for ever; one that no test reached
 *          counts as not noticed.
 */
import type { Outcome } from './plan.ts';

/** A change that was tried. */
export interface Mutant {
  readonly id: string;
  /** Path, line and column, from 1. */
  readonly place: string;
  readonly what: string;
  readonly replacement: string;
  readonly is: Outcome;
}

interface Score {
  readonly noticed: number;
  readonly survived: number;
  readonly unreached: number;
  /** Noticed of all, in percent. */
  readonly percent: number;
}

export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (outcome: Outcome): number => mutants.filter(({ is }) => is === outcome).length;
  const noticed = count('noticed');
  const percent = mutants.length === 0 ? 100 : Math.round((noticed / mutants.length) * 1_000) / 10;
  return { noticed, survived: count('survived'), unreached: count('unreached'), percent };
}

export function shownScore(room: string, { noticed, survived, unreached, percent }: Score): string {
  const all = noticed + survived + unreached;
  return `${room}: ${percent} % of ${all} changes noticed; ${survived} survived, ${unreached} were reached by no test.`;
}

/** One line a change that nobody noticed, in the order of the files. */
export function leftOver(mutants: readonly Mutant[]): readonly string[] {
  return mutants
    .filter(({ is }) => is !== 'noticed')
    .map(({ place, what, replacement, is }) => {
      const how = is === 'unreached' ? ' (reached by no test)' : '';
      return `${place}  ${what}${how}: ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`;
    })
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
