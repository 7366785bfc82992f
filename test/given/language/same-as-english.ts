/**
 * Texts that may be the same in another language as in English, because the word is, or because only values stand in
 * them.
 */
import type { MessageKey } from '../../../src/language/messages/en.ts';

export const sameAsEnglish: Readonly<Record<'de' | 'fr' | 'es', readonly MessageKey[]>> = {
  de: [
    'choices.limit.row',
    'console.audit.person',
    'console.confirm.name',
    'console.confirm.person',
    'console.keys.key.escape',
    'console.training.person',
    'region.name',
  ],
  fr: [
    'category.chat.officer',
    'category.messages.officer',
    'console.audit.group.messages',
    'console.notices.area.notice',
    'console.notices.version',
    'console.notices.version-of',
    'console.notices.versions',
    'messages.title',
    'page.nav.messages',
    'region.name',
    'use.decision.version',
  ],
  es: [
    'choices.limit.row',
    'choices.no',
    'console.confirm.no',
    'console.keys.key.escape',
    'decision.value.no',
    'region.name',
  ],
};
