/**
 * What a request was answered with stays what it was: whatever is recorded or published later, and of whom, changes no
 * letter and no package that was given.
 * Source:  docs/design.md 7; GDPR 15(3).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aCustomer, aShop, BEN, says, signedIn, sure, use } from '../given/a-shop.ts';
import { aBank, contest, decline, end, looked, step } from '../given/review/a-review.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

const officer = { scope: 'requests registry consent use admin', sub: 'officer' };
const kinds = ['access', 'portability', 'access-categories', 'third-party-list', 'ai-explanation'] as const;
const bodyOf = (endpoint: string) => examples.find((each) => each.endpoint === endpoint)?.body as object;

interface Scene {
  readonly service: RunningService;
  readonly decision: string;
  readonly review: string;
  readonly run: string;
  readonly use: string;
}

const put = ({ service }: Scene, path: string, json: object) => service.call('PUT', path, { json, ...officer });
const post = ({ service }: Scene, path: string, json: object) => service.call('POST', path, { json, ...officer });

/** Everything that can happen to an answer after it was given. */
const later: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'the person takes a yes back': ({ service }) => says(service, 'withdrawn'),
  'the person gives it again': ({ service }) => says(service, 'given'),
  'the person limits everything': (scene) =>
    post(scene, `/v1/subjects/${ADA}/limits`, { kind: 'restriction', state: 'set' }),
  'a use is refused': ({ service }) => use(service),
  'a use ends': (scene) => post(scene, `/v1/uses/${scene.use}/outcome`, { outcome: 'failed' }),
  'a training ends': (scene) => post(scene, `/v1/training-runs/${scene.run}/outcome`, { outcome: 'failed' }),
  'a human looks, and decides otherwise': async ({ service, review }) => {
    await looked(service, review);
    return step(service, review, { step: 'conclude', body: end('changed', { newOutcome: { en: 'accepted' } }) });
  },
  'another decision is made': ({ service }) => decline(service, { outcome: 'declined again' }),
  'somebody looks into the record': ({ service }) =>
    service.call('GET', `/v1/subjects/${ADA}/ai-use?reason=support`, { scope: 'admin', sub: 'helper' }),
  'the person comes in': ({ service }) => signedIn(service, ADA),
  'the person asks for more': ({ service }) =>
    service.call('POST', '/v1/me/requests', { json: { kind: 'rectification', message: 'My street.' }, self: ADA }),
  'the person is described anew': (scene) =>
    put(scene, `/v1/subjects/${ADA}`, { regimes: ['US-CA'], ageBand: 'adult', language: 'de' }),
  'the AI system changes': (scene) =>
    put(scene, '/v1/ai-systems/support-assistant', {
      ...bodyOf('putAiSystem'),
      name: { en: 'Another name' },
      purposes: ['support-drafts'],
    }),
  'the purpose changes': (scene) =>
    put(scene, '/v1/purposes/support-drafts', { ...bodyOf('putPurpose'), name: { en: 'Another purpose' } }),
  'who receives data changes': (scene) =>
    put(scene, '/v1/recipients/example-hosting', { ...bodyOf('putRecipient'), name: { en: 'Another company' } }),
  'the AI system is stopped': (scene) =>
    post(scene, '/v1/ai-systems/support-assistant/suspension', { reason: { en: 'It said too much.' } }),
  'something is held': (scene) =>
    post(scene, `/v1/subjects/${ADA}/holds`, {
      items: [{ kind: 'requests' }],
      ground: 'art17-3-e-legal-claims',
      reason: 'A dispute.',
    }),
  'somebody else is erased': (scene) => post(scene, `/v1/subjects/${BEN}/erasure`, {}),
  'three weeks go by': async ({ service }) => service.clock.wind(21 * 86_400_000),
};

async function aScene(service: RunningService): Promise<Scene> {
  await aShop(service);
  await aBank(service);
  sure(await aCustomer(service, BEN));
  for (const person of [ADA, BEN]) sure(await says(service, 'given', person));
  const used = sure(await use(service)).body.id;
  const decision = await decline(service);
  const review = sure(await contest(service, decision)).body.id;
  const model = { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion: 'v1' };
  const run = sure(await service.call('POST', '/v1/training-runs', { json: model, scope: 'use' })).body.id;
  const { subject } = sure(await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).body;
  const json = { subjects: [subject] };
  sure(await service.call('POST', `/v1/training-runs/${run}/included`, { json, scope: 'use' }));
  return { service, decision, review, run, use: used };
}

describe.each(dailyEngine)('an answer that was given, over %s', (engine) => {
  let scene: Scene;
  const given: Record<string, { readonly path: string; readonly first: string }> = {};
  const read = (path: string): Promise<Told> => scene.service.call('GET', path, { ...officer });
  beforeAll(async () => {
    scene = await aScene(await aService({ engine }));
    const { service } = scene;
    for (const kind of kinds) {
      const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind }, self: ADA })).body;
      for (const [act, json] of [
        ['verify', { level: 'reasonably-high', reason: 'She showed her card.' }],
        ['fulfil', { reason: 'as the law asks' }],
      ] as const)
        sure(await post(scene, `/v1/requests/${id}/${act}`, json));
      service.clock.wind(60_000);
      const path = `/v1/requests/${id}/package`;
      given[kind] = { path, first: sure(await read(path)).text };
    }
  }, 60_000);
  afterAll(() => scene.service.stop());

  it.each(Object.keys(later))('is the same after this: %s', async (what) => {
    const told = await later[what]?.(scene);
    const { status, text } = (told ?? {}) as Partial<Told>;
    expect(status === undefined || status < 300, text).toBe(true);
    scene.service.clock.wind(1000);
    for (const kind of kinds) {
      const { path, first = '' } = given[kind] ?? { path: '' };
      expect(sure(await read(path)).body, kind).toEqual(JSON.parse(first));
    }
  });
});
