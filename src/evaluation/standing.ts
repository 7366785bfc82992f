/**
 * How a person's acts become their standing: the newest effective choice for each purpose, and the limits that stand.
 * Flow:    views (one recorded act after the other) and reports (the acts up to a moment) → here → evaluate.
 * Promise: each no raises a bar that only a later yes passes, so that a late or replayed message MUST NOT revive a
 *          consent; folding one act at a time and folding all at once give the same standing.
 * Source:  docs/design.md 7.
 */

import type { Instant } from '../facts/fact.ts';
import { defined } from '../vocabulary/defined.ts';
import type { LimitKind } from '../vocabulary/limit.ts';
import { type AgeBand, nextAgeBand } from '../vocabulary/person.ts';
import type { Act, Choice, ConsentAct, DescribedAct, LimitAct, LimitState, Standing } from './person.ts';
import { emptyStanding } from './person.ts';
import { withShown } from './shown-notice.ts';

/** When it happened; when it was recorded where nothing was said. */
export const momentOf = (act: { readonly at: Instant; readonly occurredAt?: Instant }): Instant =>
  act.occurredAt ?? act.at;

/** The age band on that moment: one that has run out has moved on by one step. */
export const ageBandOn = (
  { ageBand, ageBandUntil }: Pick<Standing, 'ageBand' | 'ageBandUntil'>,
  on: Instant,
): AgeBand | undefined =>
  ageBand !== undefined && ageBandUntil !== undefined && ageBandUntil <= on ? nextAgeBand[ageBand] : ageBand;

/** One limit is one kind on one purpose (or all) for some kinds of data (or all). */
export function limitKey(limit: LimitKind, purpose?: string, categories?: readonly string[]): string {
  return `${limit} ${purpose ?? '*'} ${categories === undefined ? '*' : [...categories].sort().join(',')}`;
}

const later = (one: Instant | undefined, other: Instant | undefined): Instant =>
  Math.max(one ?? Number.NEGATIVE_INFINITY, other ?? Number.NEGATIVE_INFINITY);

/** An undated message passes where no bar stands; where one does, only what is known to have happened later passes. */
function passes(
  bar: Instant | undefined,
  act: { readonly at: Instant; readonly occurredAt?: Instant; readonly dated: boolean },
): boolean {
  return bar === undefined || (act.dated && momentOf(act) > bar);
}

/** Would this `given` count? The command asks before it is recorded, the fold when it is. */
export const givenCounts = (
  choice: Choice | undefined,
  act: { readonly at: Instant; readonly occurredAt?: Instant; readonly dated: boolean },
): boolean => passes(choice?.bar, act);

/** Would this lift end the limit? */
export const liftCounts = (
  limit: LimitState | undefined,
  act: { readonly at: Instant; readonly occurredAt?: Instant; readonly dated: boolean },
): boolean => limit?.set !== undefined && passes(limit.bar, act);

/** A yes of the person, or of a parent for them, ends an objection; one of an agent does not. */
function afterGiven(choice: Choice, act: ConsentAct): Choice {
  const latestGiven = later(choice.latestGiven, momentOf(act));
  if (act.void === true || !givenCounts(choice, act)) return { ...choice, latestGiven };
  if (choice.newest?.what === 'given' && momentOf(choice.newest) > momentOf(act)) return { ...choice, latestGiven };
  if (act.by === 'agent') return { ...choice, latestGiven, newest: act };
  const { objection, optOut, ...rest } = choice;
  return { ...rest, latestGiven, newest: act };
}

/**
 * A no without effect (on a contract, say) is no choice, but it raises the bar, so an older yes is gone all the same.
 */
function afterNo(choice: Choice, act: ConsentAct): Choice {
  const bar = later(choice.bar, later(momentOf(act), choice.latestGiven));
  const { newest, ...rest } = choice;
  if (act.effect === 'none')
    return newest === undefined || newest.what === 'given' ? { ...rest, bar } : { ...rest, bar, newest };
  return {
    ...rest,
    bar,
    newest: act,
    ...(act.effect === 'objection' ? { objection: act } : {}),
    ...(act.effect === 'opt-out' ? { optOut: act } : {}),
  };
}

/** The signal of a browser that is sent again while it stands says nothing new: a yes given since goes on to count. */
const isRepeated = ({ set }: LimitState, act: LimitAct): boolean => act.source === 'gpc' && set?.source === 'gpc';

function afterLimit(limit: LimitState, act: LimitAct): LimitState {
  const { set, ...rest } = limit;
  if (act.what === 'set') {
    if (isRepeated(limit, act)) return limit;
    const signal = act.source === 'gpc' ? { signalAt: momentOf(act) } : {};
    return { ...rest, ...signal, bar: later(limit.bar, later(momentOf(act), limit.latestLifted)), set: act };
  }
  const latestLifted = later(limit.latestLifted, momentOf(act));
  return set === undefined || liftCounts(limit, act) ? { ...rest, latestLifted } : { ...rest, latestLifted, set };
}

/** What a description says is said anew as a whole; whatever else stands, stays as it is. */
function afterDescription(standing: Standing, act: DescribedAct): Standing {
  const { regimes: _said, ageBand: _age, ageBandUntil: _until, language: _spoken, ...stays } = standing;
  return {
    ...stays,
    regimes: act.regimes,
    ...defined({ ageBand: act.ageBand, ageBandUntil: act.ageBandUntil, language: act.language }),
  };
}

/** A purpose may be called `constructor`. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The choice about one purpose, if there is any. */
export const choiceFor = (standing: Standing, purpose: string): Choice | undefined => own(standing.choices, purpose);

/** The standing after one more act; acts come in the order of their `n`. */
export function applyAct(standing: Standing, act: Act): Standing {
  switch (act.what) {
    case 'described':
      return afterDescription(standing, act);
    case 'shown':
      return { ...standing, shown: withShown(standing.shown ?? {}, act) };
    case 'set':
    case 'lifted': {
      const key = limitKey(act.limit, act.purpose, act.categories);
      return { ...standing, limits: { ...standing.limits, [key]: afterLimit(own(standing.limits, key) ?? {}, act) } };
    }
    default: {
      const choice = own(standing.choices, act.purpose) ?? {};
      return {
        ...standing,
        choices: {
          ...standing.choices,
          [act.purpose]: act.what === 'given' ? afterGiven(choice, act) : afterNo(choice, act),
        },
      };
    }
  }
}

const byNumber = (one: Act, other: Act): number => one.n - other.n;
const byMoment = (one: Act, other: Act): number => momentOf(one) - momentOf(other) || one.n - other.n;

/** The standing that these acts give, whatever order they are handed over in. */
export const standingOf = (acts: readonly Act[]): Standing => [...acts].sort(byNumber).reduce(applyAct, emptyStanding);

/**
 * The standing at an earlier moment: what had happened until then, in the order in which it happened. A later no does
 * not reach back. Where nothing had been said about the person yet, the first description counts.
 */
export function standingAsOf(acts: readonly Act[], on: Instant): Standing {
  const happened = acts
    .filter((act) => momentOf(act) <= on)
    .sort(byMoment)
    .map((act, place): Act => ({ ...act, n: place + 1 }));
  const standing = happened.reduce(applyAct, emptyStanding);
  if (happened.some((act) => act.what === 'described')) return standing;
  const first = acts.filter((act) => act.what === 'described').sort(byNumber)[0];
  return first === undefined ? standing : applyAct(standing, first);
}
