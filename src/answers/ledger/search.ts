/**
 * Search over the entries of the ledger, and an entry as auditors see it.
 * Flow:    http → here → ports/reads.
 * Promise: a page may be short or empty and still have a next one; nothing that fits is left out.
 * Source:  docs/design.md 8 (filters of `GET /v1/ledger/entries`).
 */

import type { ChainEntry, Page, Reads } from '../../ports/reads.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';

interface Filters {
  readonly limit: number;
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly aiSystem?: string;
  readonly purpose?: string;
  readonly allowed?: 'true' | 'false';
  readonly reason?: string;
  readonly basis?: string;
  readonly actor?: string;
}

export interface EntrySearch {
  readonly filters: Filters;
  /** A `sub_…` whose record may be read. */
  readonly subject?: string;
  readonly before?: number;
}

/** How many pages are searched for one answer. */
const PAGES = 50;

const verdicts: Readonly<Record<string, boolean>> = { 'use.allowed': true, 'use.refused': false };

function verdictOf({ kind, payload }: ChainEntry): boolean | undefined {
  if (kind !== undefined && kind in verdicts) return verdicts[kind];
  return typeof payload?.covered === 'boolean' ? payload.covered : undefined;
}

function fits(entry: ChainEntry, { aiSystem, purpose, allowed, reason, basis, actor }: Filters): boolean {
  const { payload, kind } = entry;
  const key = payload?.key;
  if (aiSystem !== undefined && payload?.aiSystem !== aiSystem && !(kind?.startsWith('ai-system.') && key === aiSystem))
    return false;
  if (purpose !== undefined && payload?.purpose !== purpose && !(kind?.startsWith('purpose.') && key === purpose))
    return false;
  if (allowed !== undefined && verdictOf(entry) !== (allowed === 'true')) return false;
  if (reason !== undefined && payload?.reason !== reason) return false;
  if (basis !== undefined && payload?.basis !== basis) return false;
  return actor === undefined || entry.actor?.id === actor || entry.actor?.role === actor;
}

/** The content of an entry about a person stands in it only where `opened` says that it may. */
export function showEntry(entry: ChainEntry, opened = false): object {
  const { log, index, n, id, kind, at, actor, subject, payload, leafHash, withheld } = entry;
  const isShown = payload !== undefined && (subject === undefined || opened);
  return {
    log,
    index,
    n: n ?? null,
    id: id ?? null,
    kind: kind ?? null,
    at: at === undefined ? null : timeOf(at),
    actor: actor ?? null,
    subject: subject ?? null,
    leafHash: base64(leafHash),
    ...(isShown ? { payload } : {}),
    erased: payload === undefined && withheld === undefined,
    ...defined({ withheld }),
  };
}

export async function searchEntries(reads: Reads, { filters, subject, before }: EntrySearch): Promise<Page<object>> {
  const { limit, from, to, kind } = filters;
  const narrowed = {
    limit,
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...defined({ subject }),
  };
  let at = before;
  for (let page = 1; ; page += 1) {
    const found: Page<ChainEntry> = await reads.entries({ ...narrowed, ...defined({ before: at }) });
    const items = found.items.filter((entry) => fits(entry, filters));
    if (items.length > 0 || found.next === null || page >= PAGES) {
      return { items: items.map((entry) => showEntry(entry, subject !== undefined)), next: found.next };
    }
    at = found.next;
  }
}
