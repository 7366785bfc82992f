/** What is promised with the ground of an answer: what is allowed until something happens, and refused from then on. */
import { expect } from 'vitest';
import type { MessageKey } from '../../src/language/messages/en.ts';
import { says, sure } from '../given/a-shop.ts';
import {
  agrees,
  answerOf,
  declare,
  limits,
  lives,
  objects,
  publish,
  resumes,
  suspends,
  weighed,
  write,
} from './acts.ts';
import type { Promised, Scene } from './scene.ts';

type Act = (scene: Scene) => Promise<unknown>;

interface Refusal {
  readonly says: string;
  readonly rule: string;
  /** Read in the answer about AI while it is allowed. */
  readonly beforehand?: readonly MessageKey[];
  /** Read in a check while it is allowed. */
  readonly ground?: readonly MessageKey[];
  /** Read in the answer about AI once it is refused. */
  readonly afterwards?: readonly MessageKey[];
  /** Makes it allowed, on the ground that it names where that matters. */
  readonly given: Act;
  readonly act: Act;
  /** The code of the refusal, and those of its words that are read in the check. */
  readonly reason: string;
  readonly told: readonly MessageKey[];
  /** Makes it allowed again. */
  readonly undo?: Act;
}

/** Allowed, then refused by one act; neither a check nor a use is permitted, and both say why. */
const refusal = ({ says: words, rule, ...row }: Refusal): Promised => {
  const { beforehand = [], ground = [], afterwards = [], told } = row;
  return {
    keys: [...beforehand, ...ground, ...afterwards, ...told],
    says: words,
    rule,
    async drive(scene) {
      await row.given(scene);
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
      if (beforehand.length > 0) standAll(scene, beforehand, await scene.answer('/v1/me/ai-use'));
      if (ground.length > 0) standAll(scene, ground, await scene.told());
      await row.act(scene);
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: row.reason });
      standAll(scene, told, await scene.told());
      if (afterwards.length > 0) standAll(scene, afterwards, await scene.answer('/v1/me/ai-use'));
      if (row.undo === undefined) return;
      await row.undo(scene);
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
    },
  };
};

const standAll = (scene: Scene, keys: readonly MessageKey[], where: Awaited<ReturnType<Scene['told']>>): void => {
  for (const key of keys) scene.stands(key, where);
};

const isGiven: Act = async (scene) => {
  await publish(scene, {});
  sure(await says(scene.service, 'given'));
};
const both =
  (...acts: readonly Act[]): Act =>
  async (scene) => {
    for (const act of acts) await act(scene);
  };
const purpose =
  (more: object): Act =>
  (scene) =>
    publish(scene, more);

/** A basis that yields to an objection: it permits until the person objects, and is told so. */
const yielding = (basis: 'public-task' | 'legitimate-interests' | 'recognised-legitimate-interests'): Promised => {
  const regime = basis === 'recognised-legitimate-interests' ? 'UK' : 'EU';
  const named = basis === 'legitimate-interests' ? { legitimateInterest: weighed.legitimateInterest } : {};
  return refusal({
    says: `A use on the basis of ${basis} stops once the person objects, as it says they can.`,
    rule: 'src/vocabulary/basis.ts',
    given: both(purpose({ legalBasis: { [regime]: basis }, ...named }), (scene) => lives(scene, regime)),
    beforehand: [`basis.${basis}`],
    ground: [`reason.${basis}`],
    act: objects,
    reason: 'objected',
    told: basis === 'legitimate-interests' ? ['reason.objected'] : [],
  });
};

const ofCrimes = { ground: 'law', reference: 'Act on road traffic, section 3' };
const sold: Act = both(purpose({ saleOrShare: true }), (scene) => lives(scene, 'US-CA'));
const alone: Act = (scene) => declare(scene, { humanOversight: { mode: 'none' } });

/** What is asked for is not written down: refused beside a question that is allowed. */
const unknown = (key: MessageKey, more: object): Promised => ({
  keys: [key],
  says: `What is not on record is not allowed: ${key}.`,
  rule: 'src/evaluation/rows/declared.ts',
  async drive(scene) {
    await isGiven(scene);
    expect(await answerOf(scene)).toMatchObject({ allowed: true });
    const told = await scene.told(more);
    scene.stands(key, told);
    for (const language of scene.languages) expect(told[language]).toContain('"allowed":false');
  },
});

export const refusalPromises: readonly Promised[] = [
  yielding('public-task'),
  yielding('legitimate-interests'),
  yielding('recognised-legitimate-interests'),
  unknown('reason.unknown-purpose', { purpose: 'never-published' }),
  unknown('reason.use-not-declared', { dataCategories: ['income'] }),
  unknown('reason.unknown-ai-system', { aiSystem: 'nobody-knows-it' }),
  unknown('reason.unknown-subject.officer', { subject: 'email:nobody@example.org' }),
  refusal({
    says: 'Where interests were weighed, an objection stops the use.',
    rule: 'src/evaluation/rows/limits.ts',
    given: purpose({ ...weighed, legitimateInterest: { ...weighed.legitimateInterest, assessmentRef: 'LIA-7' } }),
    beforehand: ['choice.weighed'],
    act: objects,
    reason: 'objected',
    told: [],
  }),
  refusal({
    says: 'What rests on a yes is refused once it is taken back, and says so.',
    rule: 'src/evaluation/rows/consent.ts',
    given: isGiven,
    beforehand: ['basis.consent'],
    act: async ({ service }) => sure(await says(service, 'withdrawn')),
    reason: 'withdrawn',
    told: ['reason.withdrawn'],
  }),
  refusal({
    says: 'What is about somebody who is erased is refused, and says so.',
    rule: 'src/evaluation/evaluate.ts',
    given: isGiven,
    act: async ({ service, self }) => {
      const erasing = { json: { reason: 'Asked at the counter.' }, scope: 'admin', sub: 'officer' };
      sure(await service.call('POST', `/v1/subjects/${self}/erasure`, erasing));
    },
    reason: 'erased',
    told: ['reason.erased'],
  }),
  refusal({
    says: 'A yes runs out by itself when its time is over.',
    rule: 'src/evaluation/rows/consent.ts',
    given: both(purpose({ consentValidity: 'P1M' }), async ({ service }) => sure(await says(service, 'given'))),
    act: async ({ service }) => service.clock.wind(32 * 86_400_000),
    reason: 'expired',
    told: ['reason.expired'],
  }),
  refusal({
    says: 'A yes to something that has changed since counts no longer.',
    rule: 'src/evaluation/rows/consent.ts',
    given: isGiven,
    act: purpose({ description: { en: 'Something else altogether.' } }),
    reason: 'notice-outdated',
    told: ['reason.notice-outdated'],
  }),
  refusal({
    says: 'What asks for a clear yes is refused on a yes that is not clear.',
    rule: 'src/evaluation/rows/consent.ts',
    given: both(
      purpose({ legalBasis: { EU: 'explicit-consent' } }),
      (scene) => write(scene, { explicit: true }),
      (scene) => agrees(scene, { method: 'checkbox' }),
    ),
    beforehand: ['basis.explicit-consent'],
    act: both(
      (scene) => write(scene, {}),
      (scene) => agrees(scene),
    ),
    reason: 'not-explicit',
    told: ['reason.not-explicit'],
  }),
  refusal({
    says: 'An AI system that is switched off may use nobody’s data until it is switched on, and people and staff read it.',
    rule: 'src/evaluation/rows/declared.ts',
    given: isGiven,
    act: suspends,
    reason: 'ai-system-suspended',
    told: ['reason.ai-system-suspended', 'reason.ai-system-suspended.officer'],
    afterwards: ['use.suspended'],
    undo: resumes,
  }),
  refusal({
    says: 'An AI system that is no longer in use gets no permission.',
    rule: 'src/evaluation/rows/declared.ts',
    given: isGiven,
    act: (scene) => declare(scene, { status: 'retired' }),
    reason: 'ai-system-retired',
    told: ['reason.ai-system-retired'],
  }),
  refusal({
    says: 'A no to sale and sharing stops every purpose that sells, and is told as the reason.',
    rule: 'src/evaluation/rows/limits.ts',
    given: sold,
    beforehand: ['right.optout-sale-share.why'],
    act: (scene) => limits(scene, { kind: 'opt-out-sale-share' }),
    reason: 'opted-out',
    told: ['reason.opted-out', 'reason.opted-out.officer'],
  }),
  refusal({
    says: 'Without a legal basis on record nothing is allowed.',
    rule: 'src/evaluation/rows/ground.ts',
    given: purpose({ legalBasis: { EU: 'contract' } }),
    act: purpose({ legalBasis: { UK: 'contract' } }),
    reason: 'no-legal-basis',
    told: ['reason.no-legal-basis'],
  }),
  refusal({
    says: 'Especially sensitive data is refused without the extra ground, whatever the person said.',
    rule: 'src/evaluation/rows/ground.ts',
    given: both(purpose({ sensitive: true, specialCategory: { EU: 'h' } }), (scene) => agrees(scene)),
    act: both(purpose({ sensitive: true }), (scene) => agrees(scene)),
    reason: 'no-special-category-condition',
    told: ['reason.no-special-category-condition'],
  }),
  refusal({
    says: 'Data about crimes is refused without its own ground, whatever the person said.',
    rule: 'src/evaluation/rows/ground.ts',
    given: both(purpose({ criminalData: true, criminalDataGround: { EU: ofCrimes, UK: ofCrimes } }), (scene) =>
      agrees(scene),
    ),
    act: both(purpose({ criminalData: true, criminalDataGround: { UK: ofCrimes } }), (scene) => agrees(scene)),
    reason: 'no-criminal-data-ground',
    told: ['reason.no-criminal-data-ground'],
  }),
  refusal({
    says: 'A decision of weight is not left to a machine alone without its ground.',
    rule: 'src/evaluation/rows/ground.ts',
    given: both(purpose({ significant: true }), async ({ service }) => sure(await says(service, 'given'))),
    act: alone,
    reason: 'no-automated-decision-ground',
    told: ['reason.no-automated-decision-ground', 'reason.no-automated-decision-ground.officer'],
    undo: (scene) => declare(scene, {}),
  }),
  {
    keys: ['reason.notice-not-shown'],
    says: 'A machine decides about nobody in California who was not told beforehand.',
    rule: 'src/evaluation/rows/notice.ts',
    async drive(scene) {
      await publish(scene, { significant: true, decisionKind: 'financial' });
      await alone(scene);
      await lives(scene, 'US-CA');
      scene.service.clock.set(Date.parse('2027-02-01T09:00:00.000Z'));
      expect(await answerOf(scene)).toMatchObject({ allowed: false, reason: 'notice-not-shown' });
      scene.stands('reason.notice-not-shown', await scene.told());
      const json = { aiSystem: 'support-assistant', language: scene.language, how: 'app', acknowledged: true };
      sure(await scene.service.call('POST', '/v1/me/notices/shown', { json, self: scene.self }));
      expect(await answerOf(scene)).toMatchObject({ allowed: true });
    },
  },
];
