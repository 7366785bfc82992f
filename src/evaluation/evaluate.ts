/**
 * The one answer to "may I?": the table of docs/design.md 7, row by row, the same for checks, uses, batches and pages.
 * Flow:    answers (check) and commands (use, decision) → here → rows/*.
 * Promise: pure and total. Every body of law of the person is asked and all must allow; of their refusals the one that
 *          stands first in the table decides. No permission without a ground, and none against a no.
 * Source:  docs/design.md 7.
 */
import type { Instant } from '../facts/fact.ts';
import { type LegalBasis, restsOnConsent } from '../vocabulary/basis.ts';
import type { Assumption, Obligation } from '../vocabulary/evaluation.ts';
import { type Reason, rankOf, reasons } from '../vocabulary/reason.ts';
import { basisFor, type Case, type Cited, type Finding, refuse } from './case.ts';
import { emptyStanding, type PersonState, regimesOr, type Standing } from './person.ts';
import type { Question } from './question.ts';
import type { Registry } from './registry.ts';
import { asksForAge, expiryOf, minorWithoutOptIn, notCoveredByConsent } from './rows/consent.ts';
import { type Declared, declaredUse, type Moment } from './rows/declared.ts';
import {
  needsExplicitConsent,
  saidNo,
  withoutBasis,
  withoutCriminalDataGround,
  withoutDecisionGround,
  withoutSpecialCondition,
} from './rows/ground.ts';
import { erasureAsked, objected, optedOut, restricted } from './rows/limits.ts';
import { citedProof, noticeNotShown } from './rows/notice.ts';
import { noticeFor, obligationsOf, permission } from './rows/permission.ts';
import { ageBandOn, choiceFor, standingAsOf } from './standing.ts';
import { untilOf } from './until.ts';

/** What one body of law says. */
interface RegimeAnswer {
  readonly regime: string;
  readonly basis: LegalBasis | null;
  readonly reason: Reason;
}

export interface Evaluation {
  /** The pseudonym of the person; null where nobody is known. */
  readonly subject: string | null;
  readonly allowed: boolean;
  readonly reason: Reason;
  readonly basis: LegalBasis | null;
  readonly bases: readonly RegimeAnswer[];
  readonly evidence: readonly Cited[];
  readonly obligations: readonly Obligation[];
  readonly assumptions: readonly Assumption[];
  readonly notice: { readonly key: string; readonly version: number } | null;
  /** The earliest moment at which the answer may change by itself. */
  readonly until: Instant | null;
  /** What was asked about, all of the purpose where nothing was named. */
  readonly categories: readonly string[];
  readonly purposeVersion?: number;
  readonly aiSystemVersion?: number;
}

/** May it, now? */
// biome-ignore lint/complexity/useMaxParams: docs/design.md 7 fixes these four words in this order.
export function evaluate(registry: Registry, person: PersonState, question: Question, now: Instant): Evaluation {
  const standing = person.found === 'known' ? person.standing : emptyStanding;
  return judge({ registry, person, question, standing, moment: { on: now, asOf: false } });
}

/** Was a permission on record when it happened? Judged by what had been declared and chosen until then. */
// biome-ignore lint/complexity/useMaxParams: the same four words as above.
export function evaluateAsOf(
  registry: Registry,
  person: PersonState,
  question: Question,
  occurredAt: Instant,
): Evaluation {
  const standing = person.found === 'known' ? standingAsOf(person.acts ?? [], occurredAt) : emptyStanding;
  return judge({ registry, person, question, standing, moment: { on: occurredAt, asOf: true } });
}

interface EvaluationInput {
  readonly registry: Registry;
  readonly person: PersonState;
  readonly question: Question;
  readonly standing: Standing;
  readonly moment: Moment;
}

function judge(asked: EvaluationInput): Evaluation {
  const { registry, person, question, moment } = asked;
  const keptFor =
    person.found === 'erased'
      ? person.mark.keep.find((kept) => kept.purpose === question.purpose && kept.until > moment.on)
      : undefined;
  if (person.found === 'erased' && keptFor === undefined) return outright(asked, refuse('erased'));
  const declared = declaredUse(registry, question, moment);
  if ('reason' in declared) return outright(asked, declared);
  if (person.found === 'unknown' && !question.subject.startsWith('customer:'))
    return outright(asked, refuse('unknown-subject'));
  return judgeCase(asked, layOut(asked, declared, keptFor));
}

function layOut(asked: EvaluationInput, declared: Declared, keptFor: Case['keptFor']): Case {
  const { standing, moment } = asked;
  const choice = choiceFor(standing, declared.purpose.key);
  return {
    registry: asked.registry,
    question: asked.question,
    on: moment.on,
    ...declared,
    standing,
    suppressions: asked.person.suppressions,
    choice,
    given: choice?.newest?.what === 'given' ? choice.newest : undefined,
    ageBand: ageBandOn(standing, moment.on),
    keptFor,
  };
}

function regimesOf(standing: Standing, question: Question): readonly string[] {
  const own = regimesOr(standing, question.defaultRegime);
  return question.regime === undefined || own.includes(question.regime) ? own : [...own, question.regime];
}

function judgeCase(asked: EvaluationInput, a: Case): Evaluation {
  const regimes = regimesOf(a.standing, a.question);
  const everywhere = restricted(a);
  const bases: RegimeAnswer[] = [];
  const evidence: Cited[] = [];
  let decides: Finding | undefined;
  let decidingBasis: LegalBasis | undefined;
  for (const regime of regimes) {
    const basis = basisFor(a.purpose, regime, a.on);
    const finding = keptForAnother(a, basis) ?? everywhere ?? judgeRegime(a, regime, basis);
    bases.push({ regime, basis: basis ?? null, reason: finding.reason });
    for (const cited of finding.evidence) if (!evidence.some((known) => known.id === cited.id)) evidence.push(cited);
    if (decides === undefined || rankOf[finding.reason] < rankOf[decides.reason]) {
      decides = finding;
      decidingBasis = basis;
    }
  }
  const { reason, evidence: its } = decides as Finding;
  const allowed = reasons[reason].allowed;
  const notice = noticeFor(a.registry, a.purpose, { aiSystem: a.system.key, on: a.on });
  return {
    subject: asked.person.found === 'known' ? asked.person.subject : null,
    allowed,
    reason: allowed ? (bases[0] as RegimeAnswer).reason : reason,
    basis: (allowed ? bases[0]?.basis : decidingBasis) ?? null,
    bases,
    evidence: allowed ? evidence : its,
    obligations: allowed ? obligationsOf(a, regimes, notice !== undefined) : [],
    assumptions: assumptionsOf(asked, a, { bases, evidence: allowed ? evidence : its }),
    notice: notice === undefined ? null : { key: notice.key, version: notice.version },
    until: asked.moment.asOf
      ? null
      : untilOf(a.registry, {
          question: a.question,
          standing: a.standing,
          given: a.given,
          on: a.on,
          regimes,
          expiry: a.given === undefined ? a.keptFor?.until : expiryOf(a, a.given),
        }),
    categories: a.categories,
    purposeVersion: a.purpose.version,
    aiSystemVersion: a.system.version,
  };
}

/** The rows from a waiting erasure to the permission, under one body of law. */
function judgeRegime(a: Case, regime: string, basis: LegalBasis | undefined): Finding {
  const early =
    erasureAsked(a, basis) ??
    objected(a, basis) ??
    optedOut(a, regime, basis) ??
    withoutBasis(a, basis) ??
    saidNo(a, basis) ??
    withoutSpecialCondition(a, regime) ??
    withoutCriminalDataGround(a, regime) ??
    withoutDecisionGround(a, regime, basis) ??
    noticeNotShown(a, regime);
  if (early !== undefined) return early;
  const explicit = needsExplicitConsent(a, regime, basis);
  const onConsent = explicit || restsOnConsent(basis);
  const late = onConsent ? notCoveredByConsent(a, regime, explicit) : undefined;
  return (
    late ??
    minorWithoutOptIn(a, regime, basis) ??
    permission(a, basis as LegalBasis, { onConsent, beside: citedProof(a, regime) })
  );
}

/** The second half of the erasure row: what is kept of an erased person serves only the ground it is kept on. */
function keptForAnother(a: Case, basis: LegalBasis | undefined): Finding | undefined {
  if (a.keptFor === undefined || basis === 'legal-obligation' || a.keptFor.code.startsWith('art17-3')) return undefined;
  return refuse('erased');
}

function assumptionsOf(
  asked: EvaluationInput,
  a: Case,
  found: { readonly bases: readonly RegimeAnswer[]; readonly evidence: readonly Cited[] },
): readonly Assumption[] {
  const assumed: Assumption[] = [];
  if (asked.person.found !== 'known') assumed.push('no-facts-about-this-person');
  if (a.standing.regimes.length === 0) assumed.push('default-regime');
  if (a.standing.ageBand === undefined) {
    if (found.bases.some(({ regime, basis }) => asksForAge(a, regime, basis ?? undefined))) assumed.push('age-unknown');
  } else if (a.ageBand !== a.standing.ageBand) assumed.push('age-band-moved-on');
  if (!asked.moment.asOf) return assumed;
  if (a.purpose.at > a.on || a.system.at > a.on) assumed.push('declared-afterwards');
  if (found.evidence.some((cited) => cited.at > a.on && /^(?:consent|limit|notice)\.(?!published)/.test(cited.kind)))
    assumed.push('recorded-afterwards');
  return assumed;
}

/** A refusal before anything about the person was looked at. */
function outright(asked: EvaluationInput, finding: Finding): Evaluation {
  const { registry, person, question, standing, moment } = asked;
  const isKnown = person.found === 'known';
  return {
    subject: isKnown ? person.subject : null,
    allowed: false,
    reason: finding.reason,
    basis: null,
    bases: regimesOf(standing, question).map((regime) => ({ regime, basis: null, reason: finding.reason })),
    evidence: finding.evidence,
    obligations: [],
    assumptions: isKnown && standing.regimes.length === 0 ? ['default-regime'] : [],
    notice: null,
    until: moment.asOf
      ? null
      : untilOf(registry, {
          question,
          standing,
          given: undefined,
          on: moment.on,
          regimes: regimesOf(asked.standing, question),
          expiry: person.found === 'erased' ? person.mark.until : undefined,
        }),
    categories: question.categories ?? [],
  };
}
