/**
 * Puts together what is asked: what the guard was told once, and what each call adds.
 * Flow:    guards → here → use.
 * Promise: a call that does not say whose data, by which AI system and for what is refused before anybody is asked, for
 *          a guard that guesses guards nobody.
 */
import { Key } from '../../openapi/models/basics.ts';
import { UseBody } from '../../openapi/models/check.ts';
import { ConsentRefused } from './refused.ts';
import type { UseQuestion } from './use.ts';

/** Whatever is known before the call; the call fills in the rest. */
export type KnownBefore = Partial<UseQuestion>;

const MEMBERS = ['subject', 'aiSystem', 'purpose', 'dataCategories', 'context', 'reference'] as const;

/** `added` wins; members of other names are left alone, because they belong to others. */
export function questionFrom(known: KnownBefore, added: unknown): UseQuestion {
  const own = typeof added === 'object' && added !== null ? (added as Readonly<Record<string, unknown>>) : {};
  const both = Object.fromEntries(
    MEMBERS.map((name) => [name, own[name] ?? known[name]]).filter(([, value]) => value !== undefined),
  );
  const read = UseBody.safeParse(both);
  if (!read.success) throw incomplete(read.error.issues.map(({ path }) => path.join('.')).join(', '));
  return both as UseQuestion;
}

/** The three headers by which a call names the person, the purpose and the AI system. */
export const HEADERS = {
  subject: 'x-candor-subject',
  purpose: 'x-candor-purpose',
  aiSystem: 'x-candor-ai-system',
} as const;

export const questionInHeaders = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(HEADERS).flatMap(([member, name]) => {
      const value = headers.get(name);
      return value === null ? [] : [[member, value]];
    }),
  );

/** A flag is named `ai:<ai-system>:<purpose>`. */
export function questionInFlag(flag: string): KnownBefore {
  const [, aiSystem, purpose] = /^ai:([^:]+):([^:]+)$/.exec(flag) ?? [];
  const named = Key.safeParse(aiSystem).success && Key.safeParse(purpose).success;
  return named && aiSystem !== undefined && purpose !== undefined ? { aiSystem, purpose } : {};
}

const incomplete = (members: string): ConsentRefused =>
  new ConsentRefused({
    reason: 'question-incomplete',
    explanation: {
      customer: 'We could not say whose data this is about, so nothing was used.',
      officer: `The call does not say what a use needs: ${members}. Name subject, aiSystem and purpose.`,
    },
  });
