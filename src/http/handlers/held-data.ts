/**
 * The data held about a person: everything that was recorded, opened, in order, by kind.
 * Flow:    answers, me, packages → here → house (the person's own chain).
 * Promise: read from the chain itself, so that nothing recorded is left out; an entry whose content is gone says so.
 * Source:  GDPR 15(3), 20; docs/design.md 8.
 */

import type { House } from '../../ports/house.ts';
import type { ChainEntry } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { TreePoint } from '../../vocabulary/place.ts';

const ENTRIES_A_PAGE = 1000;

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

/** The whole chain of a person up to a size of the ledger, oldest first. */
export async function chainOf(
  house: House,
  subject: string,
  wants: { readonly upTo?: TreePoint; readonly kinds?: readonly string[] } = {},
): Promise<ChainEntry[]> {
  const entries: ChainEntry[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await house.chain(subject, { ...wants, limit: ENTRIES_A_PAGE, ...defined({ before }) });
    entries.push(...page.items);
    if (page.next === null) return entries.reverse();
    before = page.next;
  }
}

function itemOf({ id, kind, at, log, index, payload }: ChainEntry): object {
  const { v: _v, ...content } = payload ?? { v: 1 };
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

export interface DataAsked {
  /** `sub_…`, or nobody. */
  readonly subject: string | undefined;
  readonly at: number;
  readonly upTo?: TreePoint;
}

export async function heldData(
  house: House,
  { subject, at, upTo }: DataAsked,
): Promise<Readonly<Record<string, unknown>>> {
  const entries = subject === undefined ? [] : await chainOf(house, subject, upTo === undefined ? {} : { upTo });
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
