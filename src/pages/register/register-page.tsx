/**
 * The public register: every AI system on a card, and one page for each.
 * Flow:    http/handlers/register.ts → here → layout.
 * Promise: benefits and limits stand side by side; what is not written down is shown as not written down.
 * Source:  docs/law.md 9; docs/design.md 12 (words).
 */
import type { RegisterEntry } from '../../answers/register/register.ts';
import { regimeWords } from '../../language/regions.ts';
import { SystemFacts } from '../ai-use/system-details.tsx';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { Contacts } from '../contacts.tsx';
import { ButtonLink } from '../controls.tsx';
import { pageOf } from '../layout.tsx';

interface EntryProps {
  readonly entry: RegisterEntry;
  readonly chrome: Chrome;
}

const chipOf = { live: 'agreed', suspended: 'stopped', retired: 'needed' } as const;

const Chips = ({ entry, chrome }: EntryProps) => (
  <ul class="chips">
    <li class={`chip ${chipOf[entry.status]}`}>{sayOn(chrome, `register.${entry.status}`)}</li>
    <li class="chip">{sayOn(chrome, entry.decidesAboutPeople ? 'register.decides' : 'register.assists')}</li>
    {entry.dataCategories.map(({ label }) => (
      <li class="chip">{label}</li>
    ))}
  </ul>
);

const purposeText = ({ purposes, description }: RegisterEntry): string =>
  description ?? purposes.map(({ name, description: words }) => (words === null ? `${name}.` : words)).join(' ');

const Card = ({ entry, chrome }: EntryProps) => (
  <article class="card entry">
    <h2>{entry.name}</h2>
    <p>{purposeText(entry)}</p>
    <Chips entry={entry} chrome={chrome} />
    <p class="downloads">
      <ButtonLink href={`/v1/register/${entry.key}`} label={sayOn(chrome, 'register.more')} about={entry.name} />
    </p>
  </article>
);

interface Register {
  readonly items: readonly RegisterEntry[];
  readonly contacts: RegisterEntry['contacts'];
}

export function registerPage({ items: entries, contacts }: Register, chrome: Chrome): string {
  const title = sayOn(chrome, 'register.title');
  return pageOf({
    title,
    chrome,
    languageFallback: entries.some(({ languageFallback }) => languageFallback),
    children: (
      <>
        <div class="lead single">
          <div>
            <h1>{title}</h1>
            <p class="summary">{sayOn(chrome, 'register.lead')}</p>
          </div>
        </div>
        {entries.length === 0 ? (
          <p>{sayOn(chrome, 'register.none')}</p>
        ) : (
          entries.map((entry) => <Card entry={entry} chrome={chrome} />)
        )}
        <Contacts contacts={contacts} chrome={chrome} />
      </>
    ),
  });
}

const Reasons = ({ entry, chrome }: EntryProps) => (
  <>
    <h2>{sayOn(chrome, 'register.why')}</h2>
    <dl class="facts">
      {entry.purposes.map(({ name, bases }) => (
        <div>
          <dt>{name}</dt>
          {bases.map(({ regime, words }) => (
            <dd>
              {regimeWords(chrome.language, regime)}: {words}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  </>
);

const Ways = ({ entry, chrome }: EntryProps) => (
  <>
    {entry.optOut === null ? null : (
      <>
        <h2>{sayOn(chrome, 'register.opt-out')}</h2>
        <p>{entry.optOut}</p>
      </>
    )}
    <p class="downloads">
      <ButtonLink href={entry.ways.explanation} label={sayOn(chrome, 'register.ask')} look="main" />
      {entry.decidesAboutPeople ? (
        <ButtonLink href={entry.ways.notice} label={sayOn(chrome, 'notice.beforehand')} />
      ) : null}
      {entry.ways.humanReview === null ? null : (
        <ButtonLink href={entry.ways.humanReview} label={sayOn(chrome, 'register.human')} />
      )}
      <ButtonLink href="/v1/register" label={sayOn(chrome, 'register.all')} />
    </p>
    {entry.humanReview === null ? null : <p class="effect">{entry.humanReview.words}</p>}
  </>
);

export const registerEntryPage = (entry: RegisterEntry, chrome: Chrome): string =>
  pageOf({
    title: entry.name,
    chrome,
    languageFallback: entry.languageFallback,
    children: (
      <>
        <div class="lead single">
          <div>
            <h1>{entry.name}</h1>
            <p class="summary">{purposeText(entry)}</p>
            <Chips entry={entry} chrome={chrome} />
          </div>
        </div>
        <div class="card">
          {entry.statusWords === null ? null : <p class="note">{entry.statusWords}</p>}
          <SystemFacts system={entry} purposes={entry.purposes} chrome={chrome} />
        </div>
        <div class="card entry">
          <Reasons entry={entry} chrome={chrome} />
        </div>
        <div class="card entry">
          <Ways entry={entry} chrome={chrome} />
          {[...new Set(entry.notPlain.map(({ reason }) => reason))].map((reason) => (
            <p class="note">{sayOn(chrome, 'register.not-plain', { reason })}</p>
          ))}
          <p class="effect">
            {sayOn(chrome, 'register.changed', { day: dayOn(chrome, entry.lastChanged), version: entry.version })}
          </p>
        </div>
        <Contacts contacts={entry.contacts} chrome={chrome} />
      </>
    ),
  });
