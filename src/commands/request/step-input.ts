/**
 * What a step brings along.
 * Flow:    http → here → step.ts.
 * Promise: only `fulfil` names a tree size, and the house sets it, never the caller.
 * Source:  docs/design.md 8.1.
 */
import type { Rectified } from '../../facts/request.ts';
import type { Calendar } from '../../law/law.ts';
import type { RequestStep } from '../../vocabulary/request.ts';
import type { NamedSystem } from '../../vocabulary/task.ts';
import type { WithheldWish } from '../../vocabulary/withheld.ts';

interface StepFields {
  readonly request: string;
  readonly reason?: string;
  /**
   * A ground for refusing (deny, fulfil in part), or a reason code (extend, pause); for verify it may stand for the
   * level.
   */
  readonly code?: string;
  /** How it was made sure who asks (verify). */
  readonly level?: string;
  /** When what was awaited arrived (resume), RFC 3339; now where it is left out. */
  readonly arrivedAt?: string;
  readonly calendar: Calendar;
}

export type StepRequest = StepFields &
  (
    | { readonly step: Exclude<RequestStep, 'fulfil'> }
    | {
        readonly step: 'fulfil';
        readonly treeSize: number;
        readonly treeLog?: number;
        /** The systems that are connected: none of them may still be open. */
        readonly systems?: readonly NamedSystem[];
        readonly withheld?: readonly WithheldWish[];
        readonly rectified?: readonly Rectified[];
      }
  );
