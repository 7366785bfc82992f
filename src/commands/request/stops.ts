/**
 * The no that a request says: which limit or withdrawal its kind asks for, recorded in the commit that opens it.
 * Flow:    open.ts, step-stops.ts → here → facts `limit.set`, `consent.withdrawn`.
 * Promise: a no counts from the answer on, whoever answers the request and whenever; what stands already is not set
 *          twice, and the request says since when it stands.
 * Source:  GDPR 7(3), 18, 21; 11 CCR 7026, 7027, 7221; docs/design.md 8.1; decision 0023.
 */
import { isLiftedByOwnYes } from '../../evaluation/case.ts';
import { effectOfNo, restsAnywhereOnConsent } from '../../evaluation/effect.ts';
import type { LimitState, Standing } from '../../evaluation/person.ts';
import { inForceOrFirst, type Purpose } from '../../evaluation/registry.ts';
import { limitSpeaksOf } from '../../evaluation/rows/limits.ts';
import { choiceFor, limitKey, momentOf } from '../../evaluation/standing.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { Stopped } from '../../facts/request.ts';
import type { ActWarning } from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { limitsAskedBy, saysNo, stopsWhileWaiting } from '../../vocabulary/request-limits.ts';
import type { Caller, State } from '../command.ts';
import { proofOf } from '../consent/proof.ts';
import { timeOf, unfit } from '../refusal.ts';
import { isOwnCall, type PersonFor, regimesFor } from '../subject/person-for.ts';

export interface NoAsked {
  readonly kind: RequestKind;
  /** Left out: everything that the kind covers. */
  readonly purpose?: string;
  /** Only for a restriction. */
  readonly dataCategories?: readonly string[];
}

/** How many consents one request can take back; whoever gave more names them one by one. */
const mostConsents = 1000;

/** The ids that a no needs. */
export function drawsForStops({ kind, purpose }: NoAsked): { limit: string; consents: readonly string[] } {
  const all = kind === 'consent-withdrawal' && purpose === undefined;
  return { limit: 'lim', consents: saysNo(kind) ? Array<string>(all ? mostConsents : 1).fill('con') : [] };
}

interface Stopping {
  readonly about: PersonFor;
  readonly caller: Caller;
  readonly request: string;
  readonly ids: { readonly limit: string; readonly consents: readonly string[] };
  /** When it was said, where that was before now. */
  readonly saidAt?: Instant;
  readonly now: Instant;
}

export interface Stops {
  readonly facts: readonly NewFact[];
  readonly stopped: readonly Stopped[];
  readonly warnings: readonly ActWarning[];
}

/** What a member of the body names that its kind does not know. */
function unfitNo({ kind, purpose, dataCategories }: NoAsked, published: Purpose | undefined): Problem | undefined {
  if (dataCategories !== undefined && kind !== 'restriction')
    return unfit('/dataCategories', 'only-for-restriction', {
      message: 'Only a restriction can name kinds of data.',
      fix: 'Leave dataCategories out.',
    });
  if (purpose === undefined) return undefined;
  if (!saysNo(kind))
    return unfit('/purpose', 'not-for-this-kind', {
      message: 'A request of this kind names no purpose.',
      fix: 'Leave purpose out.',
    });
  if (published === undefined)
    return unfit('/purpose', 'unknown-purpose', {
      message: 'No such purpose is published.',
      fix: 'Name a published purpose, or leave it out.',
    });
  const limit = limitsAskedBy[kind];
  return limit === undefined || limitSpeaksOf(published, limit)
    ? undefined
    : unfit('/purpose', 'not-covered', {
        message: 'A request of this kind cannot stop this purpose.',
        fix: 'Leave purpose out to stop all that it covers, or ask with the kind objection.',
      });
}

/** Does a later yes of the person's own stand against this limit, so that it does not stop everything any more? */
function isAnswered(limit: LimitState, standing: Standing): boolean {
  const purpose = limit.set?.purpose;
  const choices = purpose === undefined ? Object.values(standing.choices) : [choiceFor(standing, purpose)];
  return choices.some((choice) => choice?.newest?.what === 'given' && isLiftedByOwnYes(choice.newest, limit));
}

function stopByLimit(asked: NoAsked, kind: LimitKind, stopping: Stopping): Stops {
  const { about, caller, request, ids, saidAt, now } = stopping;
  const dataCategories = asked.dataCategories === undefined ? undefined : [...asked.dataCategories].sort();
  const of = { kind, ...defined({ purpose: asked.purpose, dataCategories }) };
  const key = limitKey(kind, asked.purpose, dataCategories);
  const standing = Object.hasOwn(about.standing.limits, key) ? about.standing.limits[key] : undefined;
  if (standing?.set !== undefined && !isAnswered(standing, about.standing)) {
    const since = timeOf(momentOf(standing.set));
    return { facts: [], stopped: [{ ...of, fact: standing.set.id, since, already: true }], warnings: [] };
  }
  const occurredAt = saidAt === undefined ? undefined : timeOf(saidAt);
  const channel = isOwnCall(caller) ? 'self' : caller.actor.role;
  const fact: NewFact = {
    id: ids.limit,
    kind: 'limit.set',
    subject: about.subject,
    payload: { v: 1, ...of, ...defined({ occurredAt }), channel, source: 'request', request },
  };
  return { facts: [fact], stopped: [{ ...of, fact: fact.id, since: timeOf(saidAt ?? now) }], warnings: [] };
}

function withdraw(state: State, purpose: Purpose, stopping: Stopping & { readonly id: string }): Stops {
  const { about, caller, request, saidAt, now, id } = stopping;
  const choosing = choosingOf(state, purpose, stopping);
  const { effect, warnings } = effectOfNo(choosing);
  const input = { subject: about.subject, purpose: purpose.key, state: 'withdrawn' as const };
  const proof = proofOf({ input, caller, choosing, shown: undefined, occurredAt: saidAt, effect, warnings });
  if (proof.kind === 'consent.given') throw new Error('a withdrawal is no consent');
  return {
    facts: [{ id, subject: about.subject, kind: proof.kind, payload: { ...proof.payload, request } }],
    stopped: [{ kind: 'consent', purpose: purpose.key, fact: id, since: timeOf(saidAt ?? now) }],
    warnings,
  };
}

const choosingOf = (state: State, purpose: Purpose, { about, now }: Pick<Stopping, 'about' | 'now'>) => ({
  purpose,
  regimes: regimesFor(about.standing, state),
  standing: about.standing,
  suppressions: about.suppressions,
  on: now,
});

/** Every purpose with a consent that stands, by name. */
export const agreedTo = ({ choices }: Standing): readonly string[] =>
  Object.keys(choices)
    .filter((purpose) => choices[purpose]?.newest?.what === 'given')
    .sort();

const merged = (all: readonly Stops[]): Stops => ({
  facts: all.flatMap(({ facts }) => facts),
  stopped: all.flatMap(({ stopped }) => stopped),
  warnings: [...new Set(all.flatMap(({ warnings }) => warnings))],
});

function withdrawEach(state: State, purposes: readonly string[], stopping: Stopping): Stops | Problem {
  const { ids, now } = stopping;
  if (purposes.length > ids.consents.length)
    return unfit('/purpose', 'required', {
      message: 'These are too many consents to take back at once.',
      fix: 'Name the purposes one by one.',
    });
  return merged(
    purposes.flatMap((key, place) => {
      const purpose = inForceOrFirst(state.registry.purposes.get(key), now);
      const id = ids.consents[place];
      return purpose === undefined || id === undefined ? [] : withdraw(state, purpose, { ...stopping, id });
    }),
  );
}

/**
 * Does no yes stand here, while one from before that a service reports late would count? Nothing of it where a no of
 * the same time or a later one keeps it out already.
 */
function mayComeLate(state: State, purpose: Purpose, stopping: Stopping): boolean {
  const { about, saidAt, now } = stopping;
  const { bar = Number.NEGATIVE_INFINITY, newest } = choiceFor(about.standing, purpose.key) ?? {};
  if (newest?.what === 'given' || bar >= (saidAt ?? now)) return false;
  return restsAnywhereOnConsent(choosingOf(state, purpose, stopping));
}

/** Everything is taken back, also what nobody has told us of yet; the request lists what stood. */
function withdrawAll(state: State, stopping: Stopping): Stops | Problem {
  const agreed = agreedTo(stopping.about.standing);
  const late = [...state.registry.purposes].flatMap(([key, versions]) => {
    const purpose = inForceOrFirst(versions, stopping.now);
    return purpose !== undefined && mayComeLate(state, purpose, stopping) ? [key] : [];
  });
  const all = withdrawEach(state, [...agreed, ...late], stopping);
  if (isProblem(all)) return all;
  return { ...all, stopped: all.stopped.filter(({ purpose = '' }) => agreed.includes(purpose)) };
}

/** An objection to one purpose is no yes to it either, and says where nothing but a law or contract goes on. */
function objectTo(state: State, purpose: Purpose, stopping: Stopping): Stops {
  const { about } = stopping;
  const [id] = stopping.ids.consents;
  if (id !== undefined && choiceFor(about.standing, purpose.key)?.newest?.what === 'given')
    return withdraw(state, purpose, { ...stopping, id });
  if (id !== undefined && mayComeLate(state, purpose, stopping))
    return { ...withdraw(state, purpose, { ...stopping, id }), stopped: [] };
  return { facts: [], stopped: [], warnings: effectOfNo(choosingOf(state, purpose, stopping)).warnings };
}

/** What the request stops, or why it names something that it cannot. Nothing for the other kinds. */
export function stopsOf(state: State, asked: NoAsked, stopping: Stopping): Stops | Problem {
  const { kind, purpose: key } = asked;
  const purpose = key === undefined ? undefined : inForceOrFirst(state.registry.purposes.get(key), stopping.now);
  const wrong = unfitNo(asked, purpose);
  if (wrong !== undefined) return wrong;
  if (kind === 'consent-withdrawal')
    return key === undefined ? withdrawAll(state, stopping) : withdrawEach(state, [key], stopping);
  const limit = limitsAskedBy[kind] ?? stopsWhileWaiting(kind);
  if (limit === undefined) return merged([]);
  const set = stopByLimit(asked, limit, stopping);
  return kind === 'objection' && purpose !== undefined ? merged([set, objectTo(state, purpose, stopping)]) : set;
}

/** Does what the request stopped still stand? A person may have lifted it since, or said yes again. */
export function stillStands({ kind, purpose, dataCategories }: Stopped, standing: Standing): boolean {
  if (kind === 'consent') return purpose !== undefined && choiceFor(standing, purpose)?.newest?.what !== 'given';
  const key = limitKey(kind, purpose, dataCategories);
  const limit = Object.hasOwn(standing.limits, key) ? standing.limits[key] : undefined;
  return limit?.set !== undefined && !(purpose !== undefined && isAnswered(limit, standing));
}
