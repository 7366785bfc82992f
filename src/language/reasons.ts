/**
 * The sentence for a reason code of the evaluation, for the person or for an officer.
 * Flow:    commands and answers → here.
 * Promise: every code of docs/design.md 7 has a sentence in both voices; an unknown code is named, never explained by a
 *          guess.
 * Source:  docs/design.md 7, 8.1 (`explanation`).
 */
import { isMessageKey, say } from './say.ts';

type Voice = 'customer' | 'officer';

export function reasonSentence(language: string, reason: string, voice: Voice): string {
  const key = voice === 'officer' ? `reason.${reason}.officer` : `reason.${reason}`;
  return isMessageKey(key) ? say(language, key) : say(language, 'reason.unknown', { code: reason });
}

/** Both voices at once, as every check and use carries them. */
export function explainReason(language: string, reason: string): Explained {
  const name = `${language} ${reason}`;
  const known = explained.get(name);
  if (known !== undefined) return known;
  const made = {
    customer: reasonSentence(language, reason, 'customer'),
    officer: reasonSentence(language, reason, 'officer'),
  };
  if (explained.size >= MOST_EXPLAINED) explained.clear();
  explained.set(name, made);
  return made;
}

interface Explained {
  readonly customer: string;
  readonly officer: string;
}

/**
 * The sentences have no values in them, so they are the same for everybody; languages are asked for by strangers, so
 * they are bounded.
 */
const explained = new Map<string, Explained>();
const MOST_EXPLAINED = 500;

/** For officers, who know the terms of the law. */
export function basisForOfficers(language: string, basis: string): string {
  const key = `basis.${basis}.officer`;
  return isMessageKey(key) ? say(language, key) : say(language, 'basis.none');
}

export function basisWords(language: string, basis: string): string {
  const key = `basis.${basis}`;
  return isMessageKey(key) ? say(language, key) : say(language, 'basis.none');
}
