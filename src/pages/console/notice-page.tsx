/**
 * One notice or purpose: its versions with how many people stand on each, two of them compared, the next one written
 * and published.
 * Flow:    http/handlers/console/notices.ts → here → frame.tsx.
 * Promise: which versions are compared stands in the address; a new version is said where it stands, and the keyboard
 *          begins there.
 * Source:  decision 0127; docs/design.md 12 (console).
 */
import type { VersionLine } from '../../answers/console/published.ts';
import { defined } from '../../vocabulary/defined.ts';
import { countOn, dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { NoticeForm } from './notice-form.tsx';
import { NoticePreview } from './notice-preview.tsx';
import { type NoticePage, type NoticeProps, pathOf } from './notice-shown.ts';
import { CountedNote, peopleWords } from './notices-page.tsx';
import { Downloads, Panel, Select } from './parts.tsx';
import { WordChanges } from './word-changes.tsx';

const columns = ['version', 'published', 'people', 'meaning'] as const;

const Meaning = ({ line, chrome }: { readonly line: VersionLine; readonly chrome: NoticeProps['chrome'] }) => (
  <>
    {line.version === 1 ? null : sayOn(chrome, `console.notices.material.${line.asksAgain ? 'yes' : 'no'}`)}
    {line.isHardToRead ? <span class="setting-what">{sayOn(chrome, 'console.notices.hard-published')}</span> : null}
  </>
);

const Row = ({ line, page, chrome }: NoticeProps & { readonly line: VersionLine }) => (
  <tr>
    <th scope="row">
      {line.version === 1 ? (
        countOn(chrome, line.version)
      ) : (
        <a href={`${pathOf(page)}?from=${line.version - 1}&to=${line.version}#changes`}>
          {countOn(chrome, line.version)}
          <span class="visually-hidden">, {sayOn(chrome, 'console.notices.changes')}</span>
        </a>
      )}
    </th>
    <td data-name={sayOn(chrome, 'console.notices.published')}>{dayOn(chrome, line.publishedAt)}</td>
    <td data-name={sayOn(chrome, 'console.notices.people')}>{peopleWords(line.people, chrome)}</td>
    <td data-name={sayOn(chrome, 'console.notices.meaning')}>
      <Meaning line={line} chrome={chrome} />
    </td>
  </tr>
);

const Versions = ({ page, chrome }: NoticeProps) => (
  <Panel id="versions" title={sayOn(chrome, 'console.notices.versions')}>
    {page.isDone ? (
      <p id="saved" class="said" role="status" tabIndex={-1}>
        <Icon name="check" /> {sayOn(chrome, 'console.notices.done', { version: page.newest })}
      </p>
    ) : null}
    <WideTable label={sayOn(chrome, 'console.notices.versions')} look="stack-table">
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col">{sayOn(chrome, `console.notices.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.versions.map((line) => (
          <Row line={line} page={page} chrome={chrome} />
        ))}
      </tbody>
    </WideTable>
    <CountedNote counted={page} chrome={chrome} />
    <Downloads
      chrome={chrome}
      page={pathOf(page)}
      files={['versions.csv']}
      about={sayOn(chrome, 'console.notices.versions')}
    />
  </Panel>
);

const Compare = ({ page, chrome }: NoticeProps) => {
  const { compared } = page;
  if (compared === null) return null;
  const options = page.versions.map(({ version }) => ({
    value: String(version),
    label: sayOn(chrome, 'console.notices.version-of', { version }),
  }));
  return (
    <Panel id="changes" title={sayOn(chrome, 'console.notices.changes')}>
      <form class="audit-form trust-form" method="get" action={`${pathOf(page)}#changes`}>
        <Select
          id="from"
          name="from"
          label={sayOn(chrome, 'console.notices.from')}
          chosen={String(compared.from)}
          options={options}
        />
        <Select
          id="to"
          name="to"
          label={sayOn(chrome, 'console.notices.to')}
          chosen={String(compared.to)}
          options={options}
        />
        <button class="main" type="submit">
          {sayOn(chrome, 'console.notices.compare')}
        </button>
      </form>
      <WordChanges differences={compared.differences} chrome={chrome} />
    </Panel>
  );
};

export const noticePage = (page: NoticePage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: page.newest === 0 ? `${sayOn(chrome, 'console.notices.new')}: ${page.key}` : page.name,
    chrome: { ...chrome, area: 'notices' },
    back: { href: '/console/notices', label: sayOn(chrome, 'console.nav.notices') },
    script: 'console-plain.js',
    ...defined({ error: page.error, wrong: page.wrong }),
    children: (
      <>
        <NoticePreview page={page} chrome={chrome} />
        {page.newest === 0 ? null : <Versions page={page} chrome={chrome} />}
        <Compare page={page} chrome={chrome} />
        <Panel
          id="write"
          title={sayOn(chrome, 'console.notices.write', { version: page.newest + 1 })}
          note={sayOn(chrome, 'console.notices.write.note')}
        >
          <NoticeForm page={page} chrome={chrome} />
        </Panel>
      </>
    ),
  });
