/** What is promised where an act waits for a second person. */
import { expect } from 'vitest';
import { sure } from '../given/a-shop.ts';
import { decline } from '../given/review/a-review.ts';
import { aColleague } from '../given/signing-in.ts';
import { answerOf } from './acts.ts';
import type { Promised, Scene } from './scene.ts';

const variables = { CANDOR_FOUR_EYES: 'on' };
const PATH = '/console/confirmations';
const first = { scope: 'admin', sub: 'first' };

const colleagues = async ({ service }: Scene): Promise<void> => {
  for (const id of ['first', 'second']) await aColleague(service, id);
};
const isThere = async ({ service, self }: Scene): Promise<boolean> =>
  (await service.call('GET', `/v1/subjects/${self}`, { scope: 'consent' })).status === 200;
const erasure = async ({ service, self }: Scene): Promise<string> =>
  sure(await service.call('POST', `/v1/subjects/${self}/erasure`, { json: {}, ...first })).body.proposal;
const held = async ({ service, self }: Scene): Promise<string> => {
  const json = { ground: 'art17-3-e-legal-claims', reason: 'A claim is open.', items: [{ purpose: 'loans' }] };
  return sure(await service.call('POST', `/v1/subjects/${self}/holds`, { json, ...first })).body.id;
};
const content = (scene: Scene, hold: string) =>
  scene.service.call('GET', `/v1/subjects/${scene.self}/holds/${hold}/content?reason=audit`, { scope: 'audit' });

export const secondPersonPromises: readonly Promised[] = [
  {
    keys: [
      'console.confirm.effect.subject.erase',
      'console.confirm.own',
      'console.confirm.other-scope',
      'console.failure.second-person-needed',
    ],
    variables,
    says: 'An erasure waits: whoever proposed it cannot confirm it, whoever may does, and then all is gone for good.',
    rule: 'src/http/record/second-person.ts',
    async drive(scene) {
      await colleagues(scene);
      await decline(scene.service);
      const proposal = await erasure(scene);
      const own = await scene.staff('first');
      scene.stands('console.confirm.own', await own.page(PATH));
      const confirm = `${PATH}/${proposal}/confirm`;
      scene.stands('console.failure.second-person-needed', await own.refused(confirm, { sure: 'yes' }));
      const clerk = await scene.staff('second', ['requests']);
      scene.stands('console.confirm.other-scope', await clerk.page(PATH));
      expect((await clerk.press(confirm, { sure: 'yes' })).status).toBeGreaterThanOrEqual(400);
      const second = await scene.staff('second');
      scene.stands('console.confirm.effect.subject.erase', await second.page(PATH));
      await second.refused(confirm);
      expect(await isThere(scene)).toBe(true);
      expect((await second.press(confirm, { sure: 'yes' })).status).toBe(303);
      expect(await isThere(scene)).toBe(false);
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'erased' });
    },
  },
  {
    keys: ['console.confirm.effect.hold.end'],
    variables,
    says: 'What a hold has kept after an erasure is destroyed once its end is confirmed.',
    rule: 'src/http/record/second-person.ts',
    async drive(scene) {
      await colleagues(scene);
      const { service, self } = scene;
      await decline(service);
      const hold = await held(scene);
      const second = await scene.staff('second');
      const confirms = async (proposal: string): Promise<void> => {
        expect((await second.press(`${PATH}/${proposal}/confirm`, { sure: 'yes' })).status).toBe(303);
      };
      await confirms(await erasure(scene));
      const ends = () => service.call('DELETE', `/v1/subjects/${self}/holds/${hold}`, first);
      await expect.poll(async () => (await content(scene, hold)).status, { timeout: 10_000 }).toBe(200);
      const { proposal } = sure(await ends()).body;
      scene.stands('console.confirm.effect.hold.end', await second.page(PATH));
      expect((await content(scene, hold)).text).toContain('Your loan');
      await confirms(proposal);
      expect((await content(scene, hold)).status).toBe(404);
    },
  },
];
