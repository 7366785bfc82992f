/**
 * The choices of a person: each purpose with the text a yes belongs to, the limits that stand, and what more can be
 * stopped.
 * Flow:    ask.ts (with the AI-use answer) → here → pages/choices-page.
 * Promise: the text is the notice in force now, in the person's language; what is offered to stop is what their law
 *          names.
 * Source:  GDPR 7, 21; docs/law.md 5.2.
 */

import type { PersonState } from '../../evaluation/person.ts';
import { inForce, type Registry } from '../../evaluation/registry.ts';
import { yesBeforeSignal } from '../../evaluation/signal.ts';
import { momentOf } from '../../evaluation/standing.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import type { Reader } from '../reader.ts';
import type { AiUseAnswer } from '../use/ai-use-answer.ts';
import type { PurposeChoice } from '../use/system-answer.ts';
import { asksForYes, type ChoiceWay, waysOf } from './choice-ways.ts';

interface NoticeShown {
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly version: number;
}

export interface ChoiceShown {
  readonly choice: PurposeChoice;
  /** The names of the AI systems that do this. */
  readonly usedBy: readonly string[];
  /** The text in force that a yes belongs to; absent where none is published. */
  readonly notice?: NoticeShown;
  /** Whether a yes is asked for, so that the text has to be in view. */
  readonly asksForYes: boolean;
  readonly ways: readonly ChoiceWay[];
  /** Said where the signal of the browser goes before a yes that the person gave earlier: which of the two counts? */
  readonly conflict?: string;
}

export interface LimitShown {
  readonly kind: LimitKind;
  /** The name of the purpose; absent where it covers all. */
  readonly purpose?: string;
  readonly purposeKey?: string;
  /** RFC 3339. */
  readonly since: string;
}

export interface MyChoices {
  readonly choices: readonly ChoiceShown[];
  readonly limits: readonly LimitShown[];
  /** The kinds of limit over all purposes that the law of the person names and that do not stand yet. */
  readonly stops: readonly LimitKind[];
  /** That we follow the privacy signal of the browser; absent where none stands. */
  readonly signal?: string;
  readonly languageFallback: boolean;
}

interface ChoicesMaterial {
  readonly answer: AiUseAnswer;
  readonly registry: Registry;
  readonly person: PersonState;
  readonly now: number;
  readonly reader: Reader;
}

/** The right of docs/law.md 3.1 behind each limit over everything. */
const rightBehind: Partial<Record<LimitKind, string>> = {
  objection: 'objection',
  'objection-marketing': 'objection-marketing',
  'opt-out-sale-share': 'optout-sale-share',
  'opt-out-sensitive': 'limit-sensitive',
  'opt-out-admt': 'optout-admt',
  'opt-out-profiling': 'optout-profiling',
};

function noticeOf(purpose: string, { registry, now, reader }: ChoicesMaterial): NoticeShown | undefined {
  const key = inForce(registry.purposes.get(purpose), now)?.body.defaultNotice;
  const notice = key === undefined ? undefined : inForce(registry.notices.get(key), now);
  if (notice === undefined) return undefined;
  return {
    key: notice.key,
    version: notice.version,
    title: reader.text(notice.body.title) ?? notice.key,
    body: reader.text(notice.body.body) ?? '',
  };
}

/** A yes that the signal of the browser goes before, told as a question. */
function conflictOf({ purpose, reason }: PurposeChoice, { answer, person, registry, now, reader }: ChoicesMaterial) {
  const isSold = inForce(registry.purposes.get(purpose), now)?.saleOrShare === true;
  const yes = isSold && reason === 'opted-out' ? yesBeforeSignal(person, purpose) : undefined;
  if (yes === undefined || answer.signal === null) return undefined;
  const day = reader.date(Date.parse(answer.signal.since));
  return reader.say('choices.signal.conflict', { given: reader.date(yes), day });
}

/** A purpose that several systems share is one choice. */
function choicesOf(material: ChoicesMaterial, limits: readonly LimitShown[]): readonly ChoiceShown[] {
  const { systems } = material.answer;
  const all = systems.flatMap((system) => system.choice.purposes.map((choice) => ({ choice, system })));
  const keys = [...new Set(all.map(({ choice }) => choice.purpose))];
  return keys.flatMap((purpose) => {
    const same = all.filter(({ choice }) => choice.purpose === purpose);
    const [first] = same;
    if (first === undefined) return [];
    const notice = noticeOf(purpose, material);
    const actions = first.system.whatYouCanDo.filter(
      ({ form, way }) => form?.purpose === purpose || way.href === `/me/choices?purpose=${purpose}`,
    );
    const usedBy = same.map(({ system }) => system.name);
    const conflict = conflictOf(first.choice, material);
    const isStopped = first.choice.reason === 'objected' || first.choice.reason === 'opted-out';
    // A limit over everything and none on this purpose is taken back among the limits.
    const isStoppedByAll = isStopped && !limits.some(({ purposeKey }) => purposeKey === purpose);
    const asked = { choice: first.choice, hasNotice: notice !== undefined, isStoppedByAll };
    const ways = waysOf(actions, asked, material.reader);
    return [{ choice: first.choice, usedBy, asksForYes: asksForYes(actions), ways, ...defined({ notice, conflict }) }];
  });
}

function limitsOf({ person, registry, now, reader }: ChoicesMaterial): readonly LimitShown[] {
  if (person.found !== 'known') return [];
  const set = Object.values(person.standing.limits).flatMap((limit) => limit.set ?? []);
  // An erasure that waits is called off where it was asked for.
  const own = set.filter(({ limit }) => limit !== 'erasure-asked');
  return own.map((act) => {
    const name =
      act.purpose === undefined
        ? undefined
        : (reader.text(inForce(registry.purposes.get(act.purpose), now)?.body.name) ?? act.purpose);
    const about = act.purpose === undefined || name === undefined ? {} : { purpose: name, purposeKey: act.purpose };
    return { kind: act.limit, since: timeOf(momentOf(act)), ...about };
  });
}

export function myChoices(material: ChoicesMaterial): MyChoices {
  const limits = limitsOf(material);
  const given = new Set(material.answer.rights.filter(({ available }) => available).map(({ right }) => right));
  const stops = (Object.keys(rightBehind) as LimitKind[]).filter((kind) => given.has(rightBehind[kind] ?? ''));
  return {
    choices: choicesOf(material, limits),
    limits,
    stops: stops.filter((kind) => !limits.some((limit) => limit.kind === kind && limit.purposeKey === undefined)),
    ...defined({ signal: material.answer.signal?.words }),
    languageFallback: material.answer.languageFallback || material.reader.fellBack(),
  };
}
