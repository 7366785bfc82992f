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
import { DueDay, Facts, Form, Nothing, Panel } from './parts.tsx';

interface Page {
  readonly waiting: readonly Confirmation[];
  readonly ended: readonly Confirmation[];
  readonly error?: string;
  readonly done?: string;
}

interface Props {
  readonly one: Confirmation;
  readonly chrome: ConsoleChrome;
}

const Colleague = ({ who, chrome }: { readonly who: Confirmation['by']; readonly chrome: ConsoleChrome }) =>
  who.isYou ? (
    <span>{sayOn(chrome, 'console.holder.you')}</span>
  ) : (
    <span>
      {sayOn(chrome, 'console.holder.colleague')} <span class="hash">{who.id.slice(-6)}</span>
    </span>
  );

const pathOf = ({ id }: Confirmation): string => `/console/confirmations/${id}`;

const Sure = ({ chrome }: { readonly chrome: ConsoleChrome }) => (
  <label class="tick">
    <input type="checkbox" name="sure" value="yes" required />
    <span>{sayOn(chrome, 'console.confirm.sure')}</span>
  </label>
);

const Buttons = ({ one, chrome }: Props) => (
  <>
    <Form
      chrome={chrome}
      action={`${pathOf(one)}/confirm`}
      label={sayOn(chrome, 'console.confirm.confirm')}
      look={one.isFinal ? 'stop' : 'main'}
    >
      {one.isFinal ? <Sure chrome={chrome} /> : null}
    </Form>
    <Form
      chrome={chrome}
      action={`${pathOf(one)}/decline`}
      label={sayOn(chrome, 'console.confirm.refuse')}
      look="quiet"
    />
  </>
);

const TakeBack = ({ one, chrome }: Props) => (
  <Form
    chrome={chrome}
    action={`${pathOf(one)}/decline`}
    label={sayOn(chrome, 'console.confirm.take-back')}
    look="quiet"
  />
);

const Waiting = ({ one, chrome }: Props) => (
  <Panel id={one.id} title={one.title}>
    <Facts
      facts={[
        ...one.facts,
        [sayOn(chrome, 'console.confirm.by'), <Colleague who={one.by} chrome={chrome} />],
        ...(one.through === null
          ? []
          : [[sayOn(chrome, 'console.confirm.through'), <Colleague who={one.through} chrome={chrome} />] as const]),
        [sayOn(chrome, 'console.confirm.at'), timeOn(chrome, one.at)],
        [sayOn(chrome, 'console.confirm.until'), <DueDay due={one.due} />],
      ]}
    />
    <p class="warning">
      <Icon name={one.isFinal ? 'late' : 'eye'} />
      <span>{one.effect}</span>
    </p>
    {one.note === null ? null : <p class="hint">{one.note}</p>}
    {one.may === 'settle' ? <Buttons one={one} chrome={chrome} /> : null}
    {one.may === 'take-back' ? <TakeBack one={one} chrome={chrome} /> : null}
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
        {ended.map((one) => (
          <tr>
            <th scope="row">
              {one.title} <span class="hash">{one.id.slice(-6)}</span>
            </th>
            <td data-name={state}>
              {one.state === 'open' ? null : sayOn(chrome, `console.confirm.${stateWords[one.state]}`)}
            </td>
            <td data-name={by}>{one.settledBy === null ? '–' : <Colleague who={one.settledBy} chrome={chrome} />}</td>
            <td data-name={at}>{dayOn(chrome, one.at)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
};

export const confirmationsPage = ({ waiting, ended, error, done }: Page, chrome: ConsoleChrome): string =>
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
          waiting.map((one) => <Waiting one={one} chrome={chrome} />)
        )}
        <Panel id="ended" title={sayOn(chrome, 'console.confirm.ended')}>
          {ended.length === 0 ? (
            <Nothing words={sayOn(chrome, 'console.confirm.ended.none')} />
          ) : (
            <Ended ended={ended} chrome={chrome} />
          )}
        </Panel>
      </>
    ),
  });
