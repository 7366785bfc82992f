/**
 * Whom to write to, under what they answer for.
 * Flow:    pages of the AI use, the register and the notices → here → controls.tsx.
 * Promise: the words of the answer beside it; nothing where nobody is configured.
 * Source:  GDPR 13(1)(a), 13(1)(b).
 */
import type { ContactTold } from '../answers/contacts.ts';
import { type Chrome, sayOn } from './chrome.ts';
import { Section } from './controls.tsx';

interface ContactsProps {
  readonly contacts: readonly ContactTold[];
  readonly chrome: Chrome;
}

export const Contacts = ({ contacts, chrome }: ContactsProps) =>
  contacts.length === 0 ? null : (
    <Section id="contacts" title={sayOn(chrome, 'contact.title')}>
      <ul class="card rows">
        {contacts.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </Section>
  );
