/**
 * One breach: what is known of it, its clocks, whom it reached, what was said to whom, and a form for each next word.
 * Flow:    http/handlers/console/breaches.ts → here → frame.tsx.
 * Promise: every word that was recorded stands here with its moment, the last one says how it stands; a form offers the
 *          grounds that law has for that party and no other.
 * Source:  GDPR 33, 34; decision 0117.
 */
import type { askBreachWork, Extent } from '../../answers/console/breach-work.ts';
import { categoryLabel } from '../../language/categories.ts';
import { regimeWords } from '../../language/regions.ts';
import { type BreachParty, breachGrounds, breachTopics } from '../../vocabulary/breach.ts';
import { defined } from '../../vocabulary/defined.ts';
import { sayOn, timeOn } from '../chrome.ts';
import { Icon } from '../icons.tsx';
import { Clocks, ExtentFields, FormFaults, shortly, type TriedBreach, typedHere } from './breach-parts.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Facts, Form, MomentInput, Nothing, Panel, Radios, TextArea } from './parts.tsx';

type Breach = NonNullable<Awaited<ReturnType<typeof askBreachWork>>>;

interface BreachPage {
  readonly breach: Breach;
  readonly extent: Extent;
  /** What was just recorded. */
  readonly done: Breach['last'] | undefined;
  readonly error?: string;
  readonly wrong?: readonly string[];
  readonly tried?: TriedBreach;
}
interface Props {
  readonly page: BreachPage;
  readonly chrome: ConsoleChrome;
}

/** That it was recorded, said at what was recorded. */
const Saved = ({ page: { done }, chrome, of }: Props & { readonly of: Breach['last'] }) =>
  done !== of ? null : (
    <p id="saved" class="said" role="status" tabIndex={-1}>
      <Icon name="check" /> {sayOn(chrome, `console.breaches.done.${of}`)}
    </p>
  );

const namesOf = (keys: readonly string[], choices: Extent[keyof Extent], any: string): string =>
  keys.length === 0 ? any : keys.map((key) => choices.find((choice) => choice.key === key)?.name ?? key).join(', ');

const Known = ({ page, chrome }: Props) => {
  const { breach, extent } = page;
  const any = sayOn(chrome, 'console.breaches.any');
  const at = (moment: string | null): string => (moment === null ? '…' : timeOn(chrome, moment));
  return (
    <Panel id="known" title={sayOn(chrome, 'console.breaches.known')}>
      <Saved page={page} chrome={chrome} of="recorded" />
      <p class="as-written">{breach.what}</p>
      <Facts
        facts={[
          [sayOn(chrome, 'report.breach.noticed.officer'), timeOn(chrome, breach.noticedAt)],
          [sayOn(chrome, 'report.breach.due.officer'), <Clocks breach={breach} chrome={chrome} />],
          [
            sayOn(chrome, 'console.regimes'),
            breach.regimes.map((regime) => regimeWords(chrome.language, regime)).join(', '),
          ],
          [sayOn(chrome, 'report.breach.span.officer'), `${at(breach.from)} – ${at(breach.to)}`],
          [sayOn(chrome, 'console.breaches.aiSystems'), namesOf(breach.aiSystems, extent.aiSystems, any)],
          [sayOn(chrome, 'console.breaches.purposes'), namesOf(breach.purposes, extent.purposes, any)],
          [
            sayOn(chrome, 'console.breaches.dataCategories'),
            breach.dataCategories.map((each) => categoryLabel(chrome.language, each, 'officer')).join(', ') || '–',
          ],
          [sayOn(chrome, 'console.number'), <span class="hash">{breach.id}</span>],
        ]}
      />
    </Panel>
  );
};

const Reached = ({ page: { breach }, chrome }: Props) => (
  <Panel
    id="reached"
    title={sayOn(chrome, 'report.breach.affected.officer')}
    note={sayOn(chrome, 'console.breaches.reached.note')}
  >
    <p>
      <strong>{sayOn(chrome, 'report.breach.affected.is.officer', breach.reached)}</strong>
    </p>
    <Downloads
      chrome={chrome}
      page={`/console/breaches/${breach.id}`}
      files={['affected.csv', 'affected.json']}
      about={sayOn(chrome, 'report.breach.affected.officer')}
    />
  </Panel>
);

const Words = ({ page, chrome, form, name = 'text' }: Props & { readonly form: string; readonly name?: string }) => (
  <TextArea
    id={`${form}-${name}`}
    name={name}
    label={sayOn(chrome, `console.breaches.${name === 'text' ? 'text' : 'lateBecause'}`)}
    hint={sayOn(chrome, name === 'text' ? 'console.breaches.nobody' : 'console.breaches.lateBecause.hint')}
    value={typedHere({ form, tried: page.tried }, name)}
    required={name === 'text'}
  />
);

const Notes = ({ page, chrome }: Props) => {
  const { breach, extent, tried, wrong } = page;
  return (
    <Panel
      id="notes"
      title={sayOn(chrome, 'console.breaches.notes')}
      note={sayOn(chrome, 'console.breaches.notes.note')}
    >
      <Saved page={page} chrome={chrome} of="notes" />
      {breach.notes.length === 0 ? (
        <Nothing words={sayOn(chrome, 'console.breaches.notes.none')} />
      ) : (
        <Facts
          facts={breach.notes.map(({ at, about, text }) => [
            sayOn(chrome, `report.breach.about.${about}.officer`),
            `${timeOn(chrome, at)} · ${text}`,
          ])}
        />
      )}
      <details class="more-form" open={tried?.form === 'notes'}>
        <summary>{sayOn(chrome, 'console.breaches.note')}</summary>
        <FormFaults form="notes" tried={tried} wrong={wrong}>
          <Form
            chrome={chrome}
            action={`/console/breaches/${breach.id}/notes`}
            label={sayOn(chrome, 'console.breaches.note.send')}
          >
            <Radios
              name="about"
              legend={sayOn(chrome, 'console.breaches.about')}
              options={breachTopics.map((topic) => ({
                value: topic,
                label: sayOn(chrome, `report.breach.about.${topic}.officer`),
              }))}
              chosen={typedHere({ form: 'notes', tried }, 'about')}
            />
            <Words page={page} chrome={chrome} form="notes" />
            <p class="hint">{sayOn(chrome, 'console.breaches.extent.hint')}</p>
            <ExtentFields extent={extent} form="notes" tried={tried} chrome={chrome} />
          </Form>
        </FormFaults>
      </details>
    </Panel>
  );
};

type OfParty = Props & { readonly whom: BreachParty };

const ToldForm = ({ page, chrome, whom }: OfParty) => {
  const form = `told-${whom}`;
  const { breach, tried, wrong } = page;
  return (
    <details class="more-form" open={tried?.form === form}>
      <summary>{sayOn(chrome, `console.breaches.told.${whom}`)}</summary>
      <FormFaults form={form} tried={tried} wrong={wrong}>
        <Form
          chrome={chrome}
          action={`/console/breaches/${breach.id}/told`}
          label={sayOn(chrome, `console.breaches.told.${whom}`)}
        >
          <input type="hidden" name="whom" value={whom} />
          <MomentInput
            id={`${form}-toldAt`}
            name="toldAt"
            label={sayOn(chrome, 'console.breaches.toldAt')}
            hint={sayOn(chrome, 'console.breaches.zone', { zone: chrome.timeZone })}
            value={typedHere({ form, tried }, 'toldAt')}
            required
          />
          <Words page={page} chrome={chrome} form={form} />
          {whom === 'authority' ? <Words page={page} chrome={chrome} form={form} name="lateBecause" /> : null}
        </Form>
      </FormFaults>
    </details>
  );
};

const NotToldForm = ({ page, chrome, whom }: OfParty) => {
  const form = `not-told-${whom}`;
  const { breach, tried, wrong } = page;
  return (
    <details class="more-form" open={tried?.form === form}>
      <summary>{sayOn(chrome, `console.breaches.not-told.${whom}`)}</summary>
      <FormFaults form={form} tried={tried} wrong={wrong}>
        <Form
          chrome={chrome}
          action={`/console/breaches/${breach.id}/not-told`}
          label={sayOn(chrome, `console.breaches.not-told.${whom}`)}
        >
          <input type="hidden" name="whom" value={whom} />
          <Radios
            name="ground"
            legend={sayOn(chrome, 'console.breaches.ground')}
            options={breachGrounds[whom].map((ground) => ({
              value: ground,
              label: sayOn(chrome, `report.breach.ground.${ground}.officer`),
            }))}
            chosen={typedHere({ form, tried }, 'ground')}
          />
          <Words page={page} chrome={chrome} form={form} />
        </Form>
      </FormFaults>
    </details>
  );
};

const Party = ({ page, chrome, whom }: OfParty) => {
  const { state, said } = page.breach[whom];
  const late = whom === 'authority' && page.breach.isLate ? `, ${sayOn(chrome, 'report.breach.late.officer')}` : '';
  return (
    <Panel id={whom} title={sayOn(chrome, `report.breach.${whom}.officer`)}>
      <Saved page={page} chrome={chrome} of={whom} />
      <p>
        <strong>{sayOn(chrome, `report.breach.${state}.officer`) + late}</strong>
      </p>
      <Facts
        facts={said.map(({ at, toldAt, ground, text, lateBecause }) => [
          timeOn(chrome, toldAt ?? at),
          [
            ground === null
              ? sayOn(chrome, 'report.breach.told.officer')
              : sayOn(chrome, `report.breach.ground.${ground}.officer`),
            text,
            ...(lateBecause === null ? [] : [lateBecause]),
          ].join(' · '),
        ])}
      />
      <ToldForm page={page} chrome={chrome} whom={whom} />
      <NotToldForm page={page} chrome={chrome} whom={whom} />
    </Panel>
  );
};

export const breachPage = (page: BreachPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: shortly(page.breach.what),
    chrome: { ...chrome, area: 'breaches' },
    back: { href: '/console/breaches', label: sayOn(chrome, 'console.nav.breaches') },
    ...defined({ error: page.error, wrong: page.wrong }),
    children: (
      <>
        <Known page={page} chrome={chrome} />
        <Reached page={page} chrome={chrome} />
        <Party page={page} chrome={chrome} whom="authority" />
        <Party page={page} chrome={chrome} whom="people" />
        <Notes page={page} chrome={chrome} />
      </>
    ),
  });
