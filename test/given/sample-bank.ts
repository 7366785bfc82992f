/**
 * The sample company with its year of life, served, and a little more of what pages can show: requests in every state,
 * an act that waits for a second person, a decision that is contested.
 * Flow:    test/prove/pages-for-everybody → here → scripts/demo, test/given/service.ts.
 * Promise: the same day gives the same company.
 */

import { beginOf, companyDays } from '../../scripts/demo/company.ts';
import { liveThrough } from '../../scripts/demo/live.ts';
import { windUpClock } from '../../src/clock.ts';
import { sure } from './a-shop.ts';
import { aService, type RunningService } from './service.ts';
import { aColleague } from './signing-in.ts';

const NOW = Date.parse('2026-11-30T06:00:00.000Z');
/** A customer about whom something was decided, and one with nothing but a name. */
export const MARA = 'customer:1001';
const NEWCOMER = 'customer:9001';
const LEAVER = 'customer:9002';
export const DESK = 'credit-desk-1';

const officer = (service: RunningService, path: string, json: object) =>
  service.call('POST', path, { json, scope: 'requests', sub: 'officer' });

/** One request of each state that a person can see. */
async function askedAndAnswered(service: RunningService): Promise<string> {
  const ask = async (kind: string): Promise<string> => {
    const json = { kind, message: 'Please do that for me.' };
    return sure(await service.call('POST', '/v1/me/requests', { json, self: MARA })).body.id;
  };
  const verified = async (kind: string): Promise<string> => {
    const id = await ask(kind);
    sure(await officer(service, `/v1/requests/${id}/verify`, { level: 'reasonable', reason: 'seen' }));
    return id;
  };
  const [copied, explained] = [await verified('access'), await verified('ai-explanation')];
  for (const id of [copied, explained]) sure(await officer(service, `/v1/requests/${id}/fulfil`, { reason: 'done' }));
  const denied = { code: 'accurate-data', reason: 'It was compared with what the employer confirmed.' };
  sure(await officer(service, `/v1/requests/${await verified('rectification')}/deny`, denied));
  const paused = await ask('portability');
  sure(await officer(service, `/v1/requests/${paused}/pause`, { code: 'identity', reason: 'A document is missing.' }));
  sure(await officer(service, `/v1/requests/${await ask('restriction')}/cancel`, { reason: 'asked' }));
  await ask('complaint');
  return copied;
}

/** Somebody who had asked to be erased, and is. */
async function anErasedPerson(service: RunningService): Promise<string> {
  const json = { regimes: ['EU'], ageBand: 'adult', language: 'en' };
  sure(await service.call('PUT', `/v1/subjects/${LEAVER}`, { json, scope: 'consent' }));
  const asked = { kind: 'erasure', message: 'Please delete all of it.' };
  const { id } = sure(await service.call('POST', '/v1/me/requests', { json: asked, self: LEAVER })).body;
  sure(await officer(service, `/v1/requests/${id}/verify`, { level: 'reasonably-high', reason: 'seen' }));
  sure(await officer(service, `/v1/requests/${id}/fulfil`, { reason: 'done' }));
  return id;
}

export interface SampleBank {
  readonly service: RunningService;
  /** A choice of the customer, which has a receipt. */
  readonly consent: string;
  /** Requests that were answered: one for a copy, one of somebody who is erased. */
  readonly copied: string;
  readonly erased: string;
}

export async function aSampleBank(): Promise<SampleBank> {
  const clock = windUpClock(beginOf(NOW));
  const service = await aService({ engine: 'sqlite', clock, variables: { CANDOR_COMPANY: 'Alder Bank' } });
  await liveThrough({ house: service.house, clock, importName: 'sample' }, companyDays(NOW));
  const copied = await askedAndAnswered(service);
  const erased = await anErasedPerson(service);
  for (const id of ['yan', 'zoe']) await aColleague(service, id);
  const json = { regimes: ['EU'], ageBand: 'adult', language: 'en' };
  sure(await service.call('PUT', `/v1/subjects/${NEWCOMER}`, { json, scope: 'consent' }));
  sure(await service.call('POST', `/v1/subjects/${NEWCOMER}/erasure`, { json: {}, scope: 'admin', sub: 'yan' }));
  const refused = { purpose: 'model-improvement', state: 'refused' };
  const { body } = sure(await service.call('POST', '/v1/me/consents', { json: refused, self: MARA }));
  const breach = {
    what: 'A list of drafts went to the wrong shop, which deleted it.',
    noticedAt: '2026-11-29T20:00:00.000Z',
    regimes: ['EU', 'UK'],
    from: '2026-01-01T00:00:00.000Z',
  };
  sure(await officer(service, '/v1/breaches', breach));
  return { service, consent: body.id, copied, erased };
}
