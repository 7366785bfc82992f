/**
 * The data held about a person: everything that was recorded, opened, in order, by kind.
 * Flow:    http, answers/request → here → ports/reads (the person's own chain).
 * Promise: read from the chain itself, so that nothing recorded is left out; an entry whose content is gone says so.
 *          Weights and methods are left out, as on every page of the person.
 * Source:  GDPR 15(3), 20; docs/design.md 8; decision 0027.
 */

import type { Payload } from '../../facts/fact.ts';
import type { ChainEntry, Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import { askWholeChain } from '../ledger/ask.ts';

/** What is held, member by member, as it was recorded. */
export type HeldData = Readonly<Record<string, unknown>>;

/** The head of the fact kinds, and the member they stand under. */
const members = {
  subject: 'person',
  consent: 'consents',
  limit: 'limits',
  use: 'uses',
  decision: 'automatedDecisions',
  review: 'reviews',
  file: 'files',
  message: 'messages',
  note: 'notes',
  notice: 'notices',
  request: 'requests',
  look: 'looks',
} as const;
type Area = keyof typeof members;

/** How much a factor counted, and how that was found, is for staff only; evidence is the record itself. */
function withoutWeights(payload: Payload): Payload {
  if (!Array.isArray(payload.factors)) return payload;
  return {
    ...payload,
    factors: payload.factors.map(({ weight: _weight, method: _method, ...factor }: HeldData) => factor),
  };
}

function itemOf({ id, kind, at, log, index, payload }: ChainEntry): object {
  const { v: _v, ...content } = withoutWeights(payload ?? { v: 1 });
  return {
    id: id ?? null,
    kind: kind ?? null,
    at: at === undefined ? null : timeOf(at),
    entry: { log, index },
    ...content,
  };
}

const areaOf = ({ kind }: ChainEntry): Area | undefined => {
  const head = kind?.split('.')[0] ?? '';
  return Object.hasOwn(members, head) ? (head as Area) : undefined;
};

interface HeldDataQuery {
  /** `sub_…`, or nobody. */
  readonly subject: string | undefined;
  readonly at: number;
  readonly upTo?: TreePoint;
}

export async function askHeldData(reads: Reads, { subject, at, upTo }: HeldDataQuery): Promise<HeldData> {
  const entries = subject === undefined ? [] : await askWholeChain(reads, subject, defined({ upTo }));
  const lists = Object.fromEntries(Object.values(members).map((member) => [member, [] as object[]]));
  const others: object[] = [];
  for (const entry of entries) {
    const area = areaOf(entry);
    (area === undefined ? others : (lists[members[area]] ?? others)).push(itemOf(entry));
  }
  const linked = entries
    .filter(({ kind }) => kind === 'subject.linked')
    .flatMap(({ payload }) => (typeof payload?.identifier === 'string' ? [payload.identifier] : []));
  return { subject: subject ?? null, generatedAt: timeOf(at), identifiers: [...new Set(linked)], ...lists, others };
}
