/**
 * What a row of the bench is: a piece of work, the floor it is held against, the aim, and how both are measured in one
 * run.
 * Flow:    rows/<name>.ts → here → bench (table, JSON).
 * Promise: a ratio is always of two things measured side by side on the same machine in the same minutes; never a timed
 *          test.
 * Source:  docs/design.md 10.
 */

export interface PlannedRow {
  readonly work: string;
  /** What it is compared with; empty where the aim is absolute. */
  readonly floor: string;
  readonly aim: string;
}

export interface BenchRow extends PlannedRow {
  /** Measured only where a database of PostgreSQL is named. */
  readonly needsDatabase?: boolean;
  measure(options: MeasureOptions): Promise<Measured>;
}

export interface MeasureOptions {
  /** How often work and floor take turns. */
  readonly rounds: number;
  /** Smaller data for a quick look; such numbers are marked and are no evidence. */
  readonly quick: boolean;
  /** A database of PostgreSQL beside which others may be made, for rows that need one. */
  readonly databaseUrl?: string | undefined;
}

export interface Measured {
  /** One short line for the table, for example `0.52 ×`. */
  readonly shown: string;
  /** Whether the aim is met; null where the row only reports. */
  readonly met: boolean | null;
  /** Everything behind the line, for `--json`; names end in their unit. */
  readonly numbers: Readonly<Record<string, number>>;
}
