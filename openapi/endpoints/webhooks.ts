/**
 * Routes of webhooks: make, list, change and end an endpoint, new secret, test, replay, and the log of deliveries.
 * Flow:    models/webhook.ts → here → endpoints.ts, http/handlers/webhooks.ts.
 * Promise: who sends data of people out of the house holds a scope for that; each act is a fact.
 * Source:  Standard Webhooks; decision 0074.
 */
import { z } from 'zod';
import { endpoint, listOf, page } from '../endpoint.ts';
import {
  DeliveryModel,
  TestModel,
  WebhookBody,
  WebhookChangeBody,
  WebhookChangedModel,
  WebhookId,
  WebhookMadeModel,
  WebhookModel,
  WebhookReplayBody,
  Webhooks,
} from '../models/webhook.ts';

const keepers = { tags: ['webhooks'], who: ['admin'] } as const;
const params = z.object({ id: WebhookId });

export const postWebhook = endpoint({
  ...keepers,
  id: 'postWebhook',
  method: 'post',
  path: '/v1/webhooks',
  summary: 'Send changes to an endpoint',
  description:
    'Deliveries follow Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature`, and a body `{type, timestamp, data}` whose `data` is an item of GET /v1/changes. They come in the order of the feed, each at least once and always under the same id. What is not answered 2xx within 15 seconds is tried again over about three days; then, and at 410, the endpoint is disabled and keeps its place.',
  body: WebhookBody,
  replies: { 201: WebhookMadeModel },
  fails: ['webhook-address-refused'],
  records: ['webhook.made'],
});
export const listWebhooks = endpoint({
  ...keepers,
  id: 'listWebhooks',
  method: 'get',
  path: '/v1/webhooks',
  summary: 'Where changes are sent',
  description: 'The newest first, those that have ended, too.',
  replies: { 200: Webhooks },
});
export const getWebhook = endpoint({
  ...keepers,
  id: 'getWebhook',
  method: 'get',
  path: '/v1/webhooks/{id}',
  summary: 'How an endpoint stands',
  params,
  replies: { 200: WebhookModel },
  fails: ['not-found'],
});
export const putWebhook = endpoint({
  ...keepers,
  id: 'putWebhook',
  method: 'put',
  path: '/v1/webhooks/{id}',
  summary: 'Change, disable or enable an endpoint',
  params,
  body: WebhookChangeBody,
  replies: { 200: WebhookChangedModel },
  fails: ['not-found', 'invalid-transition', 'webhook-address-refused'],
  records: ['webhook.changed'],
});
export const deleteWebhook = endpoint({
  ...keepers,
  id: 'deleteWebhook',
  method: 'delete',
  path: '/v1/webhooks/{id}',
  summary: 'End an endpoint for good',
  params,
  replies: { 200: WebhookChangedModel },
  fails: ['not-found', 'invalid-transition'],
  records: ['webhook.ended'],
});
export const postWebhookSecret = endpoint({
  ...keepers,
  id: 'postWebhookSecret',
  method: 'post',
  path: '/v1/webhooks/{id}/secret',
  summary: 'Give an endpoint a new secret',
  description:
    'For a day deliveries carry two signatures, of the new secret and of the one before, so that the receiver can change over.',
  params,
  body: z.strictObject({}),
  replies: { 200: WebhookChangedModel },
  fails: ['not-found', 'invalid-transition'],
  records: ['webhook.changed'],
});
export const postWebhookTest = endpoint({
  ...keepers,
  id: 'postWebhookTest',
  method: 'post',
  path: '/v1/webhooks/{id}/test',
  summary: 'Send a test delivery now',
  description: 'Signed as every other, of type `test`, about nobody. Tells what became of it.',
  params,
  body: z.strictObject({}),
  replies: { 200: TestModel },
  fails: ['not-found'],
});
export const postWebhookReplay = endpoint({
  ...keepers,
  id: 'postWebhookReplay',
  method: 'post',
  path: '/v1/webhooks/{id}/replay',
  summary: 'Send changes again from a place in the ledger',
  description:
    'Everything behind that entry is sent again, under the same ids. A place further on leaves out what stands between.',
  params,
  body: WebhookReplayBody,
  replies: { 200: WebhookChangedModel },
  fails: ['not-found', 'invalid-transition'],
  records: ['webhook.changed'],
});
export const listDeliveries = endpoint({
  ...keepers,
  id: 'listDeliveries',
  method: 'get',
  path: '/v1/webhooks/{id}/deliveries',
  summary: 'What became of the deliveries to an endpoint',
  description: 'The newest first, each try of the last 30 days.',
  params,
  query: z.strictObject(page),
  replies: { 200: listOf(DeliveryModel) },
  fails: ['not-found'],
});
