/**
 * A correction or a restriction that was decided waits until every connected system was told, and is answered then.
 * Flow:    work-tasks → here → commands `task.open`, `request.step`.
 * Promise: what is answered is what somebody decided, word for word, from the fact that opened the task.
 * Source:  GDPR 16, 18, 19; decision 0106.
 */
import { calendarOf } from '../answers/calendar.ts';
import { askAccepted } from '../answers/request/ask-accepted.ts';
import type { House } from '../ports/house.ts';
import type { Sender } from '../ports/records.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import { isToldWork, type NamedSystem } from '../vocabulary/task.ts';

interface Answering {
  readonly house: Pick<House, 'record' | 'facts' | 'settings' | 'ledger'>;
  readonly systems: readonly NamedSystem[];
  readonly sender: Sender;
}

const answerOf = async (answering: Answering, row: RequestRow) => ({
  ...(await askAccepted(answering.house, row)),
  request: row.id,
  step: 'fulfil' as const,
  treeSize: 0,
  calendar: calendarOf(answering.house),
});

/** Every system was told. */
export async function answerTold(answering: Answering, row: RequestRow): Promise<unknown> {
  const { house, systems, sender } = answering;
  const { log } = house.ledger;
  const point = { systems, treeSize: await house.ledger.size(log), ...(log === 0 ? {} : { treeLog: log }) };
  return house.record('request.step', { ...(await answerOf(answering, row)), ...point }, sender);
}

/** Systems that have no task for it yet, also those that were connected since. */
export async function openMissing(answering: Answering, row: RequestRow): Promise<unknown> {
  const { house, systems, sender } = answering;
  const answer = isToldWork(row.kind) ? { answer: await answerOf(answering, row) } : {};
  return house.record('task.open', { request: row.id, systems, ...answer }, sender);
}
