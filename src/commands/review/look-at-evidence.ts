/**
 * A reviewer looks at what a decision rests on, at what the person says, and at each file they sent; then notes an own
 * view.
 * Flow:    http → here → facts `review.evidence-viewed`, `review.view-noted`, and the two facts of a look.
 * Promise: a file counts as seen only when its bytes were handed out; the part of the AI is shown only after the own
 *          view.
 * Source:  docs/law.md 7 (evidence opened, reasons before a suggested verdict); docs/design.md 8 (looks).
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import { saysLittle } from '../../law/law.ts';
import { type ReviewerSees, reviewerSees, toSeeIn } from '../../views/review/reviewer-sees.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { OwnView } from '../../vocabulary/review.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { notNow, unfit } from '../refusal.ts';
import { factsFor, keysOfStep, type OfReview, rowAfter, type Seated, seatFor } from './seat.ts';

const drawsToView = { fact: 'fact', taken: 'fact', looked: 'fact' } as const;
const drawsToNote = { fact: 'fact' } as const;

interface ViewEvidence extends OfReview {
  /** One of the person's files; without it everything else. */
  readonly file?: string;
}

interface NoteView extends OfReview {
  readonly view: OwnView;
  readonly words: string;
}

/** What the answer shows them at once; each file is opened by itself. */
const shownAtOnce = ({ row }: Seated): readonly string[] => toSeeIn(row).filter((each) => !row.evidence.includes(each));

/** A look of staff: once about nobody, once in the person's own chain. */
function looks({ ids, caller }: Command<ViewEvidence, typeof drawsToView>, seated: Seated): readonly NewFact[] {
  const look = { v: 1, what: 'decision', reason: 'review' } as const;
  return [
    { id: ids.taken, kind: 'look.taken', payload: look },
    {
      id: ids.looked,
      kind: 'look.recorded',
      subject: seated.row.subject,
      payload: {
        ...look,
        role: caller.actor.role,
        decision: seated.row.decision,
        // The part of the AI is not shown before the own view.
        ...(seated.sitting.notedAt === undefined ? { withheld: [seated.row.decision] } : {}),
      },
    },
  ];
}

function decideView(
  state: State,
  command: Command<ViewEvidence, typeof drawsToView>,
  now: Instant,
): Decided<ReviewerSees> | Problem {
  const { input, caller, ids } = command;
  const seated = seatFor(state, input, caller);
  if (isProblem(seated)) return seated;
  const { row, seat } = seated;
  if (input.file !== undefined && !row.evidence.includes(input.file)) return problem('not-found');
  const seen = input.file === undefined ? shownAtOnce(seated) : [input.file];
  const fact: NewFact = {
    id: ids.fact,
    kind: 'review.evidence-viewed',
    subject: row.subject,
    payload: { v: 1, review: row.id, seat, seen: [...seen] },
  };
  const after = rowAfter(row, [fact], { caller, now });
  return {
    facts: [...looks(command, seated), fact],
    result: reviewerSees(after, seat, factsFor(state, seated, input)),
    main: fact.id,
  };
}

function decideNote(
  state: State,
  command: Command<NoteView, typeof drawsToNote>,
  now: Instant,
): Decided<ReviewerSees> | Problem {
  const { input, caller, ids } = command;
  const seated = seatFor(state, input, caller);
  if (isProblem(seated)) return seated;
  const { row, seat, sitting } = seated;
  if (!sitting.seen.includes('inputs')) return notNow('Look at the evidence first, with the step view-evidence.');
  if (sitting.notedAt !== undefined)
    return notNow('An own view stands already; it is not changed after the part of the AI was shown.');
  if (saysLittle(input.words)) return tooLittle('/words');
  const fact: NewFact = {
    id: ids.fact,
    kind: 'review.view-noted',
    subject: row.subject,
    payload: { v: 1, review: row.id, seat, view: input.view, words: input.words },
  };
  return {
    facts: [fact],
    result: reviewerSees(rowAfter(row, [fact], { caller, now }), seat, factsFor(state, seated, input)),
  };
}

/** A reason that fits every case is refused, also where the reviewer agrees. */
export const tooLittle = (pointer: string): Problem =>
  unfit(pointer, 'says-little', {
    message: 'These words would fit any decision.',
    fix: 'Say in a sentence what in the data, or in what the person sent, speaks for it or against it.',
  });

const reply: CommandRule<unknown, ReviewerSees>['reply'] = (sees, entry) => ({
  status: 200,
  body: { ...sees, ...defined({ entry }) },
});

export const viewEvidence: CommandRule<ViewEvidence, ReviewerSees, typeof drawsToView> = {
  kind: 'review.view-evidence',
  draws: () => drawsToView,
  keys: keysOfStep,
  decide: decideView,
  reply,
};

export const noteView: CommandRule<NoteView, ReviewerSees, typeof drawsToNote> = {
  kind: 'review.note-view',
  draws: () => drawsToNote,
  keys: keysOfStep,
  decide: decideNote,
  reply,
};
