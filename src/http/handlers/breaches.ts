/**
 * Handlers of the breach register.
 * Flow:    app → here → commands `breach.…`, answers/breach.
 * Promise: whom it reached is read a page at a time, also where all of it is written.
 * Source:  GDPR 33, 34; decision 0117.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as breaches from '../../../openapi/endpoints/breaches.ts';
import { affectedBy, askBreach, askBreaches, askReached, everyReached } from '../../answers/breach/ask.ts';
import type { House } from '../../ports/house.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import type { Digest } from '../cursor.ts';
import { renderJson, renderRecorded } from '../reply.ts';
import { readTextCursor } from '../text-cursor.ts';

const NDJSON = 'application/x-ndjson';

const recordingHandlers = (house: House): readonly Bound[] => [
  on(breaches.postBreach)(async (context) => {
    const { regimes = [house.settings.defaultRegime] } = context.body;
    return renderRecorded(await house.record('breach.record', { ...context.body, regimes }, senderOf(context)));
  }),
  on(breaches.postBreachNote)(async (context) => {
    const input = { ...context.body, breach: context.params.id };
    return renderRecorded(await house.record('breach.note', input, senderOf(context)));
  }),
  on(breaches.postBreachTold)(async (context) => {
    const input = { ...context.body, breach: context.params.id };
    return renderRecorded(await house.record('breach.tell', input, senderOf(context)));
  }),
  on(breaches.postBreachNotTold)(async (context) => {
    const input = { ...context.body, breach: context.params.id };
    return renderRecorded(await house.record('breach.keep', input, senderOf(context)));
  }),
];

const affectedHandlers = (house: House, digest: Digest): readonly Bound[] => [
  on(breaches.countBreachReach)(async ({ params }) => {
    const breach = await askBreach(house, params.id);
    if (breach === undefined) return problem('not-found');
    return renderJson(200, await house.affectedCount(affectedBy(breach, house.now())));
  }),
  on(breaches.listBreachReach)(async (context) => {
    const cursor = readTextCursor(digest, context, `affected ${context.params.id}`);
    if (isProblem(cursor)) return cursor;
    const breach = await askBreach(house, context.params.id);
    if (breach === undefined) return problem('not-found');
    const wants = { after: cursor.after, limit: context.query.limit };
    const { items, next } = await askReached(house, affectedBy(breach, house.now()), wants);
    return renderJson(200, { items, next: cursor.write(next) });
  }),
  on(breaches.streamBreachReach)(async ({ params }) => {
    const breach = await askBreach(house, params.id);
    if (breach === undefined) return problem('not-found');
    const lines = everyReached(house, affectedBy(breach, house.now()));
    return {
      status: 200,
      media: NDJSON,
      stream: (response) => void pipeline(Readable.from(lines), response).catch(() => response.destroy()),
    };
  }),
];

export const breachHandlers = (house: House, digest: Digest): readonly Bound[] => [
  ...recordingHandlers(house),
  on(breaches.listBreaches)(async () => renderJson(200, { items: await askBreaches(house) })),
  on(breaches.getBreach)(async ({ params }) => {
    const breach = await askBreach(house, params.id);
    return breach === undefined ? problem('not-found') : renderJson(200, breach);
  }),
  ...affectedHandlers(house, digest),
];
