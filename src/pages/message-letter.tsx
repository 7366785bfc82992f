/**
 * A message to a person as mail: plain text, and the same in HTML.
 * Flow:    the sender of messages → here → connectors/mail.
 * Promise: both say the same; nothing is loaded from anywhere, so nobody learns whether it was opened.
 * Source:  docs/design.md 12 (words, no tracking pixels).
 */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { say, speaks } from '../language/say.ts';

interface LetterShown {
  readonly title: string;
  /** Paragraphs, parted by a blank line. */
  readonly text: string;
  readonly language: string;
  readonly link: string;
  readonly company?: string;
}

const styles = `body{margin:0;padding:24px;background:#fff;color:#1b1b18;font:16px/1.6 Georgia,serif}main{max-width:36em;margin:0 auto}
h1{font-size:22px;line-height:1.3}h2{font-size:18px}a{color:#1d4f91}.small{color:#5b5b55;font-size:14px}`;

const paragraphs = (text: string): readonly string[] => text.split('\n\n');

export function letterText({ title, text, language, link, company }: LetterShown): string {
  const parts = [
    title,
    say(language, 'message.greeting'),
    text,
    say(language, 'message.closing'),
    link,
    say(language, 'message.no-tracking'),
  ];
  return `${[...parts, ...(company === undefined ? [] : [company])].join('\n\n')}\n`;
}

interface Framed extends Pick<LetterShown, 'title' | 'language' | 'company'> {
  readonly children: ComponentChildren;
}

/** What stands around the words of every letter. */
export const LetterFrame = ({ title, language, company, children }: Framed) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <style>{styles}</style>
    </head>
    <body>
      <main>
        <h1>{title}</h1>
        <p>{say(language, 'message.greeting')}</p>
        {children}
        <p class="small">{say(language, 'message.no-tracking')}</p>
        {company === undefined ? null : <p class="small">{company}</p>}
      </main>
    </body>
  </html>
);

const Letter = ({ text, link, ...shown }: LetterShown) => (
  <LetterFrame {...shown}>
    {paragraphs(text).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <p>{say(shown.language, 'message.closing')}</p>
    <p>
      <a href={link}>{say(shown.language, 'message.open')}</a>
    </p>
  </LetterFrame>
);

export const letterHtml = (shown: LetterShown): string =>
  `<!doctype html>${renderToString((<Letter {...shown} />) as JSX.Element)}`;

/** A mail that carries a code, in a language that we write. */
export function codeLetter(
  kind: 'sign-in' | 'address',
  wanted: string,
  shown: Pick<LetterShown, 'link' | 'company'>,
): { readonly title: string; readonly language: string; readonly text: string; readonly html: string } {
  const { language } = speaks(wanted);
  const [title, text] = [say(language, `${kind}.mail.title`), say(language, `${kind}.mail.text`)];
  const letter = { ...shown, title, text, language };
  return { title, language, text: letterText(letter), html: letterHtml(letter) };
}
