/**
 * Handlers of automated decisions: recorded as given, read back as recorded.
 * Flow:    app → here → house.
 * Promise: the same members as the report, and whether a permission was on record.
 * Source:  DESIGN section 8.1.
 */
import * as checks from '../../../openapi/endpoints/checks.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import type { House } from '../../house-port.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { answered, entryOf, senderOf, told } from './reply.ts';

export async function shownDecision(house: House, fact: RecordedFact): Promise<object> {
  const { v: _v, ...reported } = fact.payload;
  return { id: fact.id, subject: fact.subject ?? null, at: new Date(fact.at).toISOString(), ...reported, entry: await entryOf(house, fact) };
}

/** The opened decisions of a person, one page, the newest first. */
export async function decisionsOf(house: House, subject: string, wants: { readonly before?: number; readonly limit: number }) {
  const page = await house.decisions(subject, wants);
  const facts = await house.facts(page.items.map(({ id }) => id));
  const opened = page.items.flatMap(({ id }) => facts.get(id) ?? []);
  return { items: await Promise.all(opened.map((fact) => shownDecision(house, fact))), next: page.next };
}

export const decisionHandlers = (house: House): readonly Bound[] => [
  on(checks.postDecision)(async (context) => answered(await house.record('decision.record', context.body, senderOf(context)))),
  on(checks.getDecision)(async ({ params }) => {
    const fact = (await house.facts([params.id])).get(params.id);
    return fact?.kind === 'decision.recorded' ? told(200, await shownDecision(house, fact)) : problem('not-found');
  }),
];
