/**
 * Support staff note something in a person's record.
 * Flow:    http (POST /v1/desk/notes) → here → fact `note.added`.
 * Promise: only about somebody who is known; the person can read every note.
 * Source:  DESIGN section 8; GDPR 15.
 */
import type { Instant } from '../../facts/fact.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { CommandRule } from '../command.ts';
import { timeOf } from '../refusal.ts';

export interface AddNote {
  readonly subject: string;
  readonly text: string;
  readonly about?: string;
}

export interface AddedNote {
  readonly id: string;
  readonly subject: string;
  readonly at: Instant;
}

export const addNote: CommandRule<AddNote, AddedNote> = {
  kind: 'note.add',
  draws: () => ({ note: 'fact' }),
  keys: ({ subject }) => ({ people: [subject] }),
  decide: (state, { input, ids }, now) => {
    const person = state.person(input.subject);
    if (person.found === 'erased') return problem('subject-erased');
    if (person.found === 'unknown') return problem('not-found');
    const { text, about } = input;
    const { subject } = person;
    const id = ids.note ?? '';
    const payload = { v: 1, ...(about === undefined ? {} : { about }), text };
    return { facts: [{ id, kind: 'note.added', subject, payload }], result: { id, subject, at: now } };
  },
  reply: ({ at, ...note }, entry) => ({ status: 201, body: { ...note, at: timeOf(at), ...(entry === undefined ? {} : { entry }) } }),
};
