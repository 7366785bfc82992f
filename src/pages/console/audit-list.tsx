/**
 * The entries that fit, the newest first, a day after the other; an erased one keeps its row.
 * Flow:    audit-page.tsx → here.
 * Promise: every row leads to its entry, its system, its person and whoever acted; there is a way back to newer ones.
 * Source:  docs/design.md 12; WCAG 1.4.1.
 */
import type { AuditFilters, AuditList, AuditPlace } from '../../answers/ledger/audit.ts';
import type { AuditRow } from '../../answers/ledger/audit-row.ts';
import { calendarDay, timeOfDayWords } from '../../language/dates.ts';
import { countOn, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink, WideTable } from '../controls.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { auditHref, entryHref } from './audit-links.ts';
import type { ConsoleChrome } from './frame.tsx';
import { Nothing } from './parts.tsx';

interface ListProps {
  readonly list: AuditList;
  readonly filters: AuditFilters;
  readonly place: AuditPlace;
  readonly chrome: ConsoleChrome;
  /** The place of the entry that is open. */
  readonly open?: number;
}

const icons: Readonly<Record<AuditRow['look'], IconName | undefined>> = {
  allowed: 'check',
  refused: 'cross',
  reported: 'late',
  person: 'person',
  erased: 'gone',
  plain: undefined,
};

export const KindWords = ({ row }: { readonly row: AuditRow }) => {
  const icon = icons[row.look];
  return (
    <span class={`row-look look-${row.look}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {row.words}
    </span>
  );
};

/** The end of a pseudonym tells people apart well enough for the eye; a link has the whole of it. */
export const shortId = (id: string): string => (id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-6)}` : id);

const Hatched = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <span class="hatched">
    <span class="visually-hidden">{sayOn(chrome, 'console.audit.erased')}</span>
  </span>
);

const Actor = ({ row, filters, chrome }: ListProps & { readonly row: AuditRow }) => {
  if (row.actor === undefined) return row.look === 'erased' ? <Hatched chrome={chrome} /> : <>–</>;
  const { id, role } = row.actor;
  return (
    <>
      {sayOn(chrome, 'console.audit.actor', { role })}
      {id === 'self' ? null : (
        <>
          {' '}
          <a class="hash" href={auditHref({ ...filters, actor: id })}>
            {shortId(id)}
          </a>
        </>
      )}
    </>
  );
};

const What = ({ row, filters, chrome }: ListProps & { readonly row: AuditRow }) => (
  <>
    <KindWords row={row} />
    {row.look === 'erased' ? <span class="row-note">{sayOn(chrome, 'console.audit.erased.note')}</span> : null}
    {row.aiSystem === undefined ? null : (
      <span class="row-system">
        <a href={auditHref({ ...filters, aiSystem: row.aiSystem.key })}>{row.aiSystem.name}</a>
      </span>
    )}
    {row.because === undefined ? null : <span class="row-note">{row.because}</span>}
  </>
);

const Row = (props: ListProps & { readonly row: AuditRow }) => {
  const { row, filters, place, chrome, open } = props;
  const at = row.at === null ? null : timeOfDayWords(chrome.language, Date.parse(row.at), chrome.timeZone);
  return (
    <tr {...(row.place === open ? { class: 'open-row' } : {})}>
      <th scope="row">
        <a
          class="hash"
          href={entryHref(row, { filters, place })}
          {...(row.place === open ? { 'aria-current': 'true' as const } : {})}
        >
          <span class="visually-hidden">{sayOn(chrome, 'console.audit.column.entry')} </span>
          {row.log === 0 ? countOn(chrome, row.index) : `${row.log}/${countOn(chrome, row.index)}`}
        </a>
      </th>
      <td class="time" data-name={sayOn(chrome, 'console.audit.column.time', { zone: chrome.timeZone })}>
        {at ?? <Hatched chrome={chrome} />}
      </td>
      <td class="what">
        <What {...props} />
      </td>
      <td data-name={sayOn(chrome, 'console.audit.person')}>
        {row.subject === undefined ? (
          row.look === 'erased' ? (
            <Hatched chrome={chrome} />
          ) : (
            '–'
          )
        ) : (
          <a class="hash" href={auditHref({ ...filters, subject: row.subject })}>
            {shortId(row.subject)}
          </a>
        )}
      </td>
      <td class="by" data-name={sayOn(chrome, 'console.audit.column.by')}>
        <Actor {...props} />
      </td>
      <td class="seal" data-name={sayOn(chrome, 'console.audit.column.seal')}>
        <span class="hash">{`${row.leafHash.slice(0, 8)}…`}</span>
      </td>
    </tr>
  );
};

/** Rows by their day; an erased one says none and stays where it stands. */
function byDay(rows: readonly AuditRow[], timeZone: string): readonly { day: string | null; rows: AuditRow[] }[] {
  const days: { day: string | null; rows: AuditRow[] }[] = [];
  for (const row of rows) {
    const day = row.at === null ? null : calendarDay(Date.parse(row.at), timeZone);
    const last = days.at(-1);
    if (last === undefined) days.push({ day, rows: [row] });
    else if (day === null || day === last.day) last.rows.push(row);
    else if (last.day === null) {
      last.day = day;
      last.rows.push(row);
    } else days.push({ day, rows: [row] });
  }
  return days;
}

const COLUMNS = 6;

const Entries = (props: ListProps) => {
  const { list, chrome } = props;
  return (
    <WideTable label={sayOn(chrome, 'console.audit.list')} look="stack-table audit-table">
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'console.audit.column.entry')}</th>
          <th scope="col">{sayOn(chrome, 'console.audit.column.time', { zone: chrome.timeZone })}</th>
          <th scope="col">{sayOn(chrome, 'console.audit.column.what')}</th>
          <th scope="col">{sayOn(chrome, 'console.audit.person')}</th>
          <th scope="col" class="by">
            {sayOn(chrome, 'console.audit.column.by')}
          </th>
          <th scope="col" class="seal">
            {sayOn(chrome, 'console.audit.column.seal')}
          </th>
        </tr>
      </thead>
      {byDay(list.rows, chrome.timeZone).map(({ day, rows }) => (
        <tbody>
          {day === null ? null : (
            <tr class="day-row">
              <th scope="rowgroup" colSpan={COLUMNS}>
                {dayOn(chrome, day)}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <Row {...props} row={row} />
          ))}
        </tbody>
      ))}
    </WideTable>
  );
};

const Pages = ({ list, filters, chrome }: ListProps) =>
  list.newer === null && list.older === null ? null : (
    <nav class="pages" aria-label={sayOn(chrome, 'console.audit.pages')}>
      {list.newer === null ? null : (
        <>
          <ButtonLink href={auditHref(filters)} label={sayOn(chrome, 'console.audit.newest')} />
          <ButtonLink href={auditHref(filters, { after: list.newer })} label={sayOn(chrome, 'console.audit.newer')} />
        </>
      )}
      {list.older === null ? null : (
        <ButtonLink href={auditHref(filters, { before: list.older })} label={sayOn(chrome, 'console.audit.older')} />
      )}
    </nav>
  );

export const AuditEntries = (props: ListProps) => {
  const { list, chrome } = props;
  if (list.rows.length > 0)
    return (
      <>
        <Entries {...props} />
        <Pages {...props} />
      </>
    );
  return (
    <>
      <Nothing words={sayOn(chrome, list.older === null ? 'console.audit.none' : 'console.audit.none-here')} />
      <Pages {...props} />
    </>
  );
};
