/**
 * What a run is to try, handed from the command to the process that tries it, and what became of each change.
 * Flow:    scripts/mutants.ts → here (a file) → vitest.mutants.config.ts, inside.ts.
 */
import { existsSync, readFileSync } from 'node:fs';

export type Outcome = 'noticed' | 'survived' | 'unreached';

interface Line {
  readonly id: string;
  readonly is: Outcome | 'begun';
}

export interface Plan {
  /** Instrumented sources by path; every change is in them, switched off. */
  readonly sources: Readonly<Record<string, string>>;
  /** Paths of test files. */
  readonly tests: readonly string[];
  readonly mutants: readonly string[];
  /** Those in modules that keep what they worked out. */
  readonly remembering: readonly string[];
  /** Where the outcomes go, one JSON object a line. */
  readonly results: string;
}

/** The name under which the process that tries finds the plan. */
export const PLAN = 'CANDOR_MUTANTS_PLAN';

export function planOf(): Plan & { readonly done: ReadonlySet<string> } {
  const plan = JSON.parse(readFileSync(process.env[PLAN] ?? '', 'utf8')) as Plan;
  return { ...plan, done: new Set(outcomesIn(plan.results).keys()) };
}

/** A change that was begun and never ended held the process up: whoever runs it would have noticed. */
export function outcomesIn(results: string): ReadonlyMap<string, Outcome> {
  const lines = existsSync(results)
    ? readFileSync(results, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
  const found = new Map<string, Outcome>();
  for (const line of lines) {
    const { id, is } = JSON.parse(line) as Line;
    found.set(id, is === 'begun' ? 'noticed' : is);
  }
  return found;
}
