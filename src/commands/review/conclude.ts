/**
 * How a review ends: the second opinion where two look, and the conclusion with its own reasons.
 * Flow:    http → here → law (meaningful or not) → facts `review.second-opinion`, `review.concluded`.
 * Promise: never before the evidence was viewed and an own view noted; reasons also when agreeing; whether it was
 *          meaningful is computed from what is on record and cannot be claimed.
 * Source:  docs/law.md 3.6, 7; GDPR 22(3); docs/promises.md I21.
 */

import type { DecisionRecorded } from '../../facts/decision.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { RecordedValue } from '../../facts/form.ts';
import type { ReviewConcluded, ReviewSecondOpinion } from '../../facts/review.ts';
import {
  authorityToChange,
  humanInvolvementOf,
  type ReviewerWork,
  saysLittle,
  type TimeSpent,
  timeAlone,
} from '../../law/law.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { showReview } from '../../views/review/review-shown.ts';
import { toSeeIn } from '../../views/review/reviewer-sees.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { ReviewOutcome } from '../../vocabulary/review.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { drawsForAdverse, tellAfterWait } from '../decision/adverse-outcome.ts';
import { drawsForMessage } from '../message/tell.ts';
import { notNow, unfit, unfitMember } from '../refusal.ts';
import { requestEndedBy } from '../request/reviews-of-request.ts';
import { tooLittle } from './look-at-evidence.ts';
import { keysOfStep, type OfReview, rowAfter, type Seated, seatFor } from './seat.ts';
import { tellConcluded, whatOf } from './telling.ts';

const drawsToConclude = { fact: 'fact', ended: 'fact', ...drawsForAdverse, ...drawsForMessage } as const;
const drawsToOpine = { fact: 'fact' } as const;

interface GiveSecondOpinion extends OfReview, Pick<ReviewSecondOpinion, 'outcome' | 'reasons'> {}

type Concluding = Command<ConcludeReview, typeof drawsToConclude>;

interface ConcludeReview extends GiveSecondOpinion, Pick<ReviewConcluded, 'newOutcome' | 'disagreement'> {
  /** The data the decision is made again from; the person's corrections where left out. */
  readonly corrected?: readonly { readonly name: string; readonly value: RecordedValue }[];
  /** What is on record of the reviewer: they saw the result first, or wrote the same elsewhere. */
  readonly sawFirst?: boolean;
  readonly repeats?: boolean;
}

/** What has to come before an opinion or a conclusion of this seat. */
function notYet({ sitting }: Seated): Problem | undefined {
  if (sitting.viewedAt === undefined) return notNow('Look at the evidence first, with the step view-evidence.');
  if (sitting.notedAt === undefined) return notNow('Note an own view first, with the step note-view.');
  return undefined;
}

/** Authority counts while it lasts: given when they were asked, and not taken away since. */
const authorityOf = ({ sitting, staff }: Seated): readonly string[] =>
  sitting.authority.filter((code) => staff.authority.includes(code));

/** Only somebody who may change a decision can change it, or let one that waited for a human take effect. */
function withoutAuthority(seated: Seated, outcome: ReviewOutcome): Problem | undefined {
  const needed = outcome !== 'upheld' || seated.row.why === 'before-effect';
  return needed && !authorityOf(seated).includes(authorityToChange) ? problem('authority-needed') : undefined;
}

function unfitEnd(input: ConcludeReview, { row, decision }: Seated): Problem | undefined {
  if (saysLittle(input.reasons)) return tooLittle('/reasons');
  const changed = input.outcome === 'changed';
  if (changed !== (input.newOutcome !== undefined)) {
    const message = changed
      ? 'It is not said what the decision was changed to.'
      : 'Only a changed decision has a new outcome.';
    return unfit('/newOutcome', changed ? 'required' : 'not-changed', {
      message,
      fix: changed ? 'Send newOutcome.' : 'Leave newOutcome out.',
    });
  }
  const opinion = row.seats.second?.opinion;
  if (
    opinion !== undefined &&
    opinion !== input.outcome &&
    (input.disagreement === undefined || saysLittle(input.disagreement))
  ) {
    const message = 'The second reviewer saw it otherwise.';
    return unfit('/disagreement', 'required', {
      message,
      fix: 'Say in disagreement why the review ends otherwise than they saw it.',
    });
  }
  return unfitCorrected(input, decision.payload);
}

function unfitCorrected(
  { outcome, corrected = [] }: ConcludeReview,
  { inputs }: DecisionRecorded,
): Problem | undefined {
  if (corrected.length > 0 && outcome !== 're-run') {
    return unfit('/corrected', 'not-re-run', {
      message: 'Only a decision that is made again has corrected data.',
      fix: 'Use the outcome re-run, or leave it out.',
    });
  }
  const errors = corrected.flatMap(({ name }, place) =>
    inputs.some((input) => input.name === name)
      ? []
      : [
          unfitMember(`/corrected/${place}/name`, 'not-an-input', {
            message: 'The decision was not made from data of this name.',
            fix: 'Use a name of its inputs.',
          }),
        ],
  );
  return errors.length === 0 ? undefined : problem('validation-failed', undefined, errors);
}

/** What the decision is made again from, with what stood there before. */
function correctedBy(
  { outcome, corrected }: ConcludeReview,
  { decision, opened }: Seated,
): Pick<ReviewConcluded, 'corrected'> {
  const { corrections = [] } = opened.payload;
  const { inputs } = decision.payload;
  const list = corrected ?? corrections;
  if (outcome !== 're-run' || list.length === 0) return {};
  return {
    corrected: list.map(({ name, value }) => {
      const from = inputs.find((input) => input.name === name)?.value;
      return { name, ...defined({ from }), to: value };
    }),
  };
}

/** The times that count for other reviews of this reviewer: those of each that ended first. */
const countedElsewhere = (state: State, { beside = [] }: ConcludeReview, { sitting }: Seated): readonly TimeSpent[] =>
  beside.flatMap((id) => {
    const { state: now, seats, closedAt } = state.review(id) ?? {};
    const from = seats?.first?.reviewer === sitting.reviewer ? seats.first.viewedAt : undefined;
    return now === 'concluded' && from !== undefined && closedAt !== undefined ? [{ from, until: closedAt }] : [];
  });

interface Judging extends Pick<ReviewerWork, 'countedElsewhere'> {
  readonly fact: string;
  readonly input: ConcludeReview;
  readonly now: Instant;
}

/** Whether all this was a meaningful look of a human, as of now. */
function judged(seated: Seated, { fact, input, now, ...of }: Judging) {
  const { row, sitting, staff } = seated;
  const { viewedAt, viewed, notedAt, noted, assigned, seen } = sitting;
  return humanInvolvementOf({
    assigned,
    training: sitting.training.filter(({ code }) => staff.training.some((still) => still.code === code)),
    authority: authorityOf(seated),
    trainingAsked: row.training,
    toSee: toSeeIn(row),
    seen,
    ...(viewedAt === undefined ? {} : { viewed: { at: viewedAt, facts: viewed } }),
    ...(notedAt === undefined || noted === undefined ? {} : { noted: { at: notedAt, facts: [noted] } }),
    concluded: { at: now, fact, reasons: input.reasons },
    ...of,
    ...defined({ sawFirst: input.sawFirst, repeats: input.repeats }),
  });
}

function conclusionOf(
  state: State,
  { seated, command, now }: { readonly seated: Seated; readonly command: Concluding; readonly now: Instant },
): ReviewConcluded {
  const { input, ids } = command;
  const { row, sitting } = seated;
  const { outcome, reasons, newOutcome, disagreement } = input;
  const elsewhere = countedElsewhere(state, input, seated);
  const of = { fact: ids.fact, input, now, countedElsewhere: elsewhere };
  const { qualifies, limbs, lacks, evidence, remarks } = judged(seated, of);
  const spent = { from: sitting.viewedAt ?? now, until: now };
  return {
    v: 1,
    review: row.id,
    decision: row.decision,
    outcome,
    reasons,
    ...(newOutcome === undefined ? {} : { newOutcome: { ...newOutcome } }),
    ...defined({ disagreement }),
    ...correctedBy(input, seated),
    seconds: Math.floor((spent.until - spent.from) / 1000),
    qualifies,
    limbs: { ...limbs },
    lacks: [...lacks],
    evidence: evidence.map((each) => ({ ...each })),
    ...(elsewhere.length === 0 ? {} : { secondsCounted: Math.floor(timeAlone(spent, elsewhere) / 1000) }),
    ...(remarks === undefined ? {} : { remarks: [...remarks] }),
  };
}

function decideEnd(
  state: State,
  command: Command<ConcludeReview, typeof drawsToConclude>,
  now: Instant,
): Decided<ReviewRow> | Problem {
  const { input, caller, ids } = command;
  const seated = seatFor(state, input, caller);
  if (isProblem(seated)) return seated;
  const { row, seat } = seated;
  if (seat !== 'first') return problem('not-assigned', 'The first reviewer concludes; the second gives an opinion.');
  const early = notYet(seated);
  if (early !== undefined) return early;
  if (row.reviewers === 2 && row.seats.second?.opinion === undefined) {
    return notNow('Two people look at decisions of this AI system: wait for the second opinion.');
  }
  const refused = unfitEnd(input, seated) ?? withoutAuthority(seated, input.outcome);
  if (refused !== undefined) return refused;
  const payload = conclusionOf(state, { seated, command, now });
  const fact: NewFact = { id: ids.fact, kind: 'review.concluded', subject: row.subject, payload };
  const about = { id: ids.message, subject: row.subject, review: row.id, what: whatOf(seated.decision), now };
  const told = tellConcluded(state, payload, { ...about, why: row.why, purpose: row.purpose, regimes: row.regimes });
  const stands =
    row.why === 'before-effect' && input.outcome === 'upheld' ? tellAfterWait(state, seated.decision, ids.adverse) : [];
  const all = [...told, ...stands];
  const ended = requestEndedBy(state, { review: row, how: 'concluded', actor: caller.actor, id: ids.ended });
  const facts = [fact, ...ended, ...all.map((each) => each.fact)];
  return {
    facts,
    result: rowAfter(row, [fact], { caller, now }),
    effects: all.map(({ effect }) => effect),
    main: fact.id,
  };
}

function decideOpinion(
  state: State,
  command: Command<GiveSecondOpinion, typeof drawsToOpine>,
  now: Instant,
): Decided<ReviewRow> | Problem {
  const { input, caller, ids } = command;
  const seated = seatFor(state, input, caller);
  if (isProblem(seated)) return seated;
  const { row, seat, sitting } = seated;
  if (seat !== 'second') return problem('not-assigned', 'The second reviewer gives this opinion; the first concludes.');
  const early = notYet(seated);
  if (early !== undefined) return early;
  if (sitting.opinion !== undefined) return notNow('The second opinion was already given.');
  const { outcome, reasons } = input;
  if (saysLittle(reasons)) return tooLittle('/reasons');
  const fact: NewFact = {
    id: ids.fact,
    kind: 'review.second-opinion',
    subject: row.subject,
    payload: { v: 1, review: row.id, outcome, reasons },
  };
  return { facts: [fact], result: rowAfter(row, [fact], { caller, now }) };
}

const reply: CommandRule<unknown, ReviewRow>['reply'] = (row, entry) => ({
  status: 200,
  body: { ...showReview(row), ...defined({ entry }) },
});

export const concludeReview: CommandRule<ConcludeReview, ReviewRow, typeof drawsToConclude> = {
  kind: 'review.conclude',
  draws: () => drawsToConclude,
  keys: keysOfStep,
  decide: decideEnd,
  reply,
};

export const giveSecondOpinion: CommandRule<GiveSecondOpinion, ReviewRow, typeof drawsToOpine> = {
  kind: 'review.second-opinion',
  draws: () => drawsToOpine,
  keys: keysOfStep,
  decide: decideOpinion,
  reply,
};
