/**
 * Whether an erasure that a person asked for can be carried out now.
 * Flow:    http/record/request-step.ts → here.
 * Promise: nothing is destroyed before it is sure who asks, and never in part: what stays is named before.
 * Source:  GDPR 12(6), 17(3); docs/design.md 6.
 */
import type { Instant } from '../../facts/fact.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Caller } from '../command.ts';
import { notSureEnough } from './step-facts.ts';
import { whyNoStepUpFor } from './step-up.ts';
import { transitions } from './transitions.ts';

interface ErasureStep {
  readonly code?: string;
  readonly keep?: readonly object[];
  readonly withheld?: readonly object[];
}

interface Trying {
  readonly caller: Caller;
  readonly now: Instant;
}

/** Why it cannot; nothing where it can. */
export function refuseErasure(row: RequestRow, step: ErasureStep, { caller, now }: Trying): Problem | undefined {
  if (row.subject === undefined) return problem('subject-erased');
  const notTheirs = whyNoStepUpFor(caller, row.kind);
  if (notTheirs !== undefined) return notTheirs;
  if (transitions[row.state].fulfil === undefined) return problem('invalid-transition', `The request is ${row.state}.`);
  const unsure = notSureEnough(row, now);
  if (unsure !== undefined) return unsure;
  if (step.keep !== undefined && !caller.scopes.includes('registry'))
    return problem('insufficient-scope', 'Only an officer can keep something against an erasure.');
  // A ground for keeping a part is set down as a hold before the erasure; here everything goes.
  return step.code === undefined && step.withheld === undefined
    ? undefined
    : problem(
        'invalid-transition',
        'An erasure is fulfilled as a whole; set a legal hold or name keep, or refuse with the step deny.',
      );
}
