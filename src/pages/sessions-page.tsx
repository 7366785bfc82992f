/**
 * Where somebody is signed in, with a button to end each session and one to end all of them.
 * Flow:    http/handlers/sessions → here → layout, console/frame.
 * Promise: this browser is named as such; a session that began with somebody else's link says so.
 * Source:  decision 0043; docs/design.md 12.
 */
import type { MessageKey } from '../language/say.ts';
import { type Chrome, sayOn, timeOn } from './chrome.ts';
import { type ConsoleChrome, consolePageOf } from './console/frame.tsx';
import { ButtonForm } from './controls.tsx';
import { pageOf } from './layout.tsx';

export interface SessionShown {
  readonly id: string;
  /** RFC 3339. */
  readonly begunAt: string;
  readonly lastUsedAt: string;
  readonly device: string | null;
  readonly linkBy: 'staff' | 'operator' | 'administrator' | null;
  readonly ownLink: boolean;
  /** The one that this page is read in. */
  readonly isThis: boolean;
}

interface SessionsProps {
  readonly items: readonly SessionShown[];
  readonly chrome: Chrome;
  /** Where the forms lead. */
  readonly place: string;
}

const nameOf = ({ device, isThis }: SessionShown, chrome: Chrome): string =>
  sayOn(chrome, isThis ? 'sessions.this' : 'sessions.browser', { device: device ?? 'none' });

const One = ({ session, chrome, place }: Omit<SessionsProps, 'items'> & { readonly session: SessionShown }) => (
  <li>
    <p>
      <strong>{nameOf(session, chrome)}</strong>
    </p>
    <p class="quiet">
      {sayOn(chrome, 'sessions.times', {
        begun: timeOn(chrome, session.begunAt),
        used: timeOn(chrome, session.lastUsedAt),
      })}
    </p>
    {session.ownLink || session.linkBy === null ? null : (
      <p class="note">{sayOn(chrome, `sessions.link.${session.linkBy}` satisfies MessageKey)}</p>
    )}
    <ButtonForm
      chrome={chrome}
      action={`${place}/end`}
      fields={{ id: session.id }}
      label={sayOn(chrome, 'sessions.end')}
      about={nameOf(session, chrome)}
    />
  </li>
);

const List = ({ items, chrome, place }: SessionsProps) => (
  <>
    <div class="card sessions">
      <ul class="rows">
        {items.map((session) => (
          <One session={session} chrome={chrome} place={place} />
        ))}
      </ul>
    </div>
    <div class="card sessions">
      <p>{sayOn(chrome, 'sessions.end-all.effect')}</p>
      <ButtonForm
        chrome={chrome}
        action={`${place}/end-all`}
        fields={{}}
        label={sayOn(chrome, 'sessions.end-all')}
        look="main"
      />
    </div>
  </>
);

export const sessionsPage = (items: readonly SessionShown[], chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'sessions.title'),
    chrome,
    children: (
      <>
        <div class="lead single">
          <div>
            <h1>{sayOn(chrome, 'sessions.title')}</h1>
            <p class="summary">{sayOn(chrome, 'sessions.lead')}</p>
          </div>
        </div>
        <List items={items} chrome={chrome} place="/me/sessions" />
      </>
    ),
  });

export const consoleSessionsPage = (items: readonly SessionShown[], chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'sessions.title'),
    lead: sayOn(chrome, 'sessions.lead'),
    chrome,
    children: <List items={items} chrome={chrome} place="/console/sessions" />,
  });
