/**
 * A breach as somebody works on it: its clocks in hours, what can be ticked of its extent, and what was recorded last.
 * Flow:    http/handlers/console → here → answers/breach.
 * Promise: hours are whole hours of the clock that have passed, never rounded up; a clock stops when the authority was
 *          told or a ground was named, and says late for ever where it was.
 * Source:  GDPR 33(1); decision 0117.
 */
import { inForceOrFirst, type Registry } from '../../evaluation/registry.ts';
import { wholeHours } from '../../law/calendar.ts';
import type { Reads } from '../../ports/reads.ts';
import { affectedBy, askBreach, askBreaches, breachesDue, type ShownBreach } from '../breach/ask.ts';
import type { ConsoleContext } from './review-card.ts';

interface HoursClock {
  readonly regime: string;
  readonly source: string;
  readonly dueAt: string;
  readonly hours: number;
  /** Since it was noticed, until the authority was told or until now. */
  readonly passed: number;
  /** Until it ends, or since it ended. */
  readonly apart: number;
  readonly state: 'running' | 'late' | 'told' | 'told-late' | 'not-told';
}

type Clocked = Pick<ShownBreach, 'noticedAt' | 'clocks' | 'authority'>;

function hoursClocks({ noticedAt, clocks, authority }: Clocked, now: number): readonly HoursClock[] {
  const first = authority.said.find(({ told }) => told)?.toldAt;
  const begun = Date.parse(noticedAt);
  const end = typeof first === 'string' ? Date.parse(first) : now;
  return clocks.map(({ regime, source, dueAt }) => {
    const due = Date.parse(dueAt);
    const isLate = end > due;
    const over = isLate ? 'told-late' : 'told';
    const state =
      authority.state === 'open' ? (isLate ? 'late' : 'running') : typeof first === 'string' ? over : 'not-told';
    const [hours, passed, apart] = [due - begun, end - begun, Math.abs(due - end)].map(wholeHours);
    return { regime, source, dueAt, hours: hours ?? 0, passed: passed ?? 0, apart: apart ?? 0, state } as const;
  });
}

export type BreachWork = ShownBreach & { readonly hours: readonly HoursClock[] };

const workOn = (breach: ShownBreach, now: number): BreachWork => ({ ...breach, hours: hoursClocks(breach, now) });

export async function askBreachList(reads: Reads): Promise<readonly BreachWork[]> {
  const now = reads.now();
  return (await askBreaches(reads)).map((breach) => workOn(breach, now));
}

/** Of which the authority must still be told, the first due at the top. */
export async function askBreachesDue(reads: Reads): Promise<readonly BreachWork[]> {
  const now = reads.now();
  return (await breachesDue(reads)).map((breach) => workOn(breach, now));
}

/** What was recorded last, and how many times anything was. */
function lastOf({ notes, authority, people }: ShownBreach) {
  const words = [
    { at: '', of: 'recorded' as const },
    ...notes.map(({ at }) => ({ at, of: 'notes' as const })),
    ...authority.said.map(({ at }) => ({ at, of: 'authority' as const })),
    ...people.said.map(({ at }) => ({ at, of: 'people' as const })),
  ];
  const last = words.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1)?.of ?? 'recorded';
  return { last, count: words.length };
}

export async function askBreachWork(reads: Reads, id: string) {
  const now = reads.now();
  const breach = await askBreach(reads, id);
  if (breach === undefined) return undefined;
  const reached = await reads.affectedCount(affectedBy(breach, now));
  return { ...workOn(breach, now), ...lastOf(breach), reached };
}

export interface Extent {
  readonly aiSystems: readonly Choice[];
  readonly purposes: readonly Choice[];
  readonly dataCategories: readonly Choice[];
}
interface Choice {
  readonly key: string;
  readonly name: string;
}

const categoriesIn = ({ purposes, aiSystems }: Registry): readonly string[] =>
  [...purposes.values(), ...aiSystems.values()].flatMap((versions) =>
    versions.flatMap(({ categories }) => [...categories]),
  );

/** What was declared and published, by name: people are found by nothing else. */
export function extentOf({ registry, reader, now }: ConsoleContext): Extent {
  const named = (key: string, name: string | null): Choice => ({ key, name: name ?? key });
  const sorted = (all: readonly Choice[]) => all.toSorted((one, other) => one.name.localeCompare(other.name));
  return {
    aiSystems: sorted(
      [...registry.aiSystems].map(([key, versions]) =>
        named(key, reader.text(inForceOrFirst(versions, now)?.body.name)),
      ),
    ),
    purposes: sorted(
      [...registry.purposes].map(([key, versions]) =>
        named(key, reader.text(inForceOrFirst(versions, now)?.body.name)),
      ),
    ),
    dataCategories: sorted([...new Set(categoriesIn(registry))].map((key) => named(key, reader.category(key)))),
  };
}
