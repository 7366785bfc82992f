/** What is promised about requests, their letters, and the second look of a person. */
import { expect } from 'vitest';
import { check, says, sure } from '../given/a-shop.ts';
import { aBank, decline, declined, end, looked, NINA, OMAR, own, step } from '../given/review/a-review.ts';
import type { Told } from '../given/service.ts';
import { ask, fulfilled, messagesOf, requestOf, take, verified } from './acts.ts';
import { csrfOf, dayWords, type Promised, type Scene, wordsOf } from './scene.ts';

/** Sends the form of disagreeing as a browser does, and gives the place of the second look. */
async function disagree(scene: Scene, decision: string): Promise<string> {
  const path = `/me/decisions/${decision}/contest`;
  const form = await scene.open(path);
  const parts = new FormData();
  parts.set('csrf', csrfOf(form));
  parts.set('statement', 'My income is higher since May.');
  parts.append('files', new Blob(['%PDF-1.7 payslip'], { type: 'application/pdf' }), 'payslip.pdf');
  const sent = await scene.service.call('POST', path, { parts, headers: scene.headers });
  expect(sent.status, sent.text).toBe(303);
  return sent.headers.get('location') ?? '';
}

const idIn = (place: string): string => place.split('/').at(-1)?.split('?')[0] ?? '';
const decisionOf = async ({ service }: Scene, id: string) =>
  sure(await service.call('GET', `/v1/automated-decisions/${id}`, { scope: 'decide' })).body;

export const requestPromises: readonly Promised[] = [
  {
    keys: ['action.ask-explanation.effect', 'right.ai-explanation.how'],
    says: 'Who asks why gets a letter with the reasons that were recorded.',
    rule: 'src/answers/request/explanation-letter.ts',
    async drive(scene) {
      await decline(scene.service);
      const answer = await scene.answer('/v1/me/ai-use');
      scene.stands('action.ask-explanation.effect', answer);
      scene.stands('right.ai-explanation.how', answer);
      const { id } = await ask(scene, 'ai-explanation');
      sure(await take(scene, id, verified));
      sure(await take(scene, id, fulfilled));
      const letter = await scene.page(`/me/requests/${id}`);
      for (const { label } of declined().factors) expect(letter[scene.language]).toContain(label);
      for (const { label } of declined().counterfactuals) expect(letter[scene.language]).toContain(label);
    },
  },
  {
    keys: ['letter.open.lead', 'requests.lead'],
    says: 'The day of the answer that is named is the one that our staff must keep, and it is not moved by itself.',
    rule: 'src/law/clock.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      const shown = await requestOf(scene, id);
      const letter = await scene.page(`/me/requests/${id}`);
      scene.stands('letter.open.lead', letter, (language) => ({ due: dayWords(language, shown.dueAt) }));
      scene.stands('requests.lead', await scene.page('/me/requests'));
      expect(shown.dueAt).toBe('2026-12-02T23:59:59.999Z');
      scene.service.clock.wind(86_400_000);
      expect((await requestOf(scene, id)).dueAt).toBe(shown.dueAt);
    },
  },
  {
    keys: ['letter.cancelled.lead'],
    says: 'Who called a request off can ask again at any time.',
    rule: 'src/commands/request/open.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'access');
      expect((await scene.press(`/me/requests/${id}/cancel`, {})).status).toBe(303);
      scene.stands('letter.cancelled.lead', await scene.page(`/me/requests/${id}`));
      expect((await ask(scene, 'access')).id).not.toBe(id);
    },
  },
  {
    keys: ['secret.words', 'word.erasure.meaning'],
    written: true,
    says: 'After a deletion nothing about the person is answered any more; the code opens its letter, and is shown once.',
    rule: 'src/ledger/erasure/erase-person.ts',
    async drive(scene) {
      const { service, self } = scene;
      sure(await says(service, 'given'));
      scene.stands('word.erasure.meaning', await scene.page('/me/ledger'));
      const { id, sent } = await ask(scene, 'erasure');
      const shown = sent.status === 303 ? await scene.open(sent.headers.get('location') ?? '') : sent;
      const secret = /<code[^>]*>([A-Za-z0-9_-]{20,})<\/code>/.exec(shown.text)?.[1] ?? '';
      expect(secret, shown.text).not.toBe('');
      scene.stands('secret.words', { [scene.language]: wordsOf(shown) });
      expect((await scene.open(`/me/requests/${id}`)).text).not.toContain(secret);
      sure(await take(scene, id, verified));
      sure(await take(scene, id, fulfilled));
      const opened = await service.call('GET', `/v1/requests/${id}`, { headers: { 'request-secret': secret } });
      expect([opened.status, opened.body.state]).toEqual([200, 'fulfilled']);
      expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'erased' });
      for (const path of ['/v1/me/ledger', '/v1/me/consents']) {
        const { status, body } = await service.call('GET', path, { self });
        expect(status === 410 || body.items.length === 0, path).toBe(true);
      }
      expect((await scene.open(`/me/requests/${id}`)).status).toBe(401);
    },
  },
  {
    keys: [
      'action.ask-human.effect',
      'right.human-review.how',
      'contest.lead',
      'contest.files.hint',
      'review.state.open',
      'review.due',
      'review.outcome.changed',
      'explanation.effect.changed',
    ],
    says: 'A person who may change the decision looks, alone opens the files, and their change counts and is told.',
    rule: 'src/commands/review/conclude.ts',
    async drive(scene) {
      const { service } = scene;
      const decision = await decline(service);
      const answer = await scene.answer('/v1/me/ai-use');
      scene.stands('action.ask-human.effect', answer);
      scene.stands('right.human-review.how', answer);
      const form = await scene.page(`/me/decisions/${decision}/contest`);
      scene.stands('contest.lead', form);
      scene.stands('contest.files.hint', form);
      const place = await disagree(scene, decision);
      const open = await scene.page(place);
      scene.stands('review.state.open', open);
      scene.stands('review.due', open);
      const id = idIn(place);
      const [mine] = sure(await service.call('GET', '/v1/me/reviews', { self: scene.self })).body.items;
      await looked(service, id);
      const file = (sub: string): Promise<Told> =>
        service.call('GET', `/v1/reviews/${id}/files/${mine.evidence[0]}`, { scope: 'reviews', sub });
      expect((await file(NINA)).text).toContain('payslip');
      expect((await file(OMAR)).status).toBeGreaterThanOrEqual(400);
      sure(await step(service, id, { step: 'conclude', body: end('changed', { newOutcome: { en: 'accepted' } }) }));
      scene.stands('review.outcome.changed', await scene.page(place));
      scene.stands('explanation.effect.changed', await scene.page(`/me/decisions/${decision}`));
      expect((await decisionOf(scene, decision)).effect).toMatchObject({ state: 'changed' });
    },
  },
  {
    keys: ['review.cancel.effect', 'review.state.cancelled'],
    says: 'Who calls a second look off keeps the decision as it is, and may ask again.',
    rule: 'src/commands/review/cancel.ts',
    async drive(scene) {
      const decision = await decline(scene.service);
      const before = await decisionOf(scene, decision);
      const place = await disagree(scene, decision);
      scene.stands('review.cancel.effect', await scene.page(place));
      const told = await scene.press(`${place.split('?')[0]}/cancel`, {});
      expect(told.status, wordsOf(told)).toBe(303);
      scene.stands('review.state.cancelled', await scene.page(place));
      expect((await decisionOf(scene, decision)).outcome).toEqual(before.outcome);
      expect(idIn(await disagree(scene, decision))).not.toBe(idIn(place));
    },
  },
  {
    keys: ['message.review-opened.text', 'message.review-opened.title', 'messages.lead'],
    written: true,
    says: 'What was written about a second look stays on the page of messages, word for word.',
    rule: 'src/commands/review/open-review.ts',
    async drive(scene) {
      await disagree(scene, await decline(scene.service));
      const page = await scene.page('/me/messages');
      scene.stands('messages.lead', page);
      scene.stands('message.review-opened.title', page);
      scene.stands('message.review-opened.text', await messagesOf(scene), { why: 'contested' });
      scene.service.clock.wind(60_000);
      scene.stands('message.review-opened.title', await scene.page('/me/messages'));
    },
  },
  {
    keys: ['explanation.effect.pending', 'use.oversight.before-effect'],
    says: 'A decision that waits for a person has no effect until that person ended the look.',
    rule: 'src/commands/decision/waits-for-human.ts',
    async drive(scene) {
      const { service } = scene;
      await aBank(service, { mode: 'before-effect' });
      const decision = await decline(service);
      scene.stands('explanation.effect.pending', await scene.page(`/me/decisions/${decision}`));
      scene.stands('use.oversight.before-effect', await scene.answer('/v1/me/ai-use'));
      const waiting = await decisionOf(scene, decision);
      expect(waiting.effect).toMatchObject({ state: 'pending' });
      await looked(service, waiting.effect.review);
      sure(await step(service, waiting.effect.review, { step: 'conclude', body: end('upheld') }));
      expect((await decisionOf(scene, decision)).effect).toMatchObject({ state: 'effective' });
    },
  },
  {
    keys: ['review.outcome.withdrawn', 'explanation.effect.withdrawn'],
    says: 'A decision that a person took back no longer counts.',
    rule: 'src/commands/review/conclude.ts',
    async drive(scene) {
      const decision = await decline(scene.service);
      const place = await disagree(scene, decision);
      await looked(scene.service, idIn(place));
      sure(await step(scene.service, idIn(place), { step: 'conclude', body: end('withdrawn') }));
      scene.stands('review.outcome.withdrawn', await scene.page(place));
      scene.stands('explanation.effect.withdrawn', await scene.page(`/me/decisions/${decision}`));
      expect((await decisionOf(scene, decision)).effect).toMatchObject({ state: 'withdrawn' });
    },
  },
  {
    keys: ['review.outcome.upheld', 'explanation.effect.upheld', 'contest.statement.hint'],
    says: 'The words of the person are read before the result of the AI, and a decision that stays is left as it was.',
    rule: 'src/commands/review/look-at-evidence.ts',
    async drive(scene) {
      const { service } = scene;
      const decision = await decline(service);
      const before = await decisionOf(scene, decision);
      scene.stands('contest.statement.hint', await scene.page(`/me/decisions/${decision}/contest`));
      const place = await disagree(scene, decision);
      const id = idIn(place);
      const asNina = { scope: 'reviews', sub: NINA };
      sure(await step(service, id, { step: 'assign', by: 'officer', body: { reviewer: NINA } }));
      const blind = sure(await step(service, id, { step: 'view-evidence' })).text;
      expect(blind).toContain('My income is higher since May.');
      expect(blind).not.toContain('0.31');
      service.clock.wind(45_000);
      sure(await step(service, id, { step: 'note-view', body: own }));
      expect(sure(await service.call('GET', `/v1/reviews/${id}`, asNina)).text).toContain('0.31');
      service.clock.wind(45_000);
      sure(await step(service, id, { step: 'conclude', body: end('upheld') }));
      scene.stands('review.outcome.upheld', await scene.page(place));
      scene.stands('explanation.effect.upheld', await scene.page(`/me/decisions/${decision}`));
      expect((await decisionOf(scene, decision)).outcome).toEqual(before.outcome);
    },
  },
];
