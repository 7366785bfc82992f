/**
 * What the compiler refuses: each line below an `@ts-expect-error` is a mistake that nobody can make unnoticed.
 * Flow:    src/facts, src/commands, src/ports → here → `npm run types`.
 * Promise: this file runs nowhere; a mistake that were let through is an error of `tsc -p test`.
 * Source:  docs/design.md 4 and 5.
 */
import type { Command, IdsOf, State } from '../../src/commands/command.ts';
import type { InputOf, ResultOf } from '../../src/commands/commands.ts';
import type { FactOf, NewFact, NewFactOf, RecordedFact } from '../../src/facts/fact.ts';
import type { House } from '../../src/ports/house.ts';
import type { Sender } from '../../src/ports/records.ts';

export async function records(house: House, sender: Sender): Promise<void> {
  await house.record('hold.lift', { subject: 'sub_1', hold: 'hold_1' }, sender);
  // @ts-expect-error a kind that nobody can record
  await house.record('hold.forget', { subject: 'sub_1', hold: 'hold_1' }, sender);
  // @ts-expect-error the input of another kind
  await house.record('hold.lift', { subject: 'sub_1', text: 'Called back.' }, sender);
  // @ts-expect-error a member is missing
  await house.record('note.add', { subject: 'sub_1' }, sender);
  // @ts-expect-error a code that does not exist
  await house.record('look.take', { subject: 'sub_1', what: 'everything', reason: 'audit' }, sender);
}

export function results(added: ResultOf<'note.add'>, input: InputOf<'note.add'>): readonly string[] {
  // @ts-expect-error what a rule decides is no input
  const text: string = added.text;
  return [added.id, input.text, text];
}

export function reads(fact: RecordedFact, state: State): unknown {
  // @ts-expect-error a member that some kinds lack is read only where the kind is known
  const purpose = fact.payload.purpose;
  switch (fact.kind) {
    case 'hold.lifted':
      // @ts-expect-error a payload member that the kind lacks
      return [fact.payload.hold, fact.payload.ground];
    case 'use.allowed':
      // @ts-expect-error about nobody there is no reference
      return fact.subject === undefined ? fact.payload.reference : fact.payload.reference;
    case 'purpose.published': {
      // @ts-expect-error a registry fact is about nobody
      const subject: string = fact.subject;
      return subject;
    }
    default:
      // @ts-expect-error a fact looked up by its id may be of any kind
      return [purpose, state.fact('dec_1') satisfies FactOf<'decision.recorded'> | undefined];
  }
}

// @ts-expect-error a fact about a person names them
export const nameless: NewFact = { id: 'fact_1', kind: 'note.added', payload: { v: 1, text: 'Called back.' } };

export const halfSaid: NewFactOf<'hold.lifted'> = {
  id: 'fact_1',
  kind: 'hold.lifted',
  subject: 'sub_1',
  // @ts-expect-error a payload begins with the version of its form
  payload: { hold: 'hold_1' },
};

const draws = { note: 'fact', links: ['fact', 'fact'] } as const;

export function decides({ ids }: Command<InputOf<'note.add'>, typeof draws>): readonly string[] {
  const drawn: IdsOf<typeof draws> = ids;
  // @ts-expect-error an id that was not drawn
  const other = ids.subject;
  // @ts-expect-error one of several ids may be missing
  const third: string = ids.links[2];
  return [drawn.note, ...drawn.links, String(other), third];
}
