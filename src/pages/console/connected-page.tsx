/**
 * The connected systems: how each is, what fails and why, and the open tasks with what somebody can do about them.
 * Flow:    http/handlers/console/connected.ts → here → frame.tsx.
 * Promise: a state is a word and not a colour alone; every code has a sentence; nothing of a person but the number of
 *          their request.
 * Source:  decision 0101; decision 0103; docs/design.md 12 (console).
 */
import type { ConnectedShow, ConnectedShown, ConnectedState } from '../../answers/console/connected.ts';
import { isMessageKey } from '../../language/say.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Chrome, countOn, sayOn, timeOn } from '../chrome.ts';
import { ButtonForm, More } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Facts, Filters, Form, Nothing, Panel, TextArea } from './parts.tsx';

type Task = ConnectedShown['items'][number];

export interface ConnectedPage extends ConnectedShown {
  /** The address of the next page. */
  readonly more?: string;
  readonly error?: string;
  readonly typed?: { readonly request: string; readonly system: string; readonly words: string };
}

const PAGE = '/console/connected';
const views = ['open', 'waits', 'failing'] as const satisfies readonly ConnectedShow[];
const healthChips = { works: 'agreed', failing: 'needed', waits: 'stopped', unasked: '', gone: 'stopped' } as const;
const stateChips = { waiting: '', running: 'agreed', failed: 'needed', parked: 'stopped', done: 'agreed' } as const;

const addressOf = (show: ConnectedShow, system: string | null): string =>
  `${PAGE}?${new URLSearchParams({ show, ...(system === null ? {} : { system }) })}`;

const codeWords = (chrome: Chrome, code: string): string => {
  const key = `console.connected.code.${code}`;
  return isMessageKey(key) ? sayOn(chrome, key) : sayOn(chrome, 'console.connected.code.other', { code });
};

interface OfSystem {
  readonly system: ConnectedState;
  readonly chrome: ConsoleChrome;
}

const failureWords = ({ system: { failure }, chrome }: OfSystem): readonly (readonly [string, string])[] => {
  if (failure === null) return [];
  const parts = [
    ...(failure.at === null ? [] : [timeOn(chrome, failure.at)]),
    codeWords(chrome, failure.code),
    sayOn(chrome, 'console.connected.tries', { count: failure.tries }),
  ];
  return [[sayOn(chrome, 'console.connected.failure'), parts.join(' · ')]];
};

const System = ({ system, chrome }: OfSystem) => (
  <div class="system-row">
    <div>
      <h3>
        <a href={addressOf('open', system.key)}>{system.name}</a>
      </h3>
      <ul class="chips">
        <li class={`chip ${healthChips[system.health]}`}>
          {sayOn(chrome, `console.connected.health.${system.health}`)}
        </li>
        <li class="chip">{sayOn(chrome, 'console.connected.kind.is', { kind: system.kind })}</li>
      </ul>
      <Facts
        facts={[
          [
            sayOn(chrome, 'console.connected.answered'),
            system.answeredAt === null
              ? sayOn(chrome, 'console.connected.answered.never')
              : timeOn(chrome, system.answeredAt),
          ],
          ...failureWords({ system, chrome }),
          [sayOn(chrome, 'console.connected.open'), countOn(chrome, system.open)],
          [sayOn(chrome, 'console.connected.waits'), countOn(chrome, system.waits)],
        ]}
      />
    </div>
  </div>
);

const stateWords = (chrome: Chrome, { state, kind }: Task): string =>
  state === 'done' || (kind === 'manual' && state === 'waiting')
    ? sayOn(chrome, 'console.connected.state.manual')
    : sayOn(chrome, `console.connected.state.${state}`);

interface OfTask {
  readonly task: Task;
  readonly chrome: ConsoleChrome;
  readonly typed: ConnectedPage['typed'];
}

const placeOf = ({ request, system }: Pick<Task, 'request' | 'system'>): string => `${PAGE}/${request}/${system}`;

const Steps = ({ task, chrome, typed }: OfTask) => {
  const about = sayOn(chrome, 'console.connected.about', { name: task.name, number: task.request.slice(-6) });
  const isTyped = typed?.request === task.request && typed.system === task.system;
  return (
    <>
      {task.state === 'parked' || task.state === 'failed' ? (
        <ButtonForm
          chrome={chrome}
          action={`${placeOf(task)}/retry`}
          fields={{}}
          label={sayOn(chrome, 'console.connected.retry')}
          about={about}
        />
      ) : null}
      {task.state === 'running' ? null : (
        <More summary={sayOn(chrome, 'console.connected.settle')} about={about}>
          <Form
            chrome={chrome}
            action={`${placeOf(task)}/settle`}
            label={sayOn(chrome, 'console.connected.settle.send')}
            look="quiet"
          >
            <TextArea
              id={`words-${task.request}-${task.system}`}
              name="words"
              label={sayOn(chrome, 'console.connected.words')}
              hint={sayOn(chrome, 'console.connected.words.hint')}
              value={isTyped ? typed.words : ''}
              required
            />
          </Form>
        </More>
      )}
    </>
  );
};

const About = ({ task, chrome }: Omit<OfTask, 'typed'>) => (
  <>
    {task.code === undefined ? null : (
      <p>
        {codeWords(chrome, task.code)}
        {task.details === undefined ? null : <span class="hash"> {task.details.join(', ')}</span>}
      </p>
    )}
    {task.tries === 0 ? null : (
      <p class="quiet">
        {sayOn(chrome, 'console.connected.tries', { count: task.tries })}
        {task.nextAt === undefined ? null : (
          <> · {sayOn(chrome, 'console.connected.next', { time: timeOn(chrome, task.nextAt) })}</>
        )}
      </p>
    )}
  </>
);

const OpenTask = ({ task, chrome, typed }: OfTask) => (
  <div class="system-row">
    <div>
      <h3>
        <a href={`/console/requests/${task.request}`}>
          {task.name}: {sayOn(chrome, 'console.connected.work', { work: task.work })}{' '}
          <span class="hash">{task.request.slice(-6)}</span>
        </a>
      </h3>
      <ul class="chips">
        <li class={`chip ${stateChips[task.state]}`}>{stateWords(chrome, task)}</li>
      </ul>
      <About task={task} chrome={chrome} />
      <Steps task={task} chrome={chrome} typed={typed} />
    </div>
  </div>
);

interface Props {
  readonly page: ConnectedPage;
  readonly chrome: ConsoleChrome;
}

const Systems = ({ page: { systems, countedOf }, chrome }: Props) => (
  <Panel id="systems" title={sayOn(chrome, 'console.connected.each')}>
    {systems.length === 0 ? <Nothing words={sayOn(chrome, 'console.connected.none')} /> : null}
    {systems.map((system) => (
      <System system={system} chrome={chrome} />
    ))}
    {countedOf === null ? null : (
      <p class="quiet">{sayOn(chrome, 'console.connected.cut', { count: countOn(chrome, countedOf) })}</p>
    )}
    <Downloads chrome={chrome} page={PAGE} files={['systems.csv']} about={sayOn(chrome, 'console.connected.each')} />
  </Panel>
);

const narrowed = ({ system, systems }: ConnectedPage): string =>
  system === null ? '' : ` · ${systems.find(({ key }) => key === system)?.name ?? system}`;

const Tasks = ({ page, chrome }: Props) => (
  <>
    <Filters
      label={sayOn(chrome, 'console.filter.show')}
      links={views.map((show) => ({
        href: addressOf(show, page.system),
        label: sayOn(chrome, `console.connected.show.${show}`),
        on: page.show === show,
      }))}
    />
    <Panel id="tasks" title={`${sayOn(chrome, 'console.connected.open')}${narrowed(page)}`}>
      {page.items.length === 0 ? <Nothing words={sayOn(chrome, 'console.connected.tasks.none')} /> : null}
      {page.items.map((task) => (
        <OpenTask task={task} chrome={chrome} typed={page.typed} />
      ))}
      {page.more === undefined ? null : (
        <p class="more-link">
          <a href={page.more}>{sayOn(chrome, 'console.connected.later')}</a>
        </p>
      )}
      <Downloads
        chrome={chrome}
        page={PAGE}
        files={['tasks.csv', 'tasks.json']}
        query={{ show: page.show, ...(page.system === null ? {} : { system: page.system }) }}
        about={sayOn(chrome, 'console.connected.open')}
      />
    </Panel>
  </>
);

export const connectedPage = (page: ConnectedPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.connected'),
    lead: sayOn(chrome, 'console.connected.lead'),
    chrome: { ...chrome, area: 'connected' },
    ...defined({ error: page.error }),
    children: (
      <>
        <Systems page={page} chrome={chrome} />
        {page.systems.length === 0 ? null : <Tasks page={page} chrome={chrome} />}
      </>
    ),
  });
