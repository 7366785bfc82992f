/**
 * Whether the state as a whole is the one that was left with the newest tree of the ledger.
 * Flow:    house (start), doctor and walk (audit) → here → which parts are in doubt.
 * Promise: reads one moment and changes nothing; what was put back to an older day, hidden or taken away makes its part
 *          one in doubt, and nobody is permitted anything while there is one.
 * Source:  decision 0063; decision 0102.
 */
import { desc } from 'drizzle-orm';
import type { Keyring } from '../../seal/seal.ts';
import { ask, rowsQuery, type Steps, type TableName } from '../../store/query.ts';
import { shapeNamed } from '../../store/statements.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { newestCheckpoint } from '../checkpoints.ts';
import { isOfEarlierRelease } from '../notes.ts';
import type { Fitting } from './fit.ts';
import { isSameSum, readHead, type StateHead, sumIn } from './head.ts';
import { sumOf } from './summed.ts';
import { earlierSummings, isSummed, type Part, parts } from './sums.ts';

interface JudgedState {
  /** Absent where the head itself does not fit: then nobody can say anything of its parts. */
  readonly turn?: number;
  readonly inDoubt: readonly Part[];
}

type Judging = Pick<Fitting, 'keyring'>;

const newestLog = rowsQuery<object>()('newestLog', ({ db, t }) =>
  db.select({ log: t.logs.log }).from(t.logs).orderBy(desc(t.logs.log)).limit(1),
);

export function* isOfNewestTree(head: StateHead): Steps<boolean> {
  const log = (yield* ask(newestLog, {}))[0]?.log ?? 0;
  const [newest] = yield* ask(newestCheckpoint, { log });
  const root = newest === undefined ? '' : base64(newest.root);
  return head.log === log && head.size === (newest?.size ?? 0) && head.root === root;
}

/** `seen` is told of each person's row. */
export function* judgeState(
  { keyring }: Judging,
  seen: (subject: string, n: number) => void = () => undefined,
): Steps<JudgedState> {
  const head = yield* readHead(keyring);
  if (typeof head === 'string' || !(yield* isOfNewestTree(head))) return { inDoubt: [] };
  const inDoubt: Part[] = [];
  for (const part of parts) {
    const sum = yield* sumOf(keyring, { part }, (table, row) => {
      if (table === 'people') seen(String(row['subject']), Number(row['n']));
    });
    const kept = sumIn(keyring, head, part);
    if (!isSameSum(sum, kept) && !(yield* fitsAsBefore(keyring, part, head))) inDoubt.push(part);
  }
  return { turn: head.turn, inDoubt };
}

/**
 * A release that did not have every column yet summed without the others, and one that did not sum a part at all has no
 * sum of it; the first start under this one sums everything anew.
 */
function* fitsAsBefore(keyring: Keyring, part: Part, head: StateHead): Steps<boolean> {
  if (!(yield* isOfEarlierRelease())) return false;
  if (head.sums[part] === undefined) return true;
  const kept = sumIn(keyring, head, part);
  for (const summing of earlierSummings(part)) if (isSameSum(yield* sumOf(keyring, summing), kept)) return true;
  return false;
}

/** As staff know it: a table, or the facts of some kinds. */
export const nameOfPart = (part: Part): string =>
  isSummed(part as TableName) ? shapeNamed(part as TableName).table : `entries (${part})`;

/** At a start: what is in doubt is told. False where the head itself does not fit. */
export function* learnState({ keyring, bound }: Judging & Pick<Fitting, 'bound'>): Steps<boolean> {
  const { turn, inDoubt } = yield* judgeState({ keyring }, (subject, n) => bound.heads.set(subject, n));
  if (turn === undefined) return false;
  bound.turn = turn;
  for (const part of inDoubt) {
    bound.inDoubt.add(part);
    bound.report.note({ table: nameOfPart(part), key: 'as a whole' });
  }
  return true;
}
