/**
 * Every view held against the ledger, folded anew person by person.
 * Flow:    doctor --open (all at once), jobs/watch-views (in small steps) → here → differences.
 * Promise: each step reads one moment and changes nothing; what a running service writes meanwhile is no difference.
 * Source:  decision 0050.
 */
import type { Keyring } from '../../seal/seal.ts';
import type { Steps } from '../../store/query.ts';
import type { Store } from '../../store/store.ts';
import { judgeState, nameOfPart } from '../bound/judge-state.ts';
import { sharedFacts } from '../notes.ts';
import { afterOthers } from '../paging.ts';
import { AS_A_WHOLE, type Difference } from './difference.ts';
import { judgeHouse } from './judge-house.ts';
import { judgeMoment, notYetWalked, readMoment, type Walked } from './judge-person.ts';
import { judgeStrangers, subjectsAfter } from './judge-strangers.ts';

interface Room {
  readonly store: Pick<Store, 'read'>;
  readonly keyring: Keyring;
  /** Awaited wherever one moment has seen enough. */
  readonly turn?: () => Promise<void>;
  /** Entries of one person that are judged at one moment. */
  readonly page?: number;
}

export interface JudgedStep {
  readonly differences: readonly Difference[];
  /** The person to go on after; nothing at the end of a round. */
  readonly after: string | undefined;
  readonly people: number;
}

/** A few milliseconds of work, after which others get their turn. */
const FEW_ENTRIES = 50;

/** Some people more, and at the end of a round what is about nobody. */
export async function judgeSome(room: Room, from: string | undefined, limit: number): Promise<JudgedStep> {
  const { store, keyring, turn = afterOthers } = room;
  const subjects = await store.read(() => subjectsAfter('entries', from, limit));
  const found: Difference[] = [];
  for (const subject of subjects) found.push(...(await judgeOne(room, subject)));
  const isEnd = subjects.length < limit;
  if (isEnd) found.push(...(await judgeStrangers(store, turn)), ...(await store.read(() => judgeNobody(keyring))));
  return { differences: found, after: isEnd ? undefined : subjects.at(-1), people: subjects.length };
}

async function judgeOne(room: Room, subject: string): Promise<readonly Difference[]> {
  const { store, keyring, turn = afterOthers, page: limit = FEW_ENTRIES } = room;
  const found: Difference[] = [];
  for (let walked: Walked | undefined = notYetWalked(subject); walked !== undefined; ) {
    const so: Walked = walked;
    const read = await store.read(function* () {
      return { moment: yield* readMoment(keyring, so, limit), shared: yield* sharedFacts() };
    });
    // Erased meanwhile: what was found before is gone with the rest.
    if (read.moment === undefined) return [];
    const { differences, next } = judgeMoment({ keyring, shared: read.shared }, so, read.moment);
    found.push(...differences);
    walked = next;
    if (walked !== undefined) await turn();
  }
  return found;
}

function* judgeNobody(keyring: Keyring): Steps<readonly Difference[]> {
  return yield* judgeHouse({ keyring, shared: yield* sharedFacts() });
}

interface Judged {
  readonly people: number;
  readonly differences: readonly Difference[];
}

const AT_ONCE = 200;

/** What no row alone shows: one that was put back with everything that spoke of it, and one that was hidden. */
function* judgeWhole(keyring: Keyring, found: readonly Difference[]): Steps<readonly Difference[]> {
  const { turn, inDoubt } = yield* judgeState({ keyring });
  if (turn === undefined) return [{ table: 'registry_head', key: '1', what: 'changed', column: 'state' }];
  const named = new Set(found.map(({ table }) => table));
  return inDoubt
    .map(nameOfPart)
    .filter((table) => !named.has(table))
    .map((table): Difference => ({ table, key: AS_A_WHOLE, what: 'missing' }));
}

export async function judgeAll(room: Room): Promise<Judged> {
  const differences: Difference[] = [];
  let people = 0;
  let after: string | undefined;
  do {
    const step = await judgeSome(room, after, AT_ONCE);
    differences.push(...step.differences);
    people += step.people;
    after = step.after;
  } while (after !== undefined);
  differences.push(...(await room.store.read(() => judgeWhole(room.keyring, differences))));
  return { people, differences };
}
