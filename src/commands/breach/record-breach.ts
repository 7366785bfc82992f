/**
 * A breach is recorded, and what was found, told and decided about it since.
 * Flow:    http (POST /v1/breaches, …/notes, …/told, …/not-told), console → here → facts `breach.…`.
 * Promise: nothing is overwritten or removed. Whoever tells the authority later than law wants it says why; whoever
 *          does not tell somebody names the ground that the law has for it.
 * Source:  GDPR 33, 34; decision 0117.
 */
import type { FactOf, Instant } from '../../facts/fact.ts';
import { breachDueAt } from '../../law/breach-clocks.ts';
import {
  type BreachGround,
  type BreachParty,
  type BreachScope,
  type BreachTopic,
  breachGrounds,
} from '../../vocabulary/breach.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { CommandRule, State } from '../command.ts';
import { inTheFuture, unfit } from '../refusal.ts';

interface Recorded {
  readonly id: string;
}

const scopeOf = ({ from, to, aiSystems, purposes, dataCategories }: BreachScope) =>
  defined({
    from,
    to,
    aiSystems: aiSystems === undefined ? undefined : [...aiSystems],
    purposes: purposes === undefined ? undefined : [...purposes],
    dataCategories: dataCategories === undefined ? undefined : [...dataCategories],
  });

/** People are found by these, so a key that nobody declared would find nobody. */
function unfitScope(
  { registry }: State,
  { from, to, aiSystems = [], purposes = [] }: BreachScope,
): Problem | undefined {
  const system = aiSystems.findIndex((key) => !registry.aiSystems.has(key));
  if (system !== -1)
    return unfit(`/aiSystems/${system}`, 'unknown-ai-system', {
      message: 'Nobody declared this AI system.',
      fix: 'Name one that was declared, or none.',
    });
  const purpose = purposes.findIndex((key) => !registry.purposes.has(key));
  if (purpose !== -1)
    return unfit(`/purposes/${purpose}`, 'unknown-purpose', {
      message: 'Nobody published this purpose.',
      fix: 'Name one that was published, or none.',
    });
  return unfitSpan({ from, to, isToNamed: true });
}

interface Span {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** False where only the beginning is named now, and the end stands on record. */
  readonly isToNamed: boolean;
}

function unfitSpan({ from, to, isToNamed }: Span): Problem | undefined {
  if (from === undefined || to === undefined || from <= to) return undefined;
  return isToNamed
    ? unfit('/to', 'before-from', { message: 'This lies before the beginning.', fix: 'Name a later moment.' })
    : unfit('/from', 'before-from', {
        message: 'The end on record lies before this beginning.',
        fix: 'Name an earlier moment, or a later end with it.',
      });
}

/** The time that stands once this is noted: the last that was named of each, which may be the earlier one. */
const spanAfter = (recorded: readonly FactOf<'breach.recorded' | 'breach.noted'>[], named: BreachScope): Span => ({
  from: named.from ?? recorded.findLast(({ payload }) => payload.from !== undefined)?.payload.from,
  to: named.to ?? recorded.findLast(({ payload }) => payload.to !== undefined)?.payload.to,
  isToNamed: named.to !== undefined,
});

interface RecordBreach extends BreachScope {
  readonly what: string;
  readonly noticedAt: string;
  readonly regimes: readonly string[];
}

const drawsBreach = { breach: 'brc' } as const;

export const recordBreach: CommandRule<RecordBreach, Recorded, typeof drawsBreach> = {
  kind: 'breach.record',
  draws: () => drawsBreach,
  keys: () => ({ registry: 'read' }),
  decide(state, { input, ids }, now) {
    const fault = inTheFuture(input.noticedAt, now, '/noticedAt') ?? unfitScope(state, input);
    if (fault !== undefined) return fault;
    const { what, noticedAt, regimes } = input;
    const payload = { v: 1 as const, what, noticedAt, regimes: [...regimes], ...scopeOf(input) };
    return { facts: [{ id: ids.breach, kind: 'breach.recorded', payload }], result: { id: ids.breach } };
  },
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};

const drawsFact = { fact: 'fact' } as const;
interface OfBreach {
  readonly breach: string;
}
const replyOfStep = ({ id }: Recorded, entry: unknown) => ({ status: 201, body: { id, ...defined({ entry }) } });

interface NoteBreach extends OfBreach, BreachScope {
  readonly about: BreachTopic;
  readonly text: string;
}

export const noteBreach: CommandRule<NoteBreach, Recorded, typeof drawsFact> = {
  kind: 'breach.note',
  draws: () => drawsFact,
  keys: ({ breach }) => ({ facts: [breach], breachNotes: [breach], registry: 'read' }),
  decide(state, { input, ids }) {
    const { breach, about, text } = input;
    const found = state.fact(breach);
    if (found?.kind !== 'breach.recorded') return problem('not-found');
    const fault = unfitScope(state, input) ?? unfitSpan(spanAfter([found, ...state.breachNotes(breach)], input));
    if (fault !== undefined) return fault;
    const payload = { v: 1 as const, breach, about, text, ...scopeOf(input) };
    return { facts: [{ id: ids.fact, kind: 'breach.noted', payload }], result: { id: breach } };
  },
  reply: replyOfStep,
};

interface TellBreach extends OfBreach {
  readonly whom: BreachParty;
  readonly toldAt: string;
  readonly text: string;
  readonly lateBecause?: string;
}

function unfitTelling(input: TellBreach, { noticedAt, dueAt }: { noticedAt: string; dueAt: Instant | undefined }) {
  if (input.toldAt < noticedAt)
    return unfit('/toldAt', 'before-noticed', {
      message: 'Nobody can have been told before the breach was noticed.',
      fix: 'Name the moment at which they were told.',
    });
  const isLate = input.whom === 'authority' && dueAt !== undefined && Date.parse(input.toldAt) > dueAt;
  if (!isLate || input.lateBecause !== undefined) return undefined;
  return unfit('/lateBecause', 'required', {
    message: 'The authority was told later than the law wants it.',
    fix: 'Say why it took so long.',
  });
}

export const tellBreach: CommandRule<TellBreach, Recorded, typeof drawsFact> = {
  kind: 'breach.tell',
  draws: () => drawsFact,
  keys: ({ breach }) => ({ facts: [breach] }),
  decide(state, { input, ids }, now) {
    const found = state.fact(input.breach);
    if (found?.kind !== 'breach.recorded') return problem('not-found');
    const { noticedAt, regimes } = found.payload;
    const dueAt = breachDueAt(Date.parse(noticedAt), regimes);
    const fault = inTheFuture(input.toldAt, now, '/toldAt') ?? unfitTelling(input, { noticedAt, dueAt });
    if (fault !== undefined) return fault;
    const payload = { v: 1 as const, ...input };
    return { facts: [{ id: ids.fact, kind: 'breach.told', payload }], result: { id: input.breach } };
  },
  reply: replyOfStep,
};

interface KeepBreach extends OfBreach {
  readonly whom: BreachParty;
  readonly ground: BreachGround;
  readonly text: string;
}

export const keepBreach: CommandRule<KeepBreach, Recorded, typeof drawsFact> = {
  kind: 'breach.keep',
  draws: () => drawsFact,
  keys: ({ breach }) => ({ facts: [breach] }),
  decide(state, { input, ids }) {
    const { breach, whom, ground } = input;
    if (state.fact(breach)?.kind !== 'breach.recorded') return problem('not-found');
    const grounds: readonly string[] = breachGrounds[whom];
    if (!grounds.includes(ground))
      return unfit('/ground', 'unknown-ground', {
        message: 'The law has no such ground for not telling them.',
        fix: `Name one of ${grounds.join(', ')}.`,
      });
    const payload = { v: 1 as const, ...input };
    return { facts: [{ id: ids.fact, kind: 'breach.not-told', payload }], result: { id: breach } };
  },
  reply: replyOfStep,
};
