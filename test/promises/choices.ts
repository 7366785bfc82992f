/** What is promised beside the buttons of the page of choices, and on the answer that leads there. */
import { expect } from 'vitest';
import { says, sure } from '../given/a-shop.ts';
import { choose, lives, publish, reasonOf, weighed } from './acts.ts';
import type { Promised } from './scene.ts';

const purpose = 'support-drafts';

export const choicePromises: readonly Promised[] = [
  {
    keys: ['action.withdraw.effect', 'right.consent-withdrawal.how', 'word.consent.meaning'],
    says: 'A yes that is switched off on the page of choices counts no more from then on.',
    rule: 'src/evaluation/rows/consent.ts',
    async drive(scene) {
      await publish(scene, {});
      sure(await says(scene.service, 'given'));
      expect(await reasonOf(scene)).toBe('consent-given');
      scene.stands('action.withdraw.effect', await scene.page('/me/choices'));
      scene.stands('word.consent.meaning', await scene.page('/me/ledger'));
      scene.stands('right.consent-withdrawal.how', await scene.answer('/v1/me/ai-use'));
      await choose(scene, { action: 'withdraw', purpose });
      expect(await reasonOf(scene)).toBe('withdrawn');
    },
  },
  {
    keys: ['action.agree.effect', 'choices.lead'],
    says: 'Reading the text changes nothing; one press says yes and one press says no.',
    rule: 'src/http/record/choice.ts',
    async drive(scene) {
      await publish(scene, {});
      scene.stands('action.agree.effect', await scene.answer('/v1/me/ai-use'));
      scene.stands('choices.lead', await scene.page('/me/choices?purpose=support-drafts'));
      expect(await reasonOf(scene)).toBe('never-asked');
      await choose(scene, { action: 'agree', purpose });
      expect(await reasonOf(scene)).toBe('consent-given');
      await choose(scene, { action: 'refuse', purpose });
      expect(await reasonOf(scene)).toBe('refused');
    },
  },
  {
    keys: ['action.object.effect', 'right.objection.how'],
    says: 'An objection to one use stops it at once.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, weighed);
      expect(await reasonOf(scene)).toBe('legitimate-interests');
      scene.stands('action.object.effect', await scene.page('/me/choices'));
      scene.stands('right.objection.how', await scene.answer('/v1/me/ai-use'));
      await choose(scene, { action: 'object', purpose });
      expect(await reasonOf(scene)).toBe('objected');
    },
  },
  {
    keys: ['action.opt-out.effect', 'action.lift.effect'],
    says: 'Opting out of one use stops it at once, and it is allowed again only after its text was in view.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, {});
      await lives(scene, 'US-TX');
      expect(await reasonOf(scene)).toBe('opt-out-not-exercised');
      scene.stands('action.opt-out.effect', await scene.page('/me/choices'));
      await choose(scene, { action: 'opt-out', purpose });
      expect(await reasonOf(scene)).toBe('opted-out');
      scene.stands('action.lift.effect', await scene.answer('/v1/me/ai-use'));
      const text = (await scene.open('/me/choices?purpose=support-drafts')).text;
      expect(text).toContain('You can change your mind at any time.');
      expect(await reasonOf(scene)).toBe('opted-out');
      await choose(scene, { action: 'agree', purpose });
      expect(await reasonOf(scene)).not.toBe('opted-out');
    },
  },
  {
    keys: ['choices.effect'],
    says: 'A stop over all purposes bites from the press on.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, { saleOrShare: true });
      await lives(scene, 'US-CA');
      expect(await reasonOf(scene)).toBe('opt-out-not-exercised');
      scene.stands('choices.effect', await scene.page('/me/choices'));
      await choose(scene, { action: 'opt-out', limit: 'opt-out-sale-share' });
      expect(await reasonOf(scene)).toBe('opted-out');
    },
  },
  {
    keys: ['use.signal', 'choices.signal.conflict', 'right.optout-sale-share.how'],
    says: 'The signal of the browser counts as a no to sale and sharing; a yes after it, knowing of it, goes before it.',
    rule: 'src/evaluation/signal.ts',
    async drive(scene) {
      await publish(scene, { saleOrShare: true, legalBasis: { US: 'consent' } });
      await lives(scene, 'US-CA');
      sure(await says(scene.service, 'given'));
      expect(await reasonOf(scene)).toBe('consent-given');
      scene.service.clock.wind(1000);
      sure(await scene.service.call('GET', '/v1/me/ai-use', { self: scene.self, headers: { 'sec-gpc': '1' } }));
      scene.stands('right.optout-sale-share.how', await scene.answer('/v1/me/ai-use'));
      scene.stands('use.signal', await scene.page('/me'));
      const page = await scene.page('/me/choices');
      scene.stands('use.signal', page);
      scene.stands('choices.signal.conflict', page);
      expect(await reasonOf(scene)).toBe('opted-out');
      await choose(scene, { action: 'agree', purpose });
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
];
