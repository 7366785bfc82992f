/**
 * The breach register at work: every breach with its clocks in hours, and a form for a new one.
 * Flow:    http/handlers/console/breaches.ts → here → frame.tsx.
 * Promise: nobody is named here; what was typed into a form that is refused is still there.
 * Source:  GDPR 33(5); decision 0117.
 */
import type { BreachWork, Extent } from '../../answers/console/breach-work.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Chrome, sayOn, timeOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { Clocks, ExtentFields, FormFaults, shortly, type TriedBreach, typedHere } from './breach-parts.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Form, Input, MomentInput, Nothing, Panel, TextArea } from './parts.tsx';

interface BreachesPage {
  readonly items: readonly BreachWork[];
  readonly extent: Extent;
  /** The law of this installation. */
  readonly defaultRegime: string;
  readonly timeZone: string;
  readonly error?: string;
  readonly wrong?: readonly string[];
  readonly tried?: TriedBreach;
}
interface Props {
  readonly page: BreachesPage;
  readonly chrome: ConsoleChrome;
}

const Row = ({ breach, chrome }: { readonly breach: BreachWork; readonly chrome: Chrome }) => (
  <tr>
    <th scope="row">
      <a href={`/console/breaches/${breach.id}`}>{shortly(breach.what)}</a>
      <span class="hash">{breach.id.slice(-6)}</span>
    </th>
    <td data-name={sayOn(chrome, 'report.breach.noticed.officer')}>{timeOn(chrome, breach.noticedAt)}</td>
    <td data-name={sayOn(chrome, 'report.breach.due.officer')}>
      <Clocks breach={breach} chrome={chrome} />
    </td>
    {(['authority', 'people'] as const).map((whom) => (
      <td data-name={sayOn(chrome, `report.breach.${whom}.officer`)}>
        {sayOn(chrome, `report.breach.${breach[whom].state}.officer`)}
      </td>
    ))}
  </tr>
);

const List = ({ page: { items }, chrome }: Props) => (
  <Panel id="breaches" title={sayOn(chrome, 'report.breach.title.officer')}>
    {items.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.breaches.none')} />
    ) : (
      <WideTable label={sayOn(chrome, 'report.breach.title.officer')} look="stack-table">
        <thead>
          <tr>
            <th scope="col">{sayOn(chrome, 'console.breaches.what')}</th>
            {(['noticed', 'due', 'authority', 'people'] as const).map((name) => (
              <th scope="col">{sayOn(chrome, `report.breach.${name}.officer`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((breach) => (
            <Row breach={breach} chrome={chrome} />
          ))}
        </tbody>
      </WideTable>
    )}
    <Downloads chrome={chrome} page="/console/breaches" files={['breaches.csv', 'breaches.json']} />
  </Panel>
);

const RecordFields = ({ page: { extent, defaultRegime, tried }, chrome }: Props) => {
  const fields = { form: 'record', tried, chrome };
  return (
    <>
      <TextArea
        id="record-what"
        name="what"
        label={sayOn(chrome, 'console.breaches.what')}
        hint={sayOn(chrome, 'console.breaches.nobody')}
        value={typedHere(fields, 'what')}
        required
      />
      <MomentInput
        id="record-noticedAt"
        name="noticedAt"
        label={sayOn(chrome, 'console.breaches.noticedAt')}
        hint={sayOn(chrome, 'console.breaches.noticedAt.hint', { zone: chrome.timeZone })}
        value={typedHere(fields, 'noticedAt')}
        required
      />
      <Input
        id="record-regimes"
        name="regimes"
        label={sayOn(chrome, 'console.breaches.regimes')}
        hint={sayOn(chrome, 'console.breaches.regimes.hint', { codes: 'EU-DE, UK' })}
        value={tried === undefined ? defaultRegime : typedHere(fields, 'regimes')}
      />
      <ExtentFields extent={extent} {...fields} />
    </>
  );
};

const Record = ({ page, chrome }: Props) => (
  <Panel
    id="record"
    title={sayOn(chrome, 'console.breaches.record')}
    note={sayOn(chrome, 'console.breaches.record.note')}
  >
    <FormFaults form="record" tried={page.tried} wrong={page.wrong}>
      <Form chrome={chrome} action="/console/breaches" label={sayOn(chrome, 'console.breaches.record.send')}>
        <RecordFields page={page} chrome={chrome} />
      </Form>
    </FormFaults>
  </Panel>
);

export const breachesPage = (page: BreachesPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.breaches'),
    lead: sayOn(chrome, 'console.breaches.lead'),
    chrome: { ...chrome, area: 'breaches' },
    ...defined({ error: page.error, wrong: page.wrong }),
    children: (
      <>
        <List page={page} chrome={chrome} />
        <Record page={page} chrome={chrome} />
      </>
    ),
  });
