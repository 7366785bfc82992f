/** What is promised with the ground of an answer: what is refused, and what the person can say no to. */
import { expect } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import type { MessageKey } from '../../src/language/messages/en.ts';
import { question, says, sure } from '../given/a-shop.ts';
import { lives, publish, reasonOf, registry } from './choices.ts';
import type { Promised, Scene } from './scene.ts';

const assistant = examples.find(({ endpoint }) => endpoint === 'putAiSystem')?.body as object;

const declare = async ({ service }: Scene, more: object): Promise<void> => {
  const json = { ...assistant, ...more };
  sure(await service.call('PUT', '/v1/ai-systems/support-assistant', { json, ...registry }));
};

/** Neither a check nor a use is permitted, and both say why. */
async function refused(scene: Scene, reason: string, keys: readonly MessageKey[]): Promise<void> {
  expect(await reasonOf(scene)).toBe(reason);
  const told = await scene.told();
  expect(told).toContain('"allowed":false');
  for (const key of keys) scene.stands(key, told);
}

/** A basis that yields to an objection: it permits until the person objects, and is told so. */
const yielding = (basis: 'public-task' | 'legitimate-interests', regime: string): Promised => ({
  keys: [`reason.${basis}`, `basis.${basis}`],
  says: `A use on the basis of ${basis} stops once the person objects, as it says they can.`,
  rule: 'src/vocabulary/basis.ts',
  async drive(scene) {
    const legitimateInterest = { interest: { en: 'We want to answer you faster.' } };
    await publish(scene, {
      legalBasis: { [regime]: basis },
      ...(basis === 'public-task' ? {} : { legitimateInterest }),
    });
    await lives(scene, regime);
    expect(await reasonOf(scene)).toBe(basis);
    scene.stands(`reason.${basis}`, await scene.told());
    scene.stands(`basis.${basis}`, await scene.answer('/v1/me/ai-use'));
    const json = { kind: 'objection', state: 'set', purpose: 'support-drafts' };
    sure(await scene.service.call('POST', '/v1/me/limits', { json, self: scene.self }));
    expect(await reasonOf(scene)).toBe('objected');
  },
});

export const refusalPromises: readonly Promised[] = [
  yielding('public-task', 'EU'),
  yielding('legitimate-interests', 'EU'),
  {
    keys: ['reason.recognised-legitimate-interests', 'basis.recognised-legitimate-interests'],
    says: 'A use for a reason named in law stops once the person objects, as it says they can.',
    rule: 'src/vocabulary/basis.ts',
    async drive(scene) {
      await publish(scene, { legalBasis: { UK: 'recognised-legitimate-interests' } });
      await lives(scene, 'UK');
      expect(await reasonOf(scene)).toBe('recognised-legitimate-interests');
      scene.stands('reason.recognised-legitimate-interests', await scene.told());
      scene.stands('basis.recognised-legitimate-interests', await scene.answer('/v1/me/ai-use'));
      const json = { kind: 'objection', state: 'set', purpose: 'support-drafts' };
      sure(await scene.service.call('POST', '/v1/me/limits', { json, self: scene.self }));
      expect(await reasonOf(scene)).toBe('objected');
    },
  },
  {
    keys: ['choice.weighed'],
    says: 'Where interests were weighed, an objection stops the use.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, {
        legalBasis: { EU: 'legitimate-interests' },
        legitimateInterest: { interest: { en: 'We want to answer you faster.' }, assessmentRef: 'LIA-7' },
      });
      scene.stands('choice.weighed', await scene.answer('/v1/me/ai-use'));
      expect(await reasonOf(scene)).toBe('legitimate-interests');
      const json = { kind: 'objection', state: 'set', purpose: 'support-drafts' };
      sure(await scene.service.call('POST', '/v1/me/limits', { json, self: scene.self }));
      expect(await reasonOf(scene)).toBe('objected');
    },
  },
  {
    keys: ['basis.consent'],
    says: 'What rests on a yes is refused without one.',
    rule: 'src/evaluation/rows/consent.ts',
    async drive(scene) {
      await publish(scene, {});
      scene.stands('basis.consent', await scene.answer('/v1/me/ai-use'));
      expect(await reasonOf(scene)).toBe('never-asked');
      sure(await says(scene.service, 'given'));
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
  {
    keys: ['basis.explicit-consent', 'reason.not-explicit'],
    says: 'What asks for a clear yes is refused on a yes that is not clear.',
    rule: 'src/evaluation/rows/consent.ts',
    async drive(scene) {
      await publish(scene, { legalBasis: { EU: 'explicit-consent' } });
      scene.stands('basis.explicit-consent', await scene.answer('/v1/me/ai-use'));
      sure(await says(scene.service, 'given'));
      await refused(scene, 'not-explicit', ['reason.not-explicit']);
      const notice = examples.find(({ endpoint }) => endpoint === 'putNotice')?.body as object;
      const json = { ...notice, explicit: true };
      sure(await scene.service.call('PUT', '/v1/notices/support-notice', { json, ...registry }));
      scene.service.clock.wind(1000);
      const yes = {
        purpose: 'support-drafts',
        state: 'given',
        notice: { key: 'support-notice' },
        method: 'checkbox',
      };
      sure(await scene.service.call('POST', '/v1/me/consents', { json: yes, self: scene.self }));
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
  {
    keys: ['reason.notice-outdated'],
    says: 'A yes to something that has changed since counts no longer.',
    rule: 'src/evaluation/rows/consent.ts',
    async drive(scene) {
      await publish(scene, {});
      sure(await says(scene.service, 'given'));
      expect(await reasonOf(scene)).toBe('consent-given');
      await publish(scene, { description: { en: 'Something else altogether.' } });
      await refused(scene, 'notice-outdated', ['reason.notice-outdated']);
    },
  },
  {
    keys: ['reason.unknown-ai-system', 'reason.unknown-subject.officer'],
    says: 'An AI system or a person that nobody knows gets no permission.',
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
      scene.stands('reason.unknown-ai-system', await asked({ aiSystem: 'nobody-knows-it' }));
      scene.stands('reason.unknown-subject.officer', await asked({ subject: 'email:nobody@example.org' }));
    },
  },
  {
    keys: ['reason.ai-system-retired'],
    says: 'An AI system that is no longer in use gets no permission.',
    rule: 'src/evaluation/rows/declared.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      expect(await reasonOf(scene)).toBe('consent-given');
      await declare(scene, { status: 'retired' });
      await refused(scene, 'ai-system-retired', ['reason.ai-system-retired']);
    },
  },
  {
    keys: ['reason.ai-system-suspended.officer'],
    says: 'Staff are told that the stop switch refuses, and it is lifted with the stop.',
    rule: 'src/evaluation/rows/declared.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      const stop = { json: { reason: { en: 'It answered wrongly.' } }, ...registry };
      const path = '/v1/ai-systems/support-assistant/suspension';
      sure(await scene.service.call('POST', path, stop));
      await refused(scene, 'ai-system-suspended', ['reason.ai-system-suspended.officer']);
      sure(await scene.service.call('DELETE', path, { ...registry }));
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
  {
    keys: ['reason.opted-out.officer'],
    says: 'An opt-out refuses, unless an exception is published.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      await publish(scene, { saleOrShare: true });
      await lives(scene, 'US-CA');
      expect(await reasonOf(scene)).toBe('opt-out-not-exercised');
      const json = { kind: 'opt-out-sale-share', state: 'set' };
      sure(await scene.service.call('POST', '/v1/me/limits', { json, self: scene.self }));
      await refused(scene, 'opted-out', ['reason.opted-out.officer']);
    },
  },
  {
    keys: ['reason.no-legal-basis'],
    says: 'Without a legal basis on record nothing is allowed.',
    rule: 'src/evaluation/rows/ground.ts',
    async drive(scene) {
      await publish(scene, { legalBasis: { UK: 'contract' } });
      await refused(scene, 'no-legal-basis', ['reason.no-legal-basis']);
      await publish(scene, { legalBasis: { EU: 'contract' } });
      expect(await reasonOf(scene)).toBe('contract');
    },
  },
  {
    keys: ['reason.no-special-category-condition'],
    says: 'Especially sensitive data is refused without the extra ground, whatever the person said.',
    rule: 'src/evaluation/rows/ground.ts',
    async drive(scene) {
      await publish(scene, { sensitive: true });
      sure(await says(scene.service, 'given'));
      await refused(scene, 'no-special-category-condition', ['reason.no-special-category-condition']);
      await publish(scene, { sensitive: true, specialCategory: { EU: 'h' } });
      sure(await says(scene.service, 'given'));
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
  {
    keys: ['reason.no-automated-decision-ground', 'reason.no-automated-decision-ground.officer'],
    says: 'A decision of weight is not left to a machine alone without its ground.',
    rule: 'src/evaluation/rows/ground.ts',
    async drive(scene) {
      await publish(scene, { significant: true });
      await declare(scene, { humanOversight: { mode: 'none' } });
      sure(await says(scene.service, 'given'));
      await refused(scene, 'no-automated-decision-ground', [
        'reason.no-automated-decision-ground',
        'reason.no-automated-decision-ground.officer',
      ]);
      await declare(scene, {});
      expect(await reasonOf(scene)).toBe('consent-given');
    },
  },
  {
    keys: ['reason.notice-not-shown'],
    says: 'A machine decides about nobody in California who was not told beforehand.',
    rule: 'src/evaluation/rows/notice.ts',
    async drive(scene) {
      await publish(scene, { significant: true, decisionKind: 'financial' });
      await declare(scene, { humanOversight: { mode: 'none' } });
      await lives(scene, 'US-CA');
      scene.service.clock.set(Date.parse('2027-02-01T09:00:00.000Z'));
      await refused(scene, 'notice-not-shown', ['reason.notice-not-shown']);
      const json = { aiSystem: 'support-assistant', language: scene.language, how: 'app', acknowledged: true };
      sure(await scene.service.call('POST', '/v1/me/notices/shown', { json, self: scene.self }));
      expect(await reasonOf(scene)).toBe('opt-out-not-exercised');
    },
  },
];
