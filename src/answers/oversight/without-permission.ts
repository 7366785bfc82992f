/**
 * Asks for uses that were reported and that no permission covers: by service and AI system, and one by one.
 * Flow:    http, pages of the console → here → ports/reads.
 * Promise: every such use of the time is counted once, with the service that reported it; people stand by pseudonym.
 * Source:  docs/law.md 7; GDPR 5(1)(a), 5(2), 33; docs/design.md 8.1.
 */
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import type { UseRow } from '../../views/use/use-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';
import type { TimeSpan } from './ask.ts';

const A_PAGE = 1000;

interface UseWithoutPermission extends UseRow {
  /** The pseudonym of the service that reported it; absent where its entry cannot be opened any more. */
  readonly service?: string;
}

async function withService(reads: Reads, rows: readonly UseRow[]): Promise<readonly UseWithoutPermission[]> {
  const facts = await reads.facts(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, ...defined({ service: facts.get(row.id)?.actor.id }) }));
}

interface Group {
  readonly service: string | null;
  readonly aiSystem: string;
  count: number;
  firstAt: number;
  lastAt: number;
  readonly people: Set<string>;
  readonly reasons: Map<string, number>;
}

function addTo(
  groups: Map<string, Group>,
  { service, system, subject, reason, occurredAt }: UseWithoutPermission,
): void {
  const name = JSON.stringify([service ?? null, system]);
  const group = groups.get(name) ?? {
    service: service ?? null,
    aiSystem: system,
    count: 0,
    firstAt: occurredAt,
    lastAt: occurredAt,
    people: new Set(),
    reasons: new Map(),
  };
  group.count += 1;
  group.firstAt = Math.min(group.firstAt, occurredAt);
  group.lastAt = Math.max(group.lastAt, occurredAt);
  group.people.add(subject);
  group.reasons.set(reason, (group.reasons.get(reason) ?? 0) + 1);
  groups.set(name, group);
}

const byMost = (one: Group, other: Group): number =>
  other.count - one.count || (one.aiSystem < other.aiSystem ? -1 : 1);

const shownGroup = ({ service, aiSystem, people, reasons, ...group }: Group) => ({
  service,
  aiSystem,
  count: group.count,
  people: people.size,
  firstAt: timeOf(group.firstAt),
  lastAt: timeOf(group.lastAt),
  reasons: [...reasons]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1)),
});

/** How many there are, without opening any of them. */
export async function countUsesWithoutPermission(reads: Reads, { from, to }: TimeSpan): Promise<number> {
  let [count, before]: [number, number | undefined] = [0, undefined];
  do {
    const page: Page<UseRow> = await reads.usesWithoutPermission({ from, to, limit: A_PAGE, ...defined({ before }) });
    count += page.items.length;
    before = page.next ?? undefined;
  } while (before !== undefined);
  return count;
}

export async function askUsesWithoutPermission(reads: Reads, { from, to }: TimeSpan) {
  const groups = new Map<string, Group>();
  let before: number | undefined;
  do {
    const page: Page<UseRow> = await reads.usesWithoutPermission({ from, to, limit: A_PAGE, ...defined({ before }) });
    for (const use of await withService(reads, page.items)) addTo(groups, use);
    before = page.next ?? undefined;
  } while (before !== undefined);
  const found = [...groups.values()].toSorted(byMost);
  return {
    from: timeOf(from),
    to: timeOf(to),
    total: found.reduce((sum, { count }) => sum + count, 0),
    people: new Set(found.flatMap(({ people }) => [...people])).size,
    groups: found.map(shownGroup),
  };
}

export type GroupsWithoutPermission = Awaited<ReturnType<typeof askUsesWithoutPermission>>;

interface SpanQuery extends TimeSpan, PageQuery {
  readonly service?: string;
  readonly aiSystem?: string;
}

const shownUse = ({ id, log, index, service, system, subject, purpose, reason, ...use }: UseWithoutPermission) => ({
  id,
  log,
  index,
  service: service ?? null,
  aiSystem: system,
  purpose,
  subject,
  reason,
  dataCategories: use.categories,
  occurredAt: timeOf(use.occurredAt),
  recordedAt: timeOf(use.at),
});

export type PageWithoutPermission = Page<ReturnType<typeof shownUse>>;

/** One by one, the newest first, each with its place in the ledger. */
export async function askEachUseWithoutPermission(reads: Reads, query: SpanQuery): Promise<PageWithoutPermission> {
  const { from, to, limit, service, aiSystem } = query;
  const items: UseWithoutPermission[] = [];
  let { before } = query;
  for (;;) {
    const page = await reads.usesWithoutPermission({ from, to, limit: A_PAGE, ...defined({ before }) });
    const fitting = (await withService(reads, page.items)).filter(
      (use) =>
        (service === undefined || use.service === service) && (aiSystem === undefined || use.system === aiSystem),
    );
    items.push(...fitting);
    before = page.next ?? undefined;
    if (items.length > limit || before === undefined) break;
  }
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(shownUse), next: items.length > limit && last !== undefined ? placeOf(last) : null };
}
