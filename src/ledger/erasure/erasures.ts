/**
 * Erases a person, step by step, each of which may be repeated; what was interrupted goes on at the next start.
 * Flow:    house → begin → journal → keys → gone → emptied entries → clean files → certify → done line.
 * Promise: certified only when the keys are overwritten, the entries empty and the files clean; after that nothing here
 *          opens, and the ledger still proves.
 * Source:  docs/design.md 6; docs/promises.md F33 to F38, I11 to I14.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Erased } from '../../ports/records.ts';
import { newId, SealedError } from '../../seal/seal.ts';
import { ask } from '../../store/query.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { type Intent, journalsIn, openJournal } from '../journal.ts';
import { messagesOfPerson } from '../outbox.ts';
import { begin } from './begin.ts';
import { certify } from './certify.ts';
import { countLines, grow, scrub, write } from './driven.ts';
import type { Erasing, ErasingRoom, Undertaking, WhyErased, Working } from './erasing.ts';
import { blank, erasingRows, nextPlaces, nodeRows } from './erasure-queries.ts';
import { gone } from './gone.ts';
import { heldEntries, holdsUnder } from './hold-end.ts';
import { endHold, endKnownHolds, sweep } from './over.ts';
import { replayJournal } from './replay.ts';

const CHUNK = 2000;

export async function erasures(room: ErasingRoom): Promise<Erasing> {
  const working = await openErasing(room);
  await room.writer.exclusive(() => resume(working));
  await room.writer.exclusive(() =>
    replayJournal(working, { from: room.witnessDir, finish: (undertaking) => finish(working, undertaking) }),
  );
  await room.writer.exclusive(() => endKnownHolds(working));
  return {
    erase: (identifier, why) => room.writer.exclusive(() => erase(working, identifier, why)),
    holdsOf: (identifier) => room.store.read(() => holdsUnder(room.keyring.markHash(identifier))),
    heldBy: (hold) => room.store.read(() => heldEntries(room, hold)),
    endHold: (hold, why) => room.writer.exclusive(() => endHold(working, hold, why)),
    sweep: () => room.writer.exclusive(() => sweep(working)),
  };
}

/**
 * One journal a node; one that is shorter than the database says was lost or put back, and with it what must stay
 * erased.
 */
async function openErasing(room: ErasingRoom): Promise<Working> {
  const node = nodeName(room);
  const isThere = journalsIn(room.witnessDir).includes(node);
  const journal = openJournal(room.witnessDir, node);
  const [known] = (await room.store.one(nodeRows, {})).filter((row) => row.node === node);
  if (known !== undefined && (!isThere || known.lines > journal.count()))
    throw new SealedError(
      'journal-damaged',
      'The erasure journal in the witness folder is missing or shorter than it was. Put the witness folder back.',
    );
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

async function erase(working: Working, identifier: string, { request, keep }: WhyErased): Promise<Erased | Problem> {
  const mark = working.keyring.markHash(identifier);
  const mine = (await resume(working)).find(({ marks }) => marks.includes(mark));
  if (mine !== undefined) return mine;
  const undertaking = await write(working, () => begin(working, { identifier, ...defined({ request, keep }) }));
  return isProblem(undertaking) ? undertaking : finish(working, undertaking);
}

async function finish(working: Working, undertaking: Undertaking): Promise<Erased> {
  const { keyring, journal } = working;
  const { subject, request } = undertaking;
  journal.intend(intentOf(undertaking));
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
  return { ...defined({ request }), certificate, entry };
}

/** What the journal has to know; recipients and ids are the database's own. */
function intentOf({ subject, at, until, request, marks, suppressions, keep, holds }: Undertaking): Intent {
  return {
    subject,
    at,
    until,
    ...defined({ request }),
    marks,
    suppressions,
    ...defined({ keep, holds }),
  };
}

const emptyNext = (working: Working, subject: string): Promise<boolean> =>
  write(working, function* () {
    const last = (yield* ask(nextPlaces, { subject, limit: CHUNK })).at(-1);
    if (last === undefined) return false;
    yield* ask(blank, { subject, log: last.log, to: last.index });
    return true;
  });
