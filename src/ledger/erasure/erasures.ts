/**
 * Erases a person, step by step, each of which may be repeated; what was interrupted goes on at the next start.
 * Flow:    house → begin → journal → keys → gone → emptied entries → clean files → certify → done line.
 * Promise: certified only when the keys are overwritten, the entries empty and the files clean; after that nothing here
 *          opens, and the ledger still proves.
 * Source:  DESIGN section 6; RELIABILITY F33 to F38, I11 to I14.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Erased, Sender } from '../../house-port.ts';
import { newId, SealedError } from '../../seal/seal.ts';
import { ask, put } from '../../store/query.ts';
import { Unavailable } from '../../store/store.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { journalsIn, openJournal } from '../journal.ts';
import { messagesOfPerson } from '../outbox.ts';
import { begin } from './begin.ts';
import { certify } from './certify.ts';
import type { Erasing, ErasingRoom, Undertaking, Working } from './erasing.ts';
import { blank, endErasing, erasingRows, nextPlaces, nodeRows } from './erasure-queries.ts';
import { type Grown, gone } from './gone.ts';
import { replayJournal } from './replay.ts';

const CHUNK = 2000;
const TRIES = 20;

export async function erasures(room: ErasingRoom): Promise<Erasing> {
  const working = await openErasing(room);
  await room.writer.exclusive(() => resume(working));
  await room.writer.exclusive(() => replayJournal(working, { from: room.witnessDir, finish: (undertaking) => finish(working, undertaking) }));
  return { erase: (identifier, why) => room.writer.exclusive(() => erase(working, identifier, why)) };
}

/** One journal a node; one that is shorter than the database says was lost or put back, and with it what must stay erased. */
async function openErasing(room: ErasingRoom): Promise<Working> {
  const node = nodeName(room);
  const isThere = journalsIn(room.witnessDir).includes(node);
  const journal = openJournal(room.witnessDir, node);
  const [known] = (await room.store.one(nodeRows, {})).filter((row) => row.node === node);
  if (known !== undefined && (!isThere || known.lines > journal.count()))
    throw new SealedError('journal-damaged', 'The erasure journal in the witness folder is missing or shorter than it was. Put the witness folder back.');
  const working = { ...room, journal };
  // Said before the first erasure, so that a backup without any still knows which journals a restore must find.
  if (known === undefined) await room.writer.exclusive(() => countLines(working));
  return working;
}

function nodeName({ store, witnessDir }: ErasingRoom): string {
  if (store.dialect === 'sqlite') return 'node';
  const file = join(witnessDir, 'journal', 'name');
  if (!existsSync(file)) {
    mkdirSync(join(witnessDir, 'journal'), { recursive: true, mode: 0o700 });
    writeFileSync(file, newId('node'), { flush: true });
  }
  return readFileSync(file, 'utf8');
}

async function resume(working: Working): Promise<readonly (Erased & { readonly marks: readonly string[] })[]> {
  const ended: (Erased & { readonly marks: readonly string[] })[] = [];
  for (const { doc } of await working.store.one(erasingRows, {})) {
    const undertaking = JSON.parse(doc) as Undertaking;
    ended.push({ ...(await finish(working, undertaking)), marks: undertaking.marks });
  }
  return ended;
}

async function erase(working: Working, identifier: string, { request }: { readonly sender: Sender; readonly request?: string }): Promise<Erased | Problem> {
  const mark = working.keyring.markHash(identifier);
  const mine = (await resume(working)).find(({ marks }) => marks.includes(mark));
  if (mine !== undefined) return mine;
  const undertaking = await write(working, () => begin(working, { identifier, ...(request === undefined ? {} : { request }) }));
  return isProblem(undertaking) ? undertaking : finish(working, undertaking);
}

const write = <T>({ store, room }: Working, steps: Parameters<typeof store.write<T>>[0]): Promise<T> => store.write(steps, { log: room.log, registry: 'read' });

async function finish(working: Working, undertaking: Undertaking): Promise<Erased> {
  const { keyring, journal } = working;
  const { subject, at, until, request, marks, suppressions } = undertaking;
  journal.intend({ subject, at, until, ...(request === undefined ? {} : { request }), marks, suppressions });
  await countLines(working);
  await working.mail.forget((await working.store.one(messagesOfPerson, { subject })).map(({ id }) => id));
  await keyring.destroy(subject);
  grow(working, await write(working, () => gone(working, undertaking)));
  while (await emptyNext(working, subject));
  await scrub(working);
  const { certificate, grown } = await write(working, () => certify(working, undertaking));
  grow(working, grown);
  journal.done(subject, working.now());
  await countLines(working, subject);
  const { entry } = certificate as Pick<Erased, 'entry'>;
  return { ...(request === undefined ? {} : { request }), certificate, entry };
}

/** The next batch goes on from here, and the mark knows it. */
function grow({ room, writer }: Working, grown: Grown | undefined): void {
  if (grown === undefined) return;
  room.memory = { ...room.memory, tree: grown.tree };
  writer.mark(grown.tree.size, grown.root);
}

/** With `ended` the erasure is over: its row goes in the same commit. */
const countLines = (working: Working, ended?: string): Promise<void> =>
  write(working, function* () {
    yield* put('nodes', [{ node: working.journal.node, lines: working.journal.count(), lastAt: working.now() }], true);
    if (ended !== undefined) yield* ask(endErasing, { subject: ended });
  });

const emptyNext = (working: Working, subject: string): Promise<boolean> =>
  write(working, function* () {
    const last = (yield* ask(nextPlaces, { subject, limit: CHUNK })).at(-1);
    if (last === undefined) return false;
    yield* ask(blank, { subject, log: last.log, to: last.index });
    return true;
  });

/** A reader may hold old pages for a moment. */
async function scrub({ store }: Working, left = TRIES): Promise<void> {
  try {
    await store.scrub();
  } catch (fault) {
    if (!(fault instanceof Unavailable) || left === 0) throw fault;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await scrub({ store } as Working, left - 1);
  }
}
