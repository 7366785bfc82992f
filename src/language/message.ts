/**
 * Composes a message to a person in their language.
 * Flow:    commands → here → messages (the catalogues) → fact `message.written`.
 * Promise: where we do not write in the person's language, the text is English and says so; a name in a value is put in
 *          as it is and never read as a template.
 * Source:  GDPR 12(1); docs/design.md 8.1 (a missing language says so).
 */
import type { MessageTemplate } from '../vocabulary/message.ts';
import { say, speaks, type Values } from './say.ts';

interface Composed {
  readonly language: string;
  /** The person's language, where we do not write in it. */
  readonly languageMissing?: string;
  readonly title: string;
  /** Paragraphs, parted by a blank line. */
  readonly text: string;
}

export function composeMessage(wanted: string, template: MessageTemplate, values: Values): Composed {
  const { language, fallback } = speaks(wanted);
  const title = say(language, `message.${template}.title`, values);
  const text = say(language, `message.${template}.text`, values);
  if (!fallback) return { language, title, text };
  return { language, languageMissing: wanted, title, text: `${text}\n\n${say(language, 'message.no-language')}` };
}
