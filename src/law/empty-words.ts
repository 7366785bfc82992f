/**
 * Whether reasons say anything: a reason that fits every case is none.
 * Flow:    human-involvement.ts, commands/review → here.
 * Promise: pure, for any language; only texts that are plainly empty are caught, because nobody can judge a reason by
 *          counting.
 * Source:  docs/law.md 7 (not a rubber stamp); docs/law.md 10.7.
 */

/** Characters that reasons have at least, and different words. */
export const leastCharacters = 20;
const leastWords = 4;

/** Phrases that fit every case; what is left of the text without them has to say something. */
const emptyPhrases: readonly string[] = [
  'looks good to me',
  'looks good',
  'looks fine',
  'looks correct',
  'everything is fine',
  'everything ok',
  'no issues found',
  'no issues',
  'no objections',
  'nothing to add',
  'i agree with the ai system',
  'i agree with the ai',
  'i agree with the system',
  'agree with the ai',
  'agree with the model',
  'agree with system',
  'i agree',
  'as per the model',
  'as per policy',
  'per policy',
  'the ai is right',
  'the system is right',
  'the model is right',
  'decision confirmed',
  'decision is correct',
  'confirmed',
  'approved',
  'reviewed',
  'upheld',
  'correct',
  'see above',
  'not applicable',
  'lgtm',
  'done',
  'closed',
  'fixed',
  'answered',
  'fulfilled',
  'completed',
  'resolved',
  'erledigt',
  'fertig',
  'beantwortet',
  'fait',
  'terminé',
  'traité',
  'hecho',
  'listo',
  'resuelto',
  'okay',
  'ok',
  'n a',
  'sieht gut aus',
  'alles in ordnung',
  'in ordnung',
  'keine einwände',
  'stimme zu',
  'geprüft',
  'bestätigt',
  'siehe oben',
  'tout est bon',
  'rien à signaler',
  'd accord',
  'conforme',
  'vérifié',
  'confirmé',
  'voir ci dessus',
  'todo correcto',
  'todo bien',
  'sin observaciones',
  'de acuerdo',
  'conforme',
  'revisado',
  'confirmado',
  'ver arriba',
];

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const wordsIn = (text: string): readonly string[] =>
  [...segmenter.segment(text.toLowerCase().normalize('NFC'))]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);

/** The longer phrases first, so that a short one never leaves half of a long one behind. */
const phrases = [...new Set(emptyPhrases)]
  .map((phrase) => wordsIn(phrase).join(' '))
  .sort((one, other) => other.length - one.length);

function withoutPhrases(words: readonly string[]): string {
  let left = ` ${words.join(' ')} `;
  for (const phrase of phrases) left = left.replaceAll(` ${phrase} `, ' ').replaceAll(` ${phrase} `, ' ');
  return left.trim();
}

/** True where not one word is left: signs alone, or a phrase that fits every case, such as “done”. */
export const saysNothing = (text: string): boolean => withoutPhrases(wordsIn(text)) === '';

/** True where nothing is left that could only be said of this case. */
export function saysLittle(text: string): boolean {
  if ([...text.trim()].length < leastCharacters) return true;
  const words = wordsIn(text);
  if (new Set(words).size < leastWords) return true;
  return new Set(wordsIn(withoutPhrases(words))).size < leastWords;
}

/** True where one of the others says the same words in the same order, however they are written. */
export function isSaidAgain(text: string, others: readonly string[]): boolean {
  const said = wordsIn(text).join(' ');
  return said !== '' && others.some((other) => wordsIn(other).join(' ') === said);
}
