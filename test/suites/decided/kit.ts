/**
 * How a history of commands is written down, and what is kept of each: the rows it asks for, what it records and does
 * beside it, what is answered.
 * Flow:    the histories beside it → here → test/commands/every-command.test.ts.
 */
import { createHash } from 'node:crypto';
import type { Caller } from '../../../src/commands/command.ts';
import { type AnyRule, commands } from '../../../src/commands/commands.ts';
import type { NewFact } from '../../../src/facts/fact.ts';
import type { Role } from '../../../src/vocabulary/person.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { World } from '../../given/evaluation/world.ts';

const START = Date.parse('2027-03-01T09:00:00.000Z');
const DAY = 86_400_000;

export const moment = (day: number): string => new Date(START + day * DAY).toISOString();
export const calendar = { timeZone: 'Europe/Berlin', holidays: ['DE', 'GB-EAW', 'US'] };
export const said = (text: string) => ({ en: text });

export const staff = (name: string, role: Role = 'officer', more: Partial<Caller> = {}): Caller => ({
  principal: name,
  actor: { id: `act_${name}`, role },
  scopes: ['admin', 'registry', 'requests', 'reviews', 'use', 'decide', 'consent'],
  ...more,
});
export const self = (identifier: string): Caller => ({
  principal: identifier,
  actor: { id: 'self', role: 'self' },
  scopes: ['self'],
  self: identifier,
});
export const olga = staff('olga');
export const shop = staff('shop', 'service');
export const worker = staff('worker', 'system');

/** The id of what an earlier step recorded: its main fact, the first of a kind, or whom it is about (`subject`). */
export type IdOf = (step: string, kind?: string) => string;

export interface Step {
  readonly name: string;
  readonly kind: string;
  readonly by: Caller;
  /** Days since the beginning; never before the step before it. */
  readonly day: number;
  readonly input: (idOf: IdOf) => object;
}
/** Somebody is erased between two steps. */
export interface Erasing {
  readonly erases: string;
  readonly day: number;
}
export type History = readonly (Step | Erasing)[];

/** `name`, `kind`, who, on which day, and what. */
// biome-ignore lint/complexity/useMaxParams: a step reads as one line.
export const step = (name: string, kind: string, by: Caller, day: number, input: object | Step['input']): Step => ({
  name,
  kind,
  by,
  day,
  input: typeof input === 'function' ? (input as Step['input']) : () => input,
});
export const erases = (identifier: string, day: number): Erasing => ({ erases: identifier, day });

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** The same step draws the same ids, whatever stands before it. */
function idsOf(name: string): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    const bytes = createHash('sha256').update(`${name} ${count}`).digest();
    return `${prefix}_${[...bytes.subarray(0, 26)].map((byte) => LETTERS[byte % 32]).join('')}`;
  };
}

/** What is written to people is held by the tests of the language. */
const withoutWords = (fact: NewFact): NewFact =>
  fact.kind === 'message.written' ? { ...fact, payload: { ...fact.payload, title: '', text: '' } } : fact;

export function outcomesOf(history: History): Readonly<Record<string, unknown>> {
  const world = new World();
  const facts = new Map<string, readonly NewFact[]>();
  const mains = new Map<string, string>();
  const idOf: IdOf = (name, kind) => {
    const made = facts.get(name) ?? [];
    const named = kind === 'subject' ? made.at(-1)?.subject : made.find((each) => each.kind === kind)?.id;
    const found = kind === undefined ? mains.get(name) : named;
    if (found === undefined) throw new Error(`nothing of "${name}" is known (${kind ?? 'main'})`);
    return found;
  };
  const found: Record<string, unknown> = {};
  for (const each of history) {
    const at = START + each.day * DAY;
    if ('erases' in each) world.erase(each.erases, at);
    else {
      const { name, kind, by } = each;
      if (Object.hasOwn(found, name)) throw new Error(`two steps are named "${name}"`);
      const rule = commands.get(kind) as AnyRule;
      if (rule.kind !== kind) throw new Error(`the command ${kind} calls itself ${rule.kind}`);
      const input = each.input(idOf);
      world.newId = idsOf(name);
      const done = world.run(rule, input, { caller: by, at });
      const { last } = world;
      const decided = last === undefined || isProblem(last) ? undefined : last;
      facts.set(name, decided?.facts ?? []);
      mains.set(name, decided?.main ?? decided?.facts.at(-1)?.id ?? '');
      const asks = rule.keys(input, by);
      const did =
        decided === undefined
          ? {}
          : { facts: decided.facts.map(withoutWords), effects: decided.effects, main: decided.main };
      found[name] = { kind, asks, ...did, answers: done };
    }
  }
  return found;
}
