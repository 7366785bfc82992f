/**
 * A request arrives: it is accepted, clocked under every regime of the person, and its secret is handed out once.
 * Flow:    http, pages → here → received.ts (clock) → facts `request.received`, and `subject.linked` for a new person.
 * Promise: every kind is accepted and clocked; a request never brings an erased person back unless they ask themselves.
 * Source:  docs/design.md 6 and 8.1; docs/law.md 2, 3.
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import type { Mandate } from '../../facts/request.ts';
import type { Calendar } from '../../law/law.ts';
import { foldRequest, type RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { Caller, Command, CommandRule, Decided, State } from '../command.ts';
import { drawsForMessage } from '../message/tell.ts';
import { unfit } from '../refusal.ts';
import { drawsForPerson, isOwnCall, personFor, regimesFor } from '../subject/person-for.ts';
import { channelOf, requestReceived } from './received.ts';
import { decisionsLoadedFor, drawsForReviews, type HumanAsked, reviewsAsked } from './reviews-asked.ts';
import { whyNoStepUpFor } from './step-up.ts';
import { drawsForStops, type NoAsked, type Stops, stopsOf } from './stops.ts';
import { tellRequest } from './told.ts';

const drawsFor = (input: NoAsked & HumanAsked) =>
  ({
    request: 'req',
    secret: 'sec',
    ...drawsForPerson,
    ...drawsForMessage,
    ...drawsForStops(input),
    ...drawsForReviews(input),
  }) as const;
type Draws = ReturnType<typeof drawsFor>;

export interface OpenRequest extends NoAsked, HumanAsked {
  /** An identifier in normal form; left out by the person, who asks for themselves. */
  readonly subject?: string;
  readonly message?: string;
  readonly language?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  /** By what right an agent asks. */
  readonly mandate?: Mandate;
  /** When it arrived, where staff enter a letter or a call; the person cannot choose it. */
  readonly receivedAt?: Instant;
  /** Where the controller counts its days; set by the house. */
  readonly calendar: Calendar;
}

interface Opened {
  readonly row: RequestRow;
  /** What goes on all the same, and why. */
  readonly warnings: Stops['warnings'];
  readonly secret: string;
}

/** An agent asks by a mandate; nobody else does. */
function mandateOf({ mandate }: OpenRequest, caller: Caller): Mandate | undefined | Problem {
  const isAgent = channelOf(caller) === 'agent';
  if (isAgent && mandate === undefined)
    return unfit('/mandate', 'required', {
      message: 'An agent asks for somebody else, so it must be said by what right.',
      fix: 'Send mandate: {"by": "who gave it", "evidence": "where it can be seen", "verified": "agent-signed"}.',
    });
  if (isAgent || mandate === undefined || caller.self === undefined) return mandate;
  return unfit('/mandate', 'not-yours', { message: 'You ask for yourself here.', fix: 'Leave mandate out.' });
}

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

function decide(state: State, command: Command<OpenRequest, Draws>, now: Instant): Decided<Opened> | Problem {
  const { input, caller, ids } = command;
  const unsure = whyNoStepUpFor(caller, input.kind);
  if (unsure !== undefined) return unsure;
  const mandate = mandateOf(input, caller);
  if (isProblem(mandate)) return mandate;
  const identifier = identifierOf(input, caller);
  if (typeof identifier !== 'string') return identifier;
  const receivedAt = arrivalOf(input, caller, now);
  if (typeof receivedAt !== 'number') return receivedAt;
  const person = personFor(state, { ...command, input: { subject: identifier } }, isOwnCall(caller));
  if (isProblem(person)) return person;
  const id = ids.request;
  const secret = ids.secret;
  const saidAt = input.receivedAt;
  const stops = stopsOf(state, input, { about: person, caller, request: id, ids, now, ...defined({ saidAt }) });
  if (isProblem(stops)) return stops;
  const looks = reviewsAsked(state, input, { subject: person.subject, request: id, receivedAt, ids, now });
  if (isProblem(looks)) return looks;
  const opened = { receivedAt, stopped: stops.stopped, reviews: looks.reviews };
  const payload = requestReceived(
    input,
    { caller, regimes: regimesFor(person.standing, state), standing: person.standing },
    opened,
  );
  const fact: NewFact = { id, kind: 'request.received', subject: person.subject, payload };
  const row = foldRequest(undefined, { ...fact, at: now, actor: caller.actor });
  if (row === undefined) throw new Error('a received request always has a row');
  const told = tellRequest(state, person, { event: 'receive', row, now, id: ids.message });
  return {
    facts: [...person.facts, fact, ...stops.facts, ...looks.facts, ...told.map((each) => each.fact)],
    result: { row, secret, warnings: stops.warnings },
    effects: [
      ...person.effects,
      ...looks.effects,
      ...told.map(({ effect }) => effect),
      { effect: 'keep-request-secret', request: id, secret },
    ],
    main: id,
  };
}

export const openRequest: CommandRule<OpenRequest, Opened, Draws> = {
  kind: 'request.open',
  draws: drawsFor,
  keys: (input, caller) => {
    const identifier = caller.self ?? input.subject;
    const decisions = decisionsLoadedFor(input);
    const people = identifier === undefined ? {} : { people: [identifier] };
    return { ...people, facts: decisions, reviewsOf: decisions, registry: 'read' };
  },
  decide,
  reply: ({ row, secret, warnings }, entry) => ({
    status: 201,
    body: { ...showRequest(row), ...(warnings.length === 0 ? {} : { warnings }), ...defined({ entry }), secret },
  }),
};
