/**
 * The mark: the newest size and root of each log, kept outside the database so that a ledger put back to an older state
 * shows.
 * Flow:    witness folder → here → verify-log.
 * Promise: the ledger may be ahead of the mark, never behind it, and had the mark's root at the mark's size.
 * Source:  docs/design.md 5; docs/promises.md F8, F10.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfBase64, sameBytes, sha256, utf8 } from './bytes.ts';
import { isNamed, type KnownLog, type KnownTree } from './continuation.ts';
import { type GrowingTree, rootOf } from './growing-tree.ts';
import { whyUnread } from './unread.ts';
import { type Findings, type Wrong, wrong } from './wrong.ts';

export interface Mark {
  readonly log: number;
  readonly size: number;
  readonly root: Uint8Array;
}

/** To be called at every size of the tree; says something only at the size of the mark. */
export function compareMark(mark: Mark | undefined, tree: GrowingTree, findings: Findings): void {
  if (mark?.size !== tree.size || sameBytes(rootOf(tree), mark.root)) return;
  findings.add(`log ${mark.log} mark`, `had another root at size ${mark.size}: the ledger was rewritten`);
}

interface Ledger {
  readonly logs: readonly KnownLog[];
  /** What later logs name as lost. */
  readonly lost: readonly KnownTree[];
  readonly findings: Findings;
  readonly notes: string[];
}

/**
 * To be called when every log was read: a mark that knows more than is here is good only where a later log names it.
 */
export function finishMark(mark: Mark, { logs, lost, findings, notes }: Ledger): void {
  const log = logs.find((one) => one.log === mark.log);
  if (log !== undefined && mark.size <= log.size) return;
  const base = logs[0]?.origin.replace(/\/\d+$/, '') ?? '';
  if (isNamed(lost, { ...mark, origin: log?.origin ?? `${base}/${mark.log}` })) {
    notes.push(
      `log ${mark.log}: ${mark.size - (log?.size ?? 0)} entries were lost before a backup was restored; the ledger goes on in a later log that names them`,
    );
  } else if (log === undefined)
    findings.add(
      `log ${mark.log} mark`,
      `says size ${mark.size}, and that log is not here: the ledger was put back to an older state`,
    );
  else
    findings.add(
      `log ${mark.log} mark`,
      `says size ${mark.size}, and ${log.size} entries are left: the ledger was put back to an older state`,
    );
}

const SLOT = /^(candor-mark\/v1 (\d+) (\d+) ([\w+/=]{44})) ([0-9a-f]{64}) *$/;

/**
 * The marks of a witness folder: of each log the newest slot that is whole. Two slots take turns, so one may be torn.
 */
export function readMarks(folder: string): readonly Mark[] | Wrong {
  const newest = new Map<number, Mark>();
  try {
    for (const file of readdirSync(folder).filter((name) => /^mark(-\d+)?$/.test(name))) {
      for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
        const mark = readSlot(line);
        if (mark !== undefined && mark.size >= (newest.get(mark.log)?.size ?? 0)) newest.set(mark.log, mark);
      }
    }
  } catch (fault) {
    return wrong(whyUnread(`the witness folder ${folder}`, fault));
  }
  return newest.size === 0 ? wrong(`there is no readable mark in ${folder}`) : [...newest.values()];
}

function readSlot(line: string): Mark | undefined {
  const [, text, log, size, rootText, sum] = SLOT.exec(line) ?? [];
  const root = hashOfBase64(rootText);
  if (text === undefined || root === undefined || Buffer.from(sha256(utf8(text))).toString('hex') !== sum)
    return undefined;
  return { log: Number(log), size: Number(size), root };
}
