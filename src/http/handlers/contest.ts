/**
 * What the form to disagree becomes: files kept one by one, and then the review that names them.
 * Flow:    review-pages → here → house.
 * Promise: every file is checked before the first is kept; a value is sent in the kind in which the data was recorded.
 * Source:  docs/law.md 7.
 */

import type { SentFile } from '../../../openapi/endpoint.ts';
import type { AddFile } from '../../commands/file/add-file.ts';
import type { DecisionRecorded } from '../../facts/decision.ts';
import type { Value } from '../../facts/form.ts';
import type { House } from '../../house-port.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { fileInput } from './files.ts';
import { answered, bodyOf, type Calling, calendarOf, senderOf } from './reply.ts';

export interface ContestSent {
  readonly decision: string;
  readonly statement: string;
  readonly files: readonly SentFile[];
  /** What was typed for each piece of data, by its field. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Contest extends ContestSent {
  readonly corrections: readonly { readonly name: string; readonly value: Value }[];
}

/** A number stays a number where it can be read as one. */
function valueLike(recorded: Value, typed: string): Value {
  const number = Number(typed.replace(',', '.'));
  return typeof recorded === 'number' && Number.isFinite(number) ? number : typed;
}

/** Empty fields say that the data is right. */
export function correctionsIn(
  fields: Readonly<Record<string, unknown>>,
  inputs: DecisionRecorded['inputs'],
): Contest['corrections'] {
  return inputs.flatMap(({ name, value }, place) => {
    const typed = fields[`correction-${place}`];
    return typeof typed === 'string' && typed.trim() !== '' ? [{ name, value: valueLike(value, typed.trim()) }] : [];
  });
}

const required: Problem = problem('validation-failed', undefined, [
  {
    pointer: '/statement',
    code: 'required',
    message: 'Nothing was written.',
    fix: 'Say in a sentence why you do not agree.',
  },
]);

async function kept(house: House, inputs: readonly AddFile[], context: Calling): Promise<readonly string[] | Problem> {
  const ids: string[] = [];
  for (const input of inputs) {
    const { caller, requestId } = senderOf(context);
    const recorded = await house.record('file.add', input, { caller, requestId });
    const refused = answered(recorded);
    if (isProblem(recorded) || isProblem(refused)) return isProblem(refused) ? refused : problem('internal');
    ids.push(String(bodyOf(recorded)['id']));
  }
  return ids;
}

export async function recordContest(
  house: House,
  contest: Contest,
  context: Calling,
): Promise<{ readonly review: string } | Problem> {
  const { decision, statement, files, corrections } = contest;
  if (statement.trim() === '') return required;
  const inputs: AddFile[] = [];
  for (const file of files) {
    const input = fileInput(file, '/files');
    if (isProblem(input)) return input;
    inputs.push(input);
  }
  const evidence = await kept(house, inputs, context);
  if (isProblem(evidence)) return evidence;
  const why = 'contested';
  const opening = { decision, why, statement, corrections, evidence, calendar: calendarOf(house) } as const;
  const recorded = await house.record('review.open', opening, senderOf(context));
  const refused = answered(recorded);
  if (isProblem(recorded) || isProblem(refused)) return isProblem(refused) ? refused : problem('internal');
  return { review: String(bodyOf(recorded)['id']) };
}
