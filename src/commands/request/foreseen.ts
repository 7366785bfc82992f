/**
 * What an extension would do to a request now, and whether it would be refused.
 * Flow:    http (preview of a step for many) → here → transitions.ts, step-facts.ts.
 * Promise: decided by the rules of the step itself and recorded nowhere; the reason only puts their refusal into words.
 * Source:  decision 0130; GDPR 12(3).
 */
import type { Instant } from '../../facts/fact.ts';
import type { Calendar } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import type { WhyLeftOut } from '../../vocabulary/together.ts';
import { factOf } from './step-facts.ts';
import { transitions } from './transitions.ts';

type Foreseen = { readonly dueAt: string } | { readonly leftOut: WhyLeftOut };

function whyRefused(row: RequestRow, code: string | undefined): WhyLeftOut {
  if (code !== undefined) return 'no-words';
  if (row.extended) return 'extended';
  return row.extendedDueAt === undefined ? 'no-law' : 'late';
}

export function foreseeExtension(
  row: RequestRow,
  { reason, calendar }: { readonly reason: string; readonly calendar: Calendar },
  now: Instant,
): Foreseen {
  if (row.subject === undefined) return { leftOut: 'erased' };
  if (transitions[row.state].extend === undefined) return { leftOut: 'closed' };
  const fact = factOf(row, { request: row.id, step: 'extend', reason, calendar }, now);
  if (isProblem(fact)) return { leftOut: whyRefused(row, fact.errors?.[0]?.code) };
  return fact.kind === 'request.extended' ? { dueAt: fact.payload.dueAt } : { leftOut: 'closed' };
}
