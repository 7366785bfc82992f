/**
 * Training runs: the list by AI system and model version, and one run with the people it may no longer use.
 * Flow:    http/handlers/console/training.ts, oversight-page.tsx → here → parts.tsx.
 * Promise: the numbers of the API; people by pseudonym; whoever was erased is counted and stands nowhere.
 * Source:  decision 0077; docs/design.md 12 (console).
 */
import type { NoLonger, OneRun, ShownRun } from '../../answers/training/ask.ts';
import { reasonSentence } from '../../language/reasons.ts';
import { countOn, dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Facts, Nothing, Panel } from './parts.tsx';

const PAGE = '/console/training';
const areaOf = (chrome: ConsoleChrome): ConsoleChrome => ({ ...chrome, area: 'oversight' });

interface Listed {
  readonly names: ReadonlyMap<string, string>;
  /** The address of the next page. */
  readonly more?: string;
}

const More = ({ href, label }: { readonly href: string | undefined; readonly label: string }) =>
  href === undefined ? null : (
    <p class="more-link">
      <a href={href}>{label}</a>
    </p>
  );

const stateWords = (chrome: ConsoleChrome, { state }: Pick<ShownRun, 'state'>): string =>
  sayOn(chrome, 'console.training.state.is', { state });

interface Runs extends Listed {
  readonly runs: readonly ShownRun[];
}

const RunTable = ({ runs, names, chrome }: Runs & { readonly chrome: ConsoleChrome }) => (
  <WideTable label={sayOn(chrome, 'console.training.title')} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'console.calls.system')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.version')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.purpose')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.state')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.included')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.refused')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.registered')}</th>
      </tr>
    </thead>
    <tbody>
      {runs.map((run) => (
        <tr>
          <th scope="row">{names.get(run.aiSystem) ?? run.aiSystem}</th>
          <td data-name={sayOn(chrome, 'console.training.version')}>
            <a href={`${PAGE}/${run.id}`}>{run.modelVersion}</a>
          </td>
          <td data-name={sayOn(chrome, 'console.training.purpose')}>{run.purpose}</td>
          <td data-name={sayOn(chrome, 'console.training.state')}>{stateWords(chrome, run)}</td>
          <td data-name={sayOn(chrome, 'console.training.included')}>{countOn(chrome, run.included)}</td>
          <td data-name={sayOn(chrome, 'console.training.refused')}>{countOn(chrome, run.refused)}</td>
          <td data-name={sayOn(chrome, 'console.training.registered')}>{dayOn(chrome, run.registeredAt)}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

/** On the page of oversight. */
export const TrainingPanel = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <Panel id="training" title={sayOn(chrome, 'console.training.title')}>
    <More href={PAGE} label={sayOn(chrome, 'console.training.see')} />
  </Panel>
);

export const trainingPage = (list: Runs, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.training.title'),
    lead: sayOn(chrome, 'console.training.lead'),
    chrome: areaOf(chrome),
    children: (
      <Panel id="runs" title={sayOn(chrome, 'console.training.back')}>
        {list.runs.length === 0 ? (
          <Nothing words={sayOn(chrome, 'console.training.none')} />
        ) : (
          <RunTable {...list} chrome={chrome} />
        )}
        <More href={list.more} label={sayOn(chrome, 'console.training.next')} />
        <Downloads chrome={chrome} page={PAGE} files={['training-runs.csv', 'training-runs.json']} />
      </Panel>
    ),
  });

interface ShownOne extends Listed {
  readonly run: OneRun;
  readonly gone: { readonly items: readonly NoLonger[]; readonly lookedAt: number };
}

const GoneTable = ({ items, chrome }: { readonly items: readonly NoLonger[]; readonly chrome: ConsoleChrome }) => (
  <WideTable label={sayOn(chrome, 'console.training.gone')} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'console.training.person')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.why')}</th>
        <th scope="col">{sayOn(chrome, 'console.training.since')}</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ subject, reason, since }) => (
        <tr>
          <th scope="row">
            <span class="hash">{subject}</span>
          </th>
          <td data-name={sayOn(chrome, 'console.training.why')}>
            {reasonSentence(chrome.language, reason, 'officer')}
          </td>
          <td data-name={sayOn(chrome, 'console.training.since')}>
            {since === undefined ? '–' : dayOn(chrome, since)}
          </td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

interface GoneProps extends Pick<ShownOne, 'gone' | 'more'> {
  readonly id: string;
  readonly chrome: ConsoleChrome;
}

const Gone = ({ id, gone, more, chrome }: GoneProps) => {
  const counts = { count: gone.items.length, looked: gone.lookedAt };
  return (
    <Panel id="gone" title={sayOn(chrome, 'console.training.gone')}>
      <p>{sayOn(chrome, 'console.training.gone.lead', counts)}</p>
      {gone.items.length === 0 ? (
        <Nothing words={sayOn(chrome, 'console.training.gone.none')} />
      ) : (
        <GoneTable items={gone.items} chrome={chrome} />
      )}
      <More href={more} label={sayOn(chrome, 'console.training.more')} />
      <Downloads chrome={chrome} page={`${PAGE}/${id}`} files={['no-longer.csv', 'no-longer.json']} />
    </Panel>
  );
};

export const trainingRunPage = ({ run, gone, names, more }: ShownOne, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: `${names.get(run.aiSystem) ?? run.aiSystem}, ${run.modelVersion}`,
    chrome: areaOf(chrome),
    back: { href: PAGE, label: sayOn(chrome, 'console.training.back') },
    children: (
      <>
        <Panel id="run" title={sayOn(chrome, 'console.training.run')}>
          <Facts
            facts={[
              [sayOn(chrome, 'console.training.purpose'), run.purpose],
              [sayOn(chrome, 'console.training.state'), stateWords(chrome, run)],
              [sayOn(chrome, 'console.training.registered'), dayOn(chrome, run.registeredAt)],
              ...(run.endedAt === null
                ? []
                : [[sayOn(chrome, 'console.training.ended'), dayOn(chrome, run.endedAt)] as const]),
              [sayOn(chrome, 'console.training.included'), countOn(chrome, run.included)],
              [sayOn(chrome, 'console.training.refused'), countOn(chrome, run.refused)],
              [sayOn(chrome, 'console.training.erased'), countOn(chrome, run.erased)],
            ]}
          />
        </Panel>
        <Gone id={run.id} gone={gone} {...(more === undefined ? {} : { more })} chrome={chrome} />
      </>
    ),
  });
