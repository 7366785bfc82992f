/**
 * What the person is told at each step of a request: one table, from the step to the message or to why there is none.
 * Flow:    open.ts, step.ts, review/cancel.ts → here → message/tell.ts → fact `message.written`, outbox.
 * Promise: no step passes in silence without a reason that stands here; the message is in the commit of the step.
 * Source:  GDPR 12(3), 12(4), 12(6); 11 CCR 7021, 7024(h); docs/law.md 2.7, 3.4; decision 0087.
 */
import type { NewFact } from '../../facts/fact.ts';
import { denialWords } from '../../language/law-words.ts';
import { say, selectorOf, type Values } from '../../language/say.ts';
import { dayOf, denialFor, hasRight, isSureEnough, pauseMoves } from '../../law/law.ts';
import { foldRequest, type RequestRow, requestOf } from '../../views/request/request-row.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import type { MessageTemplate } from '../../vocabulary/message.ts';
import { isPauseReason, type RequestKind, type RequestStep } from '../../vocabulary/request.ts';
import type { Caller, State } from '../command.ts';
import { complaintValues } from '../message/complaint.ts';
import { tell, type Words, type WrittenMessage } from '../message/tell.ts';
import { nameOf } from './step-stops.ts';

/** Everything that can happen to a request: it arrives, or somebody takes a step. */
export type RequestEvent = 'receive' | RequestStep;

/** What the choice of a message depends on beside the step. */
export interface Occasion {
  readonly kind: RequestKind;
  /** It opened looks of a human at decisions, and ends with them. */
  readonly hasReviews: boolean;
  /** A law of the person gives a day until which the receipt has to be confirmed, and no page of theirs has done it. */
  readonly owesReceipt: boolean;
  /** The refusal lifts what the request had stopped, which is told before it is done. */
  readonly lifts: boolean;
}

type ToldRow = { readonly when?: (occasion: Occasion) => boolean } & (
  | { readonly message: MessageTemplate }
  | { readonly silent: string }
);

/** The first row that fits is what happens. */
export const toldAt: Readonly<Record<RequestEvent, readonly ToldRow[]>> = {
  receive: [
    {
      when: ({ hasReviews, owesReceipt }) => hasReviews && !owesReceipt,
      silent: 'the message that a person looks at the decision says that it is with us, and until when we answer',
    },
    { message: 'request-received' },
  ],
  verify: [{ silent: 'nothing is asked of the person, no day moves, and the answer follows' }],
  extend: [{ message: 'request-extended' }],
  pause: [{ message: 'request-paused' }],
  resume: [{ message: 'request-resumed' }],
  deny: [
    { when: ({ lifts }) => lifts, silent: 'the message that what they had stopped may go on says no, and why' },
    { message: 'request-denied' },
  ],
  fulfil: [
    { when: ({ kind }) => kind === 'erasure', silent: 'nobody is left to write to; the certificate is the answer' },
    { when: ({ kind }) => kind === 'ai-explanation', message: 'explanation-ready' },
    { message: 'request-answered' },
  ],
  cancel: [{ message: 'request-cancelled' }],
  appeal: [{ message: 'request-appealed' }],
};

export const toldOf = (event: RequestEvent, occasion: Occasion): ToldRow => {
  const found = toldAt[event].find(({ when }) => when === undefined || when(occasion));
  if (found === undefined) throw new Error(`nothing is said about the step ${event}`);
  return found;
};

interface Happened {
  readonly event: RequestEvent;
  /** The request after the step. */
  readonly row: RequestRow;
  readonly lifts?: boolean;
  /** What waited for an erasure may be used again. */
  readonly goesOn?: boolean;
  /** The last day before the step. */
  readonly dueBefore?: Instant;
  /** The words of whoever took the step. */
  readonly reason?: string;
  /** The ground, or what is awaited. */
  readonly code?: string;
  readonly now: Instant;
  /** `msg_…`, drawn for this command. */
  readonly id: string;
}

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** An appeal to us, where a law of the person knows one and this is not the answer to it. */
const canAppeal = ({ appealed, regimes }: RequestRow, now: Instant): boolean =>
  !appealed && regimes.some((regime) => hasRight('dsr-appeal', regime, dayOf(now)));

/** What the wait does to the last day, in one word for the message. */
function clockWord({ kind, regimes, pauses }: RequestRow, code: string | undefined, now: Instant): string {
  const why = code ?? 'clarification';
  const isLate = pauses?.at(-1)?.late === true;
  return isPauseReason(why) && !isLate ? selectorOf(pauseMoves({ kind, regimes, day: dayOf(now) }, why)) : 'stays';
}

const groundValues = ({ code = '', reason }: Happened, language: string): Values => {
  const ground = denialFor(code);
  return {
    ground: denialWords(language, code) ?? ground?.reason ?? '',
    law: say(language, 'letter.denied.law', { reference: ground?.source ?? code }),
    hasWords: yesNo(reason !== undefined),
    words: reason ?? '',
  };
};

const valuesOf =
  (happened: Happened) =>
  ({ language, day }: Words): Values => {
    const { row, code, now } = happened;
    const { kind, regimes, channel, verification, appealed } = row;
    return {
      day: day(row.receivedAt),
      request: nameOf(kind, language),
      due: day(row.dueAt),
      by: channel === 'agent' ? 'agent' : 'other',
      sure: yesNo(isSureEnough(verification, { kind, regimes, day: dayOf(now) })),
      asked: code ?? 'clarification',
      clock: clockWord(row, code, now),
      moved: yesNo(row.dueAt > (happened.dueBefore ?? row.dueAt)),
      appealed: yesNo(appealed),
      canAppeal: yesNo(canAppeal(row, now)),
      appeal: say(language, 'complaint.appeal'),
      goesOn: yesNo(happened.goesOn === true),
      inPart: yesNo(code !== undefined),
      ...groundValues(happened, language),
      ...complaintValues(language, regimes, now),
    };
  };

interface Reading {
  readonly subject: string;
  readonly standing: { readonly language?: string };
}

/** What is written to this person about the step; nothing where the table says why there is none. */
export function tellRequest(
  state: Pick<State, 'timeZone'>,
  { subject, standing }: Reading,
  happened: Happened,
): readonly WrittenMessage[] {
  const { row, event, lifts = false, id } = happened;
  const { kind, channel, reviews = [], ackDueAt } = row;
  const owesReceipt = ackDueAt !== undefined && channel !== 'self';
  const occasion = { kind, hasReviews: reviews.length > 0, owesReceipt, lifts };
  const told = toldOf(event, occasion);
  if ('silent' in told) return [];
  const language = row.language ?? standing.language;
  const listener = { subject, standing: language === undefined ? {} : { language } };
  const message = { id, template: told.message, about: row.id, href: `/me/requests/${row.id}` };
  return [tell(state, listener, { ...message, values: valuesOf(happened) })];
}

/** The same where only the pseudonym of the person is at hand; somebody who is gone is told nothing. */
export function tellAboutRequest(state: State, happened: Happened): readonly WrittenMessage[] {
  const { subject } = happened.row;
  const person = subject === undefined ? undefined : state.person(subject);
  return person?.found === 'known' ? tellRequest(state, person, happened) : [];
}

interface Beside {
  readonly event: RequestEvent;
  readonly caller: Caller;
  readonly now: Instant;
  readonly id: string;
}

/** What is written where something else opened a request, or called its last look off and the request with it. */
export function tellBeside(
  state: State,
  fact: NewFact | undefined,
  { event, caller: { actor }, now, id }: Beside,
): readonly WrittenMessage[] {
  const request = fact === undefined ? undefined : requestOf(fact);
  if (fact === undefined || request === undefined) return [];
  const row = foldRequest(state.request(request), { ...fact, at: now, actor });
  return row === undefined ? [] : tellAboutRequest(state, { event, row, now, id });
}
