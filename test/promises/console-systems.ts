/** What is promised with the switch of an AI system, and with what waits for staff. */
import { expect } from 'vitest';
import { BEN, says, sure } from '../given/a-shop.ts';
import { decline, declined, NINA, step } from '../given/review/a-review.ts';
import { agrees, answerOf, messagesOf } from './acts.ts';
import type { Promised, Scene } from './scene.ts';

const SYSTEM = '/console/systems/support-assistant';

const uses = (scene: Scene, more: object) =>
  scene.service.call('POST', '/v1/uses', {
    json: { subject: scene.self, aiSystem: 'support-assistant', purpose: 'support-drafts', mode: 'report', ...more },
    scope: 'use',
  });

export const consoleSystemPromises: readonly Promised[] = [
  {
    keys: [
      'console.system.stop',
      'console.system.stop.effect',
      'console.system.resume',
      'console.system.resume.effect',
    ],
    says: 'A stop refuses every use of everybody at once and leaves decisions as they are; after it, uses are as before.',
    rule: 'src/evaluation/rows/declared.ts',
    async drive(scene) {
      const { service } = scene;
      for (const subject of [scene.self, BEN]) sure(await says(service, 'given', subject));
      const asked = async (subject: string) =>
        sure(
          await service.call('POST', '/v1/uses', {
            json: { subject, aiSystem: 'support-assistant', purpose: 'support-drafts', dataCategories: ['messages'] },
            scope: 'use',
          }),
        ).body.reason;
      const decision = await decline(service);
      const before = sure(await service.call('GET', `/v1/automated-decisions/${decision}`, { scope: 'decide' })).body;
      const atWork = await scene.staff('officer');
      const running = await atWork.page(SYSTEM);
      scene.stands('console.system.stop', running);
      scene.stands('console.system.stop.effect', running);
      expect((await atWork.press(`${SYSTEM}/stop`, { reason: 'It answered wrongly.' })).status).toBe(303);
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'ai-system-suspended' });
      expect(await asked(BEN)).toBe('ai-system-suspended');
      const after = sure(await service.call('GET', `/v1/automated-decisions/${decision}`, { scope: 'decide' })).body;
      expect(after.effect).toEqual(before.effect);
      const stopped = await atWork.page(SYSTEM);
      scene.stands('console.system.resume', stopped);
      scene.stands('console.system.resume.effect', stopped);
      sure(await says(service, 'withdrawn', BEN));
      expect((await atWork.press(`${SYSTEM}/resume`)).status).toBe(303);
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      expect(await asked(BEN), 'what was said meanwhile counts').toBe('withdrawn');
    },
  },
  {
    keys: ['console.affected.open', 'console.affected.open.effect'],
    says: 'Every decision of the time in doubt that nobody has looked at gets a look, and the people are told.',
    rule: 'src/jobs/open-reviews.ts',
    async drive(scene) {
      const { service } = scene;
      const [first, second, third] = [
        await decline(service),
        await decline(service, { what: 'Your card' }),
        await decline(service, { subject: BEN, adverse: false, outcome: 'accepted' }),
      ];
      const atWork = await scene.staff('officer');
      const path = '/console/systems/loan-check';
      expect((await atWork.press(`${path}/stop`, { reason: 'It answered wrongly.', since: '2026-11-01' })).status).toBe(
        303,
      );
      const page = await atWork.page(path);
      scene.stands('console.affected.open', page);
      scene.stands('console.affected.open.effect', page);
      sure(await atWork.press(`${path}/reviews`));
      const { items } = sure(await service.call('GET', '/v1/me/reviews', { self: scene.self })).body;
      expect(items.map(({ decision }: { decision: string }) => decision).sort()).toEqual([first, second].sort());
      const bens = sure(await service.call('GET', '/v1/me/reviews', { self: BEN })).body.items;
      expect(bens.map(({ decision }: { decision: string }) => decision)).toEqual([third]);
      const told = JSON.parse((await messagesOf(scene))[scene.language] ?? '{}').items;
      expect(told.map(({ template }: { template: string }) => template)).toEqual(['review-opened', 'review-opened']);
      // A second press opens none twice.
      sure(await atWork.press(`${path}/reviews`));
      expect(sure(await service.call('GET', '/v1/me/reviews', { self: scene.self })).body.items).toHaveLength(2);
    },
  },
  {
    keys: ['console.withoutPermission.alarm'],
    says: 'A use that was reported without permission is an alarm on the first page, and the stop that it names works.',
    rule: 'src/answers/oversight/without-permission.ts',
    async drive(scene) {
      const told = await uses(scene, {
        dataCategories: ['messages'],
        occurredAt: '2026-11-02T08:00:00.000Z',
      });
      expect(told.status, told.text).toBe(201);
      const atWork = await scene.staff('officer');
      scene.stands('console.withoutPermission.alarm', await atWork.page('/console'), { count: 1 });
      expect((await atWork.press(`${SYSTEM}/stop`, { reason: 'It asked nobody.' })).status).toBe(303);
      sure(await says(scene.service, 'given'));
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'ai-system-suspended' });
    },
  },
  {
    keys: ['console.follow.undone'],
    says: 'A no that arrives late undoes a newer yes, stands on the first page, and asking again settles it.',
    rule: 'src/answers/subject/follow-ups.ts',
    async drive(scene) {
      const { service } = scene;
      const occurredAt = new Date(service.clock.now() - 86_400_000).toISOString();
      await agrees(scene);
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      service.clock.wind(1000);
      const late = { subject: scene.self, purpose: 'support-drafts', state: 'withdrawn', occurredAt };
      sure(await service.call('POST', '/v1/consents', { json: late, scope: 'consent' }));
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'withdrawn' });
      scene.stands('console.follow.undone', await (await scene.staff('officer')).page('/console'));
      await agrees(scene);
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      expect((await (await scene.staff('officer')).open('/console')).text).not.toContain('People to ask again');
    },
  },
  {
    keys: ['console.desk.nobody', 'console.desk.statement.hint'],
    says: 'A search that finds nobody is recorded; what a person says at the desk is the first that the reviewer reads.',
    rule: 'src/http/record/look.ts',
    async drive(scene) {
      const { service } = scene;
      const atWork = await scene.staff('officer');
      const before = await service.house.ledger.size(0);
      scene.stands('console.desk.nobody', await atWork.refused('/console/desk', { whom: 'nobody@example.org' }));
      expect(await service.house.ledger.size(0)).toBe(before + scene.languages.length);
      const decision = await decline(service);
      const found = await scene.each(
        async (language) =>
          (await atWork.press('/console/desk', { whom: scene.self.replace('customer:', '') }, language)).text,
      );
      scene.stands('console.desk.statement.hint', found);
      const statement = 'She says that the payslip of May is missing.';
      expect((await atWork.press('/console/desk/reviews', { decision, statement })).status).toBe(303);
      const [{ id }] = sure(await service.call('GET', '/v1/reviews', { scope: 'reviews', sub: NINA })).body.items;
      sure(await step(service, id, { step: 'assign', by: 'officer', body: { reviewer: NINA } }));
      const blind = sure(await step(service, id, { step: 'view-evidence' })).text;
      expect(blind).toContain(statement);
      expect(blind).not.toContain('0.31');
    },
  },
  {
    keys: ['console.told.note'],
    says: 'Who must be told of an outcome by law stands on the first page until they were.',
    rule: 'src/answers/notice/ask.ts',
    async drive(scene) {
      const { service } = scene;
      service.clock.set(Date.parse('2027-01-15T18:00:00.000Z'));
      const json = { regimes: ['US-CO'], language: scene.language };
      sure(await service.call('PUT', `/v1/subjects/${scene.self}`, { json, scope: 'consent' }));
      const outcome = declined({ decidedAt: '2027-01-15T17:00:00.000Z' });
      const recorded = sure(
        await service.call('POST', '/v1/automated-decisions', { json: outcome, scope: 'decide' }),
      ).body;
      const [decision, { message }] = [recorded.id, recorded.adverseNotice];
      // The message could not be sent.
      const caller = { principal: 'sender', actor: { id: 'act_sender', role: 'system' as const }, scopes: [] };
      const failed = { message, tries: 1, channel: 'file' } as const;
      await service.house.record('message.settle', failed, { caller, requestId: 'settle' });
      const atWork = await scene.staff('officer');
      scene.stands('console.told.note', await atWork.page('/console'));
      expect((await atWork.open('/console')).text).toContain(`/console/notices/${decision}/given`);
      expect((await atWork.press(`/console/notices/${decision}/given`, { how: 'letter' })).status).toBe(303);
      expect((await atWork.open('/console')).text).not.toContain(`/console/notices/${decision}/given`);
    },
  },
];
