/**
 * What becomes of the no of a request when the request ends: confirmed, or lifted with the ground and told.
 * Flow:    step.ts → here → stops.ts, message/tell.ts → facts `limit.set`, `limit.lifted`, `message.written`.
 * Promise: an answer never says that something stopped that goes on; a limit is lifted by a refusal only where this
 *          request set it, and the person is told before it is.
 * Source:  GDPR 12(4), 18(3), 21(1); docs/law.md 3.4; decision 0023.
 */
import { liftCounts, limitKey } from '../../evaluation/standing.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { Stopped } from '../../facts/request.ts';
import { denialWords } from '../../language/law-words.ts';
import { isMessageKey, say } from '../../language/say.ts';
import { denialFor } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { LimitKind } from '../../vocabulary/limit.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { saysNo, stopsWhileWaiting } from '../../vocabulary/request-limits.ts';
import type { Caller, State } from '../command.ts';
import { complaintValues } from '../message/complaint.ts';
import { tell, type Words, type WrittenMessage } from '../message/tell.ts';
import { notNow, timeOf } from '../refusal.ts';
import type { PersonFor } from '../subject/person-for.ts';
import type { StepRequest } from './step-input.ts';
import { agreedTo, stillStands, stopsOf } from './stops.ts';

interface Ending {
  readonly row: RequestRow;
  readonly input: StepRequest;
  readonly caller: Caller;
  readonly ids: { readonly limit: string; readonly message: string };
  readonly now: Instant;
}

/** What is recorded before and after the step itself. */
interface EndOfNo {
  readonly before: readonly WrittenMessage[];
  readonly after: readonly NewFact[];
  /** For the fulfilment: what had to be set again. */
  readonly stopped?: Stopped[];
}

const nothing: EndOfNo = { before: [], after: [] };

/** Whom the request is about, as far as it is still known. */
function personOf(state: State, { subject }: RequestRow): PersonFor | undefined {
  const person = subject === undefined ? undefined : state.person(subject);
  return person?.found === 'known' ? { ...person, facts: [], effects: [] } : undefined;
}

/** A request from before requests stopped anything, or one whose limit a refusal lifted, stops it with its answer. */
function confirm(state: State, { row, caller, ids, now }: Ending, about: PersonFor): EndOfNo | Problem {
  const stopped = row.stopped ?? [];
  const gone = stopped.filter((stop) => !stillStands(stop, about.standing));
  if (row.stopped !== undefined && gone.length === 0) return nothing;
  if (row.stopped !== undefined && !row.appealed)
    return notNow('The person has lifted what this request stopped, or said yes again: cancel it instead.');
  if (row.kind === 'consent-withdrawal') {
    const standing = agreedTo(about.standing);
    return standing.length === 0
      ? nothing
      : notNow(`Consents still stand; record their withdrawal first: ${standing.slice(0, 20).join(', ')}.`);
  }
  return setAgain(state, { row, caller, ids, now }, about);
}

/** What the request stopped, from now on and by a limit of now. */
function setAgain(state: State, { row, caller, ids, now }: Omit<Ending, 'input'>, about: PersonFor) {
  const [{ purpose, dataCategories } = {}] = row.stopped ?? [];
  const asked = { kind: row.kind, ...defined({ purpose, dataCategories }) };
  const set = stopsOf(state, asked, {
    about,
    caller,
    request: row.id,
    ids: { limit: ids.limit, consents: [] },
    now,
  });
  return isProblem(set) ? set : { before: [], after: set.facts, stopped: [...set.stopped] };
}

/** What was asked, as the form names it. */
export const nameOf = (kind: string, language: string): string => {
  const key = `right.${kind}.title`;
  return isMessageKey(key) ? say(language, key) : kind;
};

function lift({ row, input, caller, now }: Ending, about: PersonFor, stop: Stopped & { kind: LimitKind }) {
  const { kind, purpose, dataCategories } = stop;
  const limit = about.standing.limits[limitKey(kind, purpose, dataCategories)];
  // Another act of the person may have set the same limit since: that one stays.
  if (limit?.set?.id !== stop.fact) return undefined;
  const occurredAt = Math.max(now, (limit.bar ?? now) + 1);
  if (!liftCounts(limit, { at: now, occurredAt, dated: true })) return undefined;
  const payload = {
    v: 1 as const,
    kind,
    ...defined({ purpose, dataCategories, reason: input.reason, ground: input.code }),
    occurredAt: timeOf(occurredAt),
    channel: caller.actor.role,
    request: row.id,
    effect: 'lifted' as const,
    warnings: [],
  };
  return payload;
}

function tellLifted(state: State, { row, input, ids, now }: Ending, about: PersonFor): WrittenMessage {
  const values = ({ language, day }: Words) => ({
    day: day(row.receivedAt),
    request: nameOf(row.kind, language),
    ground: denialWords(language, input.code ?? '') ?? denialFor(input.code ?? '')?.reason ?? '',
    hasWords: input.reason === undefined ? 'no' : 'yes',
    words: input.reason ?? '',
    ...complaintValues(language, row.regimes, now),
  });
  return tell(state, about, {
    id: ids.message,
    template: 'limit-lifted',
    about: row.id,
    href: `/me/requests/${row.id}`,
    values,
  });
}

const isLimit = (stop: Stopped): stop is Stopped & { kind: LimitKind } =>
  stop.kind !== 'consent' && stop.already !== true;

function refuse(state: State, ending: Ending, about: PersonFor): EndOfNo {
  const set = (ending.row.stopped ?? []).find(isLimit);
  const payload = set === undefined ? undefined : lift(ending, about, set);
  if (payload === undefined) return nothing;
  const fact: NewFact = { id: ending.ids.limit, kind: 'limit.lifted', subject: about.subject, payload };
  return { before: [tellLifted(state, ending, about)], after: [fact] };
}

/**
 * An erasure that is refused or called off stops nothing any more; the message of the step says so. One whose refusal
 * is looked at again waits again.
 */
function waiting(state: State, ending: Ending, about: PersonFor): EndOfNo | Problem {
  const { step } = ending.input;
  if (step === 'appeal') return setAgain(state, ending, about);
  return step === 'deny' || step === 'cancel' ? { ...refuse(state, ending, about), before: [] } : nothing;
}

/** What the end of a request does to the no that it said; nothing for other kinds and other steps. */
export function endOfNo(state: State, ending: Ending): EndOfNo | Problem {
  const { row, input } = ending;
  const about = personOf(state, row);
  if (about === undefined) return nothing;
  if (stopsWhileWaiting(row.kind) !== undefined) return waiting(state, ending, about);
  if (!saysNo(row.kind)) return nothing;
  if (input.step === 'fulfil') return confirm(state, ending, about);
  return input.step === 'deny' ? refuse(state, ending, about) : nothing;
}
