/**
 * The ledger audit: is the record intact, how much was recorded when, which entries, and one of them with its proof.
 * Flow:    http/handlers/console/audit.ts → here → the parts beside it.
 * Promise: works without script; every view is a link; empty, narrow and very full states are drawn, too.
 * Source:  docs/design.md 12 (console).
 */
import type { AuditChart, AuditFilters, AuditList, AuditPlace, AuditState } from '../../answers/ledger/audit.ts';
import type { AuditEntry } from '../../answers/ledger/audit-entry.ts';
import { defined } from '../../vocabulary/defined.ts';
import { countOn, sayOn } from '../chrome.ts';
import { ButtonLink, scrolls } from '../controls.tsx';
import { AuditVolume } from './audit-chart.tsx';
import { AuditEntryPanel, CheckYourself } from './audit-entry.tsx';
import { AuditFilterBar, type Choices } from './audit-filters.tsx';
import { evidenceHref, tableHref } from './audit-links.ts';
import { AuditEntries } from './audit-list.tsx';
import { AuditStrip, CheckNow, checkWords } from './audit-state.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Panel } from './parts.tsx';

interface AuditPage {
  readonly state: AuditState;
  readonly chart: AuditChart;
  readonly list: AuditList;
  readonly filters: AuditFilters;
  readonly place: AuditPlace;
  readonly choices: Choices;
  /** The calendar day it is now. */
  readonly today: string;
  /** Rows of the file at most. */
  readonly mostRows: number;
  readonly entry?: AuditEntry;
  /** True right after a check. */
  readonly isChecked?: boolean;
  readonly error?: string;
  /** What was typed into the search for a person. */
  readonly typed?: string;
}

type Props = { readonly page: AuditPage; readonly chrome: ConsoleChrome };

/** Known where the drawing counts what the list shows: not by who acted, and of a system it counts the uses alone. */
function countWords({ page: { filters, chart, state }, chrome }: Props): string | undefined {
  const { from, to, actor, aiSystem, ...rest } = filters;
  if (actor !== undefined || aiSystem !== undefined) return undefined;
  const isTimed = from !== undefined;
  const isAll = Object.keys(rest).length === 0 && !isTimed && to === undefined;
  const count = isAll ? state.size : isTimed ? (chart.total ?? undefined) : undefined;
  return count === undefined ? undefined : sayOn(chrome, 'console.audit.list.count', { count });
}

/** The address of the same entries for a program; days are left to it, which has moments. */
function apiAddress({ kind, aiSystem, subject, actor }: AuditFilters): string {
  const pairs = Object.entries(defined({ kind, aiSystem, subject, actor }));
  const exact = pairs.filter(([name, value]) => name !== 'kind' || value.includes('.'));
  return `GET /v1/ledger/entries${exact.length === 0 ? '' : `?${new URLSearchParams(exact)}`}`;
}

const Take = ({ page, chrome }: Props) => (
  <Panel id="take" title={sayOn(chrome, 'console.audit.export.title')}>
    <p class="downloads">
      <ButtonLink href={tableHref(page.filters)} label={sayOn(chrome, 'console.audit.export.table')} />
      {page.filters.subject === undefined ? null : (
        <>
          <ButtonLink href={evidenceHref(page.filters.subject)} label={sayOn(chrome, 'console.audit.pack')} />
          <ButtonLink
            href={`/console/customers/${page.filters.subject}`}
            label={sayOn(chrome, 'console.customers.open')}
          />
        </>
      )}
    </p>
    <p>{sayOn(chrome, 'console.audit.export.note', { most: countOn(chrome, page.mostRows) })}</p>
    <pre {...scrolls}>
      <code>{apiAddress(page.filters)}</code>
    </pre>
  </Panel>
);

const List = ({ page, chrome }: Props) => {
  const count = countWords({ page, chrome });
  const { filters, list, place, entry, choices, typed } = page;
  return (
    <section class="panel list-panel" aria-labelledby="entries">
      <div class="panel-head">
        <h2 id="entries">{sayOn(chrome, 'console.audit.list')}</h2>
        {count === undefined ? null : <p>{count}</p>}
      </div>
      <AuditFilterBar filters={filters} choices={choices} chrome={chrome} {...defined({ typed })} />
      {filters.subject === undefined ? null : <p class="hint">{sayOn(chrome, 'console.look.recorded')}</p>}
      <AuditEntries
        list={list}
        filters={filters}
        place={place}
        chrome={chrome}
        {...(entry === undefined ? {} : { open: entry.row.place })}
      />
    </section>
  );
};

const Content = ({ page, chrome }: Props) => {
  const { state, chart, filters, place, entry, today } = page;
  return (
    <>
      <AuditStrip state={state} chart={chart} chrome={chrome} />
      <div class={entry === undefined ? 'audit' : 'audit with-entry'}>
        {entry === undefined ? null : (
          <AuditEntryPanel entry={entry} state={state} filters={filters} place={place} chrome={chrome} />
        )}
        <div class="audit-main">
          <AuditVolume chart={chart} filters={filters} place={place} today={today} chrome={chrome} />
          <List page={page} chrome={chrome} />
          <div class={entry === undefined ? 'halves' : ''}>
            <Take page={page} chrome={chrome} />
            {entry === undefined ? (
              <Panel id="self" title={sayOn(chrome, 'console.audit.self.title')}>
                <CheckYourself state={state} chrome={chrome} />
              </Panel>
            ) : null}
          </div>
        </div>
      </div>
    </>
  );
};

/** A check that found something is an error, and one that found nothing a word that it worked. */
function outcomeOf({ page: { state, isChecked, error }, chrome }: Props) {
  if (error !== undefined) return { error };
  if (state.check === null) return {};
  if (!state.check.isGood) return { error: checkWords({ state, chrome }) };
  return isChecked === true ? { done: checkWords({ state, chrome }) } : {};
}

export const auditPage = (page: AuditPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.audit.title'),
    lead: sayOn(chrome, 'console.audit.lead'),
    chrome: { ...chrome, area: 'ledger' },
    beside: <CheckNow chrome={chrome} />,
    isBroad: true,
    ...outcomeOf({ page, chrome }),
    children: <Content page={page} chrome={chrome} />,
  });
