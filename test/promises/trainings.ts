/** What is promised where somebody's data goes into a model. */
import { expect } from 'vitest';
import { BEN, says, sure } from '../given/a-shop.ts';
import type { Promised, Scene } from './scene.ts';

const RUNS = '/v1/training-runs';
const scope = 'use';

const subjectOf = async ({ service }: Scene, who: string): Promise<string> =>
  sure(await service.call('GET', `/v1/subjects/${who}`, { scope: 'consent' })).body.subject;

async function registered({ service }: Scene, modelVersion: string): Promise<string> {
  const json = { aiSystem: 'support-assistant', purpose: 'support-drafts', modelVersion };
  return sure(await service.call('POST', RUNS, { json, scope })).body.id;
}

export const trainingPromises: readonly Promised[] = [
  {
    keys: ['console.training.lead', 'console.training.gone.none', 'console.training.gone.lead', 'use.trained.note'],
    says: 'A model version keeps who was in it; whoever says no afterwards is named there and goes into no later one.',
    rule: 'src/answers/training/ask.ts',
    async drive(scene) {
      const { service, self } = scene;
      for (const person of [self, BEN]) sure(await says(service, 'given', person));
      const subjects = [await subjectOf(scene, self), await subjectOf(scene, BEN)];
      const run = await registered(scene, 'v1');
      const json = { subjects };
      expect(sure(await service.call('POST', `${RUNS}/${run}/included`, { json, scope })).body.included).toBe(2);
      sure(await service.call('POST', `${RUNS}/${run}/outcome`, { json: { outcome: 'finished' }, scope }));
      const atWork = await scene.staff('officer');
      scene.stands('console.training.lead', await atWork.page('/console/training'));
      scene.stands('console.training.gone.none', await atWork.page(`/console/training/${run}`));
      service.clock.wind(60_000);
      sure(await says(service, 'withdrawn', self));
      scene.stands('console.training.gone.lead', await atWork.page(`/console/training/${run}`), {
        count: 1,
        looked: 2,
      });
      const { text } = await atWork.open(`/console/training/${run}`);
      expect([text.includes(subjects[0] ?? ''), text.includes(subjects[1] ?? '')]).toEqual([true, false]);
      scene.stands('use.trained.note', await scene.page('/me'));
      const { trainings } = sure(await service.call('GET', '/v1/me/ai-use', { self })).body;
      expect(trainings).toEqual([expect.objectContaining({ run, modelVersion: 'v1', state: 'finished' })]);
      const next = await registered(scene, 'v2');
      const { items } = sure(await service.call('GET', `${RUNS}/${next}/candidates`, { scope })).body;
      expect(items.map(({ subject }: { subject: string }) => subject)).toEqual([subjects[1]]);
      const again = sure(await service.call('POST', `${RUNS}/${next}/included`, { json, scope })).body;
      expect(again).toMatchObject({ included: 1, refused: 1 });
    },
  },
];
