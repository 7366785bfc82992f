/**
 * The few pages of the edge itself: a failure, what a problem means, the button of a sign-in link.
 * Flow:    pipeline, service, session/enter → here (or the pages room through the same port) → HTML.
 * Promise: every text is escaped; no script, no style, nothing from elsewhere.
 * Source:  docs/design.md 12.
 */
import type { ProblemKind } from '../vocabulary/problems.ts';
import type { ProblemView } from './problem.ts';

/** Whose pages: a customer's, or those of staff. The first part of every path of them. */
export type SiteArea = 'me' | 'console';

/** Whose page failed, and where signing in begins where that mends it. */
interface FailedAt {
  readonly place: SiteArea;
  readonly signIn?: string;
  /** What was written into the form that failed. */
  readonly typed?: readonly string[];
}

/** What the pages room may draw more beautifully. */
export interface EdgePages {
  /** A failure, shown to a person in a browser. */
  failure(view: ProblemView, language: string, where: FailedAt): string;
  /** What a problem code means. */
  problem(code: string, known: ProblemKind, language: string): string;
  /** The page of a sign-in link: one button that posts `code` to /me/enter or /console/enter. */
  enter(code: string, language: string, place: SiteArea): string;
  /** The page that confirms an e-mail address: one button that posts `code` to /me/address. */
  address(code: string, language: string): string;
  addressConfirmed(language: string): string;
  /** The button that leads to the sign-in provider, which people know by this name. */
  signIn(provider: string, language: string, place: SiteArea): string;
  /** After signing out; where the session began at a provider, with the way to sign out there, too. */
  left(language: string, provider?: { readonly name: string; readonly url: string }): string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '');

const frame = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title></head><body><main><h1>${safe(title)}</h1>${content}</main></body></html>`;

export const plainPages: EdgePages = {
  failure: (view, _language, { signIn }) =>
    frame(
      view.title,
      `<p>${safe(view.detail)}</p>${signIn === undefined ? '' : `<p><a href="${safe(signIn)}">Sign in</a></p>`}<p><a href="${safe(view.type)}">What this means</a></p><p>Number of this answer: ${safe(view.requestId)}</p>`,
    ),
  problem: (code, known) =>
    frame(
      known.title,
      `<p>${safe(known.meaning)}</p><h2>How to mend it</h2><p>${safe(known.fix)}</p><dl><dt>Code</dt><dd>${safe(code)}</dd><dt>HTTP status</dt><dd>${known.status}</dd></dl>`,
    ),
  enter: (code, _language, place) =>
    frame(
      'Sign in',
      `<p>Press the button to come in.</p><form method="post" action="/${place}/enter"><input type="hidden" name="code" value="${safe(code)}"><button>Sign in</button></form>`,
    ),
  address: (code) =>
    frame(
      'Confirm your address',
      `<p>Press the button to confirm it.</p><form method="post" action="/me/address"><input type="hidden" name="code" value="${safe(code)}"><button>Confirm</button></form>`,
    ),
  addressConfirmed: () => frame('Your address is confirmed', '<p>You can close this page.</p>'),
  signIn: (provider, _language, place) =>
    frame('Sign in', `<p><a href="/${place}/sign-in/begin">Sign in at ${safe(provider)}</a></p>`),
  left: (_language, provider) =>
    frame(
      'You are signed out',
      provider === undefined
        ? '<p>You can close this page.</p>'
        : `<p><a href="${safe(provider.url)}">Sign out at ${safe(provider.name)}, too</a></p>`,
    ),
};
