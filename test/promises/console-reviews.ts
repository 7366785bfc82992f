/** What is promised to whoever looks at a decision again, and to the person whom it is about. */
import { expect } from 'vitest';
import type { MessageKey } from '../../src/language/messages/en.ts';
import { sure } from '../given/a-shop.ts';
import {
  aBank,
  contest,
  decline,
  declined,
  end,
  looked,
  NINA,
  OMAR,
  own,
  staff,
  step,
} from '../given/review/a-review.ts';
import { messagesOf } from './acts.ts';
import type { Promised, Scene } from './scene.ts';

const REASONS = 'The payslip of May shows 2,400 a month, which is above the line for this loan.';

/** Opens a second look as the person does. */
const disagrees = async (
  { service }: Scene,
  decision: string,
  more: { readonly evidence?: readonly string[] } = {},
): Promise<string> => sure(await contest(service, decision, more)).body.id;

const payslip = async ({ service, self }: Scene): Promise<string> => {
  const file = { type: 'text/plain', bytes: 'Income in May: 2400 EUR.' };
  return sure(await service.call('POST', '/v1/me/files?name=payslip.txt', { file, self })).body.id;
};

const decisionOf = async ({ service }: Scene, id: string) =>
  sure(await service.call('GET', `/v1/automated-decisions/${id}`, { scope: 'decide' })).body;
const mineOf = async ({ service, self }: Scene) =>
  sure(await service.call('GET', '/v1/me/reviews', { self })).body.items;

/** Looks and notes a view at the console, as far as the form of the end. */
async function lookAtWork(scene: Scene, id: string, who = NINA) {
  const atWork = await scene.staff(who);
  const path = `/console/reviews/${id}`;
  for (const [taken, fields] of [
    ['assign', {}],
    ['view-evidence', {}],
    ['note-view', { view: 'for-person', words: own.words }],
  ] as const) {
    scene.service.clock.wind(45_000);
    const told = await atWork.press(`${path}/${taken}`, fields);
    expect(told.status, told.text).toBe(303);
  }
  scene.service.clock.wind(45_000);
  return { ...atWork, path };
}

/** One way in which a look ends: what the console says of it, and what the decision and the person show then. */
const ending = (of: {
  readonly outcome: 'changed' | 'withdrawn' | 're-run';
  readonly keys: readonly MessageKey[];
  readonly form: Readonly<Record<string, string>>;
  readonly says: string;
  readonly written: readonly MessageKey[];
  readonly after: (scene: Scene, decision: string) => Promise<void>;
}): Promised => ({
  keys: [`console.end.${of.outcome}`, ...of.keys, ...of.written],
  says: of.says,
  rule: 'src/commands/review/conclude.ts',
  async drive(scene) {
    const decision = await decline(scene.service);
    const id = await disagrees(scene, decision);
    const atWork = await lookAtWork(scene, id);
    const form = await atWork.page(atWork.path);
    for (const key of [`console.end.${of.outcome}` as const, ...of.keys]) scene.stands(key, form);
    const fields = { outcome: of.outcome, reasons: REASONS, ...of.form };
    expect((await atWork.press(`${atWork.path}/conclude`, { ...fields, reasons: '' })).status).toBe(422);
    const told = await atWork.press(`${atWork.path}/conclude`, fields);
    expect(told.status, told.text).toBe(303);
    const where = await scene.page(`/me/reviews/${id}`);
    for (const language of scene.languages) expect(where[language]).toContain(REASONS);
    const read = { ...(await scene.page(`/me/decisions/${decision}`)) };
    for (const language of scene.languages) read[language] = `${read[language]} ${where[language]}`;
    for (const key of of.written) scene.stands(key, read);
    expect((await decisionOf(scene, decision)).effect).toMatchObject({ state: of.outcome });
    await of.after(scene, decision);
  },
});

export const consoleReviewPromises: readonly Promised[] = [
  {
    keys: ['console.reviews.lead'],
    says: 'In the queue of looks the next due comes first.',
    rule: 'src/answers/console/ask-queues.ts',
    async drive(scene) {
      const { service } = scene;
      const [first, second] = [await decline(service), await decline(service, { what: 'Your card' })];
      const early = await disagrees(scene, first);
      service.clock.wind(3 * 86_400_000);
      const late = await disagrees(scene, second);
      const atWork = await scene.staff(NINA);
      scene.stands('console.reviews.lead', await atWork.page('/console/reviews'));
      const { text } = await atWork.open('/console/reviews');
      expect(text.indexOf(early)).toBeGreaterThan(0);
      expect(text.indexOf(early)).toBeLessThan(text.indexOf(late));
    },
  },
  {
    keys: [
      'console.review.lead',
      'console.assign.colleague',
      'console.view.lead',
      'console.evidence.not-seen',
      'console.end.not-meaningful',
      'review.not-meaningful',
    ],
    says: 'A reviewer sees what the AI decided only after an own view, alone sees what was sent, and a look that opened too little does not count.',
    rule: 'src/views/review/reviewer-sees.ts',
    async drive(scene) {
      const evidence = [await payslip(scene)];
      const id = await disagrees(scene, await decline(scene.service), { evidence });
      const path = `/console/reviews/${id}`;
      const [nina, omar] = [await scene.staff(NINA), await scene.staff(OMAR)];
      scene.stands('console.review.lead', await nina.page(path));
      await nina.press(`${path}/assign`);
      scene.stands('console.assign.colleague', await omar.page(path));
      await nina.press(`${path}/view-evidence`);
      const [hers, his] = [await nina.page(path), await omar.page(path)];
      scene.stands('console.view.lead', hers);
      scene.stands('console.evidence.not-seen', hers, { count: 1 });
      for (const language of scene.languages) {
        expect(hers[language]).toContain('My income is higher since May.');
        expect(hers[language]).not.toMatch(/\b0[.,]31\b|declined/);
        expect(his[language]).not.toMatch(/My income|\b0[.,]31\b|declined/);
      }
      scene.service.clock.wind(45_000);
      expect((await nina.press(`${path}/note-view`, { view: 'for-person', words: own.words })).status).toBe(303);
      expect((await nina.open(path)).text).toContain('declined');
      const again = await nina.press(`${path}/note-view`, { view: 'against-person', words: own.words });
      expect(again.status, 'a view is kept as it was written').toBe(422);
      scene.service.clock.wind(45_000);
      expect((await nina.press(`${path}/conclude`, { outcome: 'upheld', reasons: REASONS })).status).toBe(303);
      scene.stands('console.end.not-meaningful', await nina.page(path));
      scene.stands('review.not-meaningful', await scene.page(`/me/reviews/${id}`));
      const [mine] = await mineOf(scene);
      expect(mine.humanInvolvement).toMatchObject({ qualifies: false, lacks: ['not-everything-viewed'] });
    },
  },
  {
    keys: ['console.end.meaningful'],
    says: 'A look that read everything, by somebody trained who may change it, counts as the decision of a person.',
    rule: 'src/views/review/involvement.ts',
    async drive(scene) {
      const decision = await decline(scene.service);
      const id = await disagrees(scene, decision);
      await looked(scene.service, id);
      sure(await step(scene.service, id, { step: 'conclude', body: end('upheld') }));
      const nina = await scene.staff(NINA);
      scene.stands('console.end.meaningful', await nina.page(`/console/reviews/${id}`));
      const [mine] = await mineOf(scene);
      expect(mine.humanInvolvement).toMatchObject({ qualifies: true, lacks: [] });
    },
  },
  {
    keys: ['console.assign.not-ready'],
    says: 'A look by somebody without training is announced as one that does not count, and it does not.',
    rule: 'src/views/review/involvement.ts',
    async drive(scene) {
      await staff(scene.service, 'paul', { training: [] });
      const id = await disagrees(scene, await decline(scene.service));
      const atWork = await lookAtWork(scene, id, 'paul');
      scene.stands('console.assign.not-ready', await atWork.page(atWork.path));
      expect((await atWork.press(`${atWork.path}/conclude`, { outcome: 'upheld', reasons: REASONS })).status).toBe(303);
      expect((await mineOf(scene))[0].humanInvolvement.qualifies).toBe(false);
    },
  },
  ending({
    outcome: 'changed',
    says: 'A change counts at once, and the person reads the new result and the reasons word for word.',
    keys: ['console.end.new-outcome.hint', 'console.end.reasons.hint'],
    form: { newOutcome: 'accepted with a lower rate' },
    written: [],
    async after(scene, decision) {
      const { language } = scene;
      expect((await scene.page(`/me/decisions/${decision}`))[language]).toContain('accepted with a lower rate');
    },
  }),
  ending({
    outcome: 'withdrawn',
    says: 'A decision that is taken back counts no longer, and nothing replaces it.',
    keys: [],
    form: {},
    written: [],
    async after(scene, decision) {
      expect((await mineOf(scene))[0]).not.toHaveProperty('newOutcome');
      const items = sure(await scene.service.call('GET', '/v1/me/automated-decisions', { self: scene.self })).body
        .items;
      expect(items.map(({ id }: { id: string }) => id)).toEqual([decision]);
    },
  }),
  ending({
    outcome: 're-run',
    says: 'Where data was wrong, the service that decided is told to decide again, with what is right.',
    keys: [],
    form: { 'correction-0': '2400' },
    written: ['explanation.effect.re-run', 'review.outcome.re-run'],
    async after(scene, decision) {
      const { service } = scene;
      const { items } = sure(await service.call('GET', '/v1/changes?limit=100', { scope: 'use' })).body;
      expect(items).toContainEqual(expect.objectContaining({ what: 'decision-settled', decision }));
      expect((await mineOf(scene))[0].corrected).toMatchObject([{ name: 'income', from: 1200 }]);
      const again = sure(
        await service.call('POST', '/v1/automated-decisions', {
          json: declined({ replaces: decision, outcome: 'accepted', adverse: false }),
          scope: 'decide',
        }),
      );
      expect(again.status).toBe(201);
    },
  }),
  {
    keys: ['console.opinion.hint', 'console.opinion.given', 'console.opinion.wait'],
    says: 'Where two people look, the first ends it only after the opinion of the second, and has read it.',
    rule: 'src/commands/review/conclude.ts',
    async drive(scene) {
      await aBank(scene.service, { mode: 'after-the-fact', reviewers: 2 });
      const id = await disagrees(scene, await decline(scene.service));
      const nina = await lookAtWork(scene, id);
      const { path } = nina;
      scene.stands('console.opinion.wait', await nina.page(path));
      const upheld = { outcome: 'upheld', reasons: REASONS };
      expect((await nina.press(`${path}/conclude`, upheld)).status).toBe(422);
      expect((await nina.press(`${path}/assign`, { reviewer: OMAR, seat: 'second' })).status).toBe(303);
      const omar = await scene.staff(OMAR);
      await omar.press(`${path}/view-evidence`);
      scene.service.clock.wind(45_000);
      await omar.press(`${path}/note-view`, { view: 'for-person', words: own.words });
      scene.service.clock.wind(45_000);
      scene.stands('console.opinion.hint', await omar.page(path));
      const opinion = { outcome: 'withdrawn', reasons: 'The payslip is of another month than the one we used.' };
      expect((await omar.press(`${path}/second-opinion`, opinion)).status).toBe(303);
      scene.stands('console.opinion.given', await omar.page(path));
      expect((await omar.press(`${path}/conclude`, upheld)).status).toBe(422);
      expect((await nina.open(path)).text, 'the first reads the second').toContain(opinion.reasons);
      const disagreement = 'The payslip is of another person with the same name.';
      expect((await nina.press(`${path}/conclude`, { ...upheld, disagreement })).status).toBe(303);
    },
  },
  {
    keys: ['message.review-concluded.text', 'message.review-concluded.title', 'review.next'],
    written: true,
    says: 'The answer of whoever looked comes by the day that was named, with their reasons, word for word.',
    rule: 'src/commands/review/telling.ts',
    async drive(scene) {
      const decision = await decline(scene.service);
      const id = await disagrees(scene, decision);
      scene.stands('review.next', await scene.page(`/me/decisions/${decision}`));
      await looked(scene.service, id);
      sure(await step(scene.service, id, { step: 'conclude', body: end('withdrawn') }));
      const told = await messagesOf(scene);
      scene.stands('message.review-concluded.text', told, { outcome: 'withdrawn', hasComplaint: 'yes' });
      scene.stands('message.review-concluded.title', await scene.page('/me/messages'));
      expect(told[scene.language]).toContain(end('withdrawn').reasons);
      expect((await decisionOf(scene, decision)).effect).toMatchObject({ state: 'withdrawn' });
    },
  },
  {
    keys: ['review.none'],
    says: 'A second look can be asked for on the page of each decision.',
    rule: 'src/commands/review/open-review.ts',
    async drive(scene) {
      const decisions = [await decline(scene.service), await decline(scene.service, { what: 'Your card' })];
      scene.stands('review.none', await scene.page('/me/reviews'));
      for (const decision of decisions) {
        const path = `/me/decisions/${decision}/contest`;
        expect((await scene.open(`/me/decisions/${decision}`)).text).toContain(`href="${path}"`);
        expect((await scene.press(path, { statement: 'My income is higher since May.' })).status).toBe(303);
      }
      expect(await mineOf(scene)).toHaveLength(2);
    },
  },
];
