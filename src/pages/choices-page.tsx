/**
 * The choices of the person: each purpose with the text that belongs to it, yes and no side by side and equally large.
 * Flow:    http/handlers → here → layout; posts to /me/choices.
 * Promise: nothing is pre-selected; taking back is one click; no yes without its text in view.
 * Source:  GDPR 7; docs/law.md 5.2; 11 CCR 7004.
 */
import type { ChoiceWay } from '../answers/consent/choice-ways.ts';
import type { ChoiceShown, LimitShown, MyChoices } from '../answers/consent/my-choices.ts';
import type { PurposeChoice } from '../answers/use/system-answer.ts';
import { listWords } from '../language/dates.ts';
import { limitWords } from '../language/fact-sentence.ts';
import { isMessageKey, say } from '../language/say.ts';
import { type Chrome, dayOn, sayOn } from './chrome.ts';
import { ButtonForm, More, Saved, Section } from './controls.tsx';
import { pageOf } from './layout.tsx';

export interface ChoicesPage extends MyChoices {
  /** The purpose that the person came for; it stands first. */
  readonly purpose?: string;
}

interface ShownProps {
  readonly shown: ChoiceShown;
  readonly chrome: Chrome;
}

const Notice = ({ shown, chrome }: ShownProps) => {
  if (shown.notice === undefined) return null;
  const text = (
    <div class="choice-notice">
      <strong>{shown.notice.title}</strong>
      {`\n${shown.notice.body}`}
    </div>
  );
  return shown.asksForYes ? (
    text
  ) : (
    <More summary={sayOn(chrome, 'choices.read')} about={shown.choice.name} children={text} />
  );
};

/** Yes and no in one row, the same size and the same look. */
const Way = ({ way, shown, chrome }: ShownProps & { readonly way: ChoiceWay }) => {
  if (way.kind === 'said') {
    if (way.href === undefined) return <p class="quiet">{way.words}</p>;
    return (
      <p>
        <a href={way.href}>{way.words}</a>
      </p>
    );
  }
  return (
    <div class="choice-answers">
      {way.buttons.map(({ label, fields }) => (
        <ButtonForm chrome={chrome} action="/me/choices" fields={fields} label={label} about={shown.choice.name} />
      ))}
      {way.effect === undefined ? null : <p class="effect">{way.effect}</p>}
    </div>
  );
};

/** The short reason where the person has nothing to say to it, else how the choice stands. */
const chipWords = ({ state, bases, words }: PurposeChoice): string =>
  state === 'needed' || state === 'allowed-by-default' ? (bases[0]?.words ?? words) : words;

const Choice = ({ shown, chrome }: ShownProps) => (
  <article class="card" id={`purpose-${shown.choice.purpose}`} aria-labelledby={`name-${shown.choice.purpose}`}>
    <div class="choice-head">
      <h2 id={`name-${shown.choice.purpose}`}>{shown.choice.name}</h2>
      <p class={`chip ${shown.choice.state === 'agreed' ? 'agreed' : shown.choice.allowed ? 'needed' : 'stopped'}`}>
        {chipWords(shown.choice)}
      </p>
    </div>
    {chrome.saved === shown.choice.purpose ? <Saved words={shown.choice.words} chrome={chrome} /> : null}
    <p>{shown.choice.description}</p>
    {shown.usedBy.length === 0 ? null : (
      <p class="quiet">{sayOn(chrome, 'choices.used-by', { systems: listWords(chrome.language, shown.usedBy) })}</p>
    )}
    {shown.conflict === undefined ? null : <p>{shown.conflict}</p>}
    <Notice shown={shown} chrome={chrome} />
    {shown.ways.map((way) => (
      <Way way={way} shown={shown} chrome={chrome} />
    ))}
  </article>
);

const stopWords = (chrome: Chrome, kind: string): string => {
  const key = `choices.stop.${kind}`;
  return isMessageKey(key) ? say(chrome.language, key) : limitWords(chrome.language, kind);
};

const Limit = ({ limit, chrome }: { readonly limit: LimitShown; readonly chrome: Chrome }) => {
  const about = sayOn(chrome, 'choices.limit.row', {
    limit: limitWords(chrome.language, limit.kind),
    purpose:
      limit.purpose ?? sayOn(chrome, limit.kind === 'objection' ? 'choices.limit.own-reasons' : 'choices.limit.all'),
  });
  const purpose = limit.purposeKey === undefined ? {} : { purpose: limit.purposeKey };
  return (
    <li class="limit-row">
      <span>
        {about}. <span class="quiet">{dayOn(chrome, limit.since)}</span>
      </span>
      <ButtonForm
        chrome={chrome}
        action="/me/choices"
        fields={{ action: 'lift', limit: limit.kind, ...purpose }}
        label={sayOn(chrome, 'choices.lift')}
        about={about}
      />
    </li>
  );
};

/** An objection to our own reasons ends no yes: what still goes on is said, with the button that ends it. */
const GoesOn = ({ data, chrome }: { readonly data: ChoicesPage; readonly chrome: Chrome }) => {
  const isObjected = data.limits.some(({ kind, purposeKey }) => kind === 'objection' && purposeKey === undefined);
  const agreed = data.choices.filter(({ choice }) => choice.state === 'agreed');
  if (!isObjected || agreed.length === 0) return null;
  return (
    <>
      <p>{sayOn(chrome, 'choices.goes-on')}</p>
      <ul class="rows">
        {agreed.map(({ choice }) => (
          <li class="limit-row">
            <span>
              {choice.name}. <span class="quiet">{choice.words}</span>
            </span>
            <ButtonForm
              chrome={chrome}
              action="/me/choices"
              fields={{ action: 'withdraw', purpose: choice.purpose }}
              label={sayOn(chrome, 'action.withdraw')}
              about={choice.name}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

const Limits = ({ data, chrome }: { readonly data: ChoicesPage; readonly chrome: Chrome }) => (
  <Section id="limits" title={sayOn(chrome, 'choices.limits')}>
    <div class="card">
      <ul class="rows">
        {data.limits.map((limit) => (
          <Limit limit={limit} chrome={chrome} />
        ))}
      </ul>
      <GoesOn data={data} chrome={chrome} />
    </div>
  </Section>
);

/** An objection is an act of its own; every other kind is an opt-out. */
const StopMore = ({ stops, chrome }: { readonly stops: readonly string[]; readonly chrome: Chrome }) => (
  <Section id="more" title={sayOn(chrome, 'choices.everything')}>
    <div class="card">
      <p>{sayOn(chrome, 'choices.effect')}</p>
      <div class="choice-answers">
        {stops.map((limit) => (
          <ButtonForm
            chrome={chrome}
            action="/me/choices"
            fields={{ action: limit === 'objection' ? 'object' : 'opt-out', limit }}
            label={stopWords(chrome, limit)}
          />
        ))}
      </div>
    </div>
  </Section>
);

const Content = ({ data, chrome }: { readonly data: ChoicesPage; readonly chrome: Chrome }) => {
  const first = data.choices.filter(({ choice }) => choice.purpose === data.purpose);
  const others = data.choices.filter(({ choice }) => choice.purpose !== data.purpose);
  return (
    <>
      <div class="lead single">
        <div>
          <h1>{sayOn(chrome, 'choices.title')}</h1>
          <p class="summary">{sayOn(chrome, 'choices.lead')}</p>
          {data.signal === undefined ? null : <p>{data.signal}</p>}
        </div>
      </div>
      {chrome.saved === 'all' ? <Saved chrome={chrome} /> : null}
      {data.choices.length === 0 ? <p>{sayOn(chrome, 'choices.none')}</p> : null}
      {[...first, ...others].map((shown) => (
        <Choice shown={shown} chrome={chrome} />
      ))}
      {data.limits.length === 0 ? null : <Limits data={data} chrome={chrome} />}
      {data.stops.length === 0 ? null : <StopMore stops={data.stops} chrome={chrome} />}
    </>
  );
};

export const choicesPage = (data: ChoicesPage, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'choices.title'),
    chrome: { ...chrome, here: 'choices' },
    languageFallback: data.languageFallback,
    children: <Content data={data} chrome={chrome} />,
  });
