/**
 * Routes of the console for connected systems: how each is, its open tasks, asked again or settled by hand.
 * Flow:    here → endpoints.ts, http/handlers/console/connected.ts.
 * Promise: opened by whoever answers requests, and nobody else; what a form does, the API does.
 * Source:  decision 0101; decision 0103.
 */
import { z } from 'zod';
import { endpoint, media, page } from '../endpoint.ts';
import { LanguageTag, RequestId } from '../models/basics.ts';
import { SystemKey } from '../models/task.ts';
import { retryTask, settleTask } from './tasks.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const back = { 303: media('', 'Back to the page it was sent from.'), 200: html };
const sending = { method: 'post', tags: ['console'], page: true, replies: back } as const;
const csrf = z.string().min(1).max(200);
const clerks = { staff: ['requests'] } as const;

export const showConnected = endpoint({
  method: 'get',
  tags: ['console'],
  page: true,
  replies: { 200: html },
  id: 'showConnected',
  path: '/console/connected',
  summary: 'The connected systems, how they are, and what waits there',
  who: clerks,
  query: z.strictObject({
    language: LanguageTag.exactOptional(),
    show: z.enum(['open', 'waits', 'failing']).default('open'),
    system: z.union([SystemKey, z.literal('')]).exactOptional(),
    after: page.cursor,
  }),
  fails: ['invalid-cursor'],
});
const task = {
  params: z.object({ id: RequestId, system: SystemKey }),
  who: clerks,
  fails: retryTask.fails,
} as const;
export const sendTaskRetry = endpoint({
  ...sending,
  ...task,
  id: 'sendTaskRetry',
  path: '/console/connected/{id}/{system}/retry',
  summary: 'Let a connected system be asked again',
  body: z.strictObject({ csrf }),
  records: retryTask.records,
});
export const sendTaskSettled = endpoint({
  ...sending,
  ...task,
  id: 'sendTaskSettled',
  path: '/console/connected/{id}/{system}/settle',
  summary: 'Say that it was done by hand',
  body: z.strictObject({ csrf, words: z.string().max(10_000) }),
  records: settleTask.records,
});
