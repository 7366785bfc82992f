/**
 * The letter of a request as the person reads it, or would read it if it were answered now.
 * Flow:    http/handlers/console/requests.ts (a Letter) → here → requests/letter-page.tsx (its words).
 * Promise: word for word what the person gets; a preview says that it is one.
 * Source:  GDPR 12(1).
 */
import type { Letter, LetterSection } from '../../answers/request/letter.ts';
import { sayOn } from '../chrome.ts';
import { LetterFile, LetterWords } from '../requests/letter-page.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Aside } from './parts.tsx';

interface LetterShown {
  readonly id: string;
  readonly letter: Letter;
  /** The language in which the person reads it. */
  readonly language: string;
  readonly isPreview: boolean;
}

/** Files and pages of the person open in their own pages only, so here they are named and not linked. */
const named = ({ links = [], list = [], ...section }: LetterSection): LetterSection => ({
  ...section,
  list: [...list, ...links.filter(({ href }) => href.startsWith('/')).map(({ title }) => title)],
  links: links.filter(({ href }) => !href.startsWith('/')),
});

export const consoleLetterPage = ({ id, letter, language, isPreview }: LetterShown, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, isPreview ? 'console.letter.preview' : 'console.letter.final'),
    chrome: { ...chrome, area: 'requests' },
    back: { href: `/console/requests/${id}`, label: sayOn(chrome, 'console.letter.back') },
    children: (
      <>
        {isPreview ? <Aside chrome={chrome} words={sayOn(chrome, 'console.letter.preview.words')} /> : null}
        <LetterWords
          letter={{ ...letter, sections: letter.sections.map(named) }}
          chrome={{ ...chrome, language }}
          level="h2"
        />
        {isPreview ? null : <LetterFile href={`/console/requests/${id}/letter.pdf`} chrome={chrome} />}
      </>
    ),
  });
