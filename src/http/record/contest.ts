/**
 * Records that somebody disagrees with a decision: files of the form one by one, and then the review that names them.
 * Flow:    handlers/review-pages.ts, my-reviews.ts, console/desk.ts → here → commands `file.add`, `review.open`.
 * Promise: every file is checked before the first is kept.
 * Source:  docs/law.md 7.
 */

import type { SentFile } from '../../../openapi/endpoint.ts';
import { calendarOf } from '../../answers/calendar.ts';
import { askHumanAsked } from '../../answers/request/ask-decisions.ts';
import type { AddFile } from '../../commands/file/add-file.ts';
import type { OpenReview } from '../../commands/review/open-review.ts';
import type { Reads } from '../../ports/reads.ts';
import type { Records } from '../../ports/records.ts';
import { isBlank } from '../../vocabulary/blank.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type AuthenticatedCall, senderOf, senderWithoutKey } from '../call.ts';
import type { Correction } from '../corrections.ts';
import { readFileInput } from '../files.ts';
import { readBodyOf, renderRecorded } from '../reply.ts';

export interface ContestSent {
  readonly decision: string;
  readonly statement: string;
  readonly files: readonly SentFile[];
  /** What was typed for each piece of data, by its field. */
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Contest extends ContestSent {
  readonly corrections: readonly Correction[];
}

const required: Problem = problem('validation-failed', undefined, [
  {
    pointer: '/statement',
    code: 'required',
    message: 'Nothing was written.',
    fix: 'Say in a sentence why you do not agree.',
  },
]);

type Said = Omit<OpenReview, 'why' | 'calendar' | 'asked'>;

/** Opens the review of a contest, as part of the request that it is. */
export async function openContest(house: Reads & Records, said: Said, call: AuthenticatedCall) {
  const fact = (await house.facts([said.decision])).get(said.decision);
  const asked = fact?.subject === undefined ? {} : await askHumanAsked(house, fact.subject);
  const input = { ...said, ...asked, why: 'contested' as const, calendar: calendarOf(house) };
  return house.record('review.open', input, senderOf(call));
}

async function recordFiles(
  records: Records,
  inputs: readonly AddFile[],
  call: AuthenticatedCall,
): Promise<readonly string[] | Problem> {
  const ids: string[] = [];
  for (const input of inputs) {
    const recorded = await records.record('file.add', input, senderWithoutKey(call));
    const refused = renderRecorded(recorded);
    if (isProblem(recorded) || isProblem(refused)) return isProblem(refused) ? refused : problem('internal');
    ids.push(String(readBodyOf(recorded)['id']));
  }
  return ids;
}

export async function recordContest(
  house: Reads & Records,
  contest: Contest,
  call: AuthenticatedCall,
): Promise<{ readonly review: string } | Problem> {
  const { decision, statement, files, corrections } = contest;
  if (isBlank(statement)) return required;
  const inputs: AddFile[] = [];
  for (const file of files) {
    const input = readFileInput(file, '/files');
    if (isProblem(input)) return input;
    inputs.push(input);
  }
  const evidence = await recordFiles(house, inputs, call);
  if (isProblem(evidence)) return evidence;
  const opening = { decision, statement, corrections: [...corrections], evidence: [...evidence] };
  const recorded = await openContest(house, opening, call);
  const refused = renderRecorded(recorded);
  if (isProblem(recorded) || isProblem(refused)) return isProblem(refused) ? refused : problem('internal');
  return { review: String(readBodyOf(recorded)['id']) };
}
