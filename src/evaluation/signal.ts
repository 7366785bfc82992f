/**
 * The privacy signal of a person's browser: whether it stands, is still to be recorded, or was answered by the person.
 * Flow:    commands/limit, answers, http/signal.ts, rows/limits.ts → here → law (who knows the signal).
 * Promise: a signal is recorded once while it stands; it never undoes what the person chose afterwards, knowing of it.
 * Source:  11 CCR 7025(c); docs/law.md 3.7 (opt-out signals); decision 0031.
 */
import type { Instant } from '../facts/fact.ts';
import { knowsSignal } from '../law/law.ts';
import { isLiftedByOwnYes } from './case.ts';
import { type Choice, type ConsentAct, type LimitState, type PersonState, regimesOr, type Standing } from './person.ts';
import { choiceFor, limitKey, momentOf } from './standing.ts';

/** What a signal says: no sale and no sharing, whatever the purpose. */
const key = limitKey('opt-out-sale-share');

const limitOf = ({ limits }: Standing): LimitState | undefined => limits[key];
const yesOf = (choice: Choice | undefined): ConsentAct | undefined =>
  choice?.newest?.what === 'given' ? choice.newest : undefined;

/** Since when a signal stands as an opt-out. */
export function signalSince(person: PersonState): Instant | undefined {
  const set = person.found === 'known' ? limitOf(person.standing)?.set : undefined;
  return set?.source === 'gpc' ? momentOf(set) : undefined;
}

/** Did the person, knowing of the signal, say yes to this purpose or switch sale and sharing on again? */
export function isSignalAnswered(standing: Standing, given: ConsentAct | undefined): boolean {
  const limit = limitOf(standing);
  if (limit?.signalAt === undefined) return false;
  return limit.set === undefined || (limit.set.source === 'gpc' && isLiftedByOwnYes(given, limit));
}

/** When the person said the yes that the standing signal goes before; nothing where the two do not disagree. */
export function yesBeforeSignal(person: PersonState, purpose: string): Instant | undefined {
  const given = person.found === 'known' ? yesOf(choiceFor(person.standing, purpose)) : undefined;
  if (given === undefined || person.found !== 'known' || signalSince(person) === undefined) return undefined;
  return isSignalAnswered(person.standing, given) ? undefined : momentOf(given);
}

/** Does an opt-out that did not come as a signal already cover every purpose? */
function isCovered(standing: Standing, limit: LimitState): boolean {
  return !Object.values(standing.choices).some((choice) => isLiftedByOwnYes(yesOf(choice), limit));
}

/** Does a law of this person know the signal? */
export function isSignalKnown(person: PersonState, { regime, on }: { readonly regime: string; readonly on: Instant }) {
  const regimes = person.found === 'known' ? person.standing.regimes : [];
  return regimesOr({ regimes }, regime).some((one) => knowsSignal(one, on));
}

/** Is a signal that this person sends now still to be recorded? Nobody comes back from an erasure by reading a page. */
export function isNewSignal(person: PersonState, { regime, on }: { readonly regime: string; readonly on: Instant }) {
  if (person.found === 'erased') return false;
  const standing = person.found === 'known' ? person.standing : undefined;
  if (standing?.staff !== undefined) return false;
  if (!isSignalKnown(person, { regime, on })) return false;
  const limit = standing === undefined ? undefined : limitOf(standing);
  if (standing === undefined || limit === undefined) return true;
  if (limit.set === undefined) return limit.signalAt === undefined;
  return limit.set.source !== 'gpc' && !isCovered(standing, limit);
}
