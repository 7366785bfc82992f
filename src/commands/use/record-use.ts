/**
 * A service asks to use a person's data and has the answer recorded, or reports a use that already happened.
 * Flow:    http (POST /v1/uses, batch), import → here → evaluation → facts `use.allowed`, `use.refused`,
 *          `use.reported`.
 * Promise: no permission without a record. A refusal about nobody known leaves no trace of who was asked about; a
 *          report about an erased person is refused and leaves one fact without them.
 * Source:  docs/design.md 6, 7 and 8.1.
 */

import { type Evaluation, evaluate, evaluateAsOf } from '../../evaluation/evaluate.ts';
import type { ErasedPerson } from '../../evaluation/person.ts';
import { type QuestionBody, questionOf } from '../../evaluation/question.ts';
import { type ReasonExplanation, shownEvaluation } from '../../evaluation/shown.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import { explainReason } from '../../language/reasons.ts';
import type { UseMode } from '../../vocabulary/ai-system.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, Reply, State } from '../command.ts';
import { inTheFuture, momentNamed, timeOf, unfit } from '../refusal.ts';
import { drawsForPerson, identifierFor, personFor } from '../subject/person-for.ts';
import { declaredKeys, judgedBy } from './judged.ts';

const draws = { use: 'use', ...drawsForPerson } as const;

export interface RecordUse extends QuestionBody {
  readonly mode?: UseMode;
  /** For a report: when it happened, RFC 3339. */
  readonly occurredAt?: string;
  /** The service's own name for this use. */
  readonly reference?: string;
  /** The language of the explanations. */
  readonly language: string;
}

interface RecordedUse {
  readonly id: string;
  /** Absent where the person was erased: then the fact stands and the answer is a refusal. */
  readonly evaluation?: Evaluation;
  readonly mode: UseMode;
  readonly explanation?: ReasonExplanation;
}

type UseCommand = Command<RecordUse, typeof draws>;

function decide(state: State, command: UseCommand, now: Instant): Decided<RecordedUse> | Problem {
  return command.input.mode === 'report' ? decideReport(state, command, now) : decideRequest(state, command, now);
}

function decideRequest(state: State, command: UseCommand, now: Instant): Decided<RecordedUse> {
  const { input } = command;
  const person = state.person(identifierFor(input, command.caller));
  const evaluation = evaluate(state.registry, person, questionOf(input, state.defaultRegime), now);
  if (person.found === 'known') return recorded(command, evaluation, { subject: person.subject, facts: [] });
  if (!evaluation.allowed || person.found === 'erased') return recordedAboutNobody(state, command, evaluation);
  const created = personFor(state, command, false);
  return isProblem(created)
    ? recordedAboutNobody(state, command, evaluation)
    : recorded(command, { ...evaluation, subject: created.subject }, created);
}

/** What is kept of the question in the person's own record. */
const questionKept = (input: RecordUse, evaluation: Evaluation) => ({
  v: 1 as const,
  aiSystem: input.aiSystem,
  purpose: input.purpose,
  dataCategories: [...evaluation.categories],
  ...defined({ context: input.context, reference: input.reference }),
});

function recorded(
  command: UseCommand,
  evaluation: Evaluation,
  about: { readonly subject: string; readonly facts: readonly NewFact[] },
): Decided<RecordedUse> {
  const id = command.ids.use;
  const kept = { ...questionKept(command.input, evaluation), ...judgedBy(evaluation) };
  const { obligations, notice } = evaluation;
  const allowed = { ...kept, obligations: [...obligations], ...(notice === null ? {} : { notice }) };
  const { subject } = about;
  const fact: NewFact = evaluation.allowed
    ? { id, kind: 'use.allowed', subject, payload: allowed }
    : { id, kind: 'use.refused', subject, payload: kept };
  return { facts: [...about.facts, fact], result: answered(command, evaluation, 'request'), main: id };
}

const answered = (command: UseCommand, evaluation: Evaluation, mode: UseMode): RecordedUse => ({
  id: command.ids.use,
  evaluation,
  mode,
  explanation: explainReason(command.input.language, evaluation.reason),
});

function recordedAboutNobody(state: State, command: UseCommand, evaluation: Evaluation): Decided<RecordedUse> {
  const id = command.ids.use;
  const { allowed, reason, basis } = evaluation;
  const { aiSystem, purpose } = command.input;
  if (allowed && basis === null) throw new Error('nothing is allowed without a legal basis');
  const fact: NewFact =
    basis !== null && allowed
      ? { id, kind: 'use.allowed', payload: { v: 1, aiSystem, purpose, reason, basis } }
      : { id, kind: 'use.refused', payload: { v: 1, ...declaredKeys(state.registry, command.input), reason } };
  return {
    facts: [fact],
    result: answered(command, evaluation, 'request'),
    main: id,
  };
}

function decideReport(state: State, command: UseCommand, now: Instant): Decided<RecordedUse> | Problem {
  const { input } = command;
  const occurredAt = momentNamed(input.occurredAt, now);
  if (occurredAt === undefined)
    return unfit('/occurredAt', 'required', {
      message: 'A report has to say when it happened.',
      fix: 'Send occurredAt, or ask with mode "request".',
    });
  const future = inTheFuture(input.occurredAt, now, '/occurredAt');
  if (future !== undefined) return future;
  const person = state.person(identifierFor(input, command.caller));
  if (person.found === 'erased') return reportedAboutErased(state, command, { mark: person.mark, occurredAt });
  const about = personFor(state, command, false);
  if (isProblem(about)) return about;
  const evaluation = {
    ...evaluateAsOf(state.registry, person, questionOf(input, state.defaultRegime), occurredAt),
    subject: about.subject,
  };
  const id = command.ids.use;
  const payload = {
    ...questionKept(input, evaluation),
    ...judgedBy(evaluation),
    covered: evaluation.allowed,
    occurredAt: timeOf(occurredAt),
  };
  return {
    facts: [...about.facts, { id, kind: 'use.reported', subject: about.subject, payload }],
    result: answered(command, evaluation, 'report'),
    main: id,
  };
}

function reportedAboutErased(
  state: State,
  command: UseCommand,
  of: { readonly mark: ErasedPerson['mark']; readonly occurredAt: Instant },
): Decided<RecordedUse> {
  const id = command.ids.use;
  const when = of.occurredAt < of.mark.at ? 'before-erasure' : 'after-erasure';
  const day = dayOf(of.occurredAt);
  const payload = { v: 1, ...declaredKeys(state.registry, command.input), day, when } as const;
  return { facts: [{ id, kind: 'use.reported', payload }], result: { id, mode: 'report' }, main: id };
}

function reply(result: RecordedUse, entry: unknown): Reply {
  const { id, evaluation, mode, explanation } = result;
  if (evaluation === undefined || explanation === undefined) return { status: 410, body: problem('subject-erased') };
  const verdict = mode === 'report' ? { covered: evaluation.allowed } : { allowed: evaluation.allowed };
  return {
    status: 201,
    body: { id, ...verdict, recorded: true, ...shownEvaluation(evaluation, explanation), ...defined({ entry }) },
  };
}

export const recordUse: CommandRule<RecordUse, RecordedUse, typeof draws> = {
  kind: 'use.record',
  draws: () => draws,
  keys: (input, caller) => ({
    people: [identifierFor(input, caller)],
    registry: 'read',
    ...(input.mode === 'report' ? { history: true } : {}),
  }),
  decide,
  reply,
};
