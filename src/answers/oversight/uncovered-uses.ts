/**
 * Asks for model calls that no use on record covers: by service and AI system.
 * Flow:    http, pages of the console → here → ports/reads.
 * Promise: each call is counted once; names of services, systems and models only, and no person.
 * Source:  decision 0076; GDPR 5(2).
 */
import type { Reads, UncoveredCounts } from '../../ports/reads.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { UncoveredCause } from '../../vocabulary/span.ts';
import type { TimeSpan } from './ask.ts';

/** Whoever makes up more names than this is counted, and named no more. */
const MOST_ROWS = 2000;
const MOST_MODELS = 20;

interface Group {
  readonly service: string | null;
  readonly aiSystem: string | null;
  count: number;
  reported: number;
  firstAt: number;
  lastAt: number;
  readonly models: Set<string>;
  readonly causes: Map<UncoveredCause, number>;
}

const nameOrNull = (name: string): string | null => (name === '' ? null : name);

function addTo(groups: Map<string, Group>, row: UncoveredCounts['rows'][number]): void {
  const name = JSON.stringify([row.service, row.system]);
  const group = groups.get(name) ?? {
    service: nameOrNull(row.service),
    aiSystem: nameOrNull(row.system),
    count: 0,
    reported: 0,
    firstAt: row.firstAt,
    lastAt: row.lastAt,
    models: new Set(),
    causes: new Map(),
  };
  group.count += row.count;
  group.reported += row.reported ? row.count : 0;
  group.firstAt = Math.min(group.firstAt, row.firstAt);
  group.lastAt = Math.max(group.lastAt, row.lastAt);
  if (row.model !== '' && group.models.size < MOST_MODELS) group.models.add(row.model);
  group.causes.set(row.cause, (group.causes.get(row.cause) ?? 0) + row.count);
  groups.set(name, group);
}

const byMost = <T extends { readonly count: number }>(one: T, other: T): number => other.count - one.count;

const shown = ({ models, causes, firstAt, lastAt, ...group }: Group) => ({
  ...group,
  firstAt: timeOf(firstAt),
  lastAt: timeOf(lastAt),
  models: [...models].toSorted(),
  causes: [...causes].map(([cause, count]) => ({ cause, count })).toSorted(byMost),
});

export async function askUncoveredUses(reads: Reads, { from, to }: TimeSpan) {
  const { total, rows } = await reads.uncoveredUses({ from, to }, MOST_ROWS);
  const groups = new Map<string, Group>();
  for (const row of rows) addTo(groups, row);
  return {
    from: timeOf(from),
    to: timeOf(to),
    total,
    groups: [...groups.values()].toSorted(byMost).map(shown),
  };
}

export type UncoveredUses = Awaited<ReturnType<typeof askUncoveredUses>>;
