/**
 * What a step brings along.
 * Flow:    http → here → step.ts.
 * Promise: only `fulfil` names a tree size, and the house sets it, never the caller.
 * Source:  DESIGN section 8.1.
 */
import type { Calendar } from '../../law/clock.ts';
import type { RequestStep } from '../../vocabulary/request.ts';

interface Taken {
  readonly request: string;
  readonly reason?: string;
  /** A ground for refusing (deny, fulfil in part), a level (verify), or a reason code (extend, pause). */
  readonly code?: string;
  readonly calendar: Calendar;
}

export type StepRequest = Taken & ({ readonly step: Exclude<RequestStep, 'fulfil'> } | { readonly step: 'fulfil'; readonly treeSize: number });
