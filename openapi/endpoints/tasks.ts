/**
 * Routes of tasks: what connected systems have to do for requests, for those who answer them.
 * Flow:    models/task.ts → here → endpoints.ts, http/handlers/tasks.ts.
 * Promise: what failed is seen here, and a request does not end over it.
 * Source:  decision 0101.
 */
import { z } from 'zod';
import { taskStates } from '../../src/vocabulary/task.ts';
import { endpoint, listOf, page } from '../endpoint.ts';
import { RequestId } from '../models/basics.ts';
import { SettleTaskBody, SystemKey, Task, TaskMovedModel, Tasks } from '../models/task.ts';

const tags = ['requests'] as const;
const params = z.object({ id: RequestId, system: SystemKey });

export const listTasks = endpoint({
  id: 'listTasks',
  method: 'get',
  path: '/v1/tasks',
  summary: 'List what connected systems still have to do',
  description: 'Of every open request, page by page; a parked one waits for you.',
  tags,
  who: ['requests'],
  query: z.strictObject({ ...page, state: z.enum(taskStates).exactOptional() }),
  replies: { 200: listOf(Task, 'oldest') },
});

export const getRequestTasks = endpoint({
  id: 'getRequestTasks',
  method: 'get',
  path: '/v1/requests/{id}/tasks',
  summary: 'Read how far each connected system is with a request',
  tags,
  who: ['requests'],
  params: z.object({ id: RequestId }),
  replies: { 200: Tasks },
  fails: ['not-found'],
  records: ['look.taken', 'look.recorded'],
});

export const retryTask = endpoint({
  id: 'retryTask',
  method: 'post',
  path: '/v1/requests/{id}/tasks/{system}/retry',
  summary: 'Let a connected system be asked again',
  tags,
  who: ['requests'],
  params,
  replies: { 200: TaskMovedModel },
  fails: ['not-found', 'invalid-transition', 'subject-erased'],
  records: ['task.moved'],
});

export const settleTask = endpoint({
  id: 'settleTask',
  method: 'post',
  path: '/v1/requests/{id}/tasks/{system}/settle',
  summary: 'Say that you did by hand what a connected system had to do',
  description: 'For a manual task, and for one that cannot be done otherwise. Your words stay in the record.',
  tags,
  who: ['requests'],
  params,
  body: SettleTaskBody,
  replies: { 200: TaskMovedModel },
  fails: ['not-found', 'invalid-transition', 'subject-erased'],
  records: ['task.done'],
});
