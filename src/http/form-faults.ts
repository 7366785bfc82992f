/**
 * What a form says that was refused for a fault in its fields: in words for whoever filled it in, and at which fields.
 * Flow:    handlers of pages → here → pages.
 * Promise: faults are named in English only, so in other languages they are told in words of the catalogue.
 * Source:  WCAG 3.3.1, 3.3.3.
 */
import { isMessageKey, type MessageKey, say, speaks } from '../language/say.ts';
import type { Problem } from '../vocabulary/problems.ts';

type Fault = NonNullable<Problem['errors']>[number];

export function faultWords(language: string, fault: Fault): string {
  const key = ownWordsOf(fault);
  if (key !== undefined) return say(language, key);
  const { message, fix } = fault;
  return speaks(language).language === 'en' ? `${message} ${fix}` : say(language, 'failure.validation-failed.text');
}

/** The words of our own for a fault: by its code, or by the field and the code. */
export function ownWordsOf({ pointer = '', code }: Fault): MessageKey | undefined {
  const keys: readonly string[] = [`form.fault.${code}`, `form.fault.${pointer.slice(1)}.${code}`];
  return keys.find(isMessageKey);
}

/** The names of the fields that were wrong. */
export const fieldsIn = ({ errors = [] }: Problem): readonly string[] =>
  errors.flatMap(({ pointer = '' }) => pointer.split('/')[1] ?? []);
