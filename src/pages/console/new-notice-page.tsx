/**
 * The beginning of a notice that nobody has written yet: its short name and what it is for.
 * Flow:    http/handlers/console/notices.ts → here → notice-page.tsx (its texts).
 * Promise: a form that records nothing; what does not fit is said at the form, with what was typed.
 * Source:  decision 0127; WCAG 3.3.1.
 */
import { defined } from '../../vocabulary/defined.ts';
import { sayOn } from '../chrome.ts';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Input, Nothing, Panel, Select } from './parts.tsx';

interface NewNoticePage {
  readonly purposes: readonly { readonly key: string; readonly name: string }[];
  readonly key: string;
  readonly purpose: string;
  readonly error?: string;
  readonly wrong?: readonly string[];
}

const Begin = ({ page, chrome }: { readonly page: NewNoticePage; readonly chrome: ConsoleChrome }) => (
  <form class="form" method="get" action="/console/notices/new">
    <Select
      id="purpose"
      name="purpose"
      label={sayOn(chrome, 'console.notices.new.purpose')}
      chosen={page.purpose}
      options={page.purposes.map(({ key, name }) => ({ value: key, label: name }))}
    />
    <Input
      id="key"
      name="key"
      label={sayOn(chrome, 'console.notices.new.key')}
      hint={sayOn(chrome, 'console.notices.new.key.hint')}
      value={page.key}
      required
    />
    <button class="main" type="submit">
      {sayOn(chrome, 'console.notices.new.go')}
    </button>
  </form>
);

export const newNoticePage = (page: NewNoticePage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.notices.new'),
    lead: sayOn(chrome, 'console.notices.new.lead'),
    chrome: { ...chrome, area: 'notices' },
    back: { href: '/console/notices', label: sayOn(chrome, 'console.nav.notices') },
    ...defined({ error: page.error, wrong: page.wrong }),
    children: (
      <Panel id="begin" title={sayOn(chrome, 'console.notices.new.about')}>
        {page.purposes.length === 0 ? (
          <Nothing words={sayOn(chrome, 'console.notices.new.no-purpose')} />
        ) : (
          <Begin page={page} chrome={chrome} />
        )}
      </Panel>
    ),
  });
