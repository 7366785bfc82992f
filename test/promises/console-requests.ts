/** What is promised to staff beside each step of a request, and to the person whom they answer. */
import { expect } from 'vitest';
import type { MessageKey } from '../../src/language/messages/en.ts';
import { says, sure } from '../given/a-shop.ts';
import { decline } from '../given/review/a-review.ts';
import { answerOf, ask, fulfilled, lives, messagesOf, publish, requestOf, take, verified, weighed } from './acts.ts';
import type { Fields, Promised, Scene } from './scene.ts';

/** Staff at one request, and a step of it as its form. */
async function atRequest(scene: Scene, id: string, who = 'officer') {
  const atWork = await scene.staff(who);
  const path = `/console/requests/${id}`;
  return {
    page: () => atWork.page(path),
    text: async () => (await atWork.open(path)).text,
    async step(name: string, fields: Fields = {}, status = 303) {
      const told = await atWork.press(`${path}/${name}`, fields);
      expect(told.status, told.text).toBe(status);
    },
  };
}

const stepOf = (name: string): MessageKey => `console.do.${name}.effect` as MessageKey;

export const consoleRequestPromises: readonly Promised[] = [
  {
    keys: ['console.request.verify-first'],
    says: 'Before it is known who asks, nothing is handed out, deleted or refused.',
    rule: 'src/commands/request/step-facts.ts',
    async drive(scene) {
      await lives(scene, 'US-CA');
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      for (const kind of ['access', 'erasure']) {
        const { id } = await ask(scene, kind);
        const work = await atRequest(scene, id);
        scene.stands('console.request.verify-first', await work.page());
        await work.step('fulfil', { reason: 'As asked.', sure: 'yes' }, 422);
        const asked = await scene.service.call('GET', `/v1/requests/${id}/package`, { scope: 'requests' });
        expect([asked.status, asked.body.code]).toEqual([409, 'invalid-transition']);
      }
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'erasure-asked' });
    },
  },
  {
    keys: ['console.do.extend.effect', 'message.request-extended.text', 'message.request-extended.title'],
    written: true,
    says: 'More time is taken once, and the person is told why and until when.',
    rule: 'src/commands/request/step.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      const work = await atRequest(scene, id);
      scene.stands('console.do.extend.effect', await work.page());
      await work.step('extend', { reason: 'There are more letters than we thought.' });
      const told = await messagesOf(scene);
      scene.stands('message.request-extended.text', told, { words: 'There are more letters than we thought.' });
      scene.stands('message.request-extended.title', await scene.page('/me/messages'));
      const { dueAt } = await requestOf(scene, id);
      await work.step('extend', { reason: 'Still more of them.' }, 422);
      expect((await requestOf(scene, id)).dueAt).toBe(dueAt);
    },
  },
  {
    keys: [
      'console.do.pause.effect',
      'console.do.resume.effect',
      'message.request-paused.text',
      'message.request-paused.title',
      'request.step.paused',
    ],
    written: true,
    says: 'A question goes to the person; the last day moves by the days of waiting where law says so, and only there.',
    rule: 'src/commands/request/pause.ts',
    async drive(scene) {
      const asked: Fields[] = [];
      for (const [regime, code, days, clock] of [
        ['UK', 'clarification', 5, 'not_counted'],
        ['EU', 'identity', 0, 'stays'],
      ] as const) {
        await lives(scene, regime);
        const { id } = await ask(scene, 'access');
        const before = Date.parse((await requestOf(scene, id)).dueAt);
        const work = await atRequest(scene, id);
        scene.stands('console.do.pause.effect', await work.page());
        await work.step('pause', { code, reason: `Which letters do you mean, ${regime}?` });
        asked.push({ words: `Which letters do you mean, ${regime}?`, asked: code, clock });
        scene.stands('request.step.paused', await scene.page(`/me/requests/${id}`));
        await scene.days(5);
        expect((await requestOf(scene, id)).state, 'until we hear from them').toBe('paused');
        const later = await atRequest(scene, id);
        scene.stands('console.do.resume.effect', await later.page());
        await later.step('resume', { reason: 'They answered.' });
        const after = await requestOf(scene, id);
        expect(after.state).not.toBe('paused');
        const moved = (Date.parse(after.dueAt) - before) / 86_400_000;
        if (days === 0) expect(moved).toBe(0);
        else expect(moved).toBeGreaterThanOrEqual(days - 1);
        await scene.days(5);
        expect((await requestOf(scene, id)).dueAt, 'every day counts').toBe(after.dueAt);
      }
      const told = await messagesOf(scene);
      for (const values of asked) scene.stands('message.request-paused.text', told, values);
      scene.stands('message.request-paused.title', await scene.page('/me/messages'));
      // Where no law knows a pause, none is offered.
      await lives(scene, 'US-TX');
      const { id } = await ask(scene, 'access');
      const work = await atRequest(scene, id);
      expect(await work.text()).not.toContain(`/console/requests/${id}/pause`);
    },
  },
  {
    keys: [stepOf('deny')],
    says: 'A refusal needs a ground in law, and its letter says why and where to complain.',
    rule: 'src/commands/request/step-facts.ts',
    async drive(scene) {
      await publish(scene, weighed);
      const { id } = await ask(scene, 'objection');
      const work = await atRequest(scene, id);
      scene.stands('console.do.deny.effect', await work.page());
      for (const code of ['', 'no-time']) await work.step('deny', { code, reason: 'We have no time.' }, 422);
      expect((await requestOf(scene, id)).state).toBe('received');
      await work.step('deny', { code: 'art21-compelling-grounds', reason: 'Fraud would go unseen.' });
      const letter = await scene.page(`/me/requests/${id}`);
      expect(letter.en).toContain('pressing reasons');
      expect(letter.en).toContain('Fraud would go unseen.');
      expect(letter.en).toContain('complain to a data protection authority');
    },
  },
  {
    keys: [stepOf('cancel')],
    says: 'What is taken back has no answer; what it stopped stays stopped, its looks end, and it can be asked again.',
    rule: 'src/commands/request/step.ts',
    async drive(scene) {
      await publish(scene, weighed);
      const { id } = await ask(scene, 'objection');
      const work = await atRequest(scene, id);
      scene.stands('console.do.cancel.effect', await work.page());
      await work.step('cancel', { reason: 'They rang us.' });
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'objected' });
      const decision = await decline(scene.service);
      const human = await ask(scene, 'human-review', { about: decision });
      await (await atRequest(scene, human.id)).step('cancel', { reason: 'They rang us.' });
      const reviews = sure(await scene.service.call('GET', '/v1/me/reviews', { self: scene.self })).body.items;
      expect(reviews.map(({ state }: { state: string }) => state)).toEqual(['cancelled']);
      expect((await ask(scene, 'human-review', { about: decision })).id).not.toBe(human.id);
    },
  },
  {
    keys: [stepOf('appeal')],
    says: 'An appeal is looked at by somebody else, with a last day of its own.',
    rule: 'src/commands/request/step-facts.ts',
    async drive(scene) {
      await lives(scene, 'US-TX');
      const { id } = await ask(scene, 'access');
      const work = await atRequest(scene, id);
      sure(await take(scene, id, ['verify', { reason: 'Called back.' }]));
      const no = { code: 'us-unfounded-excessive-repetitive', reason: 'The third time in a month.' };
      await work.step('deny', no);
      const before = await requestOf(scene, id);
      await scene.days(20);
      const later = await atRequest(scene, id);
      scene.stands('console.do.appeal.effect', await later.page());
      await later.step('appeal', { reason: 'They wrote that it was the first.' });
      const after = await requestOf(scene, id);
      expect([after.state, after.dueAt > before.dueAt]).toEqual(['appealed', true]);
      await later.step('fulfil', { reason: 'Here it is.' }, 422);
      await (await atRequest(scene, id, 'second-officer')).step('fulfil', { reason: 'Here it is.' });
    },
  },
  {
    keys: ['console.request.erasure-warning'],
    says: 'A deletion destroys what can be read here, for good, but for what a hold keeps.',
    rule: 'src/ledger/erasure/erase-person.ts',
    async drive(scene) {
      const { service, self } = scene;
      sure(await says(service, 'given'));
      const decision = await decline(service);
      const wanted = {
        ground: 'art17-3-e-legal-claims',
        reason: 'A claim about this loan is open.',
        items: [{ purpose: 'loans' }],
      };
      const scope = { scope: 'registry', sub: 'officer' };
      const hold = sure(await service.call('POST', `/v1/subjects/${self}/holds`, { json: wanted, ...scope })).body.id;
      const { id } = await ask(scene, 'erasure');
      sure(await take(scene, id, verified));
      const work = await atRequest(scene, id);
      scene.stands('console.request.erasure-warning', await work.page());
      await work.step('fulfil', { reason: 'As asked.' }, 422);
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'erasure-asked' });
      await work.step('fulfil', { reason: 'As asked.', sure: 'yes' });
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'erased' });
      const own = await service.call('GET', `/v1/automated-decisions/${decision}`, { scope: 'decide' });
      expect(own.status).toBeGreaterThanOrEqual(400);
      const kept = `/v1/subjects/${self}/holds/${hold}/content?reason=audit`;
      expect(sure(await service.call('GET', kept, { scope: 'audit' })).text).toContain('Your loan');
      expect((await take(scene, id, fulfilled)).status, 'it is not done twice, nor undone').toBeGreaterThanOrEqual(400);
    },
  },
];
