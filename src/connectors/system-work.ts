/**
 * What every connected system is asked for in the same words, whatever it is: all of one person, to erase
 * them, or to do as was answered to them.
 * Flow:    whoever works a request → here (the contract) → sql, http.
 * Promise: a connector answers with what it did or with a code; it never throws for what the other side does, and no
 *          answer of it holds a credential or an address.
 */

/** The names of one person, without their schemes, in normal form. */
export interface PersonNames {
  readonly customer: readonly string[];
  readonly email: readonly string[];
  readonly phone: readonly string[];
}

/** A row or a record as the system gave it; what JSON cannot hold is text. */
export interface Row {
  readonly [column: string]: unknown;
}

interface FoundTable {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface FoundInSystem {
  readonly tables: readonly FoundTable[];
}

export interface ErasedTable {
  readonly name: string;
  readonly deleted?: number;
  readonly masked?: number;
  /** Rows that other people share, which stay. */
  readonly shared?: number;
}

export interface ErasedInSystem {
  readonly tables: readonly ErasedTable[];
  /** What the system keeps, and why, in its own words. */
  readonly kept: readonly { readonly name: string; readonly reason: string }[];
}

export interface ConnectedFault {
  readonly failed: string;
  /** Trying again without anybody doing something changes nothing. */
  readonly isLasting: boolean;
  /** Names of tables and columns, or a status; never a value of a row. */
  readonly details: readonly string[];
  /** It goes on there and nothing is wrong: when it is worth looking again, epoch milliseconds. */
  readonly againAt?: number;
}

export const fault = (failed: string, details: readonly string[] = []): ConnectedFault => ({
  failed,
  isLasting: false,
  details,
});
export const lastingFault = (failed: string, details: readonly string[] = []): ConnectedFault => ({
  failed,
  isLasting: true,
  details,
});

export const isFault = (answer: object): answer is ConnectedFault => 'failed' in answer;

/** Ends a run from deep inside; caught where the run began. */
export class SystemTrouble extends Error {
  readonly told: ConnectedFault;
  constructor(told: ConnectedFault) {
    super(told.failed);
    this.told = told;
  }
}

/** What a system is told, so that it does the same. */
export type Telling =
  | {
      readonly work: 'rectification';
      readonly corrections: readonly { readonly what: string; readonly from?: string; readonly to: string }[];
    }
  /** Without purposes: every use. */
  | { readonly work: 'restriction' | 'restriction-lifted'; readonly purposes?: readonly string[] };

interface ToldSystem {
  readonly told: true;
}

export interface SystemWork {
  /** An erasure that is broken off has done some of it, and the next run finds what is left. */
  readonly isPiecemeal?: true;
  access(person: PersonNames): Promise<FoundInSystem | ConnectedFault>;
  /**
   * `beforeFinal` is told what was done before it is made final, where a system can wait with that; a fault of it
   * undoes everything.
   */
  erase(
    person: PersonNames,
    beforeFinal?: (erased: ErasedInSystem) => Promise<ConnectedFault | undefined>,
  ): Promise<ErasedInSystem | ConnectedFault>;
  /** Told is who has it or has nothing of the person; where only somebody can do it, a lasting fault says so. */
  tell(person: PersonNames, telling: Telling): Promise<ToldSystem | ConnectedFault>;
}

/** A credential by its name, as it is now; a fault where there is none. */
export type SecretOf = (name: string) => string | ConnectedFault | Promise<string | ConnectedFault>;
