/**
 * Support staff note something in a person's record.
 * Flow:    http (POST /v1/desk/notes) → here → fact `note.added`.
 * Promise: only about somebody who is known, and about nothing of anybody else; the person can read every note.
 * Source:  docs/design.md 8; GDPR 15.
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { CommandRule } from '../command.ts';
import { timeOf, unfit } from '../refusal.ts';

const draws = { note: 'fact' } as const;

interface AddNote {
  readonly subject: string;
  readonly text: string;
  readonly about?: string;
}

interface AddedNote {
  readonly id: string;
  readonly subject: string;
  readonly at: Instant;
}

const notTheirs = unfit('/about', 'unknown', {
  message: 'Nothing of this person has this id.',
  fix: 'Name a decision, review or request of this person, or leave it out.',
});

export const addNote: CommandRule<AddNote, AddedNote, typeof draws> = {
  kind: 'note.add',
  draws: () => draws,
  keys: ({ subject, about }) => ({ people: [subject], ...(about === undefined ? {} : { facts: [about] }) }),
  decide: (state, { input, ids }, now) => {
    const person = state.person(input.subject);
    if (person.found === 'erased') return problem('subject-erased');
    if (person.found === 'unknown') return problem('not-found');
    const { text, about } = input;
    const { subject } = person;
    if (about !== undefined && state.fact(about)?.subject !== subject) return notTheirs;
    const id = ids.note;
    const fact: NewFact = { id, kind: 'note.added', subject, payload: { v: 1, ...defined({ about }), text } };
    return { facts: [fact], result: { id, subject, at: now } };
  },
  reply: ({ at, ...note }, entry) => ({ status: 201, body: { ...note, at: timeOf(at), ...defined({ entry }) } }),
};
