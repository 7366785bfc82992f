/**
 * What must have happened before a request of a kind may end as fulfilled: one row for every kind.
 * Flow:    step-facts.ts → here.
 * Promise: an answer that says "done" is refused while it is not; a new kind cannot be added without saying what it
 *          promises.
 * Source:  GDPR 12(3), 15, 16, 18 to 21; 11 CCR 7023; decision 0025.
 */
import { saysNothing } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { asRead } from '../../vocabulary/as-read.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { unfit } from '../refusal.ts';
import type { StepRequest } from './step-input.ts';

type Fulfilling = StepRequest & { readonly step: 'fulfil' };
type Missing = (input: Fulfilling, row: RequestRow) => Problem | undefined;

/** The package is computed from the record and cannot be missing; the limits are checked where they are confirmed. */
const nothingMore: Missing = () => undefined;

/** Nobody but whoever answers knows what was done: the letter is their words. */
const words: Missing = ({ reason }) =>
  reason === undefined || saysNothing(reason)
    ? unfit('/reason', 'required', {
        message: 'The answer to this request is what you write, and nothing is written.',
        fix: 'Say in reason what was found and done; the person reads it.',
      })
    : undefined;

/** Where it opened reviews it ends with them; a letter that meant no decision on record is answered in words. */
const looked: Missing = (input, row) => (row.reviews?.length ? undefined : words(input, row));

/** Article 16 and 19: which value, from what to what, and who was told. */
const corrected: Missing = ({ rectified = [] }) => {
  if (rectified.length === 0)
    return unfit('/rectified', 'required', {
      message: 'It is not said what was corrected.',
      fix: 'Name in rectified each value, from what, to what, and who else was told; or refuse with the step deny.',
    });
  const same = rectified.findIndex(({ from, to }) => from !== undefined && asRead(from) === asRead(to));
  return same < 0
    ? undefined
    : unfit(`/rectified/${same}/to`, 'same-value', {
        message: 'This value is the one that stood there before, so nothing was corrected.',
        fix: 'Name what stands there now; where nothing was wrong, refuse with the step deny.',
      });
};

const promises: Readonly<Record<RequestKind, Missing>> = {
  access: nothingMore,
  'access-categories': nothingMore,
  portability: nothingMore,
  'third-party-list': nothingMore,
  'ai-explanation': nothingMore,
  'human-review': looked,
  rectification: corrected,
  erasure: nothingMore,
  restriction: nothingMore,
  objection: nothingMore,
  'objection-marketing': nothingMore,
  'consent-withdrawal': nothingMore,
  'optout-sale-share': nothingMore,
  'limit-sensitive': nothingMore,
  'optout-admt': nothingMore,
  'optout-profiling': nothingMore,
  'dsr-appeal': words,
  complaint: words,
  'sensitive-accuracy-check': words,
};

/** Why this request cannot end as fulfilled yet. */
export const missingFor = (row: RequestRow, input: Fulfilling): Problem | undefined => promises[row.kind](input, row);
