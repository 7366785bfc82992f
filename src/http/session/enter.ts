/**
 * Lets a customer or a member of staff in through a sign-in link, and out again.
 * Flow:    POST /v1/links (makes the link) → GET /me/enter/{code} or /console/enter/{code} (a button) → POST (a
 *          session).
 * Promise: a GET never uses a code up; a code works once and leads to the pages it was made for; leaving clears what
 *          the browser kept.
 * Source:  docs/design.md 8; docs/promises.md 3.2 (links that scanners open).
 */
import * as desk from '../../../openapi/endpoints/console.ts';
import * as pages from '../../../openapi/endpoints/pages.ts';
import { postLink } from '../../../openapi/endpoints/people.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Scope } from '../../vocabulary/scope.ts';
import type { SeeOther, TextAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import type { Edge } from '../edge.ts';
import { plainPages, type SiteArea } from '../plain-pages.ts';
import { endedCookie, sessionCookie } from './cookie.ts';

interface Wanted {
  readonly subject?: string;
  readonly staff?: { readonly id: string; readonly scopes: readonly Scope[] };
}

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

const linkHandler = ({ sessions, baseUrl, isKnown }: Edge): Bound =>
  on(postLink)(async ({ body }) => {
    const invited = invitedBy(body);
    if (isProblem(invited)) return invited;
    const { code, expiresAt } = await sessions.invite(invited.holder, invited.scopes);
    const known = await isKnown?.(invited.holder);
    const url = `${baseUrl}/${invited.place}/enter/${code}`;
    return { status: 201, body: { url, expiresAt: timeOf(expiresAt), ...defined({ known }) } };
  });

export function enterHandlers(edge: Edge): readonly Bound[] {
  const { sessions, now } = edge;
  const drawn = edge.pages ?? plainPages;
  const shown = async (
    place: SiteArea,
    { params, language }: { readonly params: { readonly code: string }; readonly language: string },
  ) =>
    (await sessions.isOpen(params.code))
      ? { status: 200, text: drawn.enter(params.code, language, place) }
      : problem('link-expired');
  const entered = async (code: string): Promise<SeeOther | Problem> => {
    const begun = await sessions.begin(code);
    if (isProblem(begun)) return begun;
    const { caller, until } = begun.session;
    const cookie = sessionCookie(begun.name, Math.floor((until - now()) / 1000));
    return { see: caller.self === undefined ? '/console' : '/me', headers: { 'Set-Cookie': cookie } };
  };
  const left = async ({
    language,
    session,
  }: {
    readonly language: string;
    readonly session?: string;
  }): Promise<TextAnswer> => {
    if (session !== undefined) await sessions.end(session);
    return {
      status: 200,
      text: drawn.left(language),
      headers: { 'Set-Cookie': endedCookie, 'Clear-Site-Data': '"cache", "cookies", "storage"' },
    };
  };
  return [
    linkHandler(edge),
    on(pages.showEnter)((context) => shown('me', context)),
    on(desk.showConsoleEnter)((context) => shown('console', context)),
    on(pages.enter)(({ body }) => entered(body.code)),
    on(desk.enterConsole)(({ body }) => entered(body.code)),
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

const notACustomer = {
  pointer: '/subject',
  code: 'wrong-form',
  message: 'A sign-in link is made for a customer number.',
  fix: 'Send customer:<id>.',
};
