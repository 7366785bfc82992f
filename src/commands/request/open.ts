/**
 * A request arrives: it is accepted, clocked under every regime of the person, and its secret is handed out once.
 * Flow:    http, pages → here → law (clock) → facts `request.received`, and `subject.linked` for a new person.
 * Promise: every kind is accepted and clocked; a request never brings an erased person back unless they ask themselves.
 * Source:  DESIGN sections 6 and 8.1; LAW 2, 3.
 */
import type { PersonState } from '../../evaluation/person.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { RequestReceived } from '../../facts/request.ts';
import { type Calendar, clockFor } from '../../law/clock.ts';
import { foldRequest, type RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { RequestChannel, RequestKind } from '../../vocabulary/request.ts';
import type { Caller, Command, CommandRule, Decided, Effect, State } from '../command.ts';
import { dueMembers } from './clock-members.ts';
import { unfit } from './refusals.ts';

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

export interface Opened {
  readonly row: RequestRow;
  readonly secret: string;
}

const channelOf = (caller: Caller): RequestChannel => {
  if (caller.self !== undefined) return 'self';
  return caller.scopes.includes('agent') ? 'agent' : 'staff';
};

/** Self may name themselves or leave it out; the others must name somebody. */
function identifierOf(input: OpenRequest, caller: Caller): string | Problem {
  if (caller.self === undefined) return input.subject ?? unfit('/subject', 'required', 'Name the person this request is for.');
  if (input.subject !== undefined && input.subject !== caller.self)
    return unfit('/subject', 'not-yours', 'Leave the subject out: you can only ask for yourself.');
  return caller.self;
}

interface Person {
  readonly subject: string;
  readonly regimes: readonly string[];
  readonly facts: readonly NewFact[];
  readonly effects: readonly Effect[];
}

function newcomer(identifier: string, command: Command<OpenRequest>, state: State): Person {
  const subject = command.ids.subject ?? '';
  const link: NewFact = { id: command.ids.link ?? '', kind: 'subject.linked', subject, payload: { v: 1, identifier } };
  return { subject, regimes: [state.defaultRegime], facts: [link], effects: [] };
}

/** The known person, a new one, or a refusal where an erased one did not ask themselves. */
function personFor(identifier: string, command: Command<OpenRequest>, state: State): Person | Problem {
  const person: PersonState = state.person(identifier);
  if (person.found === 'known') {
    const { regimes } = person.standing;
    return { subject: person.subject, regimes: regimes.length === 0 ? [state.defaultRegime] : regimes, facts: [], effects: [] };
  }
  if (person.found === 'unknown') return identifier.startsWith('sub_') ? problem('not-found') : newcomer(identifier, command, state);
  if (command.caller.self !== identifier) return problem('subject-erased');
  return { ...newcomer(identifier, command, state), effects: [{ effect: 'lift-erased-mark', identifier }] };
}

function receivedPayload(command: Command<OpenRequest>, regimes: readonly string[], receivedAt: Instant): RequestReceived {
  const { kind, message, language, period, calendar } = command.input;
  const channel = channelOf(command.caller);
  return {
    v: 1,
    kind,
    regimes: [...regimes],
    channel,
    receivedAt: new Date(receivedAt).toISOString(),
    ...dueMembers(clockFor({ kind, regimes, receivedAt }, calendar)),
    verification: channel === 'self' ? 'session' : 'none',
    ...(message === undefined ? {} : { message }),
    ...(language === undefined ? {} : { language }),
    ...(period === undefined ? {} : { period }),
  };
}

function decide(state: State, command: Command<OpenRequest>, now: Instant): Decided<Opened> | Problem {
  const { input, caller, ids } = command;
  const identifier = identifierOf(input, caller);
  if (typeof identifier !== 'string') return identifier;
  if (input.receivedAt !== undefined && caller.self !== undefined) return unfit('/receivedAt', 'not-yours', 'Leave it out: your request arrives now.');
  const receivedAt = input.receivedAt ?? now;
  if (receivedAt > now) return unfit('/receivedAt', 'in-the-future', 'Name the moment at which the request arrived.');
  const person = personFor(identifier, command, state);
  if ('problem' in person) return person;
  const id = ids.request ?? '';
  const secret = ids.secret ?? '';
  const payload = receivedPayload(command, person.regimes, receivedAt);
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

export const openRequest: CommandRule<OpenRequest, Opened> = {
  kind: 'request.open',
  draws: () => ({ request: 'req', secret: 'sec', subject: 'sub', link: 'fact' }),
  keys: (input, caller) => {
    const identifier = caller.self ?? input.subject;
    return identifier === undefined ? {} : { people: [identifier] };
  },
  decide,
  reply: ({ row, secret }, entry) => ({ status: 201, body: { ...showRequest(row), ...(entry === undefined ? {} : { entry }), secret } }),
};
