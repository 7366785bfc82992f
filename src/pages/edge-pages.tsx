/**
 * The pages the edge shows by itself: the button of a sign-in link, signing out, a failure, what a problem code means.
 * Flow:    http (its port for pages) → here → layout.
 * Promise: catalogue texts and the request number only, never an inner cause; signing in takes one deliberate click.
 * Source:  RFC 9457; DESIGN section 8 (identity).
 */
import type { ComponentChildren } from 'preact';
import type { ProblemKind } from '../vocabulary/problems.ts';
import { type Chrome, companyOf, sayOn } from './chrome.ts';
import { pageOf } from './layout.tsx';

/** A failure as the caller sees it. */
export interface FailureShown {
  /** The page that explains the code. */
  readonly type: string;
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly message: string; readonly fix: string }[];
}

const Centred = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="card centred">
    <h1>{title}</h1>
    {children}
  </div>
);

const Failure = ({ view, chrome }: { readonly view: FailureShown; readonly chrome: Chrome }) => (
  <Centred title={view.title}>
    <p>{view.detail}</p>
    {view.errors === undefined ? null : (
      <ul class="rows">
        {view.errors.map(({ message, fix }) => (
          <li>
            {message} {fix}
          </li>
        ))}
      </ul>
    )}
    <p class="downloads">
      <a class="button quiet" href="/me">
        {sayOn(chrome, 'problem.home')}
      </a>
      <a class="button quiet" href={view.type}>
        {sayOn(chrome, 'problem.what')}
      </a>
    </p>
    <p class="quiet">
      {sayOn(chrome, 'problem.request')} <span class="hash">{view.requestId}</span>
    </p>
  </Centred>
);

const Explained = ({ code, known, chrome }: { readonly code: string; readonly known: ProblemKind; readonly chrome: Chrome }) => (
  <Centred title={known.title}>
    <p>{known.meaning}</p>
    <h2>{sayOn(chrome, 'problem.fix')}</h2>
    <p>{known.fix}</p>
    <p class="quiet">
      {sayOn(chrome, 'problem.code')} <code>{code}</code>, HTTP {known.status}
    </p>
  </Centred>
);

const Enter = ({ code, chrome }: { readonly code: string; readonly chrome: Chrome }) => (
  <Centred title={sayOn(chrome, 'enter.title')}>
    <p>{sayOn(chrome, 'enter.lead', { company: companyOf(chrome) })}</p>
    <form method="post" action="/me/enter">
      <input type="hidden" name="code" value={code} />
      <button class="main" type="submit">
        {sayOn(chrome, 'enter.button')}
      </button>
    </form>
  </Centred>
);

const Plain = ({ title, lead }: { readonly title: string; readonly lead: string }) => (
  <Centred title={title}>
    <p>{lead}</p>
  </Centred>
);

/** The four pages with one company name and zone; none of them has a session. */
export function edgePages(company: { readonly company?: string; readonly timeZone: string }) {
  const chromeIn = (language: string): Chrome => ({ ...company, language });
  const plain = (language: string, key: 'enter.problem' | 'left'): string => {
    const chrome = chromeIn(language);
    const title = sayOn(chrome, `${key}.title`);
    return pageOf({ title, chrome, children: <Plain title={title} lead={sayOn(chrome, `${key}.lead`)} /> });
  };
  return {
    failure: (view: FailureShown, language: string): string =>
      view.code === 'link-expired'
        ? plain(language, 'enter.problem')
        : pageOf({ title: view.title, chrome: chromeIn(language), children: <Failure view={view} chrome={chromeIn(language)} /> }),
    problem: (code: string, known: ProblemKind, language: string): string =>
      pageOf({ title: known.title, chrome: chromeIn(language), children: <Explained code={code} known={known} chrome={chromeIn(language)} /> }),
    enter: (code: string, language: string): string => {
      const chrome = { ...chromeIn(language), address: `/me/enter/${code}` };
      return pageOf({ title: sayOn(chrome, 'enter.title'), chrome, children: <Enter code={code} chrome={chrome} /> });
    },
    left: (language: string): string => plain(language, 'left'),
  };
}
