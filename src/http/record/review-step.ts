/**
 * Takes one step of a review.
 * Flow:    handlers → here → the commands of reviews.
 * Promise: the decision and the files of a review never change, so they are read before its step is judged.
 * Source:  docs/design.md 8; docs/law.md 7.
 */
import { askMeanwhile, askSawResult } from '../../answers/review/worked-before.ts';
import type { CommandKind, InputOf } from '../../commands/commands.ts';
import type { House } from '../../ports/house.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { askedBy } from '../../views/review/reviewer-sees.ts';
import { everyoneBehind } from '../../vocabulary/behind.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { renderRecorded } from '../reply.ts';

type ReviewStepCall = AuthenticatedCall & {
  readonly params: { readonly id: string };
  readonly body?: object | undefined;
};

type ReviewStep = Exclude<Extract<CommandKind, `review.${string}`>, 'review.open' | 'review.cancel'>;

export interface ReviewStepInput {
  readonly kind: ReviewStep;
  readonly [member: string]: unknown;
}

/** What of the reviewer's record bears on the step, as of now. */
async function askRecordOf(
  house: House,
  row: ReviewRow | undefined,
  { call, step }: { readonly call: ReviewStepCall; readonly step: ReviewStepInput },
): Promise<object> {
  if (row === undefined) return {};
  const { reviewer: asked, reasons = '' } = { ...call.body, ...step } as {
    readonly [word in 'reviewer' | 'reasons']?: string;
  };
  if (step.kind === 'review.assign')
    return { sawFirst: await askSawResult(house, { row, reviewer: house.actorOf(asked ?? '') }) };
  if (step.kind !== 'review.conclude') return {};
  const [reviewer = '', ...through] = everyoneBehind(call.caller.actor);
  return {
    sawFirst: await askSawResult(house, { row, reviewer, behind: [...through, ...(row.seats.first?.behind ?? [])] }),
    ...(await askMeanwhile(house, { row, reviewer, reasons })),
  };
}

export async function takeReviewStep(
  house: House,
  call: ReviewStepCall,
  step: ReviewStepInput,
): Promise<BytesAnswer | Problem> {
  const { kind, ...more } = step;
  const row = await house.review(call.params.id);
  // A step under a key may have been taken before an erasure; then the command answers that, and 404 else.
  if (row === undefined && call.idempotency === undefined) return problem('not-found');
  const { id: review, decision, evidence: files } = row ?? { id: call.params.id, decision: '', evidence: [] };
  // The pipeline held the body against the model of the endpoint whose step this is.
  const known = await askRecordOf(house, row, { call, step });
  const asked = row === undefined ? [] : askedBy(row);
  const input = { review, decision, files, asked, ...call.body, ...more, ...known } as InputOf<ReviewStep>;
  return renderRecorded(await house.record(kind, input, senderOf(call)));
}
