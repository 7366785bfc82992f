import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openJournal } from '../../src/ledger/journal.ts';

const DAY = 86_400_000;
/** Marks end before and after it: each of the two keeps a line by itself. */
const BACKUPS = 30 * DAY;

type Step =
  | { readonly does: 'erase'; readonly mark: number; readonly done: boolean }
  | { readonly does: 'end' }
  | { readonly does: 'wait'; readonly days: number }
  | { readonly does: 'fall' }
  | { readonly does: 'reopen' };

const steps = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant('erase' as const),
      mark: fc.oneof(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 30, max: 900 })),
      done: fc.boolean(),
    }),
    fc.record({ does: fc.constant('end' as const) }),
    fc.record({
      does: fc.constant('wait' as const),
      days: fc.oneof(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 1, max: 400 })),
    }),
    fc.record({ does: fc.constant('fall' as const) }),
    fc.record({ does: fc.constant('reopen' as const) }),
  ),
  { maxLength: 40 },
);

/** What has to be known of each erasure, kept beside the journal. */
interface Known {
  readonly subject: string;
  readonly over: number;
  readonly done: boolean;
}

function lived(folder: string, life: readonly Step[]) {
  let journal = openJournal(folder, 'node');
  let now = 1_700_000_000_000;
  let lines = 0;
  const known: Known[] = [];
  const ends: { readonly hold: string; readonly over: number }[] = [];
  for (const [i, step] of life.entries()) {
    if (step.does === 'wait') now += step.days * DAY;
    if (step.does === 'reopen') journal = openJournal(folder, 'node');
    if (step.does === 'fall') journal.fall(now, BACKUPS);
    if (step.does === 'end') {
      journal.end(`hold_${i}`, now);
      ends.push({ hold: `hold_${i}`, over: now + BACKUPS });
      lines += 1;
    }
    if (step.does === 'erase') {
      const until = now + step.mark * DAY;
      journal.intend({ subject: `sub_${i}`, at: now, until, marks: [`mark ${i}`], suppressions: [] });
      if (step.done) journal.done(`sub_${i}`, now);
      lines += step.done ? 2 : 1;
      known.push({ subject: `sub_${i}`, over: Math.max(until, now + BACKUPS), done: step.done });
    }
  }
  journal.fall(now, BACKUPS);
  return { now, lines, known, ends, journal: openJournal(folder, 'node') };
}

it('whatever falls away, the count stays, the chain holds, and nobody is forgotten who may still come back', () => {
  fc.assert(
    fc.property(steps, (life) => {
      const folder = mkdtempSync(join(tmpdir(), 'candor-journal-'));
      try {
        const { now, lines, known, ends, journal } = lived(folder, life);
        expect(journal.count()).toBe(lines);
        const still = known.filter(({ over, done }) => !done || over > now).map(({ subject }) => subject);
        expect(journal.intents().map(({ subject }) => subject)).toEqual(still);
        for (const intent of journal.intents())
          expect(journal.isDone(intent)).toBe(known.find(({ subject }) => subject === intent.subject)?.done);
        expect([...journal.endedHolds()]).toEqual(ends.filter(({ over }) => over > now).map(({ hold }) => hold));
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 200 },
  );
});
