/**
 * The data held about a person: everything that was recorded, opened, in order, by kind.
 * Flow:    http, answers/request → here → ports/reads (the person's own chain).
 * Promise: read from the chain itself, so that nothing recorded is left out; an entry whose content is gone says so.
 *          Files that the person sent stand in it with their content.
 *          Weights and methods are left out, as on every page of the person.
 * Source:  GDPR 15(3), 20; docs/design.md 8; decision 0027.
 */

import type { Payload } from '../../facts/fact.ts';
import type { ChainEntry, Reads } from '../../ports/reads.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { heldMemberOf, heldMembers } from '../../vocabulary/held-areas.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import { askWholeChain } from '../ledger/ask.ts';

/** What is held, member by member, as it was recorded. */
export type HeldRecord = Readonly<Record<string, unknown>>;

/** How much a factor counted, and how that was found, is for staff only; evidence is the record itself. */
function withoutWeights(payload: Payload): Payload {
  if (!Array.isArray(payload.factors)) return payload;
  return {
    ...payload,
    factors: payload.factors.map(({ weight: _weight, method: _method, ...factor }: HeldRecord) => factor),
  };
}

/**
 * One entry as it is handed out. What was recorded may have a kind of its own, such as that of a request: it stands
 * under `ofKind`, since `kind` says which fact this is.
 */
export function heldItem({ id, kind, at, log, index, payload, withheld }: ChainEntry): HeldRecord {
  const { v: _v, kind: ofKind, ...content } = withoutWeights(payload ?? { v: 1 });
  return {
    ...content,
    id: id ?? null,
    kind: kind ?? null,
    at: at === undefined ? null : timeOf(at),
    entry: { log, index },
    ...defined({ ofKind, withheld }),
  };
}

/** So much of what a person sent stands in one answer; it is fetched whole into memory. */
const MOST_BYTES = 24 * 1024 * 1024;

/**
 * What the person sent belongs to their data, not its name alone. Where it is too much for one answer, the answer says
 * where they get it.
 */
function fileContents(reads: Reads) {
  let left = MOST_BYTES;
  return {
    async withContent(entry: ChainEntry): Promise<object> {
      const item = heldItem(entry);
      if (entry.kind !== 'file.added' || entry.id === undefined) return item;
      const where = `/v1/me/files/${entry.id}`;
      const size = entry.payload?.size;
      if (typeof size === 'number' && size > left) return { ...item, content: null, where };
      const bytes = (await reads.file(entry.id))?.bytes;
      left -= bytes?.length ?? 0;
      return { ...item, content: bytes === undefined ? null : { encoding: 'base64', bytes: base64(bytes) }, where };
    },
  };
}

interface HeldDataQuery {
  /** `sub_…`, or nobody. */
  readonly subject: string | undefined;
  readonly at: number;
  readonly upTo?: TreePoint;
}

export async function askHeldData(reads: Reads, { subject, at, upTo }: HeldDataQuery): Promise<HeldRecord> {
  const entries = subject === undefined ? [] : await askWholeChain(reads, subject, defined({ upTo }));
  const lists = Object.fromEntries(Object.values(heldMembers).map((member) => [member, [] as object[]]));
  const others: object[] = [];
  const files = fileContents(reads);
  for (const entry of entries) {
    const area = heldMemberOf(entry.kind);
    const item = area === 'files' ? await files.withContent(entry) : heldItem(entry);
    (area === undefined ? others : (lists[area] ?? others)).push(item);
  }
  const linked = entries
    .filter(({ kind }) => kind === 'subject.linked')
    .flatMap(({ payload }) => (typeof payload?.identifier === 'string' ? [payload.identifier] : []));
  return { subject: subject ?? null, generatedAt: timeOf(at), identifiers: [...new Set(linked)], ...lists, others };
}
