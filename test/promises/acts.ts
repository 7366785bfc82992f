/**
 * What people, staff and services do in the drives.
 * Flow:    the areas beside it → here → scene.ts, over HTTP.
 */
import { expect } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { question, sure } from '../given/a-shop.ts';
import type { Told } from '../given/service.ts';
import { jsonOf, type Read, type Scene, wordsOf } from './scene.ts';

export const registry = { scope: 'registry', sub: 'officer' };
export const officer = { scope: 'requests', sub: 'officer' };

const bodyOf = (endpoint: string): object => examples.find((each) => each.endpoint === endpoint)?.body as object;

/** Publishes the purpose of the shop again, with something different. */
export async function publish({ service }: Scene, more: object): Promise<void> {
  const json = { ...bodyOf('putPurpose'), defaultNotice: 'support-notice', ...more };
  sure(await service.call('PUT', '/v1/purposes/support-drafts', { json, ...registry }));
}

/** The same for its AI system. */
export async function declare({ service }: Scene, more: object): Promise<void> {
  const json = { ...bodyOf('putAiSystem'), ...more };
  sure(await service.call('PUT', '/v1/ai-systems/support-assistant', { json, ...registry }));
}

/** The same for the text that people read before they agree. */
export async function write({ service }: Scene, more: object): Promise<void> {
  const json = { ...bodyOf('putNotice'), ...more };
  sure(await service.call('PUT', '/v1/notices/support-notice', { json, ...registry }));
}

/** What rests on our own reasons. */
export const weighed = {
  legalBasis: { EU: 'legitimate-interests' },
  legitimateInterest: { interest: { en: 'We want to answer you faster.' } },
};

export const lives = async ({ service, self, language }: Scene, ...regimes: string[]): Promise<void> => {
  sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes, language }, scope: 'consent' }));
};

/** A check and a use agree, so that neither the advice nor the permission breaks the promise. */
export async function answerOf({
  service,
  self,
}: Scene): Promise<{ readonly allowed: boolean; readonly reason: string }> {
  const asking = { json: question(self), scope: 'use' };
  const [checked, used] = [
    sure(await service.call('POST', '/v1/checks', asking)).body,
    sure(await service.call('POST', '/v1/uses', asking)).body,
  ];
  expect([used.allowed, used.reason]).toEqual([checked.allowed, checked.reason]);
  return checked;
}

export const reasonOf = async (scene: Scene): Promise<string> => (await answerOf(scene)).reason;

/** Presses a button of the page of choices. */
export async function choose(scene: Scene, fields: Readonly<Record<string, string>>): Promise<void> {
  scene.service.clock.wind(1000);
  const told = await scene.press('/me/choices', fields);
  expect(told.status, told.text).toBe(303);
}

export async function agrees({ service, self }: Scene, more: object = {}): Promise<void> {
  service.clock.wind(1000);
  const json = { purpose: 'support-drafts', state: 'given', notice: { key: 'support-notice' }, ...more };
  sure(await service.call('POST', '/v1/me/consents', { json, self }));
}

export async function limits({ service, self }: Scene, json: object): Promise<void> {
  sure(await service.call('POST', '/v1/me/limits', { json: { state: 'set', ...json }, self }));
}

export const objects = (scene: Scene): Promise<void> => limits(scene, { kind: 'objection', purpose: 'support-drafts' });

const suspension = '/v1/ai-systems/support-assistant/suspension';
export async function suspends({ service }: Scene): Promise<void> {
  sure(await service.call('POST', suspension, { json: { reason: { en: 'It answered wrongly.' } }, ...registry }));
}
export async function resumes({ service }: Scene): Promise<void> {
  sure(await service.call('DELETE', suspension, { ...registry }));
}

/** Sends a request as the form does. */
export async function ask(
  scene: Scene,
  kind: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly id: string; readonly sent: Told }> {
  const sent = await scene.press('/me/requests', { kind, ...fields });
  expect([200, 303], sent.text).toContain(sent.status);
  const { items } = sure(await scene.service.call('GET', '/v1/me/requests', { self: scene.self })).body;
  return { id: items[0].id, sent };
}

export const take = (scene: Scene, id: string, [to, json]: readonly [string, object]): Promise<Told> =>
  scene.service.call('POST', `/v1/requests/${id}/${to}`, { json, ...officer });
export const verified = ['verify', { reason: 'Called back.', level: 'doubt-resolved' }] as const;
export const fulfilled = ['fulfil', { reason: 'You asked for it.' }] as const;

/** Asks, lets staff make sure who it is and answer, and gives the id of the request. */
export async function answered(scene: Scene, kind: string, more: object = {}): Promise<string> {
  const { id } = await ask(scene, kind);
  sure(await take(scene, id, verified));
  sure(await take(scene, id, ['fulfil', { ...fulfilled[1], ...more }]));
  return id;
}

export const requestOf = async ({ service }: Scene, id: string) =>
  sure(await service.call('GET', `/v1/requests/${id}`, officer)).body;

export const packageOf = async ({ service }: Scene, id: string) =>
  sure(await service.call('GET', `/v1/requests/${id}/package`, officer)).body;

/** The letter of an erasure, as whoever has the code of the request opens it. */
export const certificateOf = (
  scene: Scene,
  { id, secret }: { readonly id: string; readonly secret: string },
): Promise<Read> =>
  scene.each(async (language) => {
    const headers = { 'request-secret': secret, accept: 'text/html', 'accept-language': language };
    return wordsOf(sure(await scene.service.call('GET', `/v1/requests/${id}/certificate`, { headers })));
  });

/** What was written to the person, in the language in which it was. */
export const messagesOf = ({ service, self, each }: Scene): Promise<Read> =>
  each(async () => jsonOf(sure(await service.call('GET', '/v1/me/messages', { self }))));
