/**
 * The AI systems: which run and which are stopped; one of them with its switch and the decisions it had a part in.
 * Flow:    http/handlers/console/systems.ts → here → frame.tsx.
 * Promise: a stop says what follows from it before it is pressed; of the people behind decisions only the decisions
 *          show.
 * Source:  AI Act 14(4)(e), 26(5); docs/design.md 12 (every control says what follows from it).
 */

import type { AffectedShown, SystemState } from '../../answers/console/systems.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Chrome, dayOn, sayOn, timeOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf, mayOn } from './frame.tsx';
import { DayInput, Downloads, Facts, Form, Nothing, Panel, TextArea } from './parts.tsx';

const chips = { running: 'agreed', stopped: 'stopped', retired: 'needed' } as const;

const State = ({ system, chrome }: { readonly system: SystemState; readonly chrome: Chrome }) => (
  <ul class="chips">
    <li class={`chip ${chips[system.state]}`}>{sayOn(chrome, `console.system.${system.state}`)}</li>
    <li class="chip">{system.oversight}</li>
    {system.openReviews === 0 ? null : (
      <li class="chip">{sayOn(chrome, 'console.system.open-reviews', { count: system.openReviews })}</li>
    )}
  </ul>
);

export const systemsPage = (systems: readonly SystemState[], chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.systems'),
    lead: sayOn(chrome, 'console.systems.lead'),
    chrome: { ...chrome, area: 'systems' },
    children: (
      <div class="panel">
        {systems.length === 0 ? <Nothing words={sayOn(chrome, 'register.none')} /> : null}
        {systems.map((system) => (
          <div class="system-row">
            <div>
              <h2>
                <a href={`/console/systems/${system.key}`}>{system.name}</a>
              </h2>
              {system.description === null ? null : <p>{system.description}</p>}
              <State system={system} chrome={chrome} />
            </div>
          </div>
        ))}
        <Downloads chrome={chrome} page="/console/systems" files={['systems.csv']} />
      </div>
    ),
  });

export interface SystemPage {
  readonly system: SystemState;
  readonly affected: readonly AffectedShown[];
  /** Since when the decisions are listed. */
  readonly since: string;
  readonly next: string | null;
  readonly error?: string;
  readonly wrong?: readonly string[];
  readonly done?: string;
  readonly typed?: { readonly reason: string; readonly since: string };
}

interface Props {
  readonly page: SystemPage;
  readonly chrome: ConsoleChrome;
}

const Stopped = ({ page: { system }, chrome }: Props) =>
  system.stop === null ? null : (
    <Panel id="stop" title={sayOn(chrome, 'console.system.stopped')}>
      <Facts
        facts={[
          [sayOn(chrome, 'console.system.since'), timeOn(chrome, system.stop.at)],
          [
            sayOn(chrome, 'console.system.by'),
            sayOn(chrome, system.stop.byYou ? 'console.holder.you' : 'console.holder.colleague'),
          ],
          [sayOn(chrome, 'console.system.reason'), system.stop.reason ?? '–'],
          ...(system.stop.affectedSince === null
            ? []
            : ([[sayOn(chrome, 'console.system.doubted'), dayOn(chrome, system.stop.affectedSince)]] as const)),
        ]}
      />
      {mayOn(chrome, 'switch') ? (
        <>
          <p class="hint">{sayOn(chrome, 'console.system.resume.effect')}</p>
          <Form
            chrome={chrome}
            action={`/console/systems/${system.key}/resume`}
            label={sayOn(chrome, 'console.system.resume')}
            look="quiet"
          >
            <TextArea id="resume-reason" name="reason" label={sayOn(chrome, 'console.system.resume.reason')} />
          </Form>
        </>
      ) : null}
    </Panel>
  );

const Stop = ({ page: { system, typed }, chrome }: Props) =>
  system.state !== 'running' || !mayOn(chrome, 'switch') ? null : (
    <Panel id="stop" title={sayOn(chrome, 'console.system.stop')}>
      <p class="hint">{sayOn(chrome, 'console.system.stop.effect')}</p>
      <Form
        chrome={chrome}
        action={`/console/systems/${system.key}/stop`}
        label={sayOn(chrome, 'console.system.stop.now')}
        look="stop"
      >
        <TextArea
          id="stop-reason"
          name="reason"
          label={sayOn(chrome, 'console.system.reason')}
          hint={sayOn(chrome, 'console.system.reason.hint')}
          value={typed?.reason ?? ''}
          required
        />
        <DayInput
          id="since"
          name="since"
          label={sayOn(chrome, 'console.system.doubted')}
          hint={sayOn(chrome, 'console.system.doubted.hint')}
          value={typed?.since ?? ''}
        />
      </Form>
    </Panel>
  );

/** Nothing is said of a result to whoever has to note an own view of it first. */
const resultOf = ({ adverse }: AffectedShown) => {
  if (adverse === null) return 'decision.own-view-first' as const;
  return adverse ? ('console.affected.adverse' as const) : ('console.affected.not-adverse' as const);
};

const AffectedRow = ({ row, chrome }: { readonly row: AffectedShown; readonly chrome: ConsoleChrome }) => (
  <tr>
    <th scope="row">
      {mayOn(chrome, 'explain') ? (
        <a href={`/console/decisions/${row.decision}`}>
          {dayOn(chrome, row.decidedAt)}
          <span class="visually-hidden">, {row.decision.slice(-6)}</span>
        </a>
      ) : (
        dayOn(chrome, row.decidedAt)
      )}
    </th>
    <td data-name={sayOn(chrome, 'console.affected.result')}>{sayOn(chrome, resultOf(row))}</td>
    <td data-name={sayOn(chrome, 'console.affected.effect')}>{row.effect}</td>
    <td data-name={sayOn(chrome, 'console.affected.review')}>
      {row.review === null ? (
        sayOn(chrome, 'console.affected.no-review')
      ) : mayOn(chrome, 'review') ? (
        <a href={`/console/reviews/${row.review}`}>
          {sayOn(chrome, 'console.desk.review')}
          <span class="visually-hidden">, {row.review.slice(-6)}</span>
        </a>
      ) : (
        sayOn(chrome, 'console.desk.in-review')
      )}
    </td>
  </tr>
);

const AffectedTable = ({ page: { affected }, chrome }: Props) => (
  <WideTable label={sayOn(chrome, 'console.affected.title')} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'console.decision.day')}</th>
        <th scope="col">{sayOn(chrome, 'console.affected.result')}</th>
        <th scope="col">{sayOn(chrome, 'console.affected.effect')}</th>
        <th scope="col">{sayOn(chrome, 'console.affected.review')}</th>
      </tr>
    </thead>
    <tbody>
      {affected.map((row) => (
        <AffectedRow row={row} chrome={chrome} />
      ))}
    </tbody>
  </WideTable>
);

const OpenAll = ({ page: { system }, chrome }: Props) =>
  system.state !== 'stopped' || !mayOn(chrome, 'switch') ? null : (
    <Form
      chrome={chrome}
      action={`/console/systems/${system.key}/reviews`}
      label={sayOn(chrome, 'console.affected.open')}
    >
      <p class="hint">{sayOn(chrome, 'console.affected.open.effect')}</p>
      <label class="tick">
        <input type="checkbox" name="adverseOnly" value="yes" />
        <span>{sayOn(chrome, 'console.affected.adverse-only')}</span>
      </label>
    </Form>
  );

const Affected = ({ page, chrome }: Props) => (
  <Panel
    id="affected"
    title={sayOn(chrome, 'console.affected.title')}
    note={sayOn(chrome, 'console.affected.since', { day: dayOn(chrome, page.since) })}
  >
    {page.affected.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.affected.none')} />
    ) : (
      <AffectedTable page={page} chrome={chrome} />
    )}
    {page.next === null ? null : (
      <p class="more-link">
        <a href={`/console/systems/${page.system.key}?after=${page.next}`}>{sayOn(chrome, 'console.affected.next')}</a>
      </p>
    )}
    <Downloads
      chrome={chrome}
      page={`/console/systems/${page.system.key}`}
      files={['decisions.csv', 'decisions.json']}
    />
    {page.affected.length === 0 ? null : <OpenAll page={page} chrome={chrome} />}
  </Panel>
);

export const systemPage = (page: SystemPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: page.system.name,
    ...(page.system.description === null ? {} : { lead: page.system.description }),
    chrome: { ...chrome, area: 'systems' },
    back: { href: '/console/systems', label: sayOn(chrome, 'console.systems.all') },
    ...defined({ error: page.error, wrong: page.wrong, done: page.done }),
    children: (
      <>
        <State system={page.system} chrome={chrome} />
        <div class="two switch-first">
          <div>
            <Stopped page={page} chrome={chrome} />
            <Stop page={page} chrome={chrome} />
            <Panel id="reviews" title={sayOn(chrome, 'console.nav.reviews')}>
              <p>{sayOn(chrome, 'console.system.open-reviews', { count: page.system.openReviews })}</p>
              {mayOn(chrome, 'review') ? (
                <p class="more-link">
                  <a href={`/console/reviews?aiSystem=${page.system.key}`}>{sayOn(chrome, 'console.reviews.all')}</a>
                </p>
              ) : null}
            </Panel>
          </div>
          <div>
            <Affected page={page} chrome={chrome} />
          </div>
        </div>
      </>
    ),
  });
