/**
 * Every view held against the ledger, folded anew person by person.
 * Flow:    doctor --open (all at once), jobs/watch-views (in small steps) → here → differences.
 * Promise: each step reads one moment and changes nothing; what a running service writes meanwhile is no difference.
 * Source:  decision 0050.
 */
import { sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/seal.ts';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import type { Store } from '../../store/store.ts';
import { judgeState, nameOfPart } from '../bound/judge-state.ts';
import { sharedFacts } from '../notes.ts';
import { AS_A_WHOLE, type Difference } from './difference.ts';
import { judgeHouse } from './judge-house.ts';
import { judgePerson } from './judge-person.ts';

const p = sql.placeholder;

const nextSubjects = rowsQuery<{ after: string; limit: number }>()('nextSubjects', ({ db, t }) =>
  db
    .selectDistinct({ subject: t.entries.subject })
    .from(t.entries)
    .where(sql`${t.entries.subject} > ${p('after')}`)
    .orderBy(t.entries.subject)
    .limit(p('limit')),
);

interface Room {
  readonly store: Pick<Store, 'read'>;
  readonly keyring: Keyring;
}

export interface JudgedStep {
  readonly differences: readonly Difference[];
  /** The person to go on after; nothing at the end of a round. */
  readonly after: string | undefined;
  readonly people: number;
}

/** Some people more, and at the end of a round what is about nobody. */
export async function judgeSome({ store, keyring }: Room, from: string, limit: number): Promise<JudgedStep> {
  const subjects = (await store.read(() => ask(nextSubjects, { after: from, limit }))).flatMap(
    ({ subject }) => subject ?? [],
  );
  const found: Difference[] = [];
  for (const subject of subjects) found.push(...(await store.read(() => judgeOne(keyring, subject))));
  const isEnd = subjects.length < limit;
  if (isEnd) found.push(...(await store.read(() => judgeNobody(keyring))));
  return { differences: found, after: isEnd ? undefined : subjects.at(-1), people: subjects.length };
}

function* judgeOne(keyring: Keyring, subject: string): Steps<readonly Difference[]> {
  return yield* judgePerson({ keyring, shared: yield* sharedFacts() }, subject);
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
  for (let after: string | undefined = ''; after !== undefined; ) {
    const step: JudgedStep = await judgeSome(room, after, AT_ONCE);
    differences.push(...step.differences);
    people += step.people;
    after = step.after;
  }
  differences.push(...(await room.store.read(() => judgeWhole(room.keyring, differences))));
  return { people, differences };
}
