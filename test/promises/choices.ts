/** What is promised beside the buttons of the page of choices, and on the answer that leads there. */
import { expect } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { question, says, sure } from '../given/a-shop.ts';
import type { Promised, Scene } from './scene.ts';

export const registry = { scope: 'registry', sub: 'officer' };
const purpose = examples.find(({ endpoint }) => endpoint === 'putPurpose')?.body as object;

export async function publish({ service }: Scene, more: object): Promise<void> {
  const json = { ...purpose, defaultNotice: 'support-notice', ...more };
  sure(await service.call('PUT', '/v1/purposes/support-drafts', { json, ...registry }));
}

/** A check and a use agree, so that neither the advice nor the permission breaks the promise. */
export async function reasonOf({ service, self }: Scene): Promise<string> {
  const asking = { json: question(self), scope: 'use' };
  const [checked, used] = [
    sure(await service.call('POST', '/v1/checks', asking)).body,
    sure(await service.call('POST', '/v1/uses', asking)).body,
  ];
  expect([used.allowed, used.reason]).toEqual([checked.allowed, checked.reason]);
  return checked.reason;
}

const press = async (scene: Scene, action: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
  scene.service.clock.wind(1000);
  const told = await scene.press('/me/choices', { action, purpose: 'support-drafts', ...more });
  expect(told.status, told.text).toBe(303);
};

export const lives = async ({ service, self, language }: Scene, ...regimes: string[]): Promise<void> => {
  sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes, language }, scope: 'consent' }));
};

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
      await press(scene, 'withdraw');
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
      await press(scene, 'agree');
      expect(await reasonOf(scene)).toBe('consent-given');
      await press(scene, 'refuse');
      expect(await reasonOf(scene)).toBe('refused');
    },
  },
  {
    keys: ['action.object.effect', 'right.objection.how'],
    says: 'An objection to one use stops it at once.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, {
        legalBasis: { EU: 'legitimate-interests' },
        legitimateInterest: { interest: { en: 'We want to answer you faster.' } },
      });
      expect(await reasonOf(scene)).toBe('legitimate-interests');
      scene.stands('action.object.effect', await scene.page('/me/choices'));
      scene.stands('right.objection.how', await scene.answer('/v1/me/ai-use'));
      await press(scene, 'object');
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
      await press(scene, 'opt-out');
      expect(await reasonOf(scene)).toBe('opted-out');
      scene.stands('action.lift.effect', await scene.answer('/v1/me/ai-use'));
      expect(await scene.page('/me/choices?purpose=support-drafts')).toContain('You can change your mind at any time.');
      expect(await reasonOf(scene)).toBe('opted-out');
      await press(scene, 'agree');
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
      const told = await scene.press('/me/choices', { action: 'opt-out', limit: 'opt-out-sale-share' });
      expect(told.status, told.text).toBe(303);
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
      await press(scene, 'agree');
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
  {
    keys: ['use.suspended'],
    says: 'An AI system that is switched off may use nobody’s data.',
    rule: 'src/evaluation/rows/declared.ts',
    async drive(scene) {
      await publish(scene, {});
      sure(await says(scene.service, 'given'));
      const stop = { json: { reason: { en: 'It answered wrongly.' } }, ...registry };
      sure(await scene.service.call('POST', '/v1/ai-systems/support-assistant/suspension', stop));
      scene.stands('use.suspended', await scene.answer('/v1/me/ai-use'));
      expect(await reasonOf(scene)).toBe('ai-system-suspended');
    },
  },
  {
    keys: ['right.optout-sale-share.why', 'reason.opted-out'],
    says: 'A no to sale and sharing stops every purpose that sells, and is told as the reason.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, { saleOrShare: true });
      await lives(scene, 'US-CA');
      scene.stands('right.optout-sale-share.why', await scene.answer('/v1/me/ai-use'));
      const json = { kind: 'opt-out-sale-share', state: 'set' };
      sure(await scene.service.call('POST', '/v1/me/limits', { json, self: scene.self }));
      expect(await reasonOf(scene)).toBe('opted-out');
      scene.stands('reason.opted-out', await scene.told());
    },
  },
  {
    keys: ['reason.withdrawn', 'reason.erased'],
    says: 'What was taken back, or was about somebody who is erased, is refused, and the refusal says so.',
    rule: 'src/evaluation/rows/consent.ts',
    async drive(scene) {
      for (const state of ['given', 'withdrawn'] as const) sure(await says(scene.service, state));
      expect(await reasonOf(scene)).toBe('withdrawn');
      scene.stands('reason.withdrawn', await scene.told());
      const erasing = { json: { reason: 'Asked at the counter.' }, scope: 'admin', sub: 'officer' };
      sure(await scene.service.call('POST', `/v1/subjects/${scene.self}/erasure`, erasing));
      expect(await reasonOf(scene)).toBe('erased');
      scene.stands('reason.erased', await scene.told());
    },
  },
  {
    keys: ['reason.objected'],
    says: 'Who objected to a use is told that it has stopped, and it has.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, {
        legalBasis: { EU: 'legitimate-interests' },
        legitimateInterest: { interest: { en: 'We want to answer you faster.' } },
      });
      const json = { kind: 'objection', state: 'set', purpose: 'support-drafts' };
      sure(await scene.service.call('POST', '/v1/me/limits', { json, self: scene.self }));
      expect(await reasonOf(scene)).toBe('objected');
      scene.stands('reason.objected', await scene.told());
    },
  },
  {
    keys: ['reason.ai-system-suspended'],
    says: 'Who asks while an AI system is switched off is refused, and told so.',
    rule: 'src/evaluation/rows/declared.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      const stop = { json: { reason: { en: 'It answered wrongly.' } }, ...registry };
      sure(await scene.service.call('POST', '/v1/ai-systems/support-assistant/suspension', stop));
      expect(await reasonOf(scene)).toBe('ai-system-suspended');
      scene.stands('reason.ai-system-suspended', await scene.told());
    },
  },
  {
    keys: ['reason.expired'],
    says: 'A yes runs out by itself when its time is over.',
    rule: 'src/evaluation/rows/consent.ts',
    async drive(scene) {
      await publish(scene, { consentValidity: 'P1M' });
      sure(await says(scene.service, 'given'));
      expect(await reasonOf(scene)).toBe('consent-given');
      scene.service.clock.wind(32 * 86_400_000);
      expect(await reasonOf(scene)).toBe('expired');
      scene.stands('reason.expired', await scene.told());
    },
  },
  {
    keys: ['reason.unknown-purpose', 'reason.use-not-declared'],
    says: 'What is not written down is not allowed.',
    rule: 'src/evaluation/rows/declared.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      const asked = async (more: object): Promise<string> => {
        const json = { ...question(scene.self), ...more };
        const path = `/v1/checks?language=${scene.language}`;
        const { body } = sure(await scene.service.call('POST', path, { json, scope: 'use' }));
        expect(body.allowed).toBe(false);
        return JSON.stringify(body);
      };
      scene.stands('reason.unknown-purpose', await asked({ purpose: 'never-published' }));
      scene.stands('reason.use-not-declared', await asked({ dataCategories: ['income'] }));
    },
  },
];
