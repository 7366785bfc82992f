/**
 * What is recorded when an identifier is bound to a person.
 * Flow:    the commands that bind one → here → fact `subject.linked`.
 * Promise: an e-mail address that a service names is marked: nothing goes there before the person confirmed it.
 * Source:  decision 0045; docs/promises.md rule 26.
 */
import type { SubjectLinked } from '../../facts/subject.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import type { Caller } from '../command.ts';

export function linkedPayload(written: string, { actor }: Caller): SubjectLinked {
  const identifier = foldIdentifier(written);
  const isOpen = identifier.startsWith('email:') && actor.role === 'service';
  return { v: 1, identifier, ...(isOpen ? { unconfirmed: true } : {}) };
}
