/**
 * Erases a person, step by step, each of which may be repeated; what was interrupted goes on at the next start, and
 * whom an older backup brought back is erased again.
 * Flow:    house → begin-erasure → journal → keys → commit-erasure → emptied entries → clean files → certify-erasure →
 *          done line; start (after a restore): journals in the witness folder → the same.
 * Promise: certified only when the keys are overwritten, the entries empty and the files clean; after that nothing here
 *          opens, and the ledger still proves. Every intent of every journal holds before anything is answered: its
 *          marks stand, and its person is gone.
 * Source:  docs/design.md 6; docs/promises.md F33 to F38, I11 to I14.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnfinishedErasure } from '../../ports/reads.ts';
import type { Erased } from '../../ports/records.ts';
import { newId, SealedError } from '../../seal/seal.ts';
import { ask, type Steps } from '../../store/query.ts';
import { defined } from '../../vocabulary/defined.ts';
import { foldIdentifier } from '../../vocabulary/identifier.ts';
import { codeMailsOf } from '../../vocabulary/message.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { changeMarks } from '../bound/marks.ts';
import { type Intent, type IntentLine, journalsIn, openJournal } from '../journal.ts';
import { messagesOfPerson } from '../outbox.ts';
import { erasedMarksOf } from '../queries.ts';
import { loadTree } from '../tree-memory.ts';
import { beginErasure } from './begin-erasure.ts';
import { certifyErasure } from './certify-erasure.ts';
import { commitErasure, putErasedMarks } from './commit-erasure.ts';
import type { ErasureContext, ErasurePlan, ErasureSetup, Erasures } from './erasure.ts';
import { blank, erasingRows, erasingWith, nextPlaces, nodeRows, places } from './erasure-queries.ts';
import { findHolds, openHeldEntries } from './holds.ts';
import { PATIENCE_MS, withinPatience } from './patience.ts';
import { endedHolds, endHold, endKnownHolds, sweepRetention } from './retention-end.ts';
import { cleanerOf, lineCounterOf, writeAwaited, writeStep } from './run-step.ts';
import { erasuresUnderWay, planIn } from './under-way.ts';

const CHUNK = 2000;

export async function openErasures(setup: ErasureSetup): Promise<Erasures> {
  const context = await openContext(setup);
  const { store, keyring } = setup;
  const underWay = erasuresUnderWay(context, (...erasure) => finishErasure(context, ...erasure));
  await underWay.takeUp((await store.one(erasingRows, {})).map(({ doc }) => planIn(doc)));
  await replayJournals(context);
  await endKnownHolds(context);
  return {
    async erase(identifier, why) {
      const asked = performance.now();
      const plan = await writeAwaited(context, () => begin(context, identifier, why));
      if (isProblem(plan)) return plan;
      return (await withinPatience(underWay.finish(plan), PATIENCE_MS - (performance.now() - asked))) ?? stateOf(plan);
    },
    async erasureUnderWay(id) {
      const plans = (await store.one(erasingWith, { word: id })).map(({ doc }) => planIn(doc));
      const found = plans.find(({ request, ids }) => id === (request ?? ids.certified));
      return found && stateOf(found);
    },
    holdsOf: (identifier) => store.read(() => findHolds(keyring.markHash(foldIdentifier(identifier)))),
    heldBy: (hold) => store.read(() => openHeldEntries(setup, hold)),
    endHold: (hold, why) => endHold(context, hold, why),
    sweep: () => sweepRetention(context),
    resume: underWay.resume,
    stop: underWay.stop,
  };
}

const stateOf = ({ request, ids, at }: ErasurePlan): UnfinishedErasure => ({
  underWay: request ?? ids.certified,
  ...defined({ request }),
  begunAt: at,
});

/**
 * One journal a node; one that is shorter than the database says was lost or put back, and with it what must stay
 * erased.
 */
async function openContext(setup: ErasureSetup): Promise<ErasureContext> {
  const node = nodeName(setup);
  const isThere = journalsIn(setup.witnessDir).includes(node);
  const journal = openJournal(setup.witnessDir, node);
  const [known] = (await setup.store.one(nodeRows, {})).filter((row) => row.node === node);
  if (known !== undefined && (!isThere || known.lines > journal.count()))
    throw new SealedError(
      'journal-damaged',
      'The erasure journal in the witness folder is missing or shorter than it was. Put the witness folder back.',
    );
  setup.hold?.(journal.file);
  const context = { ...setup, journal, countLines: lineCounterOf({ ...setup, journal }), cleanFiles: cleanerOf(setup) };
  // Said before the first erasure, so that a backup without any still knows which journals a restore must find.
  if (known === undefined) await context.countLines();
  return context;
}

function nodeName({ store, witnessDir }: ErasureSetup): string {
  if (store.dialect === 'sqlite') return 'node';
  const file = join(witnessDir, 'journal', 'name');
  if (!existsSync(file)) {
    mkdirSync(join(witnessDir, 'journal'), { recursive: true, mode: 0o700 });
    writeFileSync(file, newId('node'), { flush: true });
  }
  return readFileSync(file, 'utf8');
}

/** An erasure of this person that was begun and is not ended is the answer, too. */
function* begin(
  context: ErasureContext,
  identifier: string,
  { request, keep }: Parameters<Erasures['erase']>[1],
): Steps<ErasurePlan | Problem> {
  const mark = context.keyring.markHash(foldIdentifier(identifier));
  const begun = (yield* ask(erasingWith, { word: mark })).map(({ doc }) => planIn(doc));
  return (
    begun.find(({ marks }) => marks.includes(mark)) ??
    (yield* beginErasure(context, { identifier, ...defined({ request, keep }) }))
  );
}

/** Every step takes a turn of its own, so that services go on between them. */
async function finishErasure(
  context: ErasureContext,
  plan: ErasurePlan,
  goOn = (): void => undefined,
): Promise<Erased> {
  const { keyring, journal } = context;
  const { subject, request } = plan;
  goOn();
  journal.intend(intentOf(plan));
  await context.countLines();
  const messages = (await context.store.one(messagesOfPerson, { subject })).map(({ id }) => id);
  await context.mail.forget([...messages, ...Object.values(codeMailsOf(subject))]);
  goOn();
  await keyring.destroy(subject);
  goOn();
  await writeStep(
    context,
    () => commitErasure(context, plan),
    (grown) => grown,
  );
  while (await emptyNextEntries(context, subject)) goOn();
  goOn();
  const traces = await context.cleanFiles();
  const { certificate } = await writeStep(
    context,
    () => certifyErasure(context, plan, traces),
    ({ grown }) => grown,
  );
  journal.done(subject, context.now());
  await context.countLines(subject);
  const { entry } = certificate as Pick<Erased, 'entry'>;
  return { ...defined({ request }), certificate, entry };
}

/** What the journal has to know; recipients and ids are the database's own. */
function intentOf({ subject, at, until, request, marks, suppressions, keep, holds }: ErasurePlan): Intent {
  return { subject, at, until, ...defined({ request }), marks, suppressions, ...defined({ keep, holds }) };
}

const emptyNextEntries = (context: ErasureContext, subject: string): Promise<boolean> =>
  writeStep(context, function* () {
    const found = yield* ask(nextPlaces, { subject, limit: CHUNK });
    const last = found.at(-1);
    if (last !== undefined) yield* ask(blank, { subject, log: last.log, to: last.index });
    return found.length === CHUNK || found.some(({ log }) => log !== last?.log);
  });

/**
 * Erases again whom an older backup brought back, from the journals in the witness folder. An erasure that is still
 * under way is ended by itself.
 */
async function replayJournals(context: ErasureContext): Promise<void> {
  for (const node of journalsIn(context.witnessDir)) {
    const journal = node === context.journal.node ? context.journal : openJournal(context.witnessDir, node);
    for (const intent of journal.intents()) await replayIntent(context, intent);
  }
}

async function replayIntent(context: ErasureContext, intent: IntentLine): Promise<void> {
  const { store, room, writer } = context;
  const { subject, request } = intent;
  const isUnderWay = (await store.one(erasingWith, { word: subject })).some(
    ({ doc }) => planIn(doc).subject === subject,
  );
  if (!isUnderWay && (await store.one(places, { subject })).length > 0) {
    const wanted = { identifier: subject, again: intent, ended: endedHolds(context), ...defined({ request }) };
    const plan = await writeStep(context, () => beginErasure(context, wanted));
    if (!isProblem(plan)) {
      await finishErasure(context, plan);
      return;
    }
  }
  const known = new Set((await store.one(erasedMarksOf, { marks: intent.marks })).map(({ mark }) => mark));
  const missing = intent.marks.filter((mark) => !known.has(mark));
  if (missing.length > 0)
    await writer.exclusive(() =>
      store.write(() => putMarksBack(context, { ...intent, marks: missing }), { log: room.log, registry: 'write' }),
    );
}

function* putMarksBack({ keyring, room }: ErasureContext, intent: IntentLine): Steps<void> {
  const { size } = yield* loadTree(room.log, room.memory.tree);
  const place = placeOf({ log: room.log, index: size });
  yield* changeMarks(keyring, { place, changed: intent.marks }, () => putErasedMarks(keyring, place, intent));
}
