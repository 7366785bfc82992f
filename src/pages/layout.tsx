/**
 * The frame of every page: head, navigation, main part, foot; and the step from components to a finished document.
 * Flow:    every page → here → http (HTML).
 * Promise: no script, nothing inline, nothing from elsewhere; the page works with styles switched off.
 * Source:  docs/design.md 12; WCAG 2.2.
 */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { languageNames, languages } from '../language/messages/catalogues.ts';
import { speaks } from '../language/say.ts';
import { pageLinks } from '../vocabulary/page-link.ts';
import { type Chrome, companyOf, type MenuPlace, sayOn } from './chrome.ts';
import { withLanguages } from './foreign.ts';
import { titleWith, WithFaults } from './form-error.tsx';
import { Mark } from './icons.tsx';

const places: readonly { readonly place: MenuPlace; readonly href: string }[] = [
  { place: 'ai-use', href: '/me' },
  { place: 'choices', href: '/me/choices' },
  { place: 'requests', href: '/me/requests' },
  { place: 'messages', href: '/me/messages' },
  { place: 'record', href: '/me/ledger' },
];

const Navigation = ({ chrome }: { readonly chrome: Chrome }) => (
  <nav class="nav" aria-label={sayOn(chrome, 'page.nav')}>
    <ul>
      {places.map(({ place, href }) => (
        <li>
          <a href={href} {...(chrome.here === place ? { 'aria-current': 'page' as const } : {})}>
            {sayOn(chrome, `page.nav.${place}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const SignOut = ({ chrome }: { readonly chrome: Chrome }) =>
  chrome.session === undefined ? null : (
    <form class="sign-out" method="post" action="/me/leave">
      <input type="hidden" name="csrf" value={chrome.session.csrf} />
      <button class="plain" type="submit">
        {sayOn(chrome, 'page.sign-out')}
      </button>
    </form>
  );

const Head = ({ chrome, title }: { readonly chrome: Chrome; readonly title: string }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>{`${title} · ${companyOf(chrome)}`}</title>
    <link rel="preload" href="/assets/inter.woff2" as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="preload" href="/assets/source-serif.woff2" as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="stylesheet" href="/assets/portal.css" />
    <link rel="stylesheet" href="/assets/portal-parts.css" />
    <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
  </head>
);

const Top = ({ chrome }: { readonly chrome: Chrome }) => (
  <header class="top">
    <div class="wide top-row">
      <p class="brand">
        <Mark />
        <span>{chrome.company ?? 'Candor'}</span>
      </p>
      {chrome.session === undefined ? null : <Navigation chrome={chrome} />}
      <SignOut chrome={chrome} />
    </div>
  </header>
);

const SignedInLinks = ({ chrome }: { readonly chrome: Chrome }) => (
  <>
    <li>
      <a href="/me/requests/new?kind=complaint">{sayOn(chrome, 'page.footer.complain')}</a>
    </li>
    <li>
      <a href="/me/sessions">{sayOn(chrome, 'sessions.title')}</a>
    </li>
    <li>
      <a href="/me/ledger#words">{sayOn(chrome, 'page.footer.words')}</a>
    </li>
  </>
);

/** Each language under its own name, as a link, so that it works without script. */
export const Languages = ({ chrome }: { readonly chrome: Chrome }) => {
  const { address } = chrome;
  if (address === undefined) return null;
  const spoken = speaks(chrome.language).language;
  return (
    <nav class="languages" aria-label={sayOn(chrome, 'page.languages')}>
      <ul>
        {languages.map((language) => (
          <li>
            <a
              href={`${address}${address.includes('?') ? '&' : '?'}language=${language}`}
              lang={language}
              hreflang={language}
              {...(language === spoken ? { 'aria-current': 'true' as const } : {})}
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** What the company says elsewhere, under the names that people look for. */
const CompanyLinks = ({ chrome: { links = {}, ...chrome } }: { readonly chrome: Chrome }) => (
  <>
    {pageLinks.map((name) =>
      links[name] === undefined ? null : (
        <li>
          <a href={links[name]}>{sayOn(chrome, `page.footer.${name}`)}</a>
        </li>
      ),
    )}
  </>
);

const Foot = ({ chrome }: { readonly chrome: Chrome }) => (
  <footer class="foot">
    <div class="wide foot-row">
      <p>{sayOn(chrome, 'page.footer', { company: companyOf(chrome) })}</p>
      <ul>
        <li>
          <a href="/v1/register">{sayOn(chrome, 'register.title')}</a>
        </li>
        {chrome.session === undefined ? null : <SignedInLinks chrome={chrome} />}
        <CompanyLinks chrome={chrome} />
      </ul>
      <Languages chrome={chrome} />
    </div>
  </footer>
);

/** Somebody else's link: said on every page, because what is done here is recorded with it. */
const Through = ({ chrome }: { readonly chrome: Chrome }) => {
  const role = chrome.session?.through;
  return role === undefined ? null : (
    <p class="note through">{sayOn(chrome, 'through.note', { role: sayOn(chrome, 'use.look.role', { role }) })}</p>
  );
};

interface Frame {
  readonly title: string;
  readonly chrome: Chrome;
  /** What did not work with the form of this page. */
  readonly error?: string;
  readonly wrong?: readonly string[];
  /** True where a text fell back to another language. */
  readonly languageFallback?: boolean;
  readonly children: ComponentChildren;
}

const Document = ({ title, chrome, error, wrong, languageFallback, children }: Frame) => (
  <html lang={speaks(chrome.language).language}>
    <Head chrome={chrome} title={titleWith(title, error, chrome)} />
    <body>
      <a class="skip" href="#content">
        {sayOn(chrome, 'page.skip')}
      </a>
      <Top chrome={chrome} />
      <main id="content" class="wide" tabIndex={-1}>
        {languageFallback === true || speaks(chrome.language).fallback ? (
          <p class="note">{sayOn(chrome, 'page.language-fallback')}</p>
        ) : null}
        <Through chrome={chrome} />
        <WithFaults fields={wrong}>{children}</WithFaults>
      </main>
      <Foot chrome={chrome} />
    </body>
  </html>
);

/** A finished document. */
export const pageOf = (frame: Frame): string =>
  withLanguages(`<!doctype html>${renderToString((<Document {...frame} />) as JSX.Element)}`);
