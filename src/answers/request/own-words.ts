/**
 * What the person wrote themself about a request, quoted in its letter.
 * Flow:    ask-letter.ts → here (the person's own chain) → letter.ts (a section with quotes).
 * Promise: their words as they stand and in their language; never those of somebody who asked for them, never a
 *          sentence that we put there; words sent through somebody else's link say so; nothing once the person is
 *          erased.
 * Source:  GDPR 12(1), 22(3) (their point of view); decision 0137.
 */
import { throughWords } from '../../language/fact-sentence.ts';
import { languages } from '../../language/messages/catalogues.ts';
import { say } from '../../language/say.ts';
import type { ChainEntry, Reads } from '../../ports/reads.ts';
import { payloadOfKind } from '../../views/of-kind.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { askWholeChain } from '../ledger/ask.ts';
import type { Reader } from '../reader.ts';
import type { LetterSection, Quote } from './letter.ts';

const written = ['request.received', 'request.appealed', 'review.opened'];

const wordsIn = (entry: ChainEntry): string | undefined =>
  payloadOfKind('request.received', entry)?.message ??
  payloadOfKind('request.appealed', entry)?.reason ??
  payloadOfKind('review.opened', entry)?.statement;

const about = /\b(?:dec|req)_\w+/;

/** Where a form is sent without words, we note what it is about; that is no sentence of theirs. */
function isOurs(words: string): boolean {
  const [id] = about.exec(words) ?? [];
  if (id === undefined) return false;
  return languages.some((language) =>
    (['request.about', 'request.about-request'] as const).some((key) => say(language, key, { id }) === words),
  );
}

/** The section of a letter with the person's own words, where they wrote any. */
export async function askOwnWords(reads: Reads, row: RequestRow, reader: Reader): Promise<LetterSection | undefined> {
  if (row.subject === undefined) return undefined;
  const chain = await askWholeChain(reads, row.subject, { kinds: written });
  const quotes = chain
    .filter(({ id, payload, actor }) => actor?.role === 'self' && (id === row.id || payload?.request === row.id))
    .flatMap((entry): readonly Quote[] => {
      const words = wordsIn(entry);
      if (words === undefined || isOurs(words)) return [];
      const note = throughWords(reader.language, entry.actor?.through);
      return [{ words, ...defined({ language: row.language, note }) }];
    });
  if (quotes.length === 0) return undefined;
  // A request and the look that it opened hold the same words.
  const once = [...new Map(quotes.map((quote) => [quote.words, quote])).values()];
  return { title: reader.say('letter.own-words'), quotes: once };
}
