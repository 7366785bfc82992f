/**
 * The frame of the console: the dark side with what this member of staff may open, the head, the main part.
 * Flow:    every page of the console → here → a finished document.
 * Promise: what a session may not open is not offered; nothing inline, nothing from elsewhere, and no script but the
 *          keys and one that a page names; nothing needs them.
 * Source:  docs/design.md 12 (console scale); WCAG 2.2.
 */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { MessageKey } from '../../language/say.ts';
import { speaks } from '../../language/say.ts';
import { companyOf, countOn, sayOn } from '../chrome.ts';
import { withLanguages } from '../foreign.ts';
import { FormError, titleWith, WithFaults } from '../form-error.tsx';
import { Icon, type IconName, Mark } from '../icons.tsx';
import { Languages } from '../layout.tsx';
import { KeysButton, KeysHelp } from './keys.tsx';
import { SaveView, ViewLinks, type ViewsChrome } from './saved-views.tsx';

export type Area =
  | 'start'
  | 'reviews'
  | 'requests'
  | 'breaches'
  | 'connected'
  | 'desk'
  | 'customers'
  | 'systems'
  | 'notices'
  | 'oversight'
  | 'trust'
  | 'reports'
  | 'ledger'
  | 'confirmations'
  | 'staff'
  | 'settings';

/** What a member of staff may do beside reading. */
export type May = 'review' | 'ask-human' | 'note' | 'switch' | 'explain';

export interface ConsoleChrome extends ViewsChrome {
  readonly staff: string;
  readonly area?: Area;
  /** The areas that this session opens. */
  readonly areas: readonly Area[];
  readonly may: readonly May[];
  /** How many acts wait for a second person. */
  readonly waiting: number;
}

export const mayOn = (chrome: ConsoleChrome, what: May): boolean => chrome.may.includes(what);

interface Link {
  readonly area: Area;
  readonly href: string;
  readonly icon: IconName;
}

const groups: readonly { readonly title: MessageKey; readonly links: readonly Link[] }[] = [
  {
    title: 'console.nav.work',
    links: [
      { area: 'start', href: '/console', icon: 'home' },
      { area: 'reviews', href: '/console/reviews', icon: 'person' },
      { area: 'requests', href: '/console/requests', icon: 'list' },
      { area: 'breaches', href: '/console/breaches', icon: 'late' },
      { area: 'connected', href: '/console/connected', icon: 'link' },
      { area: 'desk', href: '/console/desk', icon: 'search' },
      { area: 'customers', href: '/console/customers', icon: 'people' },
      { area: 'confirmations', href: '/console/confirmations', icon: 'shield' },
    ],
  },
  {
    title: 'console.nav.watch',
    links: [
      { area: 'systems', href: '/console/systems', icon: 'system' },
      { area: 'notices', href: '/console/notices', icon: 'notice' },
      { area: 'oversight', href: '/console/oversight', icon: 'scales' },
      { area: 'trust', href: '/console/trust', icon: 'bars' },
      { area: 'reports', href: '/console/reports', icon: 'report' },
      { area: 'ledger', href: '/console/ledger', icon: 'ledger' },
    ],
  },
  {
    title: 'console.nav.house',
    links: [
      { area: 'staff', href: '/console/staff', icon: 'badge' },
      { area: 'settings', href: '/console/settings', icon: 'settings' },
    ],
  },
];

/** The number for the eye, and in words for those who hear it. */
const Waiting = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <>
    <span class="side-count" aria-hidden="true">
      {countOn(chrome, chrome.waiting)}
    </span>
    <span class="visually-hidden">, {sayOn(chrome, 'console.confirm.waiting', { count: chrome.waiting })}</span>
  </>
);

const NavLink = ({ link, chrome }: { readonly link: Link; readonly chrome: ConsoleChrome }) => (
  <li>
    <a href={link.href} {...(chrome.area === link.area ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={link.icon} />
      {sayOn(chrome, `console.nav.${link.area}`)}
      {link.area === 'confirmations' && chrome.waiting > 0 ? <Waiting chrome={chrome} /> : null}
    </a>
  </li>
);

const Navigation = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <nav class="side-nav" aria-label={sayOn(chrome, 'console.nav')}>
    {groups.map(({ title, links }) => {
      const open = links.filter(({ area }) => chrome.areas.includes(area));
      return open.length === 0 ? null : (
        <div class="side-group">
          <p class="side-title">{sayOn(chrome, title)}</p>
          <ul>
            {open.map((link) => (
              <NavLink link={link} chrome={chrome} />
            ))}
          </ul>
        </div>
      );
    })}
    <ViewLinks chrome={chrome} />
  </nav>
);

const Who = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <div class="side-who">
    <p>
      <span class="visually-hidden">{sayOn(chrome, 'console.signed-in')} </span>
      <span class="hash">{chrome.staff}</span>
    </p>
    <p>
      <a href="/console/sessions">{sayOn(chrome, 'sessions.title')}</a>
    </p>
    <form method="post" action="/console/leave">
      <input type="hidden" name="csrf" value={chrome.session?.csrf ?? ''} />
      <button class="plain" type="submit">
        {sayOn(chrome, 'page.sign-out')}
      </button>
    </form>
  </div>
);

const Side = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <header class="side">
    <div class="side-in">
      <p class="brand">
        <Mark />
        <span>{chrome.company ?? 'Candor'}</span>
      </p>
      {chrome.session === undefined ? null : <Navigation chrome={chrome} />}
      {chrome.session === undefined ? null : <Who chrome={chrome} />}
    </div>
  </header>
);

interface HeadProps {
  readonly title: string;
  readonly chrome: ConsoleChrome;
  readonly script: string | undefined;
}

const Head = ({ title, chrome, script }: HeadProps) => (
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
    <link rel="stylesheet" href="/assets/console.css" />
    <link rel="stylesheet" href="/assets/console-audit.css" />
    <link rel="stylesheet" href="/assets/console-office.css" />
    <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
    {script === undefined ? null : <script type="module" src={`/assets/${script}`} />}
    <script type="module" src="/assets/keys.js" />
  </head>
);

interface ConsoleFrame {
  readonly title: string;
  readonly chrome: ConsoleChrome;
  /** One sentence under the title. */
  readonly lead?: string;
  /** Where this page was reached from. */
  readonly back?: { readonly href: string; readonly label: string };
  /** What did not work, said at the top. */
  readonly error?: string;
  /** The names of the fields that were wrong. */
  readonly wrong?: readonly string[];
  readonly done?: string;
  /** What stands beside the title. */
  readonly beside?: ComponentChildren;
  /** A table and what belongs to it need the whole width of a desk. */
  readonly isBroad?: boolean;
  /** A file of the assets that helps here; everything works without it. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

const ResultMessage = ({ error, done, chrome }: Pick<ConsoleFrame, 'error' | 'done' | 'chrome'>) => (
  <>
    {error === undefined ? null : <FormError words={error} chrome={chrome} />}
    {done === undefined ? null : (
      <p id="saved" class="said" role="status" tabIndex={-1}>
        <Icon name="check" /> {done}
      </p>
    )}
  </>
);

const Top = ({ title, lead, back, beside }: ConsoleFrame) => (
  <div class="console-head">
    {back === undefined ? null : (
      <p class="back">
        <a href={back.href}>{back.label}</a>
      </p>
    )}
    <h1>{title}</h1>
    {lead === undefined ? null : <p class="console-lead">{lead}</p>}
    {beside === undefined ? null : <div class="head-actions">{beside}</div>}
  </div>
);

const Document = (frame: ConsoleFrame) => {
  const { title, chrome, isBroad, error, wrong, script, children } = frame;
  return (
    <html lang={speaks(chrome.language).language}>
      <Head title={titleWith(title, error, chrome)} chrome={chrome} script={script} />
      <body class="console">
        <a class="skip" href="#content">
          {sayOn(chrome, 'page.skip')}
        </a>
        <Side chrome={chrome} />
        <div class="console-body">
          <main id="content" tabIndex={-1} {...(isBroad === true ? { class: 'broad' } : {})}>
            {speaks(chrome.language).fallback ? <p class="note">{sayOn(chrome, 'page.language-fallback')}</p> : null}
            <Top {...frame} />
            <ResultMessage {...frame} />
            <WithFaults fields={wrong}>{children}</WithFaults>
            <SaveView chrome={chrome} />
          </main>
          <footer class="console-foot">
            <Languages chrome={chrome} />
            <KeysButton chrome={chrome} />
          </footer>
        </div>
        <KeysHelp chrome={chrome} />
      </body>
    </html>
  );
};

/** A finished page of the console. */
export const consolePageOf = (frame: ConsoleFrame): string =>
  withLanguages(`<!doctype html>${renderToString((<Document {...frame} />) as JSX.Element)}`);
