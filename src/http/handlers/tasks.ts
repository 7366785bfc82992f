/**
 * Handlers of tasks: what connected systems have to do for requests.
 * Flow:    app → here → views/request, commands `task.move` and `task.end`.
 * Promise: whoever answers requests sees every task that is not done.
 * Source:  decision 0101.
 */
import * as tasks from '../../../openapi/endpoints/tasks.ts';
import type { House } from '../../ports/house.ts';
import { showTask } from '../../views/request/task-row.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { renderJson, renderRecorded } from '../reply.ts';

const MOST = 200;
const EVER = 8_640_000_000_000_000;

export const taskHandlers = (house: House): readonly Bound[] => [
  on(tasks.listTasks)(async ({ query }) => {
    const rows = await house.requestsWithTasks({ before: EVER, limit: MOST });
    const open = rows.flatMap((row) => (row.tasks ?? []).map((task) => showTask(row.id, task)));
    return renderJson(200, { items: open.filter(({ state }) => (query.state ?? state) === state) });
  }),
  on(tasks.getRequestTasks)(async ({ params }) => {
    const row = await house.request(params.id);
    if (row === undefined) return problem('not-found');
    return renderJson(200, { items: (row.tasks ?? []).map((task) => showTask(row.id, task)) });
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
