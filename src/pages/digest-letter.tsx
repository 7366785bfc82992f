/**
 * The digest for staff as mail: plain text, and the same in HTML, in the form of every letter.
 * Flow:    send-digests → here → connectors/mail.
 * Promise: both say the same, with the whole address of each queue; nothing is loaded from anywhere.
 * Source:  decision 0134; docs/design.md 12 (words, no tracking pixels).
 */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { DigestWords } from '../answers/digest/digest.ts';
import { say } from '../language/say.ts';
import { LetterFrame } from './message-letter.tsx';

interface DigestShown extends DigestWords {
  readonly baseUrl: string;
  readonly company?: string;
}

export function digestText({ title, parts, language, baseUrl, company }: DigestShown): string {
  const told = parts.map((part) =>
    [part.title, ...part.lines.map(({ words, href }) => `- ${words}\n  ${baseUrl}${href}`)].join('\n'),
  );
  const around = [say(language, 'digest.closing'), say(language, 'message.no-tracking')];
  const all = [title, say(language, 'message.greeting'), ...told, ...around];
  return `${[...all, ...(company === undefined ? [] : [company])].join('\n\n')}\n`;
}

const Digest = ({ parts, baseUrl, ...shown }: DigestShown) => (
  <LetterFrame {...shown}>
    {parts.map(({ title, lines }) => (
      <>
        <h2>{title}</h2>
        <ul>
          {lines.map(({ words, href }) => (
            <li>
              <a href={`${baseUrl}${href}`}>{words}</a>
            </li>
          ))}
        </ul>
      </>
    ))}
    <p>{say(shown.language, 'digest.closing')}</p>
  </LetterFrame>
);

export const digestHtml = (shown: DigestShown): string =>
  `<!doctype html>${renderToString((<Digest {...shown} />) as JSX.Element)}`;
