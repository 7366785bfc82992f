/**
 * The sentence for a reason code of the evaluation, for the person or for an officer.
 * Flow:    commands and answers → here.
 * Promise: every code of DESIGN 7 has a sentence in both voices; an unknown code is named, never explained by a guess.
 * Source:  DESIGN section 7, 8.1 (`explanation`).
 */
import { isMessageKey, say } from './say.ts';

export type Voice = 'customer' | 'officer';

export function reasonSentence(language: string, reason: string, voice: Voice): string {
  const key = voice === 'officer' ? `reason.${reason}.officer` : `reason.${reason}`;
  return isMessageKey(key) ? say(language, key) : say(language, 'reason.unknown', { code: reason });
}

/** Both voices at once, as every check and use carries them. */
export const explanationOf = (language: string, reason: string): { readonly customer: string; readonly officer: string } => ({
  customer: reasonSentence(language, reason, 'customer'),
  officer: reasonSentence(language, reason, 'officer'),
});

export function basisWords(language: string, basis: string): string {
  const key = `basis.${basis}`;
  return isMessageKey(key) ? say(language, key) : say(language, 'basis.none');
}
