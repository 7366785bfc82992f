/**
 * Routes of the breach register: recorded, added to, told or not told and why, and whom it reached.
 * Flow:    models/breach.ts → here → endpoints.ts, http/handlers/breaches.ts.
 * Promise: there is no route that changes or removes what was recorded; a later word stands beside the one before.
 * Source:  GDPR 33, 34; UK GDPR 33, 34; decision 0117.
 */
import { z } from 'zod';
import { endpoint, media, page, wholeNumber } from '../endpoint.ts';
import {
  BreachBody,
  Breaches,
  BreachId,
  BreachModel,
  BreachNoteBody,
  BreachNotToldBody,
  BreachTaken,
  BreachToldBody,
  ReachedCount,
  ReachedList,
} from '../models/breach.ts';

const officers = { tags: ['breaches'], who: ['requests'] } as const;
const readers = { method: 'get', tags: ['breaches'], who: ['requests', 'reports', 'audit'] } as const;
const params = z.object({ id: BreachId });

export const postBreach = endpoint({
  ...officers,
  id: 'postBreach',
  method: 'post',
  path: '/v1/breaches',
  summary: 'Record a breach of personal data',
  description:
    'Every breach belongs here, also one that nobody has to be told of (GDPR 33(5)). The hours of the law run from `noticedAt`. It is kept for ever; name nobody in it.',
  body: BreachBody,
  replies: { 201: BreachTaken },
  records: ['breach.recorded'],
});
export const listBreaches = endpoint({
  ...readers,
  id: 'listBreaches',
  path: '/v1/breaches',
  summary: 'The breach register',
  replies: { 200: Breaches },
});
export const getBreach = endpoint({
  ...readers,
  id: 'getBreach',
  path: '/v1/breaches/{id}',
  summary: 'One breach as it stands',
  params,
  replies: { 200: BreachModel },
  fails: ['not-found'],
});
const step = {
  ...officers,
  method: 'post',
  params,
  replies: { 201: BreachTaken },
  fails: ['not-found'],
} as const;
export const postBreachNote = endpoint({
  ...step,
  id: 'postBreachNote',
  path: '/v1/breaches/{id}/notes',
  summary: 'Add what was found, what it led to, or what was done',
  body: BreachNoteBody,
  records: ['breach.noted'],
});
export const postBreachTold = endpoint({
  ...step,
  id: 'postBreachTold',
  path: '/v1/breaches/{id}/told',
  summary: 'Record that the authority or the people were told',
  description: 'As often as they were: law lets the authority be told in steps (GDPR 33(4)).',
  body: BreachToldBody,
  records: ['breach.told'],
});
export const postBreachNotTold = endpoint({
  ...step,
  id: 'postBreachNotTold',
  path: '/v1/breaches/{id}/not-told',
  summary: 'Record why the authority or the people are not told',
  body: BreachNotToldBody,
  records: ['breach.not-told'],
});
const people = z.strictObject({ cursor: page.cursor, limit: wholeNumber(1, 1000).default(100) });
const affected = { ...officers, method: 'get', params, fails: ['not-found'] } as const;
export const countBreachReach = endpoint({
  ...affected,
  id: 'countBreachReach',
  path: '/v1/breaches/{id}/affected-count',
  summary: 'How many people a breach reached',
  description: 'Counted from the uses on record by the named AI systems, for the named purposes, in the time.',
  replies: { 200: ReachedCount },
});
export const listBreachReach = endpoint({
  ...affected,
  id: 'listBreachReach',
  path: '/v1/breaches/{id}/affected',
  summary: 'Whom a breach reached',
  description: 'By pseudonym. Whoever was erased since stands in no list. Go on with `next`.',
  query: people,
  replies: { 200: ReachedList },
});
export const streamBreachReach = endpoint({
  ...affected,
  id: 'streamBreachReach',
  path: '/v1/breaches/{id}/affected.ndjson',
  summary: 'Whom a breach reached, one JSON object a line',
  description:
    'The same list, all of it, written while it is read. The last line has `people`, how many there were; without it the answer was cut.',
  replies: { 200: media('application/x-ndjson', 'One JSON object a line.') },
});
