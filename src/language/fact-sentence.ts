/**
 * The sentence a person reads for one fact of their record.
 * Flow:    answers/ledger and pages → here → messages/en/facts.ts.
 * Promise: every kind of fact has a sentence; an opened payload fills it, an erased one is told as erased. A kind from
 *          a later version is shown by its own words.
 * Source:  docs/design.md 5 (kinds); docs/design.md 12 (words).
 */
import { denialCodeOf, isKeepGround } from '../vocabulary/hold.ts';
import { isByPass } from '../vocabulary/pass.ts';
import { wordsOfCode } from './categories.ts';
import { denialWords } from './law-words.ts';
import { reasonSentence } from './reasons.ts';
import { isMessageKey, say, selectorOf } from './say.ts';
import { pickText, type TextOrMap } from './text.ts';

interface ToldFact {
  readonly kind: string;
  /** Absent where the content was erased or has expired. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Who made the sign-in link, or the pass for a page, that it was done through. */
  readonly through?: { readonly role: string; readonly link: string };
}

/** The published name of a purpose or an AI system. */
export type NameOf = (what: 'ai-system' | 'purpose', key: string) => string;

const isText = (value: unknown): value is TextOrMap =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value));
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function titleOfRequest(language: string, kind: string): string {
  const key = `right.${kind}.title`;
  return isMessageKey(key) ? say(language, key) : wordsOfCode(kind);
}

export function limitWords(language: string, kind: string): string {
  const key = `limit.${kind}`;
  return isMessageKey(key) ? say(language, key) : wordsOfCode(kind);
}

const groundWords = (language: string, ground: string): string =>
  isKeepGround(ground) ? (denialWords(language, denialCodeOf(ground)) ?? '') : '';

/** The values a sentence may name, read leniently out of any payload. */
function valuesOf(
  payload: Readonly<Record<string, unknown>>,
  language: string,
  nameOf: NameOf,
): Record<string, string> {
  const words = (value: unknown): string => (isText(value) ? (pickText(value, language)?.text ?? '') : '');
  const reason = text(payload.reason);
  return {
    purpose: text(payload.purpose) === '' ? '' : nameOf('purpose', text(payload.purpose)),
    aiSystem: text(payload.aiSystem) === '' ? '' : nameOf('ai-system', text(payload.aiSystem)),
    reason: reason === '' ? '' : reasonSentence(language, reason, 'customer'),
    effect: text(payload.effect),
    ground: groundWords(language, text(payload.ground)),
    givenBy: text(payload.givenBy),
    limit: limitWords(language, text(payload.kind)),
    hasPurpose: text(payload.purpose) === '' ? 'no' : 'yes',
    covered: String(payload.covered ?? ''),
    what: words(payload.what),
    outcome: words(payload.outcome),
    ended: selectorOf(text(payload.outcome)),
    name: words(payload.name) || words(payload.title) || text(payload.key),
    role: text(payload.role),
    why: selectorOf(text(payload.why)),
    to: text(payload.to),
    acknowledged: String(payload.acknowledged ?? ''),
    lookReason: reason,
    channel: text(payload.channel),
    request: titleOfRequest(language, text(payload.kind)),
  };
}

const roleWords = (language: string, role: string): string => say(language, 'use.look.role', { role });

/** What is done through somebody else's link says so, whatever it is. */
export function factSentence(language: string, fact: ToldFact, nameOf: NameOf): string {
  const sentence = ownSentence(language, fact, nameOf);
  if (fact.payload === undefined || fact.kind === 'link.opened') return sentence;
  const through = throughWords(language, fact.through);
  return through === undefined ? sentence : `${sentence} ${through}`;
}

/** By whose link somebody came in, or whose page sent them; nothing where they signed in themself. */
export function throughWords(language: string, through: ToldFact['through']): string | undefined {
  if (through === undefined) return undefined;
  const key = isByPass(through.link) ? 'in-page.fact' : 'through.fact';
  return say(language, key, { role: roleWords(language, through.role) });
}

function ownSentence(language: string, fact: ToldFact, nameOf: NameOf): string {
  if (fact.payload === undefined) return say(language, 'fact.erased');
  const key = `fact.${fact.kind}`;
  if (!isMessageKey(key)) return wordsOfCode(fact.kind);
  const values = valuesOf(fact.payload, language, nameOf);
  if (fact.kind.startsWith('link.'))
    return say(language, key, { role: roleWords(language, values.role ?? ''), sent: text(fact.payload.sent) });
  if (fact.kind.startsWith('look.')) {
    const role = say(language, 'use.look.role', { role: values.role ?? '' });
    return say(language, 'fact.look.recorded', {
      role,
      reason: say(language, 'use.look.reason', { reason: values.lookReason ?? '' }),
    });
  }
  return say(language, key, values);
}
