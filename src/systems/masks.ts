/**
 * How a value is made unreadable in a connected system, by the names that Fides has for it.
 * Flow:    dataset.ts (what a map asks for) → here → connectors/sql/erase.ts (each value).
 * Promise: nothing of the value comes through but what the map asks for; a hash is salted with bytes that nobody keeps,
 *          so that nobody can try names against it.
 * Source:  decision 0100.
 */

export type Mask =
  | { readonly strategy: 'null_rewrite' }
  | { readonly strategy: 'string_rewrite'; readonly value: string }
  | { readonly strategy: 'random_string_rewrite'; readonly length: number; readonly suffix: string }
  /** Letters become letters and digits digits; an e-mail address becomes one that leads nowhere. */
  | { readonly strategy: 'random_same_form' }
  | { readonly strategy: 'hash' };

export const nothing: Mask = { strategy: 'null_rewrite' };

/** Chance and hashing as the sealing room gives them. */
export interface MaskChance {
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  /** Letters and digits, 64 of them: the same for the same text in one run, and in no other. */
  hash(text: string): string;
}

const text = (of: unknown): string => (typeof of === 'string' ? of : '');
const suffixIn = (of: unknown): string =>
  typeof of === 'object' && of !== null && 'suffix' in of ? text(of.suffix) : '';

/** The mask that a map asks for, or why there is none, as a sentence. */
export function maskIn(
  wish:
    | { readonly strategy: string; readonly configuration?: { readonly [name: string]: unknown } | null | undefined }
    | undefined,
): Mask | string | undefined {
  if (wish === undefined) return undefined;
  const { strategy, configuration } = wish;
  const suffix = suffixIn(configuration?.['format_preservation']);
  switch (strategy) {
    case 'null_rewrite':
      return nothing;
    case 'string_rewrite':
      return { strategy, value: text(configuration?.['rewrite_value']) + suffix };
    case 'random_string_rewrite': {
      const length = configuration?.['length'];
      return { strategy, length: typeof length === 'number' ? length : 30, suffix };
    }
    case 'random_same_form':
      return { strategy };
    case 'hash':
    case 'hmac':
      return { strategy: 'hash' };
    case 'aes_encrypt':
      return 'aes_encrypt can be undone, so it erases nothing; take hash, null_rewrite or delete.';
    default:
      return `there is no masking strategy ${strategy}; there are null_rewrite, string_rewrite, random_string_rewrite, random_same_form, hash and, for a collection, delete.`;
  }
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const pick = (from: string, chance: MaskChance): string => from[chance.below(from.length)] ?? '';

function sameForm(value: string, chance: MaskChance): string {
  const at = value.lastIndexOf('@');
  if (at > 0 && !/\s/.test(value)) return `${sameForm(value.slice(0, at), chance)}@masked.invalid`;
  return value.replaceAll(/\p{L}|\p{N}/gu, (sign) => {
    if (/\p{N}/u.test(sign)) return pick('0123456789', chance);
    return sign === sign.toLowerCase() ? pick(LOWER, chance) : pick(LOWER, chance).toUpperCase();
  });
}

/** What is written in place of a value; what is empty stays empty. */
export function maskedValue(mask: Mask, value: unknown, chance: MaskChance): string | null {
  if (value === null || value === undefined) return null;
  switch (mask.strategy) {
    case 'null_rewrite':
      return null;
    case 'string_rewrite':
      return mask.value;
    case 'random_string_rewrite':
      return Array.from({ length: mask.length }, () => pick(LOWER, chance)).join('') + mask.suffix;
    case 'random_same_form':
      return sameForm(String(value), chance);
    case 'hash':
      return chance.hash(String(value));
  }
}

/** Whether every row gets the same, so that rows without a key can be masked together. */
export const isSameForAll = ({ strategy }: Mask): boolean =>
  strategy === 'null_rewrite' || strategy === 'string_rewrite';
