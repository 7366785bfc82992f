/**
 * What waits for a second person: each proposal in plain words with its two buttons, and what ended lately.
 * Flow:    http/handlers/console/confirmations.ts → here → frame.tsx.
 * Promise: what follows is said before the button; whoever proposed it sees that it waits and can take it back; what
 *          destroys something asks twice.
 * Source:  decision 0044; decision 0067; WCAG 2.2 (3.3.4).
 */
import type { Confirmation } from '../../answers/console/confirmations.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOn, sayOn, timeOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, DueDay, Facts, Form, Nothing, Panel } from './parts.tsx';

interface Page {
  readonly waiting: readonly Confirmation[];
  readonly ended: readonly Confirmation[];
  /** There are more that ended than these. */
  readonly isCut: boolean;
  readonly error?: string;
  readonly done?: string;
}

interface Props {
  readonly item: Confirmation;
  readonly chrome: ConsoleChrome;
}

const Colleague = ({ who, chrome }: { readonly who: Confirmation['by']; readonly chrome: ConsoleChrome }) =>
  who.isYou ? (
    <span>{sayOn(chrome, 'console.confirm.you')}</span>
  ) : (
    <span>
      {sayOn(chrome, 'console.confirm.colleague')} <span class="hash">{who.id.slice(-6)}</span>
    </span>
  );

const pathOf = ({ id }: Confirmation): string => `/console/confirmations/${id}`;

const Sure = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <label class="tick">
    <input type="checkbox" name="sure" value="yes" required />
    <span>{sayOn(chrome, 'console.confirm.sure')}</span>
  </label>
);

const Buttons = ({ item, chrome }: Props) => (
  <>
    <Form
      chrome={chrome}
      action={`${pathOf(item)}/confirm`}
      label={sayOn(chrome, 'console.confirm.confirm')}
      look={item.isFinal ? 'stop' : 'main'}
    >
      {item.isFinal ? <Sure chrome={chrome} /> : null}
    </Form>
    <Form
      chrome={chrome}
      action={`${pathOf(item)}/decline`}
      label={sayOn(chrome, 'console.confirm.refuse')}
      look="quiet"
    />
  </>
);

const TakeBack = ({ item, chrome }: Props) => (
  <Form
    chrome={chrome}
    action={`${pathOf(item)}/decline`}
    label={sayOn(chrome, 'console.confirm.take-back')}
    look="quiet"
  />
);

const Waiting = ({ item, chrome }: Props) => (
  <Panel id={item.id} title={item.title}>
    <Facts
      facts={[
        ...item.facts,
        [sayOn(chrome, 'console.confirm.by'), <Colleague who={item.by} chrome={chrome} />],
        ...(item.through === null
          ? []
          : [[sayOn(chrome, 'console.confirm.through'), <Colleague who={item.through} chrome={chrome} />] as const]),
        [sayOn(chrome, 'console.confirm.at'), timeOn(chrome, item.at)],
        [sayOn(chrome, 'console.confirm.until'), <DueDay due={item.due} />],
      ]}
    />
    <p class="warning">
      <Icon name={item.isFinal ? 'late' : 'eye'} />
      <span>{item.effect}</span>
    </p>
    {item.note === null ? null : <p class="hint">{item.note}</p>}
    {item.may === 'settle' ? <Buttons item={item} chrome={chrome} /> : null}
    {item.may === 'take-back' ? <TakeBack item={item} chrome={chrome} /> : null}
  </Panel>
);

const stateWords = { confirmed: 'state.confirmed', declined: 'state.declined', expired: 'state.expired' } as const;

const Ended = ({ ended, chrome }: { readonly ended: readonly Confirmation[]; readonly chrome: ConsoleChrome }) => {
  const state = sayOn(chrome, 'console.column.state');
  const by = sayOn(chrome, 'console.confirm.settled');
  const at = sayOn(chrome, 'console.confirm.at');
  return (
    <WideTable label={sayOn(chrome, 'console.confirm.ended')} look="stack-table">
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'console.confirm.title')}</th>
          <th scope="col">{state}</th>
          <th scope="col">{by}</th>
          <th scope="col">{at}</th>
        </tr>
      </thead>
      <tbody>
        {ended.map((item) => (
          <tr>
            <th scope="row">
              {item.title} <span class="hash">{item.id.slice(-6)}</span>
            </th>
            <td data-name={state}>
              {item.state === 'open' ? null : sayOn(chrome, `console.confirm.${stateWords[item.state]}`)}
            </td>
            <td data-name={by}>{item.settledBy === null ? '–' : <Colleague who={item.settledBy} chrome={chrome} />}</td>
            <td data-name={at}>{dayOn(chrome, item.at)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
};

export const confirmationsPage = ({ waiting, ended, isCut, error, done }: Page, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.confirm.title'),
    lead: sayOn(chrome, 'console.confirm.lead'),
    chrome: { ...chrome, area: 'confirmations' },
    ...defined({ error, done }),
    children: (
      <>
        {waiting.length === 0 ? (
          <div class="panel">
            <Nothing words={sayOn(chrome, 'console.confirm.none')} />
          </div>
        ) : (
          waiting.map((item) => <Waiting item={item} chrome={chrome} />)
        )}
        <Panel id="ended" title={sayOn(chrome, 'console.confirm.ended')}>
          {ended.length === 0 ? (
            <Nothing words={sayOn(chrome, 'console.confirm.ended.none')} />
          ) : (
            <Ended ended={ended} chrome={chrome} />
          )}
          {isCut ? <p class="quiet">{sayOn(chrome, 'console.confirm.ended.cut', { count: ended.length })}</p> : null}
          <Downloads
            chrome={chrome}
            page="/console/confirmations"
            files={['confirmations.csv', 'confirmations.json']}
          />
        </Panel>
      </>
    ),
  });
