/**
 * The shape of one row of the table of requests, the import block of docs/law.md 3.9 as a type.
 * Flow:    the tables beside it → here → request-kinds.ts.
 * Promise: a row names its rule, its source and how sure we are of it.
 * Source:  docs/law.md 3.9.
 */
import type { RequestKind, VerificationLevel } from '../../vocabulary/request.ts';
import type { Dated } from '../dated.ts';
import type { DeadlineRule } from '../rules.ts';

export type Requester = 'subject' | 'representative' | 'parent' | 'agent' | 'affected-person' | 'anyone' | 'signal';

export interface KindRow extends Dated {
  readonly kinds: readonly RequestKind[];
  readonly regimes: readonly string[];
  readonly rule: DeadlineRule;
  /** The clock for saying that the request arrived, where the regime has one. */
  readonly ack?: DeadlineRule;
  readonly who: readonly Requester[];
  readonly verification: readonly VerificationLevel[];
  /** The list in answer-lists.ts that the answer must satisfy. */
  readonly checklist?: string;
  /** False where the regime gives no such right and the row only settles the clock. */
  readonly right: boolean;
  /** Are those who received data told by name, or is it enough to tell their kinds? By name where nothing is said. */
  readonly recipients?: 'by-name' | 'by-kind';
  /** The right stands only where the company relies on a human appeal instead of an opt-out (11 CCR 7221(b)(1)). */
  readonly onlyWithHumanAppeal?: true;
  /** The law adds that it must be done sooner than the last day where possible. */
  readonly withoutUndueDelay?: boolean;
}
