/**
 * Lets a customer in through a sign-in link, and out again.
 * Flow:    POST /v1/links (makes the link) → GET /me/enter/{code} (a button) → POST /me/enter (a session) → /me.
 * Promise: a GET never uses a code up; a code works once; leaving clears what the browser kept.
 * Source:  DESIGN section 8; RELIABILITY 3.2 (links that scanners open).
 */
import * as pages from '../../../openapi/endpoints/pages.ts';
import { postLink } from '../../../openapi/endpoints/people.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import type { Edge } from '../edge.ts';
import { plainPages } from '../plain-pages.ts';
import { endedCookie, sessionCookie } from './cookie.ts';

export function enterHandlers(edge: Edge): readonly Bound[] {
  const { sessions, baseUrl, now } = edge;
  const drawn = edge.pages ?? plainPages;
  return [
    on(postLink)(async ({ body }) => {
      if (!body.subject.startsWith('customer:')) return problem('validation-failed', undefined, [notACustomer]);
      const { code, expiresAt } = await sessions.invite(body.subject);
      return { status: 201, body: { url: `${baseUrl}/me/enter/${code}`, expiresAt: new Date(expiresAt).toISOString() } };
    }),
    on(pages.showEnter)(async ({ params, language }) =>
      (await sessions.isOpen(params.code)) ? { status: 200, text: drawn.enter(params.code, language) } : problem('link-expired'),
    ),
    on(pages.enter)(async ({ body }) => {
      const begun = await sessions.begin(body.code);
      if (begun === undefined) return problem('link-expired');
      return { see: '/me', headers: { 'Set-Cookie': sessionCookie(begun.name, Math.floor((begun.session.until - now()) / 1000)) } };
    }),
    on(pages.leave)(async ({ language, session }) => {
      if (session !== undefined) await sessions.end(session);
      return { status: 200, text: drawn.left(language), headers: { 'Set-Cookie': endedCookie, 'Clear-Site-Data': '"cache", "cookies", "storage"' } };
    }),
  ];
}

const notACustomer = {
  pointer: '/subject',
  code: 'wrong-form',
  message: 'A sign-in link is made for a customer number.',
  fix: 'Send customer:<id>.',
};
