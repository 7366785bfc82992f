/**
 * The decisions that a person can ask a human to look at again.
 * Flow:    http (intake of requests, the form, a contest) → here → ports/reads.
 * Promise: the newest of the person's own; nothing about anybody else.
 * Source:  GDPR 22(3); decision 0024.
 */
import type { Reads } from '../../ports/reads.ts';
import { isOpenRequest, type RequestKind } from '../../vocabulary/request.ts';
import { findSubject } from '../person.ts';
import { readerOf } from '../reader.ts';

const most = 20;

/** For a request for a human: the decisions that may be meant. */
export async function askDecisionsMeant(
  reads: Reads,
  { kind, identifier }: { readonly kind: RequestKind; readonly identifier: string },
): Promise<{ readonly known?: readonly string[] }> {
  if (kind !== 'human-review') return {};
  const subject = await findSubject(reads, identifier);
  if (subject === undefined) return {};
  const { items } = await reads.decisions(subject, { limit: most });
  return { known: items.map(({ id }) => id) };
}

/** For a contest: the person's open requests for a human, one of which it may belong to. */
export async function askHumanAsked(reads: Reads, subject: string): Promise<{ readonly asked: readonly string[] }> {
  const { items } = await reads.requests({ subject, kind: 'human-review', limit: most });
  return { asked: items.filter(({ state }) => isOpenRequest(state)).map(({ id }) => id) };
}

/** The decisions that may be meant with their names, for the form. */
export async function askDecisionsToName(
  reads: Reads,
  {
    kind,
    identifier,
    language,
  }: { readonly kind: RequestKind; readonly identifier: string; readonly language: string },
): Promise<readonly { readonly decision: string; readonly name: string }[]> {
  const { known = [] } = await askDecisionsMeant(reads, { kind, identifier });
  const reader = readerOf(language, reads.settings.timeZone);
  const facts = await reads.facts(known);
  return known.flatMap((decision) => {
    const fact = facts.get(decision);
    if (fact?.kind !== 'decision.recorded') return [];
    const { what, decidedAt } = fact.payload;
    const day = reader.date(decidedAt === undefined ? fact.at : Date.parse(decidedAt));
    return [{ decision, name: `${reader.text(what) ?? decision} (${day})` }];
  });
}
