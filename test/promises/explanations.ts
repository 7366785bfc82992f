/** What is promised with the reasons of a decision, with the notice before one, and with what is written to people. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openMail } from '../../src/connectors/mail.ts';
import { sendWaiting } from '../../src/jobs/send-messages.ts';
import { scopesOfRole } from '../../src/vocabulary/scope.ts';
import { says, sure, use as usedBy } from '../given/a-shop.ts';
import { aMailServer, decoded } from '../given/mail-server.ts';
import { contest, decline, declined, end, looked, step } from '../given/review/a-review.ts';
import { answered, ask, declare, lives, messagesOf, publish, take } from './acts.ts';
import { inLanguage, type Promised, type Read, type Scene, wordsOf } from './scene.ts';

const pageOf = async (scene: Scene, more: object): Promise<Read> =>
  scene.page(`/me/decisions/${await decline(scene.service, more)}`);
const noticeOf = (scene: Scene): Promise<Read> =>
  scene.each(async (language) => {
    const headers = { accept: 'text/html' };
    const path = inLanguage('/v1/pre-use-notices/support-assistant', language);
    return wordsOf(sure(await scene.service.call('GET', path, { headers })));
  });
const [factor] = declined().factors;
const [counterfactual] = declined().counterfactuals;

/** Everything that waits goes out by mail, and is given as it came over the wire. */
async function mailed({ service }: Scene): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-mail-'));
  const server = await aMailServer();
  const mail = openMail({ smtpUrl: server.url, from: 'Shop <privacy@shop.example>', domain: 'shop.example', folder });
  const caller = { principal: 'system', actor: { id: 'act_system', role: 'system' as const }, scopes: ['admin'] };
  await sendWaiting({
    house: service.house,
    outbox: service.house.outbox,
    mail,
    sender: { caller, requestId: 'test' },
  });
  mail.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return server.mails;
}

/** By an officer, whose word for an address needs no confirmation. */
const addressed = async ({ service, self }: Scene, language: string): Promise<void> => {
  const json = { identifiers: ['email:ada@example.org'], language };
  sure(
    await service.call('PUT', `/v1/subjects/${self}`, { json, scope: scopesOfRole.officer.join(' '), sub: 'officer' }),
  );
};

export const explanationPromises: readonly Promised[] = [
  {
    keys: ['explanation.reasons.none'],
    says: 'Where no reason was recorded, none is shown.',
    rule: 'src/answers/explanation/reasons.ts',
    async drive(scene) {
      const page = await pageOf(scene, { factors: [] });
      scene.stands('explanation.reasons.none', page);
      for (const language of scene.languages) expect(page[language]).not.toContain(`${factor?.label} (`);
    },
  },
  {
    keys: ['explanation.reason.protected', 'explanation.counterfactual.unchangeable'],
    says: 'What a person cannot change is told as a reason, is never offered as a way, and a person can be asked to look.',
    rule: 'src/answers/explanation/reasons.ts',
    async drive(scene) {
      const id = await decline(scene.service, {
        factors: [{ ...factor, code: 'birth', label: 'Where you were born', protected: true, changeable: false }],
        counterfactuals: [{ ...counterfactual, name: 'birth', label: 'Where you were born', from: 'A', to: 'B' }],
        inputs: [
          ...declined().inputs,
          { name: 'birth', label: 'Where you were born', value: 'A', category: 'income', source: 'your application' },
        ],
      });
      const page = await scene.page(`/me/decisions/${id}`);
      scene.stands('explanation.reason.protected', page);
      scene.stands('explanation.counterfactual.unchangeable', page);
      const { body } = await scene.service.call('GET', `/v1/me/automated-decisions`, { self: scene.self });
      expect(body.items[0].counterfactuals.filter(({ offered }: { offered: boolean }) => offered)).toEqual([]);
      expect((await contest(scene.service, id)).status).toBe(201);
    },
  },
  {
    keys: ['explanation.aggregate'],
    says: 'A summary of many decisions stands beside the single ones, and each can still be read.',
    rule: 'src/answers/explanation/aggregate.ts',
    async drive(scene) {
      await lives(scene, 'US-CA');
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) ids.push(await decline(scene.service, { what: `Loan ${count}` }));
      scene.stands('explanation.aggregate', await scene.page(`/me/decisions/${ids[0]}`), { count: 5 });
      for (const [count, id] of ids.entries())
        expect((await scene.open(`/me/decisions/${id}`)).text).toContain(`Loan ${count}`);
    },
  },
  {
    keys: ['letter.explanation.newest', 'withheld.here'],
    says: 'A letter about many decisions says how many it explains; the others have pages, and what is left out is named.',
    rule: 'src/answers/request/explanation-letter.ts',
    async drive(scene) {
      const ids: string[] = [];
      for (let count = 0; count < 21; count += 1) ids.push(await decline(scene.service, { what: `Loan ${count}` }));
      const more = { code: 'trade-secret-balance', withheld: [{ item: 'counterfactuals' }] };
      const id = await answered(scene, 'ai-explanation', more);
      const letter = await scene.page(`/me/requests/${id}`);
      scene.stands('letter.explanation.newest', letter, { shown: 20, count: 21 });
      scene.stands('withheld.here', letter);
      expect(letter.en).toContain('trade secret');
      expect(letter.en).not.toContain('the result would have been: accepted');
      expect(letter.en).toContain('complain to a data protection authority');
      expect((await scene.open(`/me/decisions/${ids[0]}`)).text).toContain('Loan 0');
    },
  },
  {
    keys: ['letter.explanation.lead-later'],
    says: 'A letter never says that nothing was added where reasons were worked out later, and says where they were.',
    rule: 'src/answers/request/explanation-letter.ts',
    async drive(scene) {
      await decline(scene.service, { reconstructed: true });
      const letter = await scene.page(`/me/requests/${await answered(scene, 'ai-explanation')}`);
      scene.stands('letter.explanation.lead-later', letter);
      expect(letter.en).toContain('worked out after the decision');
      expect(letter.en).not.toContain('No reason was added afterwards');
    },
  },
  {
    keys: ['notice.opt-out', 'notice.access', 'notice.for-whom'],
    says: 'Whoever says no before a decision is left out by the AI system, without a reason; whoever asks gets reasons, data and result.',
    rule: 'src/vocabulary/request-limits.ts',
    async drive(scene) {
      await publish(scene, { significant: true, decisionKind: 'financial', kind: 'automated-decision' });
      await lives(scene, 'US-CA');
      const notice = await noticeOf(scene);
      scene.stands('notice.opt-out', notice);
      scene.stands('notice.access', notice);
      scene.stands('notice.for-whom', notice);
      // California gives the opt-out of automated decisions from 2027 on; what the notice offers works before, too.
      const { rights } = sure(await scene.service.call('GET', '/v1/me/ai-use', { self: scene.self })).body;
      expect(rights).toContainEqual(expect.objectContaining({ right: 'access', available: true }));
      expect(rights).not.toContainEqual(expect.objectContaining({ right: 'optout-admt' }));
      await ask(scene, 'optout-admt');
      const told = await scene.told();
      expect(told.en).toContain('"reason":"opted-out"');
      await decline(scene.service);
      const { id } = await ask(scene, 'ai-explanation');
      sure(await take(scene, id, ['verify', { reason: 'Called back.' }]));
      sure(await take(scene, id, ['fulfil', { reason: 'You asked for it.' }]));
      const letter = await scene.page(`/me/requests/${id}`);
      expect(letter.en).toMatch(/Your income.*1.?200.*0\.31/);
    },
  },
  {
    keys: ['notice.appeal'],
    says: 'Where nobody can opt out because a person looks again, a person who can change it does.',
    rule: 'src/commands/request/reviews-asked.ts',
    async drive(scene) {
      await publish(scene, {
        significant: true,
        decisionKind: 'financial',
        kind: 'automated-decision',
        optOutExceptions: [
          { regime: 'US-CA', code: 'human-appeal', evidence: 'A person with authority looks at each appeal.' },
        ],
      });
      await declare(scene, { appeal: { en: 'Write to us.' } });
      await lives(scene, 'US-CA');
      scene.stands('notice.appeal', await noticeOf(scene));
      const decision = await decline(scene.service);
      await ask(scene, 'human-review', { about: decision });
      const mine = async () => sure(await scene.service.call('GET', '/v1/me/reviews', { self: scene.self })).body.items;
      const [{ id }] = await mine();
      await looked(scene.service, id);
      const body = end('changed', { newOutcome: { en: 'accepted' } });
      sure(await step(scene.service, id, { step: 'conclude', body }));
      expect((await mine())[0]).toMatchObject({ outcome: 'changed' });
    },
  },
  {
    keys: ['page.language-fallback'],
    only: ['de', 'fr', 'es'],
    says: 'What nobody wrote in a language is shown in English, and the page says so.',
    rule: 'src/pages/layout.tsx',
    async drive(scene) {
      await publish(scene, {});
      const page = await scene.page('/me/choices?purpose=support-drafts');
      scene.stands('page.language-fallback', page);
      for (const language of scene.languages) expect(page[language]).toContain('Faster answers');
    },
  },
  {
    keys: ['use.flow.note'],
    says: 'One use that reads two kinds of data counts once, and with each kind.',
    rule: 'src/answers/use/tally.ts',
    async drive(scene) {
      const { service, self } = scene;
      sure(await says(service, 'given'));
      sure(await usedBy(service));
      const json = { subject: self, aiSystem: 'support-assistant', purpose: 'support-drafts' };
      const asked = { json: { ...json, dataCategories: ['messages', 'orders'] }, scope: 'use' };
      expect(sure(await service.call('POST', '/v1/uses', asked)).body.allowed).toBe(true);
      const page = await scene.page('/me');
      scene.stands('use.flow.note', page);
      const { numbers } = sure(await service.call('GET', '/v1/me/ai-use', { self })).body;
      expect(numbers.uses).toBe(2);
      expect(page.en).toMatch(/Your messages 2 .*Orders 1 |Your messages .*2.*Orders .*1/);
    },
  },
  {
    keys: ['message.closing', 'message.no-tracking', 'message.explanation-ready.text'],
    written: true,
    says: 'A message loads nothing, stands on the page of the person word for word, and what it names is there.',
    rule: 'src/pages/message-letter.tsx',
    async drive(scene) {
      await addressed(scene, scene.language);
      await decline(scene.service);
      const id = await answered(scene, 'ai-explanation');
      const mails = await mailed(scene);
      const mail = mails.find((each) => each.includes(`/me/requests/${id}`) || decoded(each).includes(id)) ?? '';
      const read = { [scene.language]: decoded(mail) };
      scene.stands('message.closing', read);
      scene.stands('message.no-tracking', read);
      expect(decoded(mail)).not.toMatch(/<img|<link|<script|@import|url\(/i);
      scene.stands('message.explanation-ready.text', await messagesOf(scene));
      const letter = (await scene.page(`/me/requests/${id}`))[scene.language] ?? '';
      expect(letter).toMatch(/Your income.*1.?200/);
    },
  },
  {
    keys: ['message.no-language'],
    only: ['en'],
    says: 'Whose language we do not write in is written to in English, and told so.',
    rule: 'src/language/message.ts',
    async drive(scene) {
      await addressed(scene, 'pl');
      await decline(scene.service);
      await answered(scene, 'ai-explanation');
      const told = await messagesOf(scene);
      scene.stands('message.no-language', told);
      expect(told.en).toContain('"language":"en"');
    },
  },
  {
    keys: ['message.adverse-outcome.text', 'message.adverse-outcome.title'],
    written: true,
    says: 'Who is told of an outcome against them finds each value, its source and the reasons one click away, free of charge.',
    rule: 'src/commands/decision/adverse-outcome.ts',
    async drive(scene) {
      const { service } = scene;
      service.clock.set(Date.parse('2027-01-15T18:00:00.000Z'));
      await lives(scene, 'US-CO');
      await scene.days(0);
      const decision = await decline(service, { decidedAt: '2027-01-15T17:00:00.000Z' });
      const told = await messagesOf(scene);
      scene.stands('message.adverse-outcome.text', told, { hasData: 'yes', hasSources: 'yes' });
      scene.stands('message.adverse-outcome.title', await scene.page('/me/messages'));
      expect((await scene.open('/me/messages')).text).toContain(`/me/decisions/${decision}`);
      const page = (await scene.page(`/me/decisions/${decision}`))[scene.language] ?? '';
      expect(page).toMatch(/Your income/);
      expect(page).toContain('your application');
      expect((await contest(service, decision)).status).toBe(201);
      await ask(scene, 'rectification');
    },
  },
];
