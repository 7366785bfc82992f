/**
 * What connected systems have to do for one request, and what was decided that they are told of.
 * Flow:    request-page.tsx → here.
 * Promise: each task leads to where it can be asked again or settled; whoever does it by hand reads what to correct.
 * Source:  decision 0101; decision 0106.
 */
import type { RequestWork } from '../../answers/console/request-work.ts';
import { sayOn, timeOn } from '../chrome.ts';
import type { ConsoleChrome } from './frame.tsx';
import { Panel } from './parts.tsx';

interface Props {
  readonly work: Pick<RequestWork, 'tasks' | 'corrections'>;
  readonly chrome: ConsoleChrome;
}

export const AtSystems = ({ work: { tasks, corrections }, chrome }: Props) =>
  tasks.length === 0 ? null : (
    <Panel id="at-systems" title={sayOn(chrome, 'console.nav.connected')}>
      <ul class="rows">
        {corrections.map(({ what, from, to }) => (
          <li>
            {what}: {from ?? sayOn(chrome, 'letter.rectified.nothing')} → {to}
          </li>
        ))}
        {tasks.map(({ system, name, state, at }) => (
          <li>
            <a href={`/console/connected?system=${system}`}>{name}</a>:{' '}
            {sayOn(chrome, `console.connected.task.${state}`)}
            {at === null ? null : <>, {timeOn(chrome, at)}</>}
          </li>
        ))}
      </ul>
    </Panel>
  );
