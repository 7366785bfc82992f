/**
 * One request and its answer as a letter: readable, printable, with the steps that were taken.
 * Flow:    http/handlers (a Letter) → here → layout.
 * Promise: the page adds nothing to the letter but the steps and, while it is open, the way to cancel.
 * Source:  GDPR 12(1); docs/design.md 12 (a calm letter).
 */
import type { Letter, LetterSection } from '../../answers/request/letter.ts';
import { isMessageKey, say, speaks } from '../../language/say.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Chrome, companyOf, dayOn, sayOn } from '../chrome.ts';
import { ButtonForm, WideTable } from '../controls.tsx';
import { pageOf } from '../layout.tsx';

interface LetterPage {
  readonly id: string;
  readonly letter: Letter;
  /** The language of the letter, where it may be another than that of the page. */
  readonly language?: string;
  /** The steps so far, the oldest first; `at` as RFC 3339. */
  readonly steps: readonly { readonly step: string; readonly at: string }[];
  readonly state: string;
  /** May the person still cancel it? */
  readonly open: boolean;
  /** Can the letter be saved as a PDF? */
  readonly hasFile?: boolean;
  /** Until when the person can fetch the whole answer as a folder, RFC 3339; absent where there is none. */
  readonly copyUntil?: string;
  /** The secret that opens it after an erasure; shown once, right after the request was made. */
  readonly secret?: string;
}

const Links = ({ section }: { readonly section: LetterSection }) =>
  section.links === undefined || section.links.length === 0 ? null : (
    <p class="downloads">
      {section.links.map(({ title, href }) => (
        <a class="button quiet" href={href} {...(href.startsWith('https:') ? { rel: 'noreferrer' } : {})}>
          {title}
        </a>
      ))}
    </p>
  );

const Table = ({ section }: { readonly section: LetterSection }) =>
  section.table === undefined ? null : (
    <WideTable label={section.title}>
      <thead>
        <tr>
          {section.table.head.map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {section.table.rows.map(([first, ...others]) => (
          <tr>
            <th scope="row">{first}</th>
            {others.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );

/** Words of which nobody knows the language are not read as those of the page. */
const Quotes = ({ section }: { readonly section: LetterSection }) =>
  (section.quotes ?? []).map(({ words, language, note }) => (
    <>
      <blockquote class="own-words" lang={language ?? ''} dir="auto">
        {words}
      </blockquote>
      {note === undefined ? null : <p class="quiet">{note}</p>}
    </>
  ));

const Part = ({ section, level: Title }: { readonly section: LetterSection; readonly level: 'h2' | 'h3' }) => (
  <>
    <Title class="letter-part">{section.title}</Title>
    {(section.paragraphs ?? []).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    {section.list === undefined || section.list.length === 0 ? null : (
      <ul>
        {section.list.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    )}
    <Quotes section={section} />
    <Table section={section} />
    <Links section={section} />
  </>
);

const Secret = ({ secret, chrome }: { readonly secret: string; readonly chrome: Chrome }) => (
  <div class="card secret">
    <h2>{sayOn(chrome, 'secret.title')}</h2>
    <p>{sayOn(chrome, 'secret.words')}</p>
    <code>{secret}</code>
  </div>
);

const stepWords = (chrome: Chrome, step: string): string => {
  const key = `request.step.${step}`;
  return isMessageKey(key) ? say(chrome.language, key) : step;
};

const Steps = ({ data, chrome }: { readonly data: LetterPage; readonly chrome: Chrome }) => (
  <div class="card beside-letter">
    <ol class="steps">
      {data.steps.map(({ step, at }) => (
        <li class="done">
          <strong>{stepWords(chrome, step)}</strong>
          <span>{dayOn(chrome, at)}</span>
        </li>
      ))}
    </ol>
    <p class="quiet">
      {sayOn(chrome, 'requests.id')} <span class="hash">{data.id}</span>
    </p>
    {data.open ? (
      <ButtonForm
        chrome={chrome}
        action={`/me/requests/${data.id}/cancel`}
        fields={{}}
        label={sayOn(chrome, 'form.cancel-request')}
      />
    ) : null}
  </div>
);

interface LetterProps {
  readonly letter: Letter;
  readonly chrome: Chrome;
  /** The heading of the letter, under that of the page around it. */
  readonly level?: 'h1' | 'h2';
}

/** The letter itself, on a sheet of its own. */
export const LetterWords = ({ letter, chrome, level: Title = 'h1' }: LetterProps) => (
  <article class="card letter" lang={speaks(chrome.language).language}>
    <p class="letter-head">
      <span>{companyOf(chrome)}</span>
      <span>{dayOn(chrome, letter.date)}</span>
    </p>
    <Title class="letter-title">{letter.title}</Title>
    <p class="letter-greeting">{sayOn(chrome, 'letter.greeting')}</p>
    <p>{letter.lead}</p>
    {letter.sections.map((section) => (
      <Part section={section} level={Title === 'h1' ? 'h2' : 'h3'} />
    ))}
    <p class="letter-closing">
      {sayOn(chrome, chrome.company === undefined ? 'letter.closing.nobody' : 'letter.closing', {
        company: companyOf(chrome),
      })}
    </p>
  </article>
);

/** On a disk and on paper the addresses of our pages lead nowhere. */
export const offline = ({ links, ...section }: LetterSection): LetterSection => {
  const kept = (links ?? []).filter(({ href }) => /^(https:|mailto:|tel:)/.test(href));
  return kept.length === 0 ? section : { ...section, links: kept };
};

const Copy = ({ id, until, chrome }: { readonly id: string; readonly until: string; readonly chrome: Chrome }) => (
  <div class="card beside-letter">
    <p>
      <a class="button" href={`/me/requests/${id}/package`}>
        {sayOn(chrome, 'package.download')}
      </a>
    </p>
    <p class="quiet">{sayOn(chrome, 'package.until', { day: dayOn(chrome, until) })}</p>
  </div>
);

/** For the page beside a letter that is as it will stay. */
export const LetterFile = ({ href, chrome }: { readonly href: string; readonly chrome: Chrome }) => (
  <p class="letter-file">
    <a class="button quiet" href={href}>
      {sayOn(chrome, 'letter.pdf')}
    </a>
  </p>
);

const Content = ({ data, chrome }: { readonly data: LetterPage; readonly chrome: Chrome }) => (
  <>
    {data.secret === undefined ? null : <Secret secret={data.secret} chrome={chrome} />}
    <LetterWords letter={data.letter} chrome={{ ...chrome, ...defined({ language: data.language }) }} />
    {data.hasFile === true ? <LetterFile href={`/me/requests/${data.id}/letter.pdf`} chrome={chrome} /> : null}
    {data.copyUntil === undefined ? null : <Copy id={data.id} until={data.copyUntil} chrome={chrome} />}
    {data.steps.length === 0 ? null : <Steps data={data} chrome={chrome} />}
  </>
);

export const letterPage = (data: LetterPage, chrome: Chrome): string =>
  pageOf({
    title: data.letter.title,
    chrome: { ...chrome, here: 'requests' },
    languageFallback: data.letter.languageFallback,
    children: <Content data={data} chrome={chrome} />,
  });
