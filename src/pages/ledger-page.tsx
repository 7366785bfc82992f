/**
 * The record of the person, entry by entry, and how to check it without trusting us.
 * Flow:    http/handlers → here → layout.
 * Promise: an erased entry keeps its row and its seal; the page says what the check proves and what it cannot.
 * Source:  docs/design.md 12 (bounded claims); docs/design.md 5.
 */
import { say } from '../language/say.ts';
import { parseCheckpoint } from '../vocabulary/checkpoint.ts';
import { type Chrome, countOn, sayOn, timeOn } from './chrome.ts';
import { ButtonLink, More, Section, scrolls, WideTable } from './controls.tsx';
import { pageOf } from './layout.tsx';

interface EntryShown {
  readonly log: number;
  readonly index: number;
  readonly id: string | null;
  readonly kind: string | null;
  /** RFC 3339: when it happened, as the other pages say it; null once erased. */
  readonly happenedAt: string | null;
  readonly words: string;
  /** Padded base64. */
  readonly leafHash: string;
}

interface LedgerPage {
  /** The newest first. */
  readonly items: readonly EntryShown[];
  readonly next: string | null;
  readonly checkpoint: string | null;
  /** The day that the list begins with, where one was chosen. */
  readonly start?: string;
  /** True where the list begins later than with the newest entry. */
  readonly isLater?: boolean;
  /** True where a text of an entry is in another language. */
  readonly languageFallback?: boolean;
}

interface LedgerProps {
  readonly data: LedgerPage;
  readonly chrome: Chrome;
}

const Entries = ({ data, chrome }: LedgerProps) => (
  <WideTable label={sayOn(chrome, 'ledger.title')} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'ledger.what')}</th>
        <th scope="col">{sayOn(chrome, 'ledger.when')}</th>
        <th scope="col" class="number">
          {sayOn(chrome, 'ledger.entry')}
        </th>
        <th scope="col">{sayOn(chrome, 'ledger.seal')}</th>
      </tr>
    </thead>
    <tbody>
      {data.items.map(({ id, kind, index, happenedAt, words, leafHash }) => (
        <tr>
          <td class="what">
            {words}
            {id === null || kind?.startsWith('consent.') !== true ? null : (
              <>
                {' '}
                <a href={`/me/consents/${id}`}>{sayOn(chrome, 'receipt.open')}</a>
              </>
            )}
          </td>
          <td data-name={sayOn(chrome, 'ledger.when')}>{happenedAt === null ? '–' : timeOn(chrome, happenedAt)}</td>
          <td class="number" data-name={sayOn(chrome, 'ledger.entry')}>
            {countOn(chrome, index)}
          </td>
          <td data-name={sayOn(chrome, 'ledger.seal')}>
            <span class="hash">{`${leafHash.slice(0, 10)}…`}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

/**
 * The name of the log stands in the key, so that nobody takes another one; the rest comes from elsewhere than this
 * page.
 */
const commandFor = (checkpoint: string | null): string =>
  `npm run verify -- evidence.json --vkey "${parseCheckpoint(checkpoint ?? '')?.origin ?? ''}+…"`;

const Check = ({ data, chrome }: LedgerProps) => (
  <Section id="check" title={sayOn(chrome, 'ledger.check.title')}>
    <div class="card">
      <ol class="numbered">
        <li>{sayOn(chrome, 'ledger.check.1')}</li>
        <li>{sayOn(chrome, 'ledger.check.2')}</li>
        <li>{sayOn(chrome, 'ledger.check.3')}</li>
      </ol>
      <p class="downloads">
        <ButtonLink href="/me/evidence" label={sayOn(chrome, 'ledger.check.download')} look="main" />
        <ButtonLink href="/me/data" label={sayOn(chrome, 'letter.access.file.data')} />
      </p>
      <p class="over">{sayOn(chrome, 'ledger.check.command')}</p>
      <pre {...scrolls}>
        <code>{commandFor(data.checkpoint)}</code>
      </pre>
      <p class="quiet">{sayOn(chrome, 'ledger.check.proves')}</p>
      {data.checkpoint === null ? null : (
        <More summary={sayOn(chrome, 'ledger.check.checkpoint')}>
          <pre {...scrolls}>
            <code>{data.checkpoint}</code>
          </pre>
        </More>
      )}
    </div>
  </Section>
);

const terms = [
  'ai-system',
  'automated-decision',
  'consent',
  'controller',
  'erasure',
  'legitimate-interests',
  'portability',
  'processing',
  'restriction',
] as const;

const Words = ({ chrome }: { readonly chrome: Chrome }) => (
  <Section id="words" title={sayOn(chrome, 'words.title')} note={sayOn(chrome, 'words.lead')}>
    <div class="card">
      <dl class="facts">
        {terms.map((term) => (
          <div>
            <dt>{say(chrome.language, `word.${term}.term`)}</dt>
            <dd>{say(chrome.language, `word.${term}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  </Section>
);

/** A form that reads, so that a day among many years is one step away. */
const Begin = ({ data, chrome }: LedgerProps) => (
  <form class="day-row" method="get" action="/me/ledger">
    <label for="start">{sayOn(chrome, 'ledger.until')}</label>
    <input id="start" name="start" type="date" value={data.start ?? ''} />
    <button class="quiet" type="submit">
      {sayOn(chrome, 'ledger.until.go')}
    </button>
  </form>
);

const Content = ({ data, chrome }: LedgerProps) => (
  <>
    <div class="lead single">
      <div>
        <h1>{sayOn(chrome, 'ledger.title')}</h1>
        <p class="summary">{sayOn(chrome, 'ledger.lead')}</p>
      </div>
    </div>
    <div class="card">
      {data.items.length === 0 && data.isLater !== true ? null : <Begin data={data} chrome={chrome} />}
      {data.items.length === 0 ? <p>{sayOn(chrome, 'ledger.none')}</p> : <Entries data={data} chrome={chrome} />}
      <p class="downloads">
        {data.isLater === true ? <ButtonLink href="/me/ledger" label={sayOn(chrome, 'ledger.newest')} /> : null}
        {data.next === null ? null : (
          <ButtonLink
            href={`/me/ledger?cursor=${encodeURIComponent(data.next)}`}
            label={sayOn(chrome, 'ledger.older')}
          />
        )}
      </p>
    </div>
    <Check data={data} chrome={chrome} />
    <Words chrome={chrome} />
  </>
);

export const ledgerPage = (data: LedgerPage, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'ledger.title'),
    chrome: { ...chrome, here: 'record' },
    languageFallback: data.languageFallback === true,
    children: <Content data={data} chrome={chrome} />,
  });
