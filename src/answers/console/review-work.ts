/**
 * One review as a guided flow: who looks, the evidence, the own view, and only then the part of the AI; at last the
 * end.
 * Flow:    ask-work.ts (facts, opened) → here → pages/console/review-page.tsx.
 * Promise: what the reviewer may not see yet is not in here at all: it is taken from what `reviewerSees` lets out.
 * Source:  docs/law.md 7; AI Act 14(4)(b) (automation bias).
 */
import type { FactOf } from '../../facts/fact.ts';
import type { PayloadOf } from '../../facts/facts.ts';
import { clockWords } from '../../language/law-words.ts';
import { authorityToChange } from '../../law/law.ts';
import type { ReviewRow, SeatRow } from '../../views/review/review-row.ts';
import { type ReviewerSees, type ReviewFacts, reviewerSees } from '../../views/review/reviewer-sees.ts';
import type { OwnView, ReviewSeat } from '../../vocabulary/review.ts';
import type { FactorAnswer } from '../decision/decision-answer.ts';
import { decisionRecord, withCatalogue } from '../decision/decision-record.ts';
import { factorsOf } from '../decision/factors.ts';
import { valueWords } from '../decision/values.ts';
import { type ConsoleContext, type ReviewCard, reviewCard } from './review-card.ts';

export interface EvidenceShown {
  readonly what: string;
  readonly decidedAt: string;
  readonly inputs: readonly {
    readonly label: string;
    readonly value: string;
    readonly shouldBe: string | null;
    readonly category: string;
    readonly source: string | null;
  }[];
  readonly statement: string | null;
  /** Where the AI system is known to fail, read before its result. */
  readonly limits: readonly string[];
  readonly files: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly type: string;
    readonly kilobytes: number;
    readonly seen: boolean;
  }[];
}

export interface AiPartShown {
  readonly outcome: string;
  readonly adverse: boolean;
  readonly role: string;
  readonly output: string;
  readonly factors: readonly FactorAnswer[];
  readonly factorsWords: string | null;
  readonly counterfactuals: readonly string[];
}

interface EndShown {
  readonly reasons: string;
  readonly newOutcome: string | null;
  readonly minutes: number;
  readonly qualifies: boolean;
  readonly lacks: readonly string[];
}

export interface ReviewWork extends ReviewCard {
  readonly clock: string;
  readonly regimes: readonly string[];
  readonly seat: ReviewSeat | null;
  /** What the law asks of whoever looks: learned it, and may change it. Null where nobody is asked yet. */
  readonly ready: { readonly trained: boolean; readonly mayChange: boolean } | null;
  readonly secondAsked: boolean;
  readonly secondGiven: boolean;
  /** The second opinion in words; null for everybody but the first reviewer, and before their own view. */
  readonly opinion: { readonly outcome: string; readonly reasons: string } | null;
  /** Both null for everybody but an assigned reviewer; `evidence` also before the step of looking at it. */
  readonly evidence: EvidenceShown | null;
  readonly ai: AiPartShown | null;
  /** What reviewers were asked, for whoever sits on a seat and has opened the evidence. */
  readonly questions: readonly { readonly seat: ReviewSeat; readonly words: string; readonly afterView: boolean }[];
  readonly ownView: { readonly view: OwnView; readonly words: string } | null;
  readonly notSeen: number;
  readonly end: EndShown | null;
}

/** What `reviewerSees` lets out. */
type Material = ReviewerSees['material'];
type AiPart = NonNullable<ReviewerSees['ai']>;

export interface ReviewMaterial {
  readonly row: ReviewRow;
  readonly seat: ReviewSeat | undefined;
  /** Only for an assigned reviewer, after the look was recorded. */
  readonly facts: ReviewFacts | undefined;
  readonly noted: FactOf<'review.view-noted'> | undefined;
  readonly concluded: FactOf<'review.concluded'> | undefined;
  /** Of the second reviewer, for the first. */
  readonly opinion?: PayloadOf<'review.second-opinion'>;
}

function evidenceOf(
  { what, decidedAt, inputs, statement, corrections, files, limits }: Material,
  { reader }: ConsoleContext,
): EvidenceShown {
  const right = new Map(corrections.map(({ name, value }) => [name, value]));
  return {
    what: reader.text(what) ?? '',
    decidedAt,
    inputs: inputs.map(({ name, label, value, category, source }) => ({
      label: reader.text(label) ?? name,
      value: valueWords(reader, value),
      shouldBe: right.has(name) ? valueWords(reader, right.get(name)) : null,
      category: reader.category(category),
      source: reader.text(source),
    })),
    statement: statement ?? null,
    limits: [...new Set([...reader.texts(limits.whereItFails), ...reader.texts(limits.limitations)])],
    files: files.map(({ id, name, type, size, seen }) => ({
      id,
      name: name ?? null,
      type,
      kilobytes: Math.max(1, Math.round(size / 1000)),
      seen,
    })),
  };
}

function aiPartOf(
  part: AiPart,
  decision: FactOf<'decision.recorded'>,
  { registry, reader }: ConsoleContext,
): AiPartShown {
  const { factors, factorsWords } = factorsOf(withCatalogue(decisionRecord(decision), registry), reader, 'officer');
  const scale = reader.text(part.output.scale);
  const rule = reader.text(part.output.rule);
  const output = [
    reader.say('console.ai.output', { value: valueWords(reader, part.output.value) }),
    ...(scale === null ? [] : [reader.say('decision.output.scale', { scale })]),
    ...(rule === null ? [] : [reader.say('decision.output.rule', { rule })]),
  ];
  return {
    outcome: reader.text(part.outcome) ?? '',
    adverse: part.adverse,
    role: reader.say(`decision.role.${part.aiRole}`),
    output: output.join(' '),
    factors,
    factorsWords,
    counterfactuals: part.counterfactuals.map(({ label, from, to, outcome }) =>
      reader.say('console.ai.counterfactual', {
        label: reader.text(label) ?? '',
        from: valueWords(reader, from),
        to: valueWords(reader, to),
        outcome: reader.text(outcome) ?? '',
      }),
    ),
  };
}

function endOf({ concluded }: ReviewMaterial, { reader }: ConsoleContext): EndShown | null {
  if (concluded === undefined) return null;
  const { reasons, newOutcome, seconds, qualifies, lacks } = concluded.payload;
  return {
    reasons,
    newOutcome: reader.text(newOutcome),
    minutes: Math.max(1, Math.round(seconds / 60)),
    qualifies,
    lacks: lacks.map((gap) => reader.say(`console.gap.${gap}`)),
  };
}

const isReady = ({ trained, authority }: SeatRow) => ({ trained, mayChange: authority.includes(authorityToChange) });

export function reviewWork(material: ReviewMaterial, work: ConsoleContext): ReviewWork {
  const { row, seat, facts, noted } = material;
  const sitting = seat === undefined ? undefined : row.seats[seat];
  const sees = seat === undefined || facts === undefined ? undefined : reviewerSees(row, seat, facts);
  const shown = sees?.material;
  const part = sees?.ai ?? undefined;
  const asked = sitting ?? row.seats.first;
  const own = noted?.payload;
  return {
    ...reviewCard(row, work),
    clock: clockWords(work.reader.language, row.clock.rule) ?? row.clock.words,
    regimes: row.regimes,
    seat: seat ?? null,
    ready: asked === undefined ? null : isReady(asked),
    secondAsked: row.seats.second !== undefined,
    secondGiven: row.seats.second?.opinion !== undefined,
    opinion:
      material.opinion === undefined
        ? null
        : {
            outcome: work.reader.say(`console.outcome.${material.opinion.outcome}`),
            reasons: material.opinion.reasons,
          },
    evidence: shown === undefined || sitting?.viewedAt === undefined ? null : evidenceOf(shown, work),
    ai: part === undefined || facts === undefined ? null : aiPartOf(part, facts.decision, work),
    questions: sitting?.viewedAt === undefined ? [] : (sees?.questions ?? []),
    ownView: own === undefined ? null : { view: own.view, words: own.words },
    notSeen: shown?.notSeenYet.length ?? 0,
    end: endOf(material, work),
  };
}
