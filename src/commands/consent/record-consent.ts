/**
 * A person gives, refuses or withdraws a consent, themselves or through somebody who tells us.
 * Flow:    http (POST /v1/consents, /v1/me/consents), pages, import → here → facts `consent.given|refused|withdrawn`.
 * Promise: a no always counts from the answer on; a yes counts only if it is known to have happened after the newest no
 *          and after every erasure. What changes nothing is recorded all the same and says so.
 * Source:  docs/design.md 6, 7 and 8.1; GDPR 7; docs/law.md 5.
 */

import {
  type Choosing,
  effectOfNo,
  leavesLimits,
  onlyUndoes,
  restsAnywhereOnConsent,
  undoesSomething,
} from '../../evaluation/effect.ts';
import { inForceOrFirst } from '../../evaluation/registry.ts';
import { choiceFor, givenCounts, momentOf } from '../../evaluation/standing.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { ActWarning, ConsentEffect, ConsentState, Giver } from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Caller, Command, CommandRule, Decided, State } from '../command.ts';
import { inTheFuture, momentNamed, timeOf, unfit } from '../refusal.ts';
import {
  drawsForPerson,
  identifierFor,
  isOwnCall,
  type PersonFor,
  personFor,
  regimesFor,
} from '../subject/person-for.ts';
import { noticeShown, type Shown } from './notice-shown.ts';
import { type Proof, proofOf, type RecordConsent } from './proof.ts';

export type { RecordConsent } from './proof.ts';

const draws = { consent: 'con', ...drawsForPerson } as const;

export interface RecordedConsent {
  readonly id: string;
  readonly subject: string;
  readonly purpose: string;
  readonly purposeVersion: number;
  readonly state: ConsentState;
  readonly effect: ConsentEffect;
  readonly at: string;
  readonly occurredAt?: string;
  readonly notice: { readonly key: string; readonly version: number } | null;
  readonly warnings: readonly ActWarning[];
}

type ConsentCommand = Command<RecordConsent, typeof draws>;

/**
 * An own act brings an erased person back; so does a consent that is known to be younger than the erasure, but not an
 * import.
 */
function bringsBack(state: State, command: ConsentCommand, occurredAt: Instant | undefined): boolean {
  const person = state.person(identifierFor(command.input, command.caller));
  if (person.found !== 'erased' || isOwnCall(command.caller)) return true;
  const isImport = command.caller.actor.role === 'system';
  return !isImport && command.input.state === 'given' && occurredAt !== undefined && occurredAt > person.mark.at;
}

function decide(state: State, command: ConsentCommand, now: Instant): Decided<RecordedConsent> | Problem {
  const { input } = command;
  const wrong = inTheFuture(input.occurredAt, now, '/occurredAt') ?? withoutRight(input, command.caller);
  if (wrong !== undefined) return wrong;
  const occurredAt = momentNamed(input.occurredAt, now);
  const about = personFor(state, command, bringsBack(state, command, occurredAt));
  if (isProblem(about)) return about;
  const moment = occurredAt ?? now;
  const purpose = inForceOrFirst(state.registry.purposes.get(input.purpose), moment);
  if (purpose === undefined)
    return unfit('/purpose', 'unknown-purpose', {
      message: 'No such purpose is published.',
      fix: 'Publish the purpose first.',
    });
  const current = inForceOrFirst(state.registry.purposes.get(input.purpose), now) ?? purpose;
  const regimes = regimesFor(about.standing, state);
  const choosing: Choosing = { purpose, regimes, standing: about.standing, suppressions: about.suppressions, on: now };
  const found = noticeShown(state.registry, input, { purpose, moment, spoken: about.standing.language });
  const isUnfit = isProblem(found);
  if (isUnfit && input.state === 'given') return found;
  // A no is never turned away because of the notice that is named beside it.
  const shown = isUnfit ? undefined : found;
  const refused =
    input.state === 'given'
      ? (refusedYes({ ...choosing, purpose: current }) ?? unfitYes(input, choosing, shown))
      : undefined;
  if (refused !== undefined) return refused;
  const asked = { occurredAt, now, own: isOwnCall(command.caller), by: input.givenBy ?? 'self' };
  const effect =
    input.state === 'given'
      ? effectOfYes(about, { ...choosing, purpose: current }, asked)
      : effectOfNo({ ...choosing, purpose: current });
  const warnings = [...effect.warnings, ...undoneByNo(input, about, moment)];
  const proof = proofOf({ input, caller: command.caller, choosing, shown, occurredAt, ...effect, warnings });
  return recorded(command, about, { proof, warnings, now });
}

/** A no that happened before the consent that it undoes: kept, and said, so that somebody can ask again. */
function undoneByNo(
  { state, purpose }: RecordConsent,
  { standing }: PersonFor,
  moment: Instant,
): readonly ActWarning[] {
  const newest = choiceFor(standing, purpose)?.newest;
  return state !== 'given' && newest?.what === 'given' && momentOf(newest) > moment ? ['newer-consent-undone'] : [];
}

/** Who chooses for somebody else has to say by what right. */
function withoutRight(input: RecordConsent, caller: Caller): Problem | undefined {
  if (input.givenBy === undefined || input.givenBy === 'self') return undefined;
  if (isOwnCall(caller))
    return unfit('/givenBy', 'not-yours', {
      message: 'You can only choose for yourself here.',
      fix: 'Leave givenBy out.',
    });
  if (input.authorisation !== undefined) return undefined;
  const fix = 'Send authorisation: {"evidence": "…"}.';
  return unfit('/authorisation', 'required', {
    message: 'Somebody else chose for the person, so it must be said by what right.',
    fix,
  });
}

const refusedYes = (choosing: Choosing): Problem | undefined =>
  restsAnywhereOnConsent(choosing) || undoesSomething(choosing) ? undefined : problem('consent-not-the-basis');

function unfitYes(input: RecordConsent, choosing: Choosing, shown: Shown | undefined): Problem | undefined {
  if (shown === undefined) {
    const fix = 'Name the notice that was shown, or give the purpose a defaultNotice.';
    return unfit('/notice', 'required', { message: 'A consent needs the notice that the person was shown.', fix });
  }
  const place = input.dataCategories?.findIndex((category) => !choosing.purpose.categories.includes(category)) ?? -1;
  if (place < 0) return undefined;
  const fix = 'Name kinds of data that the purpose names.';
  return unfit(`/dataCategories/${place}`, 'not-of-this-purpose', {
    message: 'The purpose does not use this kind of data.',
    fix,
  });
}

interface ConsentMoment {
  readonly occurredAt: Instant | undefined;
  readonly now: Instant;
  readonly own: boolean;
  readonly by: Giver;
}

/** A yes counts if nothing says no after it. */
function effectOfYes(
  about: PersonFor,
  choosing: Choosing,
  asked: ConsentMoment,
): { readonly effect: ConsentEffect; readonly warnings: readonly ActWarning[] } {
  const { occurredAt, now, own } = asked;
  const dated = occurredAt !== undefined || own;
  const moment = occurredAt ?? now;
  const none = (...warnings: readonly ActWarning[]) => ({ effect: 'none' as const, warnings });
  if (about.erasedAt !== undefined && (!dated || moment <= about.erasedAt))
    return dated ? none('not-after-erasure') : none('occurred-at-needed', 'not-after-erasure');
  const act = { at: now, dated, ...defined({ occurredAt }) };
  if (!givenCounts(choiceFor(about.standing, choosing.purpose.key), act))
    return dated ? none('older-than-a-no') : none('occurred-at-needed');
  if (!leavesLimits(choosing, { moment, dated, own: asked.by !== 'agent' })) return { effect: 'consent', warnings: [] };
  const warnings: readonly ActWarning[] = dated ? ['limit-stands'] : ['occurred-at-needed', 'limit-stands'];
  return onlyUndoes(choosing) ? none(...warnings) : { effect: 'consent', warnings };
}

function recorded(
  command: ConsentCommand,
  about: PersonFor,
  made: { readonly proof: Proof; readonly warnings: readonly ActWarning[]; readonly now: Instant },
): Decided<RecordedConsent> {
  const { proof, warnings, now } = made;
  const { state } = command.input;
  const id = command.ids.consent;
  const fact: NewFact = { id, subject: about.subject, ...proof };
  const { purpose, purposeVersion, effect, occurredAt, notice } = proof.payload;
  const result: RecordedConsent = {
    id,
    subject: about.subject,
    purpose,
    purposeVersion,
    state,
    effect,
    at: timeOf(now),
    ...defined({ occurredAt }),
    notice: notice === undefined ? null : { key: notice.key, version: notice.version },
    warnings,
  };
  return { facts: [...about.facts, fact], result, effects: about.effects, main: id };
}

export const recordConsent: CommandRule<RecordConsent, RecordedConsent, typeof draws> = {
  kind: 'consent.record',
  draws: () => draws,
  keys: (input, caller) => ({ people: [identifierFor(input, caller)], registry: 'read' }),
  decide,
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};
