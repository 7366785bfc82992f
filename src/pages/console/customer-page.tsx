/**
 * Customers: one search, and one person's whole picture on one page.
 * Flow:    http/handlers/console/customers.ts → here → frame.tsx.
 * Promise: says before every search that the look is recorded; who looked is shown as the person could count it,
 *          grouped by day; each part leads to where it can be worked on.
 * Source:  docs/design.md 8; docs/design.md 12 (console); docs/law.md 9.
 */
import type { Customer } from '../../answers/desk/customer.ts';
import { languageWords, regimeWords } from '../../language/regions.ts';
import { countOn, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink, WideTable } from '../controls.tsx';
import { auditHref, evidenceHref } from './audit-links.ts';
import { CustomerSearch } from './customer-search.tsx';
import { type ConsoleChrome, consolePageOf, mayOn } from './frame.tsx';
import { Downloads, Facts, Figure, Nothing, Panel } from './parts.tsx';
import { RequestTable } from './request-list.tsx';

interface Props {
  readonly found: Customer;
  readonly chrome: ConsoleChrome;
}

const Who = ({ found: { who }, chrome }: Props) => (
  <Panel id="who" title={sayOn(chrome, 'console.desk.person')}>
    <Facts
      facts={[
        [sayOn(chrome, 'console.customers.known-as'), who.identifiers.join(', ')],
        [
          sayOn(chrome, 'console.regimes'),
          who.regimes.map((regime) => regimeWords(chrome.language, regime)).join(', '),
        ],
        [sayOn(chrome, 'console.customers.age'), sayOn(chrome, `console.customers.age.${who.ageBand ?? 'none'}`)],
        [sayOn(chrome, 'page.languages'), who.language === null ? '–' : languageWords(chrome.language, who.language)],
        [sayOn(chrome, 'console.number'), <span class="hash">{who.subject}</span>],
      ]}
    />
  </Panel>
);

const Files = ({ found, chrome, list, about }: Props & { readonly list: string; readonly about: string }) => (
  <Downloads chrome={chrome} page={`/console/customers/${found.who.subject}`} files={[`${list}.csv`]} about={about} />
);

const Figures = ({ found: { numbers }, chrome }: Props) => (
  <dl class="figures">
    <Figure title={sayOn(chrome, 'console.customers.uses')} value={countOn(chrome, numbers.uses)} />
    <Figure title={sayOn(chrome, 'console.customers.refused')} value={countOn(chrome, numbers.refused)} />
    <Figure title={sayOn(chrome, 'console.customers.without')} value={countOn(chrome, numbers.usesWithoutPermission)} />
    <Figure title={sayOn(chrome, 'console.desk.decisions')} value={countOn(chrome, numbers.decisions)} />
  </dl>
);

const Systems = ({ found, found: { systems, summary, span }, chrome }: Props) => (
  <Panel id="systems" title={sayOn(chrome, 'console.customers.systems')} note={span}>
    <p class="hint">{sayOn(chrome, 'console.desk.their-words')}</p>
    <p class="quote">{summary}</p>
    <WideTable label={sayOn(chrome, 'console.customers.systems')} look="stack-table">
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'console.column.system')}</th>
          <th scope="col">{sayOn(chrome, 'console.customers.choice')}</th>
          <th scope="col">{sayOn(chrome, 'console.customers.uses')}</th>
          <th scope="col">{sayOn(chrome, 'console.customers.refused')}</th>
          <th scope="col">{sayOn(chrome, 'console.customers.without')}</th>
        </tr>
      </thead>
      <tbody>
        {systems.map(({ name, choice, uses }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-name={sayOn(chrome, 'console.customers.choice')}>{choice}</td>
            <td data-name={sayOn(chrome, 'console.customers.uses')}>{countOn(chrome, uses.allowed + uses.reported)}</td>
            <td data-name={sayOn(chrome, 'console.customers.refused')}>{countOn(chrome, uses.refused)}</td>
            <td data-name={sayOn(chrome, 'console.customers.without')}>
              {countOn(chrome, uses.reportedWithoutPermission)}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
    <Files found={found} chrome={chrome} list="systems" about={sayOn(chrome, 'console.customers.systems')} />
  </Panel>
);

const Choices = ({ found, found: { choices }, chrome }: Props) => (
  <Panel
    id="choices"
    title={sayOn(chrome, 'console.customers.choices')}
    note={sayOn(chrome, 'console.desk.their-words')}
  >
    {choices.length === 0 ? <Nothing words={sayOn(chrome, 'console.customers.choices.none')} /> : null}
    <ul class="rows">
      {choices.map(({ words, at }) => (
        <li>
          {words} <span class="quiet">{at === null ? '–' : dayOn(chrome, at)}</span>
        </li>
      ))}
    </ul>
    <Files found={found} chrome={chrome} list="choices" about={sayOn(chrome, 'console.customers.choices')} />
  </Panel>
);

const Decisions = ({ found, found: { decisions }, chrome }: Props) => (
  <Panel id="decisions" title={sayOn(chrome, 'console.desk.decisions')}>
    {decisions.length === 0 ? <Nothing words={sayOn(chrome, 'console.desk.decisions.none')} /> : null}
    {decisions.map(({ id, headline, review }) => (
      <div class="case">
        <p>
          <strong>{headline}</strong>
        </p>
        <div class="row-links">
          <a href={`/console/decisions/${id}`}>
            {sayOn(chrome, 'console.desk.why')}
            <span class="visually-hidden">: {headline}</span>
          </a>
          {review === null ? null : mayOn(chrome, 'review') ? (
            <a href={`/console/reviews/${review}`}>
              {sayOn(chrome, 'console.desk.review')}
              <span class="visually-hidden">: {headline}</span>
            </a>
          ) : (
            <span class="quiet">{sayOn(chrome, 'console.desk.in-review')}</span>
          )}
        </div>
      </div>
    ))}
    <Files found={found} chrome={chrome} list="decisions" about={sayOn(chrome, 'console.desk.decisions')} />
  </Panel>
);

const Requests = ({ found, found: { requests }, chrome }: Props) => (
  <Panel id="requests" title={sayOn(chrome, 'console.nav.requests')}>
    {requests.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.customers.requests.none')} />
    ) : (
      <RequestTable items={requests} chrome={chrome} />
    )}
    <Files found={found} chrome={chrome} list="requests" about={sayOn(chrome, 'console.nav.requests')} />
  </Panel>
);

const Looks = ({ found, found: { looks }, chrome }: Props) => (
  <Panel
    id="looks"
    title={sayOn(chrome, 'console.customers.looks')}
    note={sayOn(chrome, 'console.customers.looks.note')}
  >
    <WideTable label={sayOn(chrome, 'console.customers.looks')} look="stack-table">
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'console.customers.day')}</th>
          <th scope="col">{sayOn(chrome, 'console.audit.column.by')}</th>
          <th scope="col">{sayOn(chrome, 'console.column.why')}</th>
          <th scope="col">{sayOn(chrome, 'report.count.officer')}</th>
        </tr>
      </thead>
      <tbody>
        {looks.map(({ day, role, reason, actor, count }) => (
          <tr>
            <th scope="row">{dayOn(chrome, day)}</th>
            <td data-name={sayOn(chrome, 'console.audit.column.by')}>
              {sayOn(chrome, 'console.customers.role', { role })} <span class="hash">{actor.slice(0, 12)}</span>
            </td>
            <td data-name={sayOn(chrome, 'console.column.why')}>
              {sayOn(chrome, 'console.customers.reason', { reason })}
            </td>
            <td data-name={sayOn(chrome, 'report.count.officer')}>{countOn(chrome, count)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
    <Files found={found} chrome={chrome} list="looks" about={sayOn(chrome, 'console.customers.looks')} />
  </Panel>
);

export const customerPage = (found: Customer, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.customers.one'),
    lead: sayOn(chrome, 'console.look.recorded'),
    back: { href: '/console/customers', label: sayOn(chrome, 'console.nav.customers') },
    chrome: { ...chrome, area: 'customers' },
    beside: (
      <>
        <ButtonLink
          href={auditHref({ subject: found.who.subject })}
          label={sayOn(chrome, 'console.customers.ledger', { count: found.entries })}
        />
        <ButtonLink href={evidenceHref(found.who.subject)} label={sayOn(chrome, 'console.audit.pack')} />
      </>
    ),
    children: (
      <>
        <Figures found={found} chrome={chrome} />
        <div class="two">
          <div>
            <Systems found={found} chrome={chrome} />
            <Choices found={found} chrome={chrome} />
            <Requests found={found} chrome={chrome} />
          </div>
          <div>
            <Who found={found} chrome={chrome} />
            <Decisions found={found} chrome={chrome} />
          </div>
        </div>
        <Looks found={found} chrome={chrome} />
      </>
    ),
  });

interface SearchAgain {
  readonly whom?: string;
  readonly error?: string;
}

export const customersPage = ({ whom = '', error }: SearchAgain, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.customers'),
    lead: sayOn(chrome, 'console.customers.lead'),
    chrome: { ...chrome, area: 'customers' },
    ...(error === undefined ? {} : { error, wrong: ['whom'] }),
    children: <CustomerSearch action="/console/customers" whom={whom} chrome={chrome} />,
  });
