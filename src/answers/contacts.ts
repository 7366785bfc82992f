/**
 * Whom a person can write to: the controller and its data protection officer, as they are configured.
 * Flow:    settings → here → answers/use, letters, notices, the register.
 * Promise: only what is configured; who is not named is not shown.
 * Source:  GDPR 13(1)(a), 13(1)(b), 15; docs/operating.md.
 */
import type { HouseSettings } from '../ports/reads.ts';
import { type Contact, type ContactInRole, contactsIn } from '../vocabulary/contact.ts';
import type { Reader } from './reader.ts';

export interface ContactTold extends ContactInRole {
  readonly words: string;
}

const wordsOf = ({ name, email, address }: Contact): string =>
  [name, email, ...(address === undefined ? [] : [address])].join(', ');

export const contactsOf = (settings: HouseSettings | undefined, reader: Reader): readonly ContactTold[] =>
  contactsIn(settings ?? {}).map((each) => ({
    ...each,
    words: reader.say(`contact.${each.role}`, { contact: wordsOf(each) }),
  }));
