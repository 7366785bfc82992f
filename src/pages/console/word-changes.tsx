/**
 * What changed between two texts: words taken out are struck through, words put in are underlined, and both are said.
 * Flow:    notice-page.tsx, notice-preview.tsx → here.
 * Promise: nothing rests on colour: the line tells it to the eye, a word to the ear.
 * Source:  WCAG 1.4.1; decision 0127.
 */
import type { TextChange } from '../../answers/console/published.ts';
import { isMessageKey } from '../../language/say.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { nameOfLanguage } from './written-language.ts';

const Piece = ({ piece, chrome }: { readonly piece: TextChange['pieces'][number]; readonly chrome: Chrome }) => {
  if (piece.kind === 'same') return <>{piece.text}</>;
  const said = (
    <span class="visually-hidden" lang={chrome.language}>
      {` ${sayOn(chrome, `console.notices.${piece.kind}`)} `}
    </span>
  );
  return piece.kind === 'removed' ? (
    <del>
      {said}
      {piece.text}
    </del>
  ) : (
    <ins>
      {said}
      {piece.text}
    </ins>
  );
};

/** The name of a member; one that we have no word for is shown as it is declared. */
export function memberWords(member: string, chrome: Chrome): string {
  const key = `console.notices.member.${member.split(/[./]/).at(-1)}`;
  return isMessageKey(key) ? sayOn(chrome, key) : member;
}

const Changed = ({ difference, chrome }: { readonly difference: TextChange; readonly chrome: Chrome }) => {
  const { member, language, pieces } = difference;
  return (
    <div class="word-change">
      <h3>
        {memberWords(member, chrome)}
        {language === null ? null : `, ${nameOfLanguage(language)}`}
      </h3>
      <p class={language === null ? 'quote hash' : 'quote'} lang={language ?? 'en'}>
        {pieces.map((piece) => (
          <Piece piece={piece} chrome={chrome} />
        ))}
      </p>
    </div>
  );
};

export const WordChanges = ({
  differences,
  chrome,
}: {
  readonly differences: readonly TextChange[];
  readonly chrome: Chrome;
}) =>
  differences.length === 0 ? (
    <p class="nothing">{sayOn(chrome, 'console.notices.same')}</p>
  ) : (
    <>
      <p class="hint">{sayOn(chrome, 'console.notices.changes.note')}</p>
      {differences.map((difference) => (
        <Changed difference={difference} chrome={chrome} />
      ))}
    </>
  );
