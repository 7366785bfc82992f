import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../../src/house.ts';
import { beginErasure } from '../../../src/ledger/erasure/begin-erasure.ts';
import { rebuildViews } from '../../../src/ledger/rebuild.ts';
import { erasurePosition, erasureRoom, factPosition } from '../../../src/views/change/position.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { aCompany, aPlace, by, does, officer, type Place } from '../../given/ledger/a-house.ts';
import { dailyEngine } from '../../given/service.ts';

const SYSTEM = 'support-assistant';
const PEOPLE = 6;

/**
 * A fact that is told, an erasure, one that a dying node leaves behind, views folded anew, and two readers of the feed.
 */
const steps = fc.array(
  fc.oneof(
    fc.constant({ do: 'fact' } as const),
    fc.record({ do: fc.constant('erase' as const), who: fc.nat(PEOPLE - 1) }),
    fc.record({ do: fc.constant('die' as const), who: fc.nat(PEOPLE - 1) }),
    fc.constant({ do: 'rebuild' } as const),
    fc.record({ do: fc.constant('read' as const), who: fc.nat(1), limit: fc.integer({ min: 1, max: 4 }) }),
  ),
  { minLength: 8, maxLength: 24 },
);
type Step = ReturnType<typeof steps.generate>['value'][number];

interface Run {
  readonly place: Place;
  readonly house: OpenHouse;
  readonly people: readonly string[];
  readonly readers: readonly { at: number; readonly seen: string[] }[];
  /** What was told, in the order of its commits. */
  readonly told: string[];
  stopped: boolean;
}

const wordOf = ({
  what,
  subject,
  index,
}: {
  readonly what: string;
  readonly subject: string | null;
  readonly index: number;
}): string => (what === 'erased' ? `erased ${subject}` : `${what} ${index}`);

async function read({ house, readers }: Run, who: number, limit: number): Promise<number> {
  const reader = readers[who];
  const rows = await house.changes(reader?.at ?? 0, limit);
  reader?.seen.push(...rows.map(wordOf));
  if (reader !== undefined) reader.at = rows.at(-1)?.position ?? reader.at;
  return rows.length;
}

/** The first step of an erasure by a node that dies after it. */
async function dies({ place, house, told }: Run, subject: string): Promise<void> {
  const { room, writer, store, keyring, mail } = house;
  const erasing = {
    store,
    keyring,
    room,
    writer,
    mail,
    witnessDir: join(place.folder, 'witness'),
    backupLifeMs: 30 * 86_400_000,
    now: () => place.clock.now(),
  };
  const begun = await writer.exclusive(() =>
    store.write(() => beginErasure(erasing, { identifier: subject }), { log: room.log, registry: 'read' }),
  );
  if (!isProblem(begun)) told.push(`erased ${subject}`);
}

async function take(run: Run, step: Step): Promise<void> {
  const { house, people, told } = run;
  if (step.do === 'fact') {
    run.stopped = !run.stopped;
    // An erasure that goes on by itself may record something meanwhile, so the reply says where it stands.
    const done = await does(house, run.stopped ? 'ai-system.suspend' : 'ai-system.resume', { key: SYSTEM });
    const { index } = done['entry'] as { readonly index: number };
    told.push(`${run.stopped ? 'ai-system-suspended' : 'ai-system-resumed'} ${index}`);
  } else if (step.do === 'erase') {
    const subject = people[step.who] ?? '';
    const word = `erased ${subject}`;
    await house.erase(subject, { sender: by(officer) });
    if (!told.includes(word)) told.push(word);
  } else if (step.do === 'die') await dies(run, people[step.who] ?? '');
  else if (step.do === 'rebuild') {
    const { store, keyring, room } = house;
    await rebuildViews({ store, keyring, log: room.log, defaultRegime: room.defaultRegime, now: house.now() });
  } else await read(run, step.who, step.limit);
}

describe.each(dailyEngine)('the feed of changes over %s', (engine) => {
  it('shows every reader each word once, in the order of its commit, while erasures and facts interleave', async () => {
    const place = await aPlace(engine);
    const house = await place.open();
    let runs = 0;
    try {
      await aCompany(house);
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          runs += 1;
          const people: string[] = [];
          for (let i = 0; i < PEOPLE; i += 1) {
            const described = await does(house, 'subject.describe', {
              subject: `customer:run-${runs}-${i}`,
              identifiers: [],
              regimes: ['EU'],
            });
            people.push(String(described['id'] ?? described['subject']));
          }
          const from = (await house.changes(0, 10_000)).at(-1)?.position ?? 0;
          const readers = [0, 1].map(() => ({ at: from, seen: [] as string[] }));
          const run: Run = { place, house, people, readers, told: [], stopped: false };
          for (const step of taken) await take(run, step);
          if (run.stopped) await take(run, { do: 'fact' });
          for (const who of [0, 1]) while ((await read(run, who, 3)) > 0);
          for (const { seen } of readers) expect(seen).toEqual(run.told);
        }),
        { numRuns: engine === 'sqlite' ? 25 : 8, interruptAfterTimeLimit: 60_000 },
      );
    } finally {
      await house.close();
      await place.drop();
    }
  }, 120_000);
});

describe('a position', () => {
  const places = fc.record({ log: fc.nat(511), index: fc.nat(2 ** 32 - 2) });

  it('is exact, and rises with log and index', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const order = a.log - b.log || a.index - b.index;
        expect(Math.sign(factPosition(a) - factPosition(b))).toBe(Math.sign(order));
        expect(Number.isSafeInteger(factPosition(a))).toBe(true);
      }),
    );
  });

  it('of an erasure lies after the newest fact, after every erasure told there, and before the next fact', () => {
    fc.assert(
      fc.property(places, fc.nat(4000), ({ log, index }, count) => {
        const free = erasureRoom(log, index + 1);
        const taken = count === 0 ? undefined : free.after + count;
        const position = erasurePosition(free, taken);
        expect(position).toBeGreaterThan(taken ?? factPosition({ log, index }));
        expect(position).toBeLessThan(factPosition({ log, index: index + 1 }));
      }),
    );
  });

  it('is refused rather than given twice, where nothing is left between two facts', () => {
    const free = erasureRoom(0, 10);
    expect(() => erasurePosition(free, free.before - 1)).toThrow(/too many/);
    expect(() => factPosition({ log: 512, index: 0 })).toThrow(/no position/);
  });
});
