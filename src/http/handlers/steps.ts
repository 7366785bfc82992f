/**
 * Handlers of the steps of a request. Fulfilling an erasure erases; every other step is recorded as it is.
 * Flow:    app → here → house.
 * Promise: an erasure writes its own end of the request, so that no fact about the person comes after it.
 * Source:  docs/design.md 6 and 8.1.
 */

import { requestStepEndpoints } from '../../../openapi/endpoints/requests.ts';
import { shownDenial } from '../../commands/request/shown-denial.ts';
import { transitions } from '../../commands/request/transitions.ts';
import type { House } from '../../house-port.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { RequestStep } from '../../vocabulary/request.ts';
import type { WithheldWish } from '../../vocabulary/withheld.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { type KeepBody, keepsOf } from './keeps.ts';
import { answered, type Calling, calendarOf, senderOf, told } from './reply.ts';

export interface Stepping extends Calling {
  readonly params: { readonly id: string };
  readonly body: {
    readonly reason: string;
    readonly code?: string;
    readonly level?: string;
    readonly keep?: readonly KeepBody[];
    readonly withheld?: readonly WithheldWish[];
  };
}

/** Why an erasure cannot be carried out now. */
function refusedErasure(row: RequestRow, { body, caller }: Stepping): Problem | undefined {
  if (row.subject === undefined) return problem('subject-erased');
  if (transitions[row.state].fulfil === undefined) return problem('invalid-transition', `The request is ${row.state}.`);
  if (row.verification === 'none')
    return problem('invalid-transition', 'Verify first who asks: this answer destroys data.');
  if (body.keep !== undefined && !caller.scopes.includes('registry'))
    return problem('insufficient-scope', 'Only an officer can keep something against an erasure.');
  // A ground for keeping a part is set down as a hold before the erasure; here everything goes.
  return body.code === undefined && body.withheld === undefined
    ? undefined
    : problem(
        'invalid-transition',
        'An erasure is fulfilled as a whole; set a legal hold or name keep, or refuse with the step deny.',
      );
}

async function erased(house: House, row: RequestRow, context: Stepping): Promise<BytesAnswer | Problem> {
  const refused = refusedErasure(row, context);
  if (refused !== undefined) return refused;
  const { keep } = context.body;
  const done = await house.erase(row.subject ?? '', {
    sender: senderOf(context),
    request: row.id,
    ...(keep === undefined ? {} : { keep: keepsOf(keep) }),
  });
  if (isProblem(done)) return done;
  const after = await house.request(row.id);
  return after === undefined
    ? problem('not-found')
    : told(200, { ...showRequest(after), ...shownDenial(after), entry: done.entry });
}

const keepElsewhere = problem('validation-failed', undefined, [
  { pointer: '/keep', code: 'only-for-erasure', message: 'Only an erasure keeps something.', fix: 'Leave keep out.' },
]);

const withheldElsewhere = problem('validation-failed', undefined, [
  {
    pointer: '/withheld',
    code: 'only-for-fulfil',
    message: 'Only an answer leaves something out.',
    fix: 'Leave withheld out.',
  },
]);

export async function taken(house: House, step: RequestStep, context: Stepping): Promise<BytesAnswer | Problem> {
  const { params, body } = context;
  const input = { request: params.id, ...body, calendar: calendarOf(house) };
  const row = step === 'fulfil' ? await house.request(params.id) : undefined;
  if (row?.kind === 'erasure') return erased(house, row, context);
  if (body.keep !== undefined) return keepElsewhere;
  if (body.withheld !== undefined && step !== 'fulfil') return withheldElsewhere;
  if (step !== 'fulfil') return answered(await house.record('request.step', { ...input, step }, senderOf(context)));
  const { log } = house.ledger;
  const point = { treeSize: await house.ledger.size(log), ...(log === 0 ? {} : { treeLog: log }) };
  return answered(await house.record('request.step', { ...input, step, ...point }, senderOf(context)));
}

export const stepHandlers = (house: House): readonly Bound[] =>
  (Object.keys(requestStepEndpoints) as RequestStep[]).map((step) =>
    on(requestStepEndpoints[step])((context) => taken(house, step, context)),
  );
