/**
 * Lets all cases of the evaluation table happen in one house: every case with names of its own, all moments in order.
 * Flow:    evaluation-cases.ts → here → test/journeys/evaluation.test.ts.
 * Promise: what a case says is changed in its names only; what happens at one moment in many cases happens at once.
 */
import type { Ask, EvaluationCase, Step } from './evaluation-cases.ts';

export type Event = { readonly place: number } & ({ readonly step: Step } | { readonly ask: Ask });

/** A moment and, for each case, what happens then, in the order of the case. */
export interface Moment {
  readonly at: number;
  readonly events: readonly (readonly Event[])[];
}

/** The case with the keys and people of nobody else. */
export function apart(each: EvaluationCase, place: number): EvaluationCase {
  const keys = new Set(
    each.steps.flatMap((step) =>
      'command' in step && typeof step.input['key'] === 'string' ? [step.input['key']] : [],
    ),
  );
  for (const key of [each.ask?.purpose, each.ask?.aiSystem]) if (key !== undefined) keys.add(key);
  return { ...(renamed(each, (text) => nameOf(text, keys, place)) as EvaluationCase), title: each.title };
}

function nameOf(text: string, keys: ReadonlySet<string>, place: number): string {
  if (keys.has(text)) return `${text}-${place}`;
  if (text.startsWith('customer:')) return `${text}-${place}`;
  if (text.startsWith('email:')) return text.replace('@', `-${place}@`);
  return text.startsWith('phone:') ? `${text.slice(0, 12)}${String(place).padStart(4, '0')}` : text;
}

function renamed(value: unknown, name: (text: string) => string): unknown {
  if (typeof value === 'string') return name(value);
  if (Array.isArray(value)) return value.map((item) => renamed(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, renamed(inner, name)]));
}

const momentOf = (event: Event): number => Date.parse('step' in event ? event.step.at : event.ask.at);

/** A step that is told after a later one happens with that one, as it would in one house. */
export function moments(cases: readonly EvaluationCase[]): readonly Moment[] {
  const byTime = new Map<number, Event[][]>();
  for (const [place, { steps, ask }] of cases.entries()) {
    const events: readonly Event[] = [
      ...steps.map((step) => ({ place, step })),
      ...(ask === undefined ? [] : [{ place, ask }]),
    ];
    let at = 0;
    const own = new Map<number, Event[]>();
    for (const event of events) {
      at = Math.max(at, momentOf(event));
      own.set(at, [...(own.get(at) ?? []), event]);
    }
    for (const [time, list] of own) byTime.set(time, [...(byTime.get(time) ?? []), list]);
  }
  return [...byTime].sort(([one], [other]) => one - other).map(([at, events]) => ({ at, events }));
}
