/**
 * A request arrives: it is accepted, clocked under every regime of the person, and its secret is handed out once.
 * Flow:    http, pages → here → law (clock) → facts `request.received`, and `subject.linked` for a new person.
 * Promise: every kind is accepted and clocked; a request never brings an erased person back unless they ask themselves.
 * Source:  docs/design.md 6 and 8.1; docs/law.md 2, 3.
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import type { RequestReceived } from '../../facts/request.ts';
import { type Calendar, clockFor } from '../../law/law.ts';
import { foldRequest, type RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { RequestChannel, RequestKind } from '../../vocabulary/request.ts';
import type { Caller, Command, CommandRule, Decided, State } from '../command.ts';
import { timeOf, unfit } from '../refusal.ts';
import { drawsForPerson, isOwnCall, personFor, regimesFor } from '../subject/person-for.ts';
import { dueMembers } from './clock-members.ts';

const draws = { request: 'req', secret: 'sec', ...drawsForPerson } as const;

export interface OpenRequest {
  readonly kind: RequestKind;
  /** An identifier in normal form; left out by the person, who asks for themselves. */
  readonly subject?: string;
  readonly message?: string;
  readonly language?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  /** When it arrived, where staff enter a letter or a call; the person cannot choose it. */
  readonly receivedAt?: Instant;
  /** Where the controller counts its days; set by the house. */
  readonly calendar: Calendar;
}

interface Opened {
  readonly row: RequestRow;
  readonly secret: string;
}

const channelOf = (caller: Caller): RequestChannel => {
  if (caller.self !== undefined) return 'self';
  return caller.scopes.includes('agent') ? 'agent' : 'staff';
};

/** Self may name themselves or leave it out; the others must name somebody. */
function identifierOf({ subject }: OpenRequest, { self }: Caller): string | Problem {
  if (self === undefined) {
    return (
      subject ??
      unfit('/subject', 'required', {
        message: 'It is not said whom this request is for.',
        fix: 'Name the person in subject.',
      })
    );
  }
  if (subject === undefined || subject === self) return self;
  return unfit('/subject', 'not-yours', { message: 'You can only ask for yourself here.', fix: 'Leave subject out.' });
}

/** When it arrived, or why it cannot have been then. */
function arrivalOf({ receivedAt }: OpenRequest, caller: Caller, now: Instant): Instant | Problem {
  if (receivedAt === undefined) return now;
  if (isOwnCall(caller))
    return unfit('/receivedAt', 'not-yours', {
      message: 'Your own request arrives now.',
      fix: 'Leave receivedAt out.',
    });
  if (receivedAt <= now) return receivedAt;
  return unfit('/receivedAt', 'in-the-future', {
    message: 'This moment has not come yet.',
    fix: 'Name the moment at which the request arrived.',
  });
}

function receivedPayload(
  command: Command<OpenRequest, typeof draws>,
  regimes: readonly string[],
  receivedAt: Instant,
): RequestReceived {
  const { kind, message, language, period, calendar } = command.input;
  const channel = channelOf(command.caller);
  return {
    v: 1,
    kind,
    regimes: [...regimes],
    channel,
    receivedAt: timeOf(receivedAt),
    ...dueMembers(clockFor({ kind, regimes, receivedAt }, calendar)),
    verification: channel === 'self' ? 'session' : 'none',
    ...defined({ message, language, period }),
  };
}

function decide(state: State, command: Command<OpenRequest, typeof draws>, now: Instant): Decided<Opened> | Problem {
  const { input, caller, ids } = command;
  const identifier = identifierOf(input, caller);
  if (typeof identifier !== 'string') return identifier;
  const receivedAt = arrivalOf(input, caller, now);
  if (typeof receivedAt !== 'number') return receivedAt;
  const person = personFor(state, { ...command, input: { subject: identifier } }, isOwnCall(caller));
  if (isProblem(person)) return person;
  const id = ids.request;
  const secret = ids.secret;
  const payload = receivedPayload(command, regimesFor(person.standing, state), receivedAt);
  const fact: NewFact = { id, kind: 'request.received', subject: person.subject, payload };
  const row = foldRequest(undefined, { ...fact, at: now, actor: caller.actor });
  if (row === undefined) throw new Error('a received request always has a row');
  return {
    facts: [...person.facts, fact],
    result: { row, secret },
    effects: [...person.effects, { effect: 'keep-request-secret', request: id, secret }],
    main: id,
  };
}

export const openRequest: CommandRule<OpenRequest, Opened, typeof draws> = {
  kind: 'request.open',
  draws: () => draws,
  keys: (input, caller) => {
    const identifier = caller.self ?? input.subject;
    return identifier === undefined ? {} : { people: [identifier] };
  },
  decide,
  reply: ({ row, secret }, entry) => ({ status: 201, body: { ...showRequest(row), ...defined({ entry }), secret } }),
};
