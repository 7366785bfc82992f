/**
 * The part of a letter that says which uses had no permission.
 * Flow:    access-letter.ts, explanation-letter.ts → here.
 * Promise: the words of the page; nothing where every use on record was permitted.
 * Source:  GDPR 5(1)(a), 15; docs/design.md 8.1 (`usesWithoutPermission`).
 */
import type { Reader } from '../reader.ts';
import type { AiUseAnswer } from '../use/ai-use-answer.ts';
import type { LetterSection } from './letter.ts';

export function withoutPermission(
  { usesWithoutPermission: told }: Pick<AiUseAnswer, 'usesWithoutPermission'>,
  reader: Reader,
): readonly LetterSection[] {
  if (told === null) return [];
  const why = (because: readonly { readonly words: string }[]): string =>
    `${reader.say('use.without.why')}: ${because.map(({ words }) => words).join(' ')}`;
  return [
    {
      title: told.title,
      paragraphs: [told.words],
      list: told.systems.map(({ aiSystem, words, because }) => `${aiSystem.name}: ${words} ${why(because)}`),
      links: told.whatYouCanDo.flatMap(({ words, way, form }) =>
        form === undefined ? [{ title: words, href: way.href }] : [],
      ),
    },
  ];
}
