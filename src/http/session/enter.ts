/**
 * Lets a customer or a member of staff in through a sign-in link, and out again.
 * Flow:    POST /v1/links (makes the link) → GET /me/enter/{code} or /console/enter/{code} (a button) → POST (a
 *          session).
 * Promise: a GET never uses a code up; a code works once and leads to the pages it was made for; making and opening a
 *          link stand in the ledger first; coming in ends what this browser was signed in to; leaving clears what the
 *          browser kept.
 * Source:  docs/design.md 8; docs/promises.md 3.2 (links that scanners open); decision 0042.
 */
import * as access from '../../../openapi/endpoints/access.ts';
import * as desk from '../../../openapi/endpoints/console.ts';
import * as pages from '../../../openapi/endpoints/pages.ts';
import { postLink } from '../../../openapi/endpoints/people.ts';
import type { Caller } from '../../commands/command.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Scope } from '../../vocabulary/scope.ts';
import type { SeeOther, TextAnswer } from '../answer.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import type { Edge } from '../edge.ts';
import { type EdgePages, plainPages, type SiteArea } from '../plain-pages.ts';
import { endedCookie, sessionCookie } from './cookie.ts';
import { endingAtProvider } from './sign-in.ts';

interface Wanted {
  readonly subject?: string;
  readonly staff?: { readonly id: string; readonly scopes: readonly Scope[] };
}

/** Somebody presses the button of a link. */
type Coming = Pick<Circumstances, 'session' | 'requestId' | 'device'> & { readonly body: { readonly code: string } };

interface Invited {
  readonly holder: string;
  readonly scopes?: readonly Scope[];
  readonly place: SiteArea;
}

/** Whom a link lets in: one customer or one member of staff. */
function invitedBy({ subject, staff }: Wanted): Invited | Problem {
  if ((subject === undefined) === (staff === undefined)) return problem('validation-failed', undefined, [oneOfTwo]);
  if (staff !== undefined)
    return { holder: staffIdentifier(staff.id), scopes: [...new Set(staff.scopes)], place: 'console' };
  return subject?.startsWith('customer:') === true
    ? { holder: subject, place: 'me' }
    : problem('validation-failed', undefined, [notACustomer]);
}

const linkHandler = ({ sessions, baseUrl, isKnown, links, sendLink, happened }: Edge): Bound =>
  on(postLink)(async ({ body, caller, requestId }) => {
    const invited = invitedBy(body);
    if (isProblem(invited)) return invited;
    const { holder, scopes, place } = invited;
    const sent = defined({ sent: body.send });
    const made = await links?.made({ caller, requestId }, { holder, ...sent });
    if (isProblem(made)) return made;
    const { code, expiresAt } = await sessions.invite(holder, defined({ scopes, made }));
    happened?.({ what: 'link-made', requestId, actor: caller.actor.id });
    const known = await isKnown?.(holder);
    const url = `${baseUrl}/${place}/enter/${code}`;
    const about = { expiresAt: timeOf(expiresAt), ...defined({ known }) };
    if (body.send === undefined) return { status: 201, body: { url, ...about } };
    if ((await sendLink?.(holder, url)) === true) return { status: 201, body: { sent: true, ...about } };
    return problem('validation-failed', undefined, [noAddress]);
  });

function comingAndGoing(edge: Edge, drawn: EdgePages) {
  const entered = async ({ body, session, requestId, device }: Coming): Promise<SeeOther | Problem> => {
    const begun = await edge.sessions.begin(body.code, {
      opened: async (caller, link) => edge.links?.opened(caller, { ...link, requestId }),
      ...defined({ device }),
    });
    if (isProblem(begun)) return begun;
    const { caller, until } = begun.session;
    if (session !== undefined) await edge.sessions.end(session);
    edge.happened?.({ what: 'signed-in', requestId, actor: caller.actor.id });
    const cookie = sessionCookie(begun.name, Math.floor((until - edge.now()) / 1000));
    return { see: caller.self === undefined ? '/console' : '/me', headers: { 'Set-Cookie': cookie } };
  };
  const left = async ({
    language,
    session,
    requestId,
    caller,
  }: {
    readonly language: string;
    readonly session?: string;
    readonly requestId: string;
    readonly caller: Caller;
  }): Promise<TextAnswer> => {
    const provider = await endingAtProvider(edge, caller.self === undefined ? 'console' : 'me', session);
    if (session !== undefined) await edge.sessions.end(session);
    edge.happened?.({ what: 'signed-out', requestId, actor: caller.actor.id });
    return {
      status: 200,
      text: drawn.left(language, provider),
      // No "cookies": a browser would clear those of the whole domain, and with them sign-ins elsewhere.
      headers: { 'Set-Cookie': endedCookie, 'Clear-Site-Data': '"cache", "storage"' },
    };
  };
  return { entered, left };
}

const addressHandlers = (edge: Edge, drawn: EdgePages): readonly Bound[] => [
  on(access.showAddress)(async ({ params, language }) =>
    (await edge.addresses?.isOpen(params.code)) === true
      ? { status: 200, text: drawn.address(params.code, language) }
      : problem('link-expired'),
  ),
  on(access.confirmAddress)(async ({ body, language, requestId }) => {
    const refused = await edge.addresses?.confirm(body.code, requestId);
    return refused ?? { status: 200, text: drawn.addressConfirmed(language) };
  }),
];

export function enterHandlers(edge: Edge): readonly Bound[] {
  const { sessions } = edge;
  const drawn = edge.pages ?? plainPages;
  const shown = async (
    place: SiteArea,
    { params, language }: { readonly params: { readonly code: string }; readonly language: string },
  ) =>
    (await sessions.isOpen(params.code))
      ? { status: 200, text: drawn.enter(params.code, language, place) }
      : problem('link-expired');
  const { entered, left } = comingAndGoing(edge, drawn);
  return [
    linkHandler(edge),
    on(pages.showEnter)((context) => shown('me', context)),
    on(desk.showConsoleEnter)((context) => shown('console', context)),
    on(pages.enter)(entered),
    on(desk.enterConsole)(entered),
    ...addressHandlers(edge, drawn),
    on(pages.leave)(left),
    on(desk.leaveConsole)(left),
  ];
}

const oneOfTwo = {
  pointer: '/subject',
  code: 'required',
  message: 'A link is for one customer or for one member of staff.',
  fix: 'Send subject (customer:<id>), or staff with id and scopes.',
};

const noAddress = {
  pointer: '/send',
  code: 'no-address',
  message: 'No confirmed e-mail address is on record for whom the link is for.',
  fix: 'Leave send out and hand the link over yourself, or add an address first.',
};

const notACustomer = {
  pointer: '/subject',
  code: 'wrong-form',
  message: 'A sign-in link is made for a customer number.',
  fix: 'Send customer:<id>.',
};
