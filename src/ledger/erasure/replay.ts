/**
 * Erases again whom an older backup brought back, from the journals in the witness folder.
 * Flow:    start (after a restore) → here → begin, finish.
 * Promise: every intent of every journal holds here before anything is answered: its marks stand, and its person is
 *          gone.
 * Source:  docs/design.md 6; docs/promises.md F36.
 */
import { defined } from '../../vocabulary/defined.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type IntentLine, journalsIn, openJournal } from '../journal.ts';
import { erasedMarksOf } from '../queries.ts';
import { begin } from './begin.ts';
import type { Undertaking, Working } from './erasing.ts';
import { places } from './erasure-queries.ts';
import { keepMarks } from './gone.ts';
import { endedHolds } from './over.ts';

interface Replay {
  readonly from: string;
  finish(undertaking: Undertaking): Promise<unknown>;
}

/** How many persons were erased again. */
export async function replayJournal(working: Working, { from, finish }: Replay): Promise<number> {
  let again = 0;
  for (const node of journalsIn(from)) {
    const journal = node === working.journal.node ? working.journal : openJournal(from, node);
    for (const intent of journal.intents()) if (await replay(working, intent, finish)) again += 1;
  }
  return again;
}

async function replay(working: Working, intent: IntentLine, finish: Replay['finish']): Promise<boolean> {
  const { store, room } = working;
  const { subject, request } = intent;
  const isHere = (await store.one(places, { subject })).length > 0;
  const undertaking = isHere
    ? await store.write(
        () =>
          begin(working, { identifier: subject, again: intent, ended: endedHolds(working), ...defined({ request }) }),
        {
          log: room.log,
          registry: 'read',
        },
      )
    : undefined;
  if (undertaking !== undefined && !isProblem(undertaking)) {
    await finish(undertaking);
    return true;
  }
  const known = new Set((await store.one(erasedMarksOf, { marks: intent.marks })).map(({ mark }) => mark));
  const missing = intent.marks.filter((mark) => !known.has(mark));
  if (missing.length > 0)
    await store.write(() => keepMarks({ ...intent, marks: missing }), { log: room.log, registry: 'write' });
  return false;
}
