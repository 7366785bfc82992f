/**
 * A trace told of a model call: it belongs to a use that was permitted, or nobody had asked for it.
 * Flow:    http (POST /v1/traces) → here → facts `use.observed`, or `use.reported` and `use.uncovered`.
 * Promise: once by trace and span, however often an exporter sends it. A use of somebody else, or of another AI system
 *          or purpose, covers nothing and is told apart from an unknown one nowhere. A call that names its person and
 *          purpose stands in that person's record, too.
 * Source:  decision 0076; docs/design.md 7.
 */
import type { Instant, NewFact, RecordedFact } from '../../facts/fact.ts';
import type { UseObserved, UseUncovered } from '../../facts/span.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOf, MINUTE_MS } from '../../vocabulary/instant.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { coversCallsFor, type TracedCall, type UncoveredCause } from '../../vocabulary/span.ts';
import type { UseOutcome } from '../../vocabulary/use.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { inTheFuture, momentNamed, timeOf } from '../refusal.ts';
import { drawsForPerson } from '../subject/person-for.ts';
import { declaredKeys } from './judged.ts';
import { type RecordUse, recordUse } from './record-use.ts';

const draws = { use: 'use', ...drawsForPerson } as const;

export interface RecordSpan {
  /** The fact of this span, `span_…`; the same span has the same one always. */
  readonly span: string;
  /** The use that it says it belongs to. */
  readonly use?: string;
  /** Whom it names, and whether by a name that is ours: a borrowed one adds nobody to the record. */
  readonly subject?: { readonly identifier: string; readonly isOurs: boolean };
  readonly purpose?: string;
  /** The AI system that it names, and others that may be meant where that is none. */
  readonly aiSystem?: string;
  readonly aiSystems: readonly string[];
  readonly call: TracedCall;
  readonly outcome: UseOutcome;
  /** RFC 3339. */
  readonly occurredAt: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

/** What became of it; `known` where it was recorded before. */
interface RecordedSpan {
  readonly became: 'known' | 'observed' | 'uncovered';
}

type SpanCommand = Command<RecordSpan, typeof draws>;

/** Two clocks rarely agree. */
const drift = 5 * MINUTE_MS;

type Allowed = Extract<RecordedFact, { readonly kind: 'use.allowed' }>;

function decide(state: State, command: SpanCommand, now: Instant): Decided<RecordedSpan> | Problem {
  const { input } = command;
  if (state.fact(input.span) !== undefined) return { facts: [], result: { became: 'known' } };
  const future = inTheFuture(input.occurredAt, now, '/occurredAt');
  if (future !== undefined) return future;
  const named = input.use === undefined ? undefined : state.fact(input.use);
  const cause = causeOf(state, input, named);
  if (cause === undefined && named?.kind === 'use.allowed') return observed(input, named, now);
  return uncovered(state, command, { cause: cause ?? 'unknown-use', named, now });
}

/** Why the use that it names does not cover it; nothing where it does. */
function causeOf(state: State, input: RecordSpan, named: RecordedFact | undefined): UncoveredCause | undefined {
  if (input.use === undefined) return 'no-use-id';
  if (named?.kind !== 'use.allowed' && named?.kind !== 'use.refused') return 'unknown-use';
  if (!isAbout(state, input, named)) return 'unknown-use';
  if (named.kind === 'use.refused') return 'refused-use';
  const began = Date.parse(input.occurredAt);
  return began < named.at - drift || began > named.at + coversCallsFor ? 'other-time' : undefined;
}

/** What the span says for itself has to be what the use was asked for. */
function isAbout(state: State, input: RecordSpan, { subject, payload }: RecordedFact): boolean {
  const { aiSystem, purpose } = payload as { readonly aiSystem?: string; readonly purpose?: string };
  if (input.aiSystem !== undefined && input.aiSystem !== aiSystem) return false;
  if (input.purpose !== undefined && input.purpose !== purpose) return false;
  if (input.subject === undefined) return true;
  const person = state.person(input.subject.identifier);
  return person.found === 'known' && person.subject === subject;
}

const callMembers = ({ service, provider, model, operation }: TracedCall): TracedCall =>
  defined({ service, provider, model, operation });

function observed(input: RecordSpan, { subject, payload: asked }: Allowed, now: Instant): Decided<RecordedSpan> {
  const { span: id, use = '', outcome, duration, inputTokens, outputTokens } = input;
  const { aiSystem, purpose } = asked;
  const payload: UseObserved = {
    v: 1,
    use,
    aiSystem,
    purpose,
    ...callMembers(input.call),
    outcome,
    occurredAt: timeOf(momentNamed(input.occurredAt, now) ?? now),
    duration,
    ...defined({ inputTokens, outputTokens }),
  };
  const fact: NewFact =
    subject === undefined ? { id, kind: 'use.observed', payload } : { id, kind: 'use.observed', subject, payload };
  return { facts: [fact], result: { became: 'observed' } };
}

interface Unasked {
  readonly cause: UncoveredCause;
  readonly named: RecordedFact | undefined;
  readonly now: Instant;
}

function uncovered(state: State, command: SpanCommand, unasked: Unasked): Decided<RecordedSpan> {
  const { input } = command;
  const { cause, now } = unasked;
  const question = questionOf(state, input, unasked);
  const report = question === undefined ? undefined : recordUse.decide(state, { ...command, input: question }, now);
  const reported = report === undefined || isProblem(report) ? [] : report.facts;
  const declared = declaredKeys(state.registry, {
    aiSystem: question?.aiSystem ?? systemOf(state, input) ?? '',
    purpose: question?.purpose ?? input.purpose ?? '',
  });
  const payload: UseUncovered = {
    v: 1,
    cause,
    ...declared,
    ...callMembers(input.call),
    day: dayOf(momentNamed(input.occurredAt, now) ?? now),
    // About somebody who was erased nothing is put on record but that it came.
    reported: reported.some(({ kind, subject }) => kind === 'use.reported' && subject !== undefined),
  };
  return {
    facts: [...reported, { id: input.span, kind: 'use.uncovered', payload }],
    result: { became: 'uncovered' },
  };
}

/** The one that is named, else the first of the others that is declared. */
const systemOf = ({ registry }: State, { aiSystem, aiSystems }: RecordSpan): string | undefined =>
  aiSystem ?? aiSystems.find((key) => registry.aiSystems.has(key));

/** The report of it, where it is known whom, by what and for what; a refused use says all of that. */
function questionOf(state: State, input: RecordSpan, { cause, named }: Unasked): RecordUse | undefined {
  const refused = cause === 'refused-use' && named?.kind === 'use.refused' ? named : undefined;
  const subject = refused?.subject ?? subjectOf(state, input);
  const aiSystem = refused?.payload.aiSystem ?? systemOf(state, input);
  const purpose = refused?.payload.purpose ?? input.purpose;
  if (subject === undefined || aiSystem === undefined || purpose === undefined) return undefined;
  return { subject, aiSystem, purpose, mode: 'report', occurredAt: input.occurredAt, language: 'en' };
}

function subjectOf(state: State, { subject }: RecordSpan): string | undefined {
  if (subject === undefined) return undefined;
  return subject.isOurs || state.person(subject.identifier).found !== 'unknown' ? subject.identifier : undefined;
}

export const recordSpan: CommandRule<RecordSpan, RecordedSpan, typeof draws> = {
  kind: 'span.record',
  draws: () => draws,
  keys: ({ span, use, subject }) => ({
    people: subject === undefined ? [] : [subject.identifier],
    facts: [span, ...(use === undefined ? [] : [use])],
    registry: 'read',
    ...(subject === undefined && use === undefined ? {} : { history: true }),
  }),
  decide,
  reply: (result) => ({ status: 200, body: result }),
};
