/** What is promised with each right of a person: that it is open, and what they get. */
import { expect } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import type { MessageKey } from '../../src/language/messages/en.ts';
import { says, sure } from '../given/a-shop.ts';
import { contest, decline, end, looked, NINA, step } from '../given/review/a-review.ts';
import {
  answerOf,
  ask,
  fulfilled,
  lives,
  objects,
  packageOf,
  publish,
  registry,
  requestOf,
  take,
  verified,
  weighed,
} from './acts.ts';
import type { Promised, Read, Scene } from './scene.ts';

const both = (kind: string): readonly MessageKey[] => [`right.${kind}.why`, `right.${kind}.how`] as MessageKey[];

/** A right that the answer names with its words: asked for and answered, the person has what it promises. */
const given = (of: {
  readonly kind: string;
  readonly keys?: readonly MessageKey[];
  readonly says: string;
  readonly rule: string;
  readonly regime?: string;
  readonly more?: object;
  readonly before?: (scene: Scene) => Promise<unknown>;
  readonly holds: (scene: Scene, letter: Read, id: string) => Promise<void>;
}): Promised => ({
  keys: of.keys ?? both(of.kind),
  says: of.says,
  rule: of.rule,
  async drive(scene) {
    if (of.regime !== undefined) await lives(scene, of.regime);
    await of.before?.(scene);
    const answer = await scene.answer('/v1/me/ai-use');
    for (const key of of.keys ?? both(of.kind)) scene.stands(key, answer);
    const { id } = await ask(scene, of.kind);
    sure(await take(scene, id, ['verify', { reason: 'Called back.' }]));
    sure(await take(scene, id, ['fulfil', { ...fulfilled[1], ...of.more }]));
    await of.holds(scene, await scene.page(`/me/requests/${id}`), id);
  },
});

/** A bank that gets results, published as a recipient. */
async function aBuyer({ service }: Scene): Promise<void> {
  const json = { name: { en: 'Example Ratings' }, kind: 'third-party', country: 'DE', purposes: ['loans'] };
  sure(await service.call('PUT', '/v1/recipients/example-ratings', { json, ...registry }));
  const assistant = examples.find(({ endpoint }) => endpoint === 'putAiSystem')?.body as object;
  const received = { ...assistant, recipients: ['example-hosting'] };
  sure(await service.call('PUT', '/v1/ai-systems/support-assistant', { json: received, ...registry }));
  await decline(service, { scoreSuppliedTo: [{ recipient: 'example-ratings', at: '2026-11-02T08:30:00.000Z' }] });
}

export const rightPromises: readonly Promised[] = [
  given({
    kind: 'access-categories',
    says: 'Who asks which kinds of data there are gets the list of them.',
    rule: 'src/answers/request/access-letter.ts',
    regime: 'US-CA',
    async holds(scene, letter) {
      for (const language of scene.languages) expect(letter[language]).toMatch(/messages|Nachrichten|mensajes/i);
    },
  }),
  given({
    kind: 'portability',
    says: 'Who takes their data along gets a file that a program reads, with what they gave.',
    rule: 'src/answers/held-data/portable.ts',
    before: async ({ service }) => sure(await says(service, 'given')),
    async holds(scene, _, id) {
      expect((await scene.open(`/me/requests/${id}`)).text).toContain('href="/me/data"');
      const file = await scene.service.call('GET', '/me/data', { headers: scene.headers });
      expect(JSON.parse(file.text).consents).toHaveLength(1);
      expect((await packageOf(scene, id)).data.consents).toHaveLength(1);
    },
  }),
  given({
    kind: 'third-party-list',
    says: 'Who asks who got their data gets names, also of those who were given a result.',
    rule: 'src/answers/request/access-letter.ts',
    before: aBuyer,
    async holds(scene, letter) {
      for (const language of scene.languages)
        expect(letter[language]).toMatch(/Example Hosting.*Example Ratings|Example Ratings.*Example Hosting/);
    },
  }),
  given({
    kind: 'third-party-list',
    keys: ['right.third-party-list.why-kinds', 'right.third-party-list.how-kinds'],
    says: 'Where law has the kinds of recipients told, the list says of each what it is.',
    rule: 'src/answers/request/access-letter.ts',
    regime: 'US-CA',
    before: aBuyer,
    async holds(_, letter) {
      expect(letter.en).toContain('Example Hosting (Germany): works for us');
      expect(letter.de).toContain('Example Hosting (Deutschland): arbeitet für uns');
    },
  }),
  given({
    kind: 'complaint',
    says: 'A complaint is taken and answered, and the authority is named.',
    rule: 'src/answers/request/disagree.ts',
    async holds(scene, letter, id) {
      expect((await requestOf(scene, id)).state).toBe('fulfilled');
      expect(letter.en).toContain('You can complain to a data protection authority');
    },
  }),
  {
    keys: both('no-retaliation'),
    says: 'Whoever uses a right is decided about as before, and can say that they were not.',
    rule: 'src/evaluation/evaluate.ts',
    async drive(scene) {
      sure(await says(scene.service, 'given'));
      const before = await answerOf(scene);
      const answer = await scene.answer('/v1/me/ai-use');
      for (const key of both('no-retaliation')) scene.stands(key, answer);
      for (const kind of ['access', 'complaint', 'ai-explanation', 'rectification']) await ask(scene, kind);
      await contest(scene.service, await decline(scene.service));
      const after = await answerOf(scene);
      expect([after.allowed, after.reason]).toEqual([before.allowed, before.reason]);
      const { id } = await ask(scene, 'complaint', { message: 'I was treated worse for it.' });
      expect((await requestOf(scene, id)).state).toBe('received');
    },
  },
  {
    keys: [...both('rectification').slice(1)],
    says: 'What is wrong is corrected, the letter says from what to what, and the decision can be made again.',
    rule: 'src/commands/request/promised.ts',
    async drive(scene) {
      const decision = await decline(scene.service);
      scene.stands('right.rectification.how', await scene.answer('/v1/me/ai-use'));
      const { id } = await ask(scene, 'rectification');
      sure(await take(scene, id, verified));
      expect((await take(scene, id, fulfilled)).status, 'done means done').toBe(422);
      const rectified = [{ what: 'Your income a month', from: '1200', to: '2400', told: ['Example Hosting'] }];
      sure(await take(scene, id, ['fulfil', { ...fulfilled[1], rectified }]));
      const letter = await scene.page(`/me/requests/${id}`);
      for (const language of scene.languages) expect(letter[language]).toMatch(/1200.*2400.*Example Hosting/);
      const review = sure(await contest(scene.service, decision)).body.id;
      await looked(scene.service, review);
      const body = end('re-run', { corrected: [{ name: 'income', value: 2400 }] });
      expect(sure(await step(scene.service, review, { step: 'conclude', body })).body.outcome).toBe('re-run');
    },
  },
  {
    keys: ['right.contest.how', 'right.give-view.how', 'use.oversight.after-the-fact'],
    says: 'Who disagrees is heard, by the form or by staff, with documents, and a person looks and decides.',
    rule: 'src/commands/review/conclude.ts',
    async drive(scene) {
      const { service, self } = scene;
      const answer = await scene.answer('/v1/me/ai-use');
      for (const key of ['right.contest.how', 'right.give-view.how', 'use.oversight.after-the-fact'] as const)
        scene.stands(key, answer);
      const file = { type: 'text/plain', bytes: 'Income in May: 2400 EUR.' };
      const evidence = [sure(await service.call('POST', '/v1/me/files?name=may.txt', { file, self })).body.id];
      const mine = sure(await contest(service, await decline(service), { evidence })).body.id;
      const other = await decline(service, { what: 'Your card' });
      const atWork = await scene.staff('desk-1');
      const statement = 'She says that her card was never late.';
      expect((await atWork.press('/console/desk/reviews', { decision: other, statement })).status).toBe(303);
      const all = sure(await service.call('GET', '/v1/me/reviews', { self })).body.items;
      const staffs = all.find(({ decision }: { decision: string }) => decision === other).id;
      for (const [id, words] of [
        [mine, 'My income is higher since May.'],
        [staffs, statement],
      ] as const) {
        await looked(service, id);
        const seen = sure(await service.call('GET', `/v1/reviews/${id}`, { scope: 'reviews', sub: NINA })).text;
        expect(seen).toContain(words);
        sure(await step(service, id, { step: 'conclude', body: end('withdrawn') }));
      }
      const ended = sure(await service.call('GET', '/v1/me/reviews', { self })).body.items;
      expect(ended.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['withdrawn', 'withdrawn']);
    },
  },
  {
    keys: ['word.legitimate-interests.meaning'],
    says: 'After an objection it stops; only showing that our reason weighs more lets it go on.',
    rule: 'src/commands/request/step-facts.ts',
    async drive(scene) {
      await publish(scene, weighed);
      scene.stands('word.legitimate-interests.meaning', await scene.page('/me/ledger'));
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      const { id } = await ask(scene, 'objection');
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'objected' });
      const code = 'art21-compelling-grounds';
      expect((await take(scene, id, ['deny', { code }])).status, 'without what it rests on').toBe(422);
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'objected' });
      sure(await take(scene, id, ['deny', { code, reason: 'Fraud would go unseen.' }]));
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      await objects(scene);
    },
  },
];
