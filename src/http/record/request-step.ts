/**
 * Takes one step of a request. Fulfilling an erasure erases; a correction and a restriction reach connected systems
 * before they end; every other step is recorded as it is.
 * Flow:    handlers → here → command `request.step`, or the erasure.
 * Promise: an erasure writes its own end of the request, so that no fact about the person comes after it.
 * Source:  docs/design.md 6 and 8.1.
 */

import { calendarOf } from '../../answers/calendar.ts';
import { refuseErasure } from '../../commands/request/erasure-step.ts';
import { shownDenial } from '../../commands/request/shown-denial.ts';
import type { Rectified } from '../../facts/request.ts';
import type { House } from '../../ports/house.ts';
import type { Sender } from '../../ports/records.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { systemsOpen } from '../../views/request/task-row.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { RequestStep } from '../../vocabulary/request.ts';
import { isToldWork } from '../../vocabulary/task.ts';
import type { WithheldWish } from '../../vocabulary/withheld.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { type KeepBody, keepsOf } from '../keeps.ts';
import { renderJson, renderRecorded, renderUnderWay } from '../reply.ts';

interface RequestStepCall extends AuthenticatedCall {
  readonly params: { readonly id: string };
  readonly body: {
    readonly reason?: string;
    readonly code?: string;
    readonly level?: string;
    readonly arrivedAt?: string;
    readonly keep?: readonly KeepBody[];
    readonly withheld?: readonly WithheldWish[];
    readonly rectified?: readonly Rectified[];
  };
}

async function eraseFor(house: House, row: RequestRow, call: RequestStepCall): Promise<BytesAnswer | Problem> {
  const refused = refuseErasure(row, call.body, { caller: call.caller, now: house.now() });
  if (refused !== undefined) return refused;
  const { keep } = call.body;
  const erased = await house.erase(row.subject ?? '', {
    sender: senderOf(call),
    request: row.id,
    ...(keep === undefined ? {} : { keep: keepsOf(keep) }),
  });
  if (isProblem(erased)) return erased;
  if ('underWay' in erased) return renderUnderWay(erased);
  if ('proposed' in erased) return renderRecorded(erased.proposed);
  const after = await house.request(row.id);
  return after === undefined
    ? problem('not-found')
    : renderJson(200, { ...showRequest(after), ...shownDenial(after), entry: erased.entry });
}

/** What goes before a step is no answer to its idempotency key. */
const senderWithoutKey = (call: RequestStepCall): Sender => {
  const { caller, requestId } = senderOf(call);
  return { caller, requestId };
};

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

const arrivedElsewhere = problem('validation-failed', undefined, [
  {
    pointer: '/arrivedAt',
    code: 'only-for-resume',
    message: 'Only what was awaited arrives.',
    fix: 'Leave arrivedAt out.',
  },
]);

export async function takeRequestStep(
  house: House,
  step: RequestStep,
  call: RequestStepCall,
): Promise<BytesAnswer | Problem> {
  const { params, body } = call;
  const input = { request: params.id, ...body, calendar: calendarOf(house) };
  const row = step === 'fulfil' ? await house.request(params.id) : undefined;
  if (row?.kind === 'erasure') return eraseFor(house, row, call);
  if (body.keep !== undefined) return keepElsewhere;
  if (body.withheld !== undefined && step !== 'fulfil') return withheldElsewhere;
  if (body.arrivedAt !== undefined && step !== 'resume') return arrivedElsewhere;
  if (step !== 'fulfil') return renderRecorded(await house.record('request.step', { ...input, step }, senderOf(call)));
  const { systems } = house.settings;
  // One that no task was opened for yet, such as from before a system was connected, reaches it now.
  if (row !== undefined && row.kind === 'access' && systemsOpen(row, systems).some(({ state }) => state === 'none'))
    await house.record('task.open', { request: row.id, systems }, senderWithoutKey(call));
  if (row !== undefined && isToldWork(row.kind) && systemsOpen(row, systems).some(({ state }) => state === 'none')) {
    const answer = { ...input, step, treeSize: 0 } as const;
    return renderRecorded(await house.record('task.open', { request: row.id, systems, answer }, senderOf(call)));
  }
  const { log } = house.ledger;
  const point = { systems, treeSize: await house.ledger.size(log), ...(log === 0 ? {} : { treeLog: log }) };
  return renderRecorded(await house.record('request.step', { ...input, step, ...point }, senderOf(call)));
}
