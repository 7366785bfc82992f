/** What is promised on pages of the company, where somebody chooses beside the place at which AI is at work. */
import { expect } from 'vitest';
import { onAPage, SHOP_PAGE, sure } from '../given/a-shop.ts';
import { publish, reasonOf } from './acts.ts';
import { type Promised, wordsOf } from './scene.ts';

export const inPagePromises: readonly Promised[] = [
  {
    keys: ['in-page.failed', 'in-page.expired', 'in-page.unsure'],
    says: 'A press that is refused changes nothing, and one that is sent again for want of an answer counts once.',
    rule: 'src/http/handlers/passes.ts',
    variables: { CANDOR_PAGE_ORIGINS: SHOP_PAGE },
    async drive(scene) {
      await publish(scene, {});
      const { service } = scene;
      const headers = await onAPage(service, scene.self);
      const read = await scene.each(async (language) =>
        wordsOf(sure(await service.call('GET', `/v1/page/notice?language=${language}`, { headers }))),
      );
      for (const key of ['in-page.failed', 'in-page.expired', 'in-page.unsure'] as const) scene.stands(key, read);
      const press = (purpose: string, more: object = {}) => {
        const json = { action: 'agree', purpose };
        return service.call('POST', '/v1/page/choices', { json, headers: { ...headers, ...more } });
      };
      expect((await press('nothing-of-the-kind')).status).toBe(404);
      expect(await reasonOf(scene)).toBe('never-asked');
      const again = { 'idempotency-key': 'one-press' };
      const [first, second] = [sure(await press('support-drafts', again)), sure(await press('support-drafts', again))];
      expect(second.body.recorded).toEqual(first.body.recorded);
      await scene.days(1);
      const json = { action: 'withdraw', purpose: 'support-drafts' };
      expect((await service.call('POST', '/v1/page/choices', { json, headers })).status).toBe(401);
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
];
