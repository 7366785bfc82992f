/**
 * Level 3 of the answer: every right of the person, whether it is open here, why, how to use it and by when it is
 * answered.
 * Flow:    assemble.ts, explain.ts → here → law (rights and clocks), language.
 * Promise: every way works: each kind of request is accepted and clocked, also where law gives no such right; then it
 *          says so. Retaliation is ruled out in every answer.
 * Source:  docs/law.md 4 level 3, docs/law.md 3.2; GDPR 12(3), 22(3), 77, 79.
 */

import { isMessageKey, type MessageKey } from '../../language/say.ts';
import { type AnswerTag, clockFor, complaintRoutes, dayOf, opensCourt, type Right, rightsFor } from '../../law/law.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { routeWords } from '../request/disagree.ts';
import type { RightAnswer } from './answer-parts.ts';
import { type Law, regimesOfTags, tagsThatApply } from './required.ts';
import { type RightsContext, requestWay } from './rights-context.ts';

/** Shown to everybody, because an answer without them would be none; the others only where a law gives them. */
const always: readonly RequestKind[] = [
  'human-review',
  'ai-explanation',
  'access',
  'rectification',
  'erasure',
  'consent-withdrawal',
  'objection',
  'objection-marketing',
  'restriction',
  'portability',
  'complaint',
];
const whereLawGives: readonly RequestKind[] = [
  'optout-admt',
  'optout-profiling',
  'optout-sale-share',
  'limit-sensitive',
  'access-categories',
  'third-party-list',
  'sensitive-accuracy-check',
  'dsr-appeal',
];

const tagsOf: Partial<Record<RequestKind, readonly AnswerTag[]>> = {
  'human-review': ['gdpr-22-3', 'uk-gdpr-22c', 'ccpa-7222-b', 'co-sb-26-189', 'qc-12-1', 'br-20', 'ch-21'],
  'ai-explanation': ['gdpr-15-1-h', 'ccpa-7222-b', 'mn-325m-14-g', 'ct-sb-1295', 'ai-act-86', 'br-20', 'ch-25'],
  rectification: ['gdpr-13', 'mn-325m-14-g', 'co-sb-26-189', 'qc-12-1'],
  restriction: ['br-18'],
  'third-party-list': ['gdpr-15-1-c', 'br-18', 'ch-25'],
  'optout-admt': ['ccpa-7220-c', 'co-rule-9-03'],
};

export const lawOfTags = ({ regimes, now, annexIII }: RightsContext): Law => ({
  regimes,
  day: dayOf(now),
  annexIII: annexIII.length > 0,
});

/** When the answer is due if the person asks today. Asking again later moves the day, never the length. */
function withinOf(kind: RequestKind, context: RightsContext): string {
  const { reader, regimes, now, holidays } = context;
  const clock = clockFor({ kind, regimes, receivedAt: now }, { timeZone: reader.timeZone, holidays });
  return clock.rule === 'IMMEDIATE'
    ? reader.say('within.at-once')
    : reader.say('within.by-date', { date: reader.date(clock.dueAt) });
}

/** The kinds of request that a law of the person gives them today. */
const givenByLaw = ({ regimes, now, humanAppeals }: RightsContext): ReadonlyMap<RequestKind, Right> =>
  new Map(
    rightsFor(regimes, dayOf(now), { humanAppeal: humanAppeals.length > 0 })
      .filter((right) => right.available)
      .map((right) => [right.right, right]),
  );

/** Does a law of the person give them a human who looks at what these purposes decide? */
export const givesHumanReview = (context: RightsContext, purposes: readonly string[]): boolean => {
  const humanAppeals = context.humanAppeals.filter((key) => purposes.includes(key));
  return givenByLaw({ ...context, humanAppeals }).has('human-review');
};

/** Where every law that gives it covers few, the answer says whom: an act of health data gives nothing to others. */
function scopeOf({ narrow, regimes }: Right, { reader }: RightsContext): readonly string[] {
  if (narrow.length < regimes.length) return [];
  return narrow.flatMap((regime) => {
    const key = `scope.${regime}`;
    return isMessageKey(key) ? [reader.say(key)] : [];
  });
}

/** A text of its own where the law has the kinds of recipients told, and no names. */
const textOf = (part: 'why' | 'how', right: Right | undefined, kind: RequestKind): MessageKey =>
  kind === 'third-party-list' && right?.recipients === 'by-kind'
    ? `right.third-party-list.${part}-kinds`
    : `right.${kind}.${part}`;

const authorities = (context: RightsContext): RightAnswer['links'] =>
  complaintRoutes(context.regimes, dayOf(context.now)).flatMap((route) =>
    route.href === undefined ? [] : [{ title: routeWords(route, context.reader).to, href: route.href }],
  );

/** Is there anything here that this right could act on? */
function hasObject(kind: RequestKind, { touches, hasDecisions }: RightsContext): boolean {
  if (kind === 'consent-withdrawal') return touches.consent;
  if (kind === 'objection-marketing') return touches.marketing;
  if (kind === 'optout-sale-share') return touches.sale;
  if (kind === 'limit-sensitive') return touches.sensitive;
  if (kind === 'human-review') return hasDecisions;
  return kind === 'optout-admt' ? touches.significant : true;
}

function whyOf(kind: RequestKind, context: RightsContext): { readonly available: boolean; readonly why: string } {
  const right = givenByLaw(context).get(kind);
  if (right === undefined) return { available: false, why: context.reader.say('right.not-in-law') };
  if (!hasObject(kind, context)) return { available: false, why: context.reader.say('right.nothing-to-act-on') };
  const why = [context.reader.say(textOf('why', right, kind)), ...scopeOf(right, context)];
  return { available: true, why: why.join(' ') };
}

function rightOf(kind: RequestKind, context: RightsContext, about?: string): RightAnswer {
  const tags = tagsOf[kind] ?? [];
  return {
    right: kind,
    title: context.reader.say(`right.${kind}.title`),
    ...whyOf(kind, context),
    how: context.reader.say(textOf('how', givenByLaw(context).get(kind), kind)),
    ...requestWay(kind, context, about),
    answerWithin: withinOf(kind, context),
    links: kind === 'complaint' ? authorities(context) : [],
    requiredBy: tagsThatApply(tags, lawOfTags(context)),
  };
}

/** A sentence of the rights block that travels on another kind of request. */
function rightSentence(
  right: 'give-view' | 'contest' | 'no-retaliation',
  context: RightsContext,
  about?: string,
): RightAnswer {
  const law = lawOfTags(context);
  const review = right === 'give-view' || right === 'contest';
  const tags: readonly AnswerTag[] = review
    ? ['gdpr-22-3', 'uk-gdpr-22c', 'qc-12-1', 'ch-21']
    : right === 'no-retaliation'
      ? ['ccpa-7220-c']
      : [];
  return {
    right,
    title: context.reader.say(`right.${right}.title`),
    available: !review || regimesOfTags(tags, law).length > 0,
    why: context.reader.say(
      review && regimesOfTags(tags, law).length === 0 ? 'right.not-in-law' : `right.${right}.why`,
    ),
    how: context.reader.say(`right.${right}.how`),
    ...requestWay(review ? 'human-review' : 'complaint', context, about),
    answerWithin: review ? withinOf('human-review', context) : null,
    links: [],
    requiredBy: tagsThatApply(tags, law),
  };
}

/** Whether a court is open to this person, by the one table of law; where none is, where else they can go. */
function court(context: RightsContext): RightAnswer {
  const open = opensCourt(context.regimes, dayOf(context.now));
  const { reader } = context;
  return {
    right: 'court',
    title: reader.say('right.court.title'),
    available: open,
    why: reader.say(open ? 'right.court.why' : 'right.court.not-here'),
    how: reader.say(open ? 'right.court.how' : 'right.complaint.how'),
    ...requestWay('complaint', context),
    answerWithin: null,
    links: open ? [] : authorities(context),
    requiredBy: [],
  };
}

/** The rights block of the whole answer. */
export function rightsOf(context: RightsContext): readonly RightAnswer[] {
  const inLaw = givenByLaw(context);
  const given = whereLawGives.filter((kind) => inLaw.has(kind));
  const [review, ...others] = [...always, ...given].map((kind) => rightOf(kind, context));
  return [
    ...(review === undefined ? [] : [review]),
    rightSentence('give-view', context),
    rightSentence('contest', context),
    ...others,
    court(context),
    rightSentence('no-retaliation', context),
  ];
}

/** The rights block of one decision: look again, say your view, correct, know why, complain. */
export const decisionRights = (about: string, context: RightsContext): readonly RightAnswer[] => [
  rightOf('human-review', context, about),
  rightSentence('give-view', context, about),
  rightSentence('contest', context, about),
  rightOf('rectification', context, about),
  rightOf('ai-explanation', context, about),
  rightOf('complaint', context, about),
  rightSentence('no-retaliation', context, about),
];

/** The rights block of an explanation: those of the decision, whatever opt-out the law gives, and the wider ones. */
export function explanationRights(about: string, context: RightsContext): readonly RightAnswer[] {
  const inLaw = givenByLaw(context);
  const optOuts = (['optout-admt', 'optout-profiling'] as const).filter((kind) => inLaw.has(kind));
  return [
    ...decisionRights(about, context),
    ...optOuts.map((kind) => rightOf(kind, context)),
    rightOf('access', context),
    rightOf('erasure', context),
    court(context),
  ];
}
