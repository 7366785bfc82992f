/**
 * The two pages of a package: what is inside, with the check, and the letter. Both are read from a disk.
 * Flow:    http/package → here → preact.
 * Promise: everything they load lies beside them, by a relative path; without script all of it can be read.
 * Source:  GDPR 12(1); docs/design.md 12; decision 0113; WCAG 2.2.
 */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PackageTopic } from '../../answers/package/package-parts.ts';
import type { Letter } from '../../answers/request/letter.ts';
import { type MessageKey, speaks } from '../../language/say.ts';
import { type Chrome, companyOf, dayOn, sayOn } from '../chrome.ts';
import { Mark } from '../icons.tsx';
import { LetterWords, offline } from '../requests/letter-page.tsx';

interface PackageTold {
  readonly id: string;
  readonly kind: string;
  /** RFC 3339. */
  readonly receivedAt: string;
  readonly answeredAt: string;
  readonly vkey: string;
  readonly letter: Letter;
  readonly files: readonly { readonly topic: PackageTopic; readonly path: string }[];
}

interface Frame {
  readonly title: string;
  readonly chrome: Chrome;
  readonly children: ComponentChildren;
}

const Document = ({ title, chrome, children }: Frame) => (
  <html lang={speaks(chrome.language).language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>{title}</title>
      <link rel="stylesheet" href="assets/portal.css" />
      <link rel="stylesheet" href="assets/portal-parts.css" />
      <link rel="icon" href="assets/mark.svg" type="image/svg+xml" />
    </head>
    <body>
      <a class="skip" href="#content">
        {sayOn(chrome, 'page.skip')}
      </a>
      <header class="top">
        <div class="wide top-row">
          <p class="brand">
            <Mark />
            <span>{companyOf(chrome)}</span>
          </p>
        </div>
      </header>
      <main id="content" class="wide" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">
        <div class="wide foot-row">
          <p>{sayOn(chrome, 'package.foot')}</p>
        </div>
      </footer>
    </body>
  </html>
);

const render = (frame: Frame): string => `<!doctype html>${renderToString((<Document {...frame} />) as JSX.Element)}`;

const topicKey = (topic: PackageTopic): MessageKey => `package.topic.${topic}`;

const formName = (path: string): string =>
  path.startsWith('files/') ? path.slice('files/'.length) : (path.split('.').at(-1) ?? '').toUpperCase();

/** One row a topic, with each form in which it is there. */
const Contents = ({ files, chrome }: Pick<PackageTold, 'files'> & { readonly chrome: Chrome }) => (
  <ul class="package-files">
    {[...Map.groupBy(files, ({ topic }) => topic)].map(([topic, forms]) => (
      <li class="card">
        <h3>{sayOn(chrome, topicKey(topic))}</h3>
        <p class="downloads">
          {forms.map(({ path }) => (
            <a class="button quiet" href={path}>
              {formName(path)}
            </a>
          ))}
        </p>
      </li>
    ))}
  </ul>
);

/** Attributes that browsers know and the types of preact do not. */
const aFolder = { webkitdirectory: true } as object;

const Check = ({ vkey, chrome }: Pick<PackageTold, 'vkey'> & { readonly chrome: Chrome }) => (
  <section
    id="check"
    class="card"
    aria-labelledby="check-title"
    data-good={sayOn(chrome, 'package.check.good', { files: '{files}', entries: '{entries}' })}
    data-bad={sayOn(chrome, 'package.check.bad', { count: '{count}' })}
    data-working={sayOn(chrome, 'package.check.working')}
  >
    <h2 id="check-title">{sayOn(chrome, 'package.check.title')}</h2>
    <p>{sayOn(chrome, 'package.check.words')}</p>
    <div id="check-form" hidden>
      <p>
        <label for="check-folder">{sayOn(chrome, 'package.check.choose')}</label>
        <input id="check-folder" type="file" multiple {...aFolder} />
      </p>
      <p>
        <label for="check-key">{sayOn(chrome, 'package.check.key')}</label>
        <input id="check-key" type="text" class="hash" size={80} value={vkey} spellcheck={false} autocomplete="off" />
      </p>
      <p class="quiet">{sayOn(chrome, 'package.check.key-words')}</p>
      <p id="check-outcome" role="status" />
      <ul id="check-findings" class="hash" />
    </div>
    <noscript>
      <p class="note">{sayOn(chrome, 'package.check.no-script')}</p>
    </noscript>
    <script src="assets/package-check.js" defer />
  </section>
);

export const packageIndex = (told: PackageTold, chrome: Chrome): string =>
  render({
    title: sayOn(chrome, 'package.title'),
    chrome,
    children: (
      <>
        <h1>{sayOn(chrome, 'package.title')}</h1>
        <p class="narrow">{sayOn(chrome, 'package.lead', { day: dayOn(chrome, told.receivedAt) })}</p>
        {told.kind === 'portability' ? <p class="narrow">{sayOn(chrome, 'package.provided')}</p> : null}
        <p class="downloads">
          <a class="button" href="letter.html">
            {sayOn(chrome, 'package.letter')}
          </a>
          <a class="button quiet" href="letter.pdf">
            {sayOn(chrome, 'package.letter-pdf')}
          </a>
        </p>
        <h2>{sayOn(chrome, 'package.contents')}</h2>
        <p class="narrow quiet">{sayOn(chrome, 'package.forms')}</p>
        <Contents files={told.files} chrome={chrome} />
        <Check vkey={told.vkey} chrome={chrome} />
        <p class="quiet">
          {sayOn(chrome, 'requests.id')} <span class="hash">{told.id}</span>
        </p>
      </>
    ),
  });

export const packageLetter = ({ letter }: PackageTold, chrome: Chrome): string =>
  render({
    title: letter.title,
    chrome,
    children: (
      <>
        <LetterWords letter={{ ...letter, sections: letter.sections.map(offline) }} chrome={chrome} />
        <p>
          <a href="index.html">{sayOn(chrome, 'package.back')}</a>
        </p>
      </>
    ),
  });
