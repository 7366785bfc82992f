/**
 * The support desk: one search for a customer, and what helps to help them at once.
 * Flow:    http/handlers/console/desk.ts → here → frame.tsx.
 * Promise: says before every search that the look is recorded and that the person can see it; the search is a POST, so
 *          that no identifier stands in an address.
 * Source:  docs/design.md 12 (support); docs/design.md 8; docs/law.md 9.
 */

import type { DeskAnswer } from '../../answers/desk/desk.ts';
import { isMessageKey, say } from '../../language/say.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Chrome, dayOn, sayOn, timeOn } from '../chrome.ts';
import { CustomerSearch } from './customer-search.tsx';
import { type ConsoleChrome, consolePageOf, mayOn } from './frame.tsx';
import { Facts, Form, Nothing, Panel, TextArea } from './parts.tsx';

export interface DeskPage {
  /** What was typed into the search. */
  readonly whom?: string;
  readonly error?: string;
  readonly done?: string;
  readonly found?: DeskAnswer;
}

interface Found {
  readonly found: DeskAnswer;
  readonly chrome: ConsoleChrome;
}

const Systems = ({ found, chrome }: Found) => (
  <Panel id="systems" title={sayOn(chrome, 'console.desk.systems')} note={sayOn(chrome, 'console.desk.systems.note')}>
    {found.systems.map(({ name, status, choice, playbook }) => (
      <details class="play">
        <summary>
          {name}
          {status === 'live' ? null : <span class="chip stopped">{statusWords(chrome, status)}</span>}
        </summary>
        <div class="more">
          <p class="quote">{choice}</p>
          <Facts
            facts={[
              [sayOn(chrome, 'console.desk.does'), playbook.whatItDoes ?? sayOn(chrome, 'use.fact.not-published')],
              [sayOn(chrome, 'use.guide.fails'), playbook.whereItFails ?? sayOn(chrome, 'use.fact.not-published')],
              [sayOn(chrome, 'use.guide.say'), playbook.sayThis ?? sayOn(chrome, 'use.fact.not-published')],
              [sayOn(chrome, 'use.guide.offer'), playbook.offerThis ?? sayOn(chrome, 'use.fact.not-published')],
            ]}
          />
        </div>
      </details>
    ))}
  </Panel>
);

const statusWords = (chrome: Chrome, status: string): string => {
  const key = `register.${status}`;
  return isMessageKey(key) ? say(chrome.language, key) : status;
};

const HandOver = ({
  decision,
  chrome,
}: {
  readonly decision: DeskAnswer['decisions'][number];
  readonly chrome: ConsoleChrome;
}) => (
  <details>
    <summary>
      {sayOn(chrome, 'console.desk.hand-over')}
      <span class="visually-hidden">: {decision.headline}</span>
    </summary>
    <div class="more">
      <Form chrome={chrome} action="/console/desk/reviews" label={sayOn(chrome, 'console.desk.hand-over')}>
        <input type="hidden" name="decision" value={decision.id} />
        <TextArea
          id={`statement-${decision.id}`}
          name="statement"
          label={sayOn(chrome, 'console.desk.statement')}
          hint={sayOn(chrome, 'console.desk.statement.hint')}
        />
      </Form>
    </div>
  </details>
);

const Decision = ({
  decision,
  chrome,
}: {
  readonly decision: DeskAnswer['decisions'][number];
  readonly chrome: ConsoleChrome;
}) => (
  <div class="case">
    <p>
      <strong>{decision.headline}</strong>
    </p>
    <div class="row-links">
      <a href={`/console/decisions/${decision.id}`}>
        {sayOn(chrome, 'console.desk.why')}
        <span class="visually-hidden">: {decision.headline}</span>
      </a>
      {decision.review === null ? null : mayOn(chrome, 'review') ? (
        <a href={`/console/reviews/${decision.review}`}>
          {sayOn(chrome, 'console.desk.review')}
          <span class="visually-hidden">: {decision.headline}</span>
        </a>
      ) : (
        <span class="quiet">{sayOn(chrome, 'console.desk.in-review')}</span>
      )}
      {mayOn(chrome, 'review') ? <HandOver decision={decision} chrome={chrome} /> : null}
    </div>
  </div>
);

const Decisions = ({ found, chrome }: Found) => (
  <Panel id="decisions" title={sayOn(chrome, 'console.desk.decisions')}>
    {found.decisions.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.desk.decisions.none')} />
    ) : (
      found.decisions.map((decision) => <Decision decision={decision} chrome={chrome} />)
    )}
  </Panel>
);

const Open = ({ found, chrome }: Found) => (
  <Panel id="open" title={sayOn(chrome, 'console.desk.open')}>
    {found.requests.length + found.reviews.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.desk.open.none')} />
    ) : (
      <ul class="rows">
        {found.requests.map(({ id, kind, dueAt }) => (
          <li>
            <a href={`/console/requests/${id}`}>{kindWords(chrome, kind)}</a>,{' '}
            {sayOn(chrome, 'console.due.by', { day: dayOn(chrome, dueAt) })}
          </li>
        ))}
        {found.reviews.map(({ id, dueAt }) => (
          <li>
            <a href={`/console/reviews/${id}`}>{sayOn(chrome, 'console.desk.second-look')}</a>,{' '}
            {sayOn(chrome, 'console.due.by', { day: dayOn(chrome, dueAt) })}
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const kindWords = (chrome: Chrome, kind: string): string => {
  const key = `right.${kind}.title`;
  return isMessageKey(key) ? say(chrome.language, key) : kind;
};

const Notes = ({ found, chrome }: Found) => (
  <Panel id="notes" title={sayOn(chrome, 'console.desk.notes')} note={sayOn(chrome, 'console.desk.notes.note')}>
    {found.notes.map(({ at, text, by }) => (
      <div class="case">
        <p class="quote">{text}</p>
        <p class="quiet">
          {timeOn(chrome, at)}, <span class="hash">{by}</span>
        </p>
      </div>
    ))}
    {mayOn(chrome, 'note') ? (
      <Form chrome={chrome} action="/console/desk/notes" label={sayOn(chrome, 'console.desk.note.send')} look="quiet">
        <input type="hidden" name="whom" value={found.subject} />
        <TextArea
          id="note"
          name="text"
          label={sayOn(chrome, 'console.desk.note')}
          hint={sayOn(chrome, 'console.desk.note.hint')}
          required
        />
      </Form>
    ) : null}
  </Panel>
);

const Person = ({ found, chrome }: Found) => (
  <Panel id="person" title={sayOn(chrome, 'console.desk.person')}>
    <p class="hint">{sayOn(chrome, 'console.desk.their-words')}</p>
    <p class="quote">{found.summary}</p>
    <Facts
      facts={[
        [sayOn(chrome, 'page.languages'), found.language ?? '–'],
        [sayOn(chrome, 'console.regimes'), found.regimes.join(', ')],
        [sayOn(chrome, 'console.number'), <span class="hash">{found.subject}</span>],
      ]}
    />
  </Panel>
);

const Sheet = ({ found, chrome }: Found) => (
  <div class="two">
    <div>
      <Decisions found={found} chrome={chrome} />
      <Systems found={found} chrome={chrome} />
    </div>
    <div>
      <Person found={found} chrome={chrome} />
      <Open found={found} chrome={chrome} />
      <Notes found={found} chrome={chrome} />
    </div>
  </div>
);

export const deskPage = ({ whom, error, done, found }: DeskPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.desk.title'),
    chrome: { ...chrome, area: 'desk' },
    ...defined({ error, done }),
    children: (
      <>
        <CustomerSearch action="/console/desk" {...defined({ whom })} chrome={chrome} />
        {found === undefined ? null : <Sheet found={found} chrome={chrome} />}
      </>
    ),
  });
