/**
 * Handlers of tasks: what connected systems have to do for requests.
 * Flow:    app → here → answers/request, views/request, commands `task.move` and `task.end`.
 * Promise: whoever answers requests sees every task that is not done.
 * Source:  decision 0101.
 */
import * as tasks from '../../../openapi/endpoints/tasks.ts';
import { askAccepted } from '../../answers/request/ask-accepted.ts';
import { askOpenTasks } from '../../answers/request/open-tasks.ts';
import type { House } from '../../ports/house.ts';
import { showTask } from '../../views/request/task-row.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { recordLook } from '../record/look.ts';
import { renderJson, renderRecorded } from '../reply.ts';

export const taskHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(tasks.listTasks)(async (context) => {
    const cursor = readCursor(context, tasks.listTasks.id);
    if (isProblem(cursor)) return cursor;
    const { state, limit } = context.query;
    const page = await askOpenTasks(house, pageQuery(cursor, limit), (task) => task.state === (state ?? task.state));
    return renderJson(200, withCursor(page, cursor));
  }),
  on(tasks.getRequestTasks)(async ({ params, caller, requestId }) => {
    const row = await house.request(params.id);
    if (row === undefined) return problem('not-found');
    const items = (row.tasks ?? []).map((task) => showTask(row.id, task));
    const { rectified: corrections } = (await askAccepted(house, row)) ?? {};
    if (corrections === undefined || row.subject === undefined) return renderJson(200, { items });
    const look = { subject: row.subject, what: 'request', reason: 'request' } as const;
    return (await recordLook(house, look, { caller, requestId })) ?? renderJson(200, { items, corrections });
  }),
  on(tasks.retryTask)(async (context) => {
    const { id: request, system } = context.params;
    return renderRecorded(await house.record('task.move', { request, system, move: 'retry' }, senderOf(context)));
  }),
  on(tasks.settleTask)(async (context) => {
    const { id: request, system } = context.params;
    const input = { request, system, by: 'person', words: context.body.words } as const;
    return renderRecorded(await house.record('task.end', input, senderOf(context)));
  }),
];
