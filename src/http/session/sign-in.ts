/**
 * Lets somebody in by a provider of OpenID Connect, and out again when the provider says so.
 * Flow:    GET …/sign-in (a button) → GET …/sign-in/begin → the provider → GET …/sign-in/answer → a session;
 *          POST …/backchannel-logout → sessions end.
 * Promise: every reason why an answer lets nobody in looks the same outside; coming in ends what this browser was
 *          signed in to; where the provider is down nobody comes in, and who is in stays.
 * Source:  OpenID Connect Core 1.0; RFC 9700; decision 0107.
 */
import * as routes from '../../../openapi/endpoints/sign-in.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { SECOND_MS } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { LeaveFor, SeeOther } from '../answer.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import type { Edge } from '../edge.ts';
import { plainPages, type SiteArea } from '../plain-pages.ts';
import { readPairs } from '../query.ts';
import { arrivalLife } from './arrivals.ts';
import { arrivalCookie, sessionCookie } from './cookie.ts';
import type { LetIn, ProviderDoor, ShutOut, SignInDoors } from './provider.ts';
import { pageWithin } from './way-back.ts';

/** A clock of the provider may go a little after ours. */
const LATE_MS = 30 * SECOND_MS;

interface Room extends Pick<Edge, 'sessions' | 'now' | 'security' | 'hasLeft' | 'log'> {
  readonly place: SiteArea;
  readonly door: ProviderDoor;
  readonly arrivals: SignInDoors['arrivals'];
}

type Fault = ShutOut['fault'];
const problems = {
  unavailable: 'sign-in-unavailable',
  refused: 'sign-in-failed',
  declined: 'sign-in-failed',
  'without-access': 'sign-in-without-access',
} as const satisfies Record<Fault, Problem['problem']>;

type Beginning = Pick<Circumstances, 'arrival'> & { readonly query: { readonly to?: string; readonly fresh?: 'yes' } };

async function begin(
  { door, arrivals, place }: Room,
  { arrival: browser, query }: Beginning,
): Promise<LeaveFor | Problem> {
  const fresh = query.fresh === 'yes';
  const begun = await door.begin(fresh);
  if (begun === undefined) return problem('sign-in-unavailable');
  const kept = await arrivals.begin(browser, { ...begun.expected, to: pageWithin(place, query.to), fresh });
  return { leaveFor: begun.url, headers: { 'Set-Cookie': arrivalCookie(kept, arrivalLife / SECOND_MS) } };
}

type Answering = Pick<Circumstances, 'arrival' | 'session' | 'device' | 'requestId'> & {
  readonly query: Readonly<Partial<Record<string, string>>>;
};

async function vouched(room: Room, { arrival: browser, query }: Answering) {
  const { arrivals, door } = room;
  const sent = defined(query) as Readonly<Record<string, string>>;
  const known =
    browser === undefined || sent['state'] === undefined ? undefined : await arrivals.take(browser, sent['state']);
  if (known === undefined) return shutOut('refused', 'no-such-sign-in');
  const { arrival, begunAt } = known;
  const answer = await door.answer(sent, arrival);
  if ('fault' in answer) return answer;
  // Asked for so that they prove it anew, and an older sign-in is no answer to that.
  if (arrival.fresh && (answer.provedAt ?? 0) < begunAt - LATE_MS) return shutOut('refused', 'not-fresh');
  return { answer, to: arrival.to };
}

const shutOut = (fault: Fault, why: string): ShutOut => ({ fault, why });

async function answer(room: Room, context: Answering): Promise<SeeOther | Problem> {
  const found = await vouched(room, context);
  if ('fault' in found) return told(room, context, found);
  const begun = await come(room, context, found.answer);
  if ('fault' in begun) return told(room, context, begun);
  if (context.session !== undefined) await room.sessions.end(context.session);
  room.security?.came({ caller: begun.session.caller, requestId: context.requestId });
  const seconds = Math.floor((begun.session.until - room.now()) / SECOND_MS);
  return { see: found.to, headers: { 'Set-Cookie': sessionCookie(begun.name, seconds) } };
}

/** Nothing of this is said outside but the problem; whoever runs the service reads why. */
function told({ log, place }: Room, { requestId }: Pick<Answering, 'requestId'>, { fault, why }: ShutOut): Problem {
  log.fault({ requestId, route: `/${place}/sign-in/answer`, error: `sign-in ${fault} ${why}` });
  return problem(problems[fault]);
}

async function come(room: Room, { session, device }: Answering, { self, scopes, knownAs, ...by }: LetIn) {
  const { sessions, hasLeft } = room;
  const before = session === undefined ? undefined : await sessions.find(session);
  const isSamePerson = before !== undefined && holderOf(before.caller) === self;
  const staff = scopes === undefined ? undefined : self.slice(staffIdentifier('').length);
  if (staff !== undefined && (await hasLeft?.(staff)) === true) return shutOut('without-access', 'has-left');
  const begun = await sessions.come({
    self,
    came: { idToken: by.idToken, ...defined({ provedAt: by.provedAt }) },
    namedBy: by.namedBy,
    ...defined({ scopes, knownAs, device, csrf: isSamePerson ? before.csrf : undefined }),
  });
  return begun ?? shutOut('without-access', 'access-ended');
}

const holderOf = ({ self, principal }: { readonly self?: string; readonly principal: string }): string =>
  self ?? staffIdentifier(principal);

async function end(
  room: Room,
  bytes: Uint8Array,
  requestId: string,
): Promise<{ readonly status: 200; readonly text: '' } | Problem> {
  const { door, arrivals, sessions, log, place } = room;
  const read = readPairs(Buffer.from(bytes).toString('utf8'), 'form');
  const token = isProblem(read) ? undefined : read['logout_token'];
  const said = token === undefined ? shutOut('refused', 'no-token') : await door.loggedOut(token);
  if ('fault' in said) {
    log.fault({ requestId, route: `/${place}/backchannel-logout`, error: `logout ${said.fault} ${said.why}` });
    return problem(said.fault === 'unavailable' ? 'sign-in-unavailable' : 'logout-token-refused');
  }
  if (!(await arrivals.isNew(said.id, said.until))) return problem('logout-token-refused');
  await sessions.endNamed(said.ends);
  return { status: 200, text: '' };
}

/** Where a session began at a provider, the way to sign out there, too. */
export async function endingAtProvider(
  { signIn, sessions }: Pick<Edge, 'signIn' | 'sessions'>,
  place: SiteArea,
  session: string | undefined,
): Promise<{ readonly name: string; readonly url: string } | undefined> {
  const door = signIn?.doors[place];
  const came = session === undefined || door === undefined ? undefined : (await sessions.find(session))?.came;
  const url = came === undefined ? undefined : await door?.endUrl(came.idToken);
  return door === undefined || url === undefined ? undefined : { name: door.name, url };
}

export function signInHandlers(edge: Edge): readonly Bound[] {
  const drawn = edge.pages ?? plainPages;
  const roomOf = (place: SiteArea): Room | undefined => {
    const door = edge.signIn?.doors[place];
    return edge.signIn === undefined || door === undefined
      ? undefined
      : { ...edge, place, door, arrivals: edge.signIn.arrivals };
  };
  const within = async <T>(place: SiteArea, act: (room: Room) => Promise<T> | T): Promise<T | Problem> => {
    const room = roomOf(place);
    return room === undefined ? problem('not-found') : act(room);
  };
  const shown = (place: SiteArea, language: string) =>
    within(place, ({ door }) => ({ status: 200, text: drawn.signIn(door.name, language, place) }) as const);
  return [
    on(routes.showSignIn)(({ language }) => shown('me', language)),
    on(routes.showConsoleSignIn)(({ language }) => shown('console', language)),
    on(routes.beginSignIn)((context) => within('me', (room) => begin(room, context))),
    on(routes.beginConsoleSignIn)((context) => within('console', (room) => begin(room, context))),
    on(routes.answerSignIn)((context) => within('me', (room) => answer(room, context))),
    on(routes.answerConsoleSignIn)((context) => within('console', (room) => answer(room, context))),
    on(routes.endSignIn)(({ body, requestId }) => within('me', (room) => end(room, body.bytes, requestId))),
    on(routes.endConsoleSignIn)(({ body, requestId }) => within('console', (room) => end(room, body.bytes, requestId))),
  ];
}
