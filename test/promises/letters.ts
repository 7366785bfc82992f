/** What is promised with the days, the letters and the forms of requests. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { say } from '../../src/language/say.ts';
import { says, sure } from '../given/a-shop.ts';
import { printed, unspaced } from '../given/printed.ts';
import { decline } from '../given/review/a-review.ts';
import {
  answered,
  ask,
  certificateOf,
  fulfilled,
  lives,
  messagesOf,
  officer,
  publish,
  reasonOf,
  requestOf,
  take,
  verified,
  weighed,
} from './acts.ts';
import { dayWords, type Promised, type Read, type Scene, wordsOf } from './scene.ts';

/** Asks, lets staff make sure who it is and answer, and gives what the person reads then. */
const letterOf = async (scene: Scene, kind: string): Promise<Read> =>
  scene.page(`/me/requests/${await answered(scene, kind)}`);

/** Comes, is deleted, and reads the letter of it. */
async function deletion(scene: Scene): Promise<Read> {
  const { service, self, language } = scene;
  sure(await says(service, 'given'));
  const json = { kind: 'erasure', subject: self, language };
  const { id, secret } = sure(await service.call('POST', '/v1/requests', { json, ...officer })).body;
  sure(await take(scene, id, verified));
  sure(await take(scene, id, fulfilled));
  const headers = { 'request-secret': secret, accept: 'text/html', 'accept-language': language };
  return { [language]: wordsOf(sure(await service.call('GET', `/v1/requests/${id}/certificate`, { headers }))) };
}

/** As another tool would: deleted, and not written over. */
function leaveRemains(file: string): void {
  const db = new Database(file);
  db.pragma('secure_delete = OFF');
  db.exec('create table beside (text); insert into beside values (hex(randomblob(20000))); drop table beside');
  db.close();
}

export const letterPromises: readonly Promised[] = [
  {
    keys: ['letter.not-drawn'],
    says: 'Where the letter as a file cannot draw what a person wrote, its page shows it.',
    rule: 'src/print/typefaces.ts',
    async drive(scene) {
      const { id } = await ask(scene, 'complaint', { message: 'You write 你好 to me.' });
      sure(await take(scene, id, fulfilled));
      const { service, headers } = scene;
      const file = await scene.each(async (language) => {
        const told = await fetch(`${service.url}/me/requests/${id}/letter.pdf?language=${language}`, { headers });
        const { words } = await printed(new Uint8Array(await told.arrayBuffer()));
        // The box is drawn and no text, and lines are broken anywhere.
        const said = say(language, 'letter.not-drawn');
        return unspaced(words).includes(unspaced(said.replaceAll('□', ''))) ? said : words;
      });
      scene.stands('letter.not-drawn', file);
      for (const words of Object.values(await scene.page(`/me/requests/${id}`))) expect(words).toContain('你好');
    },
  },
  {
    keys: ['within.by-date', 'form.by-when'],
    says: 'The day that the form names is the day that the request is given, and it costs nothing.',
    rule: 'src/answers/use/rights.ts',
    async drive(scene) {
      const day = '2026-12-02T12:00:00.000Z';
      const form = await scene.page('/me/requests/new?kind=access');
      scene.stands('within.by-date', form, (language) => ({ date: dayWords(language, day) }));
      scene.stands('form.by-when', form);
      const { id } = await ask(scene, 'access');
      expect(dayWords('en', (await requestOf(scene, id)).dueAt)).toBe(dayWords('en', day));
    },
  },
  {
    keys: ['within.at-once', 'form.purpose.hint', 'form.purpose', 'letter.stopped.stays'],
    says: 'An objection by the form stops the use when it is sent, and stands until the person changes it.',
    rule: 'src/vocabulary/request-limits.ts',
    async drive(scene) {
      await publish(scene, weighed);
      expect(await reasonOf(scene)).toBe('legitimate-interests');
      const form = await scene.page('/me/requests/new?kind=objection');
      scene.stands('form.purpose', form);
      scene.stands('form.purpose.hint', form);
      scene.stands('within.at-once', await scene.answer('/v1/me/ai-use'));
      const sent = await scene.press('/me/requests', { kind: 'objection', purpose: 'support-drafts' });
      expect([200, 303]).toContain(sent.status);
      expect(await reasonOf(scene)).toBe('objected');
      const [{ id }] = sure(await scene.service.call('GET', '/v1/me/requests', { self: scene.self })).body.items;
      scene.stands('letter.stopped.stays', await scene.page(`/me/requests/${id}`));
      scene.service.clock.wind(400 * 86_400_000);
      expect(await reasonOf(scene)).toBe('objected');
      const json = { kind: 'objection', state: 'lifted', purpose: 'support-drafts' };
      sure(await scene.service.call('POST', '/v1/me/limits', { json, self: scene.self }));
      expect(await reasonOf(scene)).toBe('legitimate-interests');
    },
  },
  {
    keys: ['letter.stopped.none'],
    says: 'Taking back a yes where there is none is told so, and bars a yes from before that arrives late.',
    rule: 'src/answers/request/stopped.ts',
    async drive(scene) {
      const { service, self: subject } = scene;
      const occurredAt = new Date(service.clock.now()).toISOString();
      service.clock.wind(60_000);
      expect(await reasonOf(scene)).toBe('never-asked');
      const { id } = await ask(scene, 'consent-withdrawal');
      scene.stands('letter.stopped.none', await scene.page(`/me/requests/${id}`));
      const late = {
        subject,
        purpose: 'support-drafts',
        state: 'given',
        notice: { key: 'support-notice' },
        occurredAt,
      };
      sure(await service.call('POST', '/v1/consents', { json: late, scope: 'consent' }));
      expect(await reasonOf(scene)).toBe('withdrawn');
    },
  },
  {
    keys: ['letter.denied.lead', 'letter.stopped.lifted', 'letter.stopped.lifted-title', 'message.limit-lifted.text'],
    written: true,
    says: 'What an objection had stopped can start again from the day of the letter that refuses it, and is told.',
    rule: 'src/commands/request/step.ts',
    async drive(scene) {
      await publish(scene, weighed);
      const { id } = await ask(scene, 'objection');
      expect(await reasonOf(scene)).toBe('objected');
      const no = { code: 'art21-compelling-grounds', reason: 'Fraud would go unseen.' };
      sure(await take(scene, id, ['deny', no]));
      const letter = await scene.page(`/me/requests/${id}`);
      scene.stands('letter.denied.lead', letter);
      scene.stands('letter.stopped.lifted', letter);
      scene.stands('letter.stopped.lifted-title', letter);
      expect(await reasonOf(scene)).toBe('legitimate-interests');
      scene.stands('message.limit-lifted.text', await messagesOf(scene), { hasWords: 'yes', hasComplaint: 'yes' });
    },
  },
  {
    keys: ['letter.access.confirm', 'right.access.why', 'right.access.how'],
    says: 'Who asks for a copy gets what the record holds, every entry of it in the files.',
    rule: 'src/answers/request/access-letter.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      const answer = await scene.answer('/v1/me/ai-use');
      scene.stands('right.access.why', answer);
      scene.stands('right.access.how', answer);
      scene.stands('letter.access.confirm', await letterOf(scene, 'access'));
      const { entries } = sure(await scene.service.call('GET', '/v1/me/evidence', { self: scene.self })).body;
      const { items } = sure(await scene.service.call('GET', '/v1/me/ledger?limit=100', { self: scene.self })).body;
      const indexes = new Set(entries.map(({ index }: { index: number }) => index));
      expect(items.filter(({ index }: { index: number }) => !indexes.has(index))).toEqual([]);
      expect(items.map(({ kind }: { kind: string }) => kind)).toContain('consent.given');
    },
  },
  {
    keys: ['letter.explanation.lead', 'letter.explanation.seal', 'right.ai-explanation.why'],
    says: 'The letter that says why holds what was recorded when it was decided.',
    rule: 'src/answers/request/explanation-letter.ts',
    async drive(scene) {
      const decision = await decline(scene.service, { decidedAt: '2026-11-02T08:59:59.000Z' });
      scene.stands('right.ai-explanation.why', await scene.answer('/v1/me/ai-use'));
      const id = await answered(scene, 'ai-explanation');
      const letter = await scene.page(`/me/requests/${id}`);
      scene.stands('letter.explanation.lead', letter);
      expect(letter[scene.language]).toContain('Your income');
      scene.stands('letter.explanation.seal', letter, { size: (await requestOf(scene, id)).treeSize });
      const path = `/v1/automated-decisions/${decision}/explanation`;
      const { proof } = sure(await scene.service.call('GET', path, { self: scene.self })).body;
      expect(letter[scene.language]).toContain(proof.leafHash);
      // The file of the record holds the entry under that seal, and the program finds nothing wrong with it.
      const evidence = sure(await scene.service.call('GET', '/v1/me/evidence', { self: scene.self })).body;
      const seals = evidence.entries.map(({ entry }: { readonly entry: string }) =>
        createHash('sha256')
          .update(Buffer.concat([Buffer.from([0]), Buffer.from(entry, 'base64')]))
          .digest('base64'),
      );
      expect(seals).toContain(proof.leafHash);
    },
  },
  {
    keys: ['right.restriction.how', 'word.restriction.meaning', 'right.restriction.why'],
    says: 'While data is on hold, AI may not use it, and it is kept.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      const answer = await scene.answer('/v1/me/ai-use');
      scene.stands('right.restriction.why', answer);
      scene.stands('right.restriction.how', answer);
      scene.stands('word.restriction.meaning', await scene.page('/me/ledger'));
      expect(await reasonOf(scene)).toBe('consent-given');
      scene.service.clock.wind(1000);
      await ask(scene, 'restriction');
      expect(await reasonOf(scene)).toBe('restricted');
      const { items } = sure(await scene.service.call('GET', '/v1/me/consents', { self: scene.self })).body;
      expect(items.length).toBeGreaterThan(0);
    },
  },
  {
    keys: ['reason.erasure-asked', 'reason.erasure-asked.officer', 'letter.stopped.waits'],
    says: 'From the moment an erasure is asked for, AI may not use the data, but for what a law asks.',
    rule: 'src/evaluation/rows/limits.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      scene.service.clock.wind(1000);
      const { id } = await ask(scene, 'erasure');
      expect(await reasonOf(scene)).toBe('erasure-asked');
      const told = await scene.told();
      scene.stands('reason.erasure-asked', told);
      scene.stands('reason.erasure-asked.officer', told);
      scene.stands('letter.stopped.waits', await scene.page(`/me/requests/${id}`));
      await publish(scene, { legalBasis: { EU: 'legal-obligation' } });
      expect(await reasonOf(scene)).toBe('legal-obligation');
    },
  },
  {
    keys: ['right.objection-marketing.how', 'right.objection-marketing.why'],
    says: 'A no to advertising stops it at once, and is never refused.',
    rule: 'src/commands/request/step.ts',
    async drive(scene) {
      await publish(scene, { ...weighed, forMarketing: true });
      const answer = await scene.answer('/v1/me/ai-use');
      scene.stands('right.objection-marketing.why', answer);
      scene.stands('right.objection-marketing.how', answer);
      const { id } = await ask(scene, 'objection-marketing');
      expect(await reasonOf(scene)).toBe('objected');
      const denied = await take(scene, id, ['deny', { code: 'art12-5-excessive', reason: 'Too often.' }]);
      expect(denied.status).toBe(422);
      expect(await reasonOf(scene)).toBe('objected');
    },
  },
  {
    keys: ['right.not-in-law', 'right.nothing-to-act-on'],
    says: 'Who asks for what no law names, or what would change nothing, is answered all the same.',
    rule: 'src/commands/request/open.ts',
    async drive(scene) {
      const answer = await scene.answer('/v1/me/ai-use');
      scene.stands('right.nothing-to-act-on', answer);
      expect((await requestOf(scene, await answered(scene, 'objection-marketing'))).state).toBe('fulfilled');
      await lives(scene, 'US-TX');
      scene.stands('right.not-in-law', await scene.answer('/v1/me/ai-use'));
      const { rights } = sure(await scene.service.call('GET', '/v1/me/ai-use', { self: scene.self })).body;
      const byHand = new Set(['human-review', 'give-view', 'contest', 'court', 'no-retaliation']);
      const missing = rights.find(
        ({ available, right }: { available: boolean; right: string }) => !available && !byHand.has(right),
      );
      const { id } = await ask(scene, missing?.right);
      sure(await take(scene, id, verified));
      expect(sure(await take(scene, id, fulfilled)).body.state).toBe('fulfilled');
    },
  },
  {
    written: true,
    keys: ['letter.erasure.lead', 'letter.erasure.done'],
    says: 'The letter of a deletion tells the truth: nothing about the person is answered any more.',
    rule: 'src/ledger/erasure/erase-person.ts',
    async drive(scene) {
      const { service, self, language } = scene;
      sure(await says(service, 'given'));
      const json = { kind: 'erasure', subject: self, language };
      const { id, secret } = sure(await service.call('POST', '/v1/requests', { json, ...officer })).body;
      sure(await take(scene, id, verified));
      sure(await take(scene, id, fulfilled));
      const letter = await certificateOf(scene, { id, secret });
      for (const key of ['lead', 'done'] as const) scene.stands(`letter.erasure.${key}`, letter);
      expect(await reasonOf(scene)).toBe('erased');
      const { status, body } = await service.call('GET', '/v1/me/ledger', { self });
      expect(status === 410 || body.items.length === 0).toBe(true);
    },
  },
  {
    keys: [
      'letter.erasure.method',
      'letter.erasure.method-traced',
      'letter.erasure.traces',
      'letter.erasure.traces-keys',
    ],
    on: 'sqlite',
    written: true,
    says: 'Where the files of the engine could not be cleaned, the letter of a deletion says so and claims no more.',
    rule: 'src/answers/request/erasure-letter.ts',
    async drive(scene) {
      const { service } = scene;
      scene.stands('letter.erasure.method', await deletion(scene));
      leaveRemains(join(service.dataDir, 'candor.db'));
      const some = await deletion(scene);
      for (const key of ['method-traced', 'traces'] as const) scene.stands(`letter.erasure.${key}`, some);
      leaveRemains(join(service.dataDir, 'keys.db'));
      scene.stands('letter.erasure.traces-keys', await deletion(scene));
      expect(await reasonOf(scene)).toBe('erased');
    },
  },
];
