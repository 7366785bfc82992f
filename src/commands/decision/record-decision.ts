/**
 * A service reports an automated decision with everything it was made from.
 * Flow:    http (POST /v1/automated-decisions), import → here → evaluation → fact `decision.recorded`.
 * Promise: kept exactly as reported. It is judged as of the moment it was made, or by the recorded use that it names;
 *          the answer says whether a permission was on record, never that the decision was lawful. Where its AI system
 *          has published a catalogue of reasons, reasons that a person could do nothing with are refused.
 * Source:  docs/design.md 6, 7 and 8.1; GDPR 22.
 */

import { evaluateAsOf } from '../../evaluation/evaluate.ts';
import type { PersonState } from '../../evaluation/person.ts';
import { questionOf } from '../../evaluation/question.ts';
import { versionNamed } from '../../evaluation/registry.ts';
import type { DecisionRecorded, DecisionReport } from '../../facts/decision.ts';
import type { FactOf, Instant, NewFact, RecordedFact } from '../../facts/fact.ts';
import type { Calendar } from '../../law/law.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { inTheFuture, momentNamed, timeOf, unfit } from '../refusal.ts';
import { drawsForPerson, identifierFor, type PersonFor, personFor, regimesFor } from '../subject/person-for.ts';
import { declaredKeys, judgedBy } from '../use/judged.ts';
import { aboutChild } from './about-child.ts';
import { adverseNoticeOwed, drawsForAdverse, tellAdverse } from './adverse-outcome.ts';
import { humanPart, keysOfNamed, staffIn, unfitSuccessor } from './named-in-report.ts';
import { notTold } from './not-told.ts';
import { qualityOf } from './quality.ts';
import { reasonFaults } from './reason-faults.ts';
import { unknownRecipients } from './score-supplied.ts';
import { drawsForWaiting, plainCalendar, waitsForHuman } from './waits-for-human.ts';

const draws = { decision: 'dec', ...drawsForWaiting, ...drawsForAdverse, ...drawsForPerson } as const;

/** Labels are maps by language; the edge has turned plain strings into English. */
export interface RecordDecision extends DecisionReport {
  readonly subject: string;
  /** Where the controller counts its days; set by the edge. */
  readonly calendar?: Calendar;
}

interface RecordedDecision {
  readonly id: string;
  /** Absent where the person was erased. */
  readonly receipt?: {
    readonly subject: string;
    readonly covered: boolean;
    readonly reason: string;
    readonly quality: readonly string[];
    /** `pending` where it waits for a human, with the review it waits for. */
    readonly effect: { readonly state: 'pending' | 'effective'; readonly review: string | null };
    /** Where law wants the person told of an outcome against them. */
    readonly adverseNotice: AdverseReceipt | null;
  };
}

interface AdverseReceipt {
  readonly dueAt: string;
  readonly message: string | null;
  readonly state: 'pending' | 'written';
}

type Judged = ReturnType<typeof judgedBy> & { readonly covered: boolean };

function decide(
  state: State,
  command: Command<RecordDecision, typeof draws>,
  now: Instant,
): Decided<RecordedDecision> | Problem {
  const { input } = command;
  const future = inTheFuture(input.decidedAt, now, '/decidedAt');
  if (future !== undefined) return future;
  const decidedAt = momentNamed(input.decidedAt, now) ?? now;
  const person = state.person(identifierFor(input, command.caller));
  if (person.found === 'erased') return aboutErased(state, command, { erasedAt: person.mark.at, decidedAt });
  const about = personFor(state, command, false);
  if (isProblem(about)) return about;
  const judged =
    input.use === undefined
      ? judgedAsOf(state, person, { input, decidedAt })
      : judgedByUse(state, input, { use: input.use, subject: about.subject });
  if (isProblem(judged)) return judged;
  const humanInvolvement = humanPart(state, input);
  if (isProblem(humanInvolvement)) return humanInvolvement;
  const misfit = unfitSuccessor(state, input, about.subject);
  if (misfit !== undefined) return misfit;
  const system = versionNamed(state.registry.aiSystems.get(input.aiSystem), {
    version: judged.aiSystemVersion,
    on: decidedAt,
  });
  const reported = { decision: input, system, decidedAt };
  const faults = system?.body.reasonCatalogue === undefined ? [] : reasonFaults(reported);
  if (faults.length > 0) return problem('validation-failed', undefined, faults.slice(0, 100));
  const unknown = unknownRecipients(state.registry, input);
  if (unknown !== undefined) return unknown;
  const made = { input, system, person, regimes: regimesFor(about.standing, state), decidedAt };
  const purpose = versionNamed(state.registry.purposes.get(input.purpose), {
    version: judged.purposeVersion,
    on: decidedAt,
  });
  const quality = [...qualityOf(reported), ...aboutChild({ ...made, purpose }), ...notTold(made)];
  const { subject: _named, calendar: _days, ...report } = input;
  const payload = { v: 1 as const, ...report, humanInvolvement, decidedAt: timeOf(decidedAt), ...judged, quality };
  return recorded(state, { about, payload, command }, now);
}

interface Recording {
  readonly about: PersonFor;
  readonly payload: DecisionRecorded;
  readonly command: Command<RecordDecision, typeof draws>;
}

/** The decision, the review it waits for, and what the person is told of an outcome against them. */
function recorded(state: State, { about, payload, command }: Recording, now: Instant): Decided<RecordedDecision> {
  const { ids, caller, input } = command;
  const { subject } = about;
  const id = ids.decision;
  const owed = adverseNoticeOwed(state, {
    decision: payload,
    regimes: regimesFor(about.standing, state),
    calendar: input.calendar ?? plainCalendar,
  });
  const kept = owed === undefined ? payload : { ...payload, adverseNotice: owed };
  const decision = { id, subject, actor: caller.actor, payload };
  const waits = waitsForHuman(
    state,
    { decision, what: payload.what, aiRole: payload.aiRole, ids, calendar: input.calendar },
    now,
  );
  const isPending = waits.review !== undefined;
  const told =
    owed === undefined || isPending ? [] : [tellAdverse(state, about, { message: ids.adverse, id, decision: payload })];
  const effect = { state: isPending ? 'pending' : 'effective', review: waits.review ?? null } as const;
  const adverseNotice: AdverseReceipt | null =
    owed === undefined
      ? null
      : { dueAt: owed.dueAt, message: told[0]?.fact.id ?? null, state: isPending ? 'pending' : 'written' };
  const receipt = {
    subject,
    covered: payload.covered,
    reason: payload.reason,
    quality: payload.quality,
    effect,
    adverseNotice,
  };
  const fact: NewFact = { id, kind: 'decision.recorded', subject, payload: kept };
  const facts = [...about.facts, fact, ...waits.facts, ...told.map((each) => each.fact)];
  return { facts, result: { id, receipt }, effects: [...waits.effects, ...told.map((each) => each.effect)], main: id };
}

/** The whole table as of the moment of the decision, for the kinds of data that went in. */
function judgedAsOf(
  state: State,
  person: PersonState,
  about: { readonly input: RecordDecision; readonly decidedAt: Instant },
): Judged {
  const { input, decidedAt } = about;
  const categories = [...new Set(input.inputs.map((each) => each.category))];
  const { subject, aiSystem, purpose } = input;
  const question = questionOf(
    { subject, aiSystem, purpose, ...(categories.length === 0 ? {} : { dataCategories: categories }) },
    state.defaultRegime,
  );
  const evaluation = evaluateAsOf(state.registry, person, question, decidedAt);
  return { ...judgedBy(evaluation), covered: evaluation.allowed };
}

type UseFact = FactOf<'use.allowed' | 'use.refused' | 'use.reported'> & { readonly subject: string };

/** A recorded use of a person; one about nobody is none that a decision about a person could rest on. */
function useOf(fact: RecordedFact | undefined): UseFact | undefined {
  switch (fact?.kind) {
    case 'use.allowed':
    case 'use.refused':
    case 'use.reported':
      return fact.subject === undefined ? undefined : fact;
    default:
      return undefined;
  }
}

/** The use it rests on has to be one of the same person, AI system and purpose. */
function judgedByUse(
  state: State,
  input: RecordDecision,
  { use: named, subject }: { readonly use: string; readonly subject: string },
): Judged | Problem {
  const use = useOf(state.fact(named));
  const fits =
    use?.subject === subject && use.payload.aiSystem === input.aiSystem && use.payload.purpose === input.purpose;
  if (!fits) {
    return unfit('/use', 'use-does-not-fit', {
      message: 'No such use of this person, AI system and purpose is recorded.',
      fix: 'Name the id of the use, or leave it out.',
    });
  }
  const { reason, basis, bases, evidence, assumptions, purposeVersion, aiSystemVersion } = use.payload;
  return {
    reason,
    ...defined({ basis }),
    bases,
    evidence: [...evidence, { kind: use.kind, id: use.id }],
    assumptions,
    ...defined({ purposeVersion, aiSystemVersion }),
    covered: isCovered(use),
  };
}

const isCovered = (use: UseFact): boolean =>
  use.kind === 'use.allowed' || (use.kind === 'use.reported' && use.payload.covered);

function aboutErased(
  state: State,
  command: Command<RecordDecision, typeof draws>,
  of: { readonly erasedAt: Instant; readonly decidedAt: Instant },
): Decided<RecordedDecision> {
  const id = command.ids.decision;
  const when = of.decidedAt < of.erasedAt ? 'before-erasure' : 'after-erasure';
  const day = dayOf(of.decidedAt);
  const payload = { v: 1, ...declaredKeys(state.registry, command.input), day, when } as const;
  return { facts: [{ id, kind: 'decision.reported', payload }], result: { id }, main: id };
}

export const recordDecision: CommandRule<RecordDecision, RecordedDecision, typeof draws> = {
  kind: 'decision.record',
  draws: () => draws,
  keys: (input, caller) => {
    const { facts = [], ...named } = keysOfNamed(input);
    const rests = input.use === undefined ? facts : [...facts, input.use];
    return {
      ...named,
      people: [identifierFor(input, caller), ...staffIn(input)],
      history: true,
      registry: 'read',
      facts: rests,
    };
  },
  decide,
  reply: ({ id, receipt }, entry) =>
    receipt === undefined
      ? { status: 410, body: problem('subject-erased') }
      : { status: 201, body: { id, ...receipt, ...defined({ entry }) } },
};
