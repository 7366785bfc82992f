/**
 * Takes the entries of a log one after the other: their places, the tree, each person's sequence, how a log begins.
 * Flow:    verify-log (pages that were judged) → here → findings, tree, checkpoints.
 * Promise: what hangs on the entries before it is judged here, in the order of the log, wherever the pages were read.
 * Source:  docs/design.md 5 and 6; docs/promises.md F7 to F12.
 */
import { textOfUtf8 } from './bytes.ts';
import { continuationFault, type KnownLog, type KnownTree, lostTrees } from './continuation.ts';
import { appendLeaf, type GrowingTree } from './growing-tree.ts';
import { is, type JudgedPage, leafAt, prevAt, subjectAt } from './judged-page.ts';
import { compareMark, type Mark } from './mark.ts';
import type { PageReaders } from './page-readers.ts';
import type { Sequences } from './sequences.ts';
import type { Checkpoints } from './stored-checkpoints.ts';
import type { Coverage } from './stored-covers.ts';
import { placeOf } from './stored-entry.ts';
import type { Rows, StoredEntry, StoredLog } from './stored-log.ts';
import type { Tiles } from './stored-tiles.ts';
import { isObject, parseStrictJson } from './strict-json.ts';
import type { Trust } from './trust.ts';
import { parseVkey } from './vkey.ts';
import { type Findings, isWrong } from './wrong.ts';

export interface Check {
  readonly source: Rows;
  readonly trust: Trust;
  readonly findings: Findings;
  readonly notes: string[];
  readonly coverage: Coverage;
  readonly people: Sequences;
  readonly known: KnownLog[];
  readonly lost: KnownTree[];
  readonly marks: readonly Mark[];
  readonly readers: PageReaders | undefined;
}

/** What is carried from entry to entry while one log is read. */
export interface Reading {
  readonly log: StoredLog;
  readonly check: Check;
  readonly checkpoints: Checkpoints;
  readonly tiles: Tiles;
  readonly mark: Mark | undefined;
  readonly tree: GrowingTree;
  next: number;
  /** Epoch milliseconds. */
  at: number;
  bare: number;
  emptied: number;
  unfinished: number;
}

interface Taken {
  readonly page: JudgedPage;
  readonly position: number;
  /** What was said of the entry by itself. */
  readonly told?: JudgedPage['told'][number];
}

export function takeEntry(taken: Taken, reading: Reading): void {
  const { check, tree } = reading;
  const { page, position, told } = taken;
  const index = page.index[position] ?? 0;
  const flags = page.is[position] ?? 0;
  const say = (what: string): void => check.findings.add(placeIn(taken, reading), what);
  if (index !== reading.next) takeGap(index, reading);
  reading.next = index + 1;
  for (const what of told?.says ?? []) say(what);
  appendLeaf(tree, leafAt(page, position), reading.tiles.finished);
  compareMark(reading.mark, tree, check.findings);
  if ((flags & is.bare) !== 0) reading.bare += 1;
  else if ((flags & is.empty) !== 0) reading.emptied += 1;
  else if ((flags & is.erased) !== 0) reading.unfinished += 1;
  // A sequence whose person was erased ends where it was; half of it may be bare already.
  if ((flags & (is.entry | is.erased)) === is.entry) takeSequence(taken, { reading, say });
}

function takeGap(index: number, { log, check, next, checkpoints }: Reading): void {
  const what = index - 1 === next ? 'is missing' : `to ${index - 1} are missing`;
  check.findings.add(`log ${log.log} index ${next}`, what);
  checkpoints.giveUp();
}

/** By the row where it is there: its columns may say something else than its bytes. */
function placeIn({ page, position, told }: Taken, { log }: Reading): string {
  if (told !== undefined) return placeOf(log.log, told.row);
  const isPersonal = ((page.is[position] ?? 0) & is.personal) !== 0;
  const [index = 0, n = 0] = [page.index[position], page.n[position]];
  return placeOf(log.log, isPersonal ? { index, subject: subjectAt(page, position), n } : { index, subject: null, n });
}

interface Taking {
  readonly reading: Reading;
  readonly say: (what: string) => void;
}

function takeSequence({ page, position, told }: Taken, { reading, say }: Taking): void {
  const { check } = reading;
  const [at = 0, n = 0, flags = 0] = [page.at[position], page.n[position], page.is[position]];
  if (at < reading.at) say('says an earlier time than the entry before it');
  reading.at = at;
  if ((flags & is.personal) !== 0) {
    const prev = (flags & is.naming) === 0 ? {} : { prev: prevAt(page, position) };
    check.people.follow({ subject: subjectAt(page, position), n, ...prev }, leafAt(page, position), say);
  }
  if (told === undefined) return;
  const { row, kind = '' } = told;
  if (kind === 'log.key-changed') takeKey(row, { reading, say });
  takeBeginning(kind, row, { reading, say });
}

/** A later log begins by saying how it goes on, and says so nowhere else. */
function takeBeginning(kind: string, row: StoredEntry, { reading, say }: Taking): void {
  const { check } = reading;
  const isFirst = row.index === 0 && check.known.length > 0;
  if (kind !== 'log.continued') {
    if (isFirst) say('is not how a later log begins (log.continued)');
    return;
  }
  const fault = isFirst
    ? continuationFault(clearPayload(row), check.known.at(-1))
    : 'goes on from another log, and is not the first entry of a later one';
  if (fault !== undefined) say(fault);
  else check.lost.push(...lostTrees(clearPayload(row)));
}

function takeKey(row: StoredEntry, { reading, say }: Taking): void {
  const named = clearPayload(row)?.['vkey'];
  const vkey = typeof named === 'string' ? parseVkey(named) : undefined;
  if (vkey === undefined || isWrong(vkey) || vkey.name !== reading.log.origin) say('names no key of this log');
  else reading.checkpoints.name(vkey);
}

function clearPayload(row: StoredEntry): Readonly<Record<string, unknown>> | undefined {
  const text = row.payload === null || row.keyId !== null ? undefined : textOfUtf8(row.payload);
  const json = text === undefined ? undefined : parseStrictJson(text);
  return json === undefined || isWrong(json) || !isObject(json.value) ? undefined : json.value;
}
