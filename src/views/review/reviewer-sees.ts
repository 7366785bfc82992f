/**
 * What a reviewer sees of a decision: first what it was made from and what the person says, and the part of the AI only
 * after an own view was noted.
 * Flow:    opened facts of the decision, the review and the files → here → replies of the steps, GET /v1/reviews/{id}.
 * Promise: before the own view, nothing here MUST hold the outcome, the output, a factor or an alternative.
 * Source:  docs/law.md 7 (reasons before a suggested verdict); AI Act 14(4)(b) (automation bias).
 */

import type { FactOf, RecordedFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { ReviewSeat } from '../../vocabulary/review.ts';
import type { ReviewRow, SeatRow } from './review-row.ts';
import { showReview } from './review-shown.ts';

export interface ReviewFacts {
  readonly decision: FactOf<'decision.recorded'>;
  /** The fact that opened the review. */
  readonly opened: FactOf<'review.opened'>;
  readonly files: readonly FactOf<'file.added'>[];
  /** The facts by which those who sit on its seats were asked. */
  readonly asked?: readonly FactOf<'review.assigned'>[];
  /** What the company has published about where the AI system fails. */
  readonly limits?: KnownLimits;
}

/** What a review rests on, opened; nothing where the person was erased meanwhile. */
export function reviewFactsOf(
  row: ReviewRow,
  factOf: (id: string) => RecordedFact | undefined,
): Omit<ReviewFacts, 'limits'> | undefined {
  const decision = factOf(row.decision);
  const opened = factOf(row.id);
  if (decision?.kind !== 'decision.recorded' || opened?.kind !== 'review.opened') return undefined;
  const files = row.evidence.flatMap((id) => {
    const file = factOf(id);
    return file?.kind === 'file.added' ? [file] : [];
  });
  return { decision, opened, files, asked: askedIn(row, factOf) };
}

/** By which facts those who sit on the seats now were asked. */
export const askedBy = ({ seats: { first, second } }: ReviewRow): readonly string[] =>
  [first, second].flatMap((sitting) => sitting?.assigned ?? []);

export const askedIn = (
  row: ReviewRow,
  factOf: (id: string) => RecordedFact | undefined,
): readonly FactOf<'review.assigned'>[] =>
  askedBy(row).flatMap((id) => {
    const fact = factOf(id);
    return fact?.kind === 'review.assigned' ? [fact] : [];
  });

type Texts = Readonly<Record<string, string>>;
interface KnownLimits {
  readonly limitations?: Texts;
  readonly whereItFails?: Texts;
}

/** Whoever looks has to know what the AI system is bad at, before its result is shown. */
export function knownLimits(system: { readonly body: object } | undefined): Pick<ReviewFacts, 'limits'> {
  const { limitations, supportGuide } = (system?.body ?? {}) as {
    readonly limitations?: Texts;
    readonly supportGuide?: { readonly whereItFails?: Texts };
  };
  const whereItFails = supportGuide?.whereItFails;
  return { limits: { ...defined({ limitations, whereItFails }) } };
}

export type ReviewerSees = ReturnType<typeof reviewerSees>;

/** Everything there is to look at, by name. */
export const toSeeIn = (row: ReviewRow): readonly string[] => [
  'inputs',
  ...(row.hasStatement ? ['statement'] : []),
  ...(row.corrections.length > 0 ? ['corrections'] : []),
  ...row.evidence,
];

function filesOf(files: ReviewFacts['files'], sitting: SeatRow | undefined) {
  return files.map(({ id, payload }) => {
    const { name, type, size } = payload;
    return { id, ...defined({ name }), type, size, seen: sitting?.seen.includes(id) === true };
  });
}

function evidenceOf(row: ReviewRow, facts: ReviewFacts, sitting: SeatRow | undefined) {
  const { what, decidedAt, modelVersion, inputs } = facts.decision.payload;
  const { statement, corrections = [] } = facts.opened.payload;
  return {
    what,
    decidedAt,
    modelVersion,
    inputs,
    ...defined({ statement }),
    corrections: corrections.map(({ name, value }) => {
      const recorded = inputs.find((input) => input.name === name)?.value;
      return { name, ...defined({ recorded }), value };
    }),
    files: filesOf(facts.files, sitting),
    limits: facts.limits ?? {},
    notSeenYet: toSeeIn(row).filter((each) => sitting?.seen.includes(each) !== true),
  };
}

/** The part of the AI, held back until the reviewer has a view of their own. */
function partOfAi({ payload }: FactOf<'decision.recorded'>) {
  const { outcome, adverse, aiRole, output, factors, counterfactuals, otherFactors = [] } = payload;
  return { outcome, adverse, aiRole, output, factors, counterfactuals, otherFactors };
}

/**
 * What reviewers were asked. Whoever had seen the part of the AI may have written of it, so that question waits for the
 * own view, too.
 */
function questionsFor(sitting: SeatRow | undefined, { asked = [] }: ReviewFacts) {
  return asked.flatMap(({ payload: { seat, question, afterView = false } }) => {
    if (question === undefined || (afterView && sitting?.notedAt === undefined)) return [];
    return [{ seat, words: question, afterView }];
  });
}

export function reviewerSees(row: ReviewRow, seat: ReviewSeat, facts: ReviewFacts) {
  const sitting = row.seats[seat];
  const questions = questionsFor(sitting, facts);
  return {
    ...showReview(row),
    seat,
    ...(questions.length === 0 ? {} : { questions }),
    material: evidenceOf(row, facts, sitting),
    ai: sitting?.notedAt === undefined ? null : partOfAi(facts.decision),
  };
}
