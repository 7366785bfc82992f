/**
 * Judges a whole stored ledger: every entry, the tree at every checkpoint, tiles, sequences, erasures, and the mark.
 * Flow:    stored-log, trust → here → report.
 * Promise: reads once, in key order, in memory that grows with the number of people and not of entries. Structure only:
 *          sealed contents stay closed.
 * Source:  docs/design.md 4 to 6; docs/promises.md F7 to F12, I9, I10.
 */
import { textOfUtf8 } from './bytes.ts';
import { continuationFault, type KnownLog, type KnownTree, lostTrees } from './continuation.ts';
import type { Range } from './covers.ts';
import { appendLeaf, growingTree, rootOf } from './growing-tree.ts';
import { compareMark, finishMark, type Mark } from './mark.ts';
import { type Sequences, sequences } from './sequences.ts';
import { type Checkpoints, checkpointsFor } from './stored-checkpoints.ts';
import { type Coverage, coverageOf } from './stored-covers.ts';
import { type Judged, judgeStored, placeOf, sayAt } from './stored-entry.ts';
import { entryPages, type Rows, type StoredEntry, type StoredLog, storedLogs } from './stored-log.ts';
import { type Tiles, tilesOf } from './stored-tiles.ts';
import { isObject, parseStrictJson } from './strict-json.ts';
import { type Sweep, sweepOver } from './sweep.ts';
import type { Trust } from './trust.ts';
import { parseVkey } from './vkey.ts';
import { type Finding, type Findings, isWrong, findings as noFindings } from './wrong.ts';

interface LogSummary {
  readonly log: number;
  readonly origin: string;
  readonly size: number;
  /** Erased entries, of which only the leaf hash is left. */
  readonly bare: number;
  /** Entries whose content was removed when its time was over. */
  readonly emptied: number;
  readonly checkpoints: number;
  readonly tiles: number;
  readonly people: number;
}

export interface LogVerdict {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly logs: readonly LogSummary[];
  readonly mark: string;
}

interface Check {
  readonly source: Rows;
  readonly trust: Trust;
  readonly findings: Findings;
  readonly notes: string[];
  readonly coverage: Coverage;
  readonly people: Sequences;
  readonly known: KnownLog[];
  readonly lost: KnownTree[];
  readonly marks: readonly Mark[];
}

export async function verifyLog(source: Rows, trust: Trust, marks: readonly Mark[] = []): Promise<LogVerdict> {
  const findings = noFindings();
  const notes: string[] = [];
  const check: Check = {
    source,
    trust,
    findings,
    notes,
    coverage: await coverageOf(source, findings),
    people: sequences(),
    known: [],
    lost: [],
    marks,
  };
  const stored = await storedLogs(source);
  if (stored.length === 0) findings.add('logs', 'there is no log');
  const logs: LogSummary[] = [];
  for (const log of stored) logs.push(await verifyOneLog(log, check));
  for (const mark of marks) finishMark(mark, { logs: check.known, lost: check.lost, findings, notes });
  return {
    findings: findings.list,
    notes,
    logs,
    mark: marks.length === 0 ? 'not compared: there is no witness folder' : 'agrees',
  };
}

/** What is carried from entry to entry while one log is read. */
interface Reading {
  readonly log: StoredLog;
  readonly check: Check;
  readonly checkpoints: Checkpoints;
  readonly tiles: Tiles;
  readonly inErased: Sweep;
  readonly inExpired: Sweep;
  readonly mark: Mark | undefined;
  readonly tree: ReturnType<typeof growingTree>;
  next: number;
  at: string;
  bare: number;
  emptied: number;
  unfinished: number;
}

async function verifyOneLog(log: StoredLog, check: Check): Promise<LogSummary> {
  const { source, trust, findings, coverage } = check;
  if (!log.origin.endsWith(`/${log.log}`))
    findings.add(`log ${log.log} origin`, `"${log.origin}" is not the origin of log ${log.log}`);
  const reading: Reading = {
    log,
    check,
    checkpoints: await checkpointsFor(source, log, { trust, findings }),
    tiles: tilesOf(source, log.log, findings),
    inErased: sweepOver(inLog(coverage.erased, log.log)),
    inExpired: sweepOver(inLog(coverage.expired, log.log)),
    mark: check.marks.find((mark) => mark.log === log.log),
    tree: growingTree(),
    next: 0,
    at: '',
    bare: 0,
    emptied: 0,
    unfinished: 0,
  };
  const peopleBefore = check.people.people;
  for await (const page of entryPages(source, log.log)) {
    for (const row of page) {
      takeEntry(row, reading);
      while (isDue(reading)) await reading.checkpoints.compare(reading.tree);
    }
    await reading.tiles.compare();
  }
  await reading.checkpoints.finish(reading.tree);
  await reading.tiles.compareCount();
  if (reading.unfinished > 0)
    check.notes.push(
      `log ${log.log}: ${reading.unfinished} erased entries still have content; the erasure was interrupted and goes on at the next start`,
    );
  check.known.push({ log: log.log, origin: log.origin, size: reading.tree.size, root: rootOf(reading.tree) });
  return {
    log: log.log,
    origin: log.origin,
    size: reading.tree.size,
    bare: reading.bare,
    emptied: reading.emptied,
    checkpoints: reading.checkpoints.count,
    tiles: reading.tiles.count,
    people: check.people.people - peopleBefore,
  };
}

const inLog = (ranges: readonly Range[], log: number): readonly Range[] => ranges.filter((range) => range.log === log);

/** Is there a checkpoint of the size that the tree has now, or of a smaller one that was jumped over? */
function isDue({ checkpoints, tree }: Reading): boolean {
  return checkpoints.nextSize !== undefined && checkpoints.nextSize <= tree.size;
}

function takeEntry(row: StoredEntry, reading: Reading): void {
  const { log, check, tree } = reading;
  const say = sayAt(check.findings, placeOf(log.log, row));
  if (row.index !== reading.next) {
    check.findings.add(
      `log ${log.log} index ${reading.next}`,
      row.index - 1 === reading.next ? 'is missing' : `to ${row.index - 1} are missing`,
    );
    reading.checkpoints.giveUp();
  }
  reading.next = row.index + 1;
  const erased = reading.inErased(row.index);
  const expired = reading.inExpired(row.index);
  const judged = judgeStored(row, { origin: log.origin, mayBeBare: erased, mayBeEmpty: erased || expired }, say);
  appendLeaf(tree, judged.leaf, reading.tiles.finished);
  compareMark(reading.mark, tree, check.findings);
  if (row.entry === null) reading.bare += 1;
  else if (row.empty) reading.emptied += 1;
  else if (erased) reading.unfinished += 1;
  // A sequence whose person was erased ends where it was; half of it may be bare already.
  if (judged.entry !== undefined && !erased) takeSequence(judged, row, { reading, say });
}

interface Taking {
  readonly reading: Reading;
  readonly say: (what: string) => void;
}

function takeSequence({ entry, leaf }: Judged, row: StoredEntry, { reading, say }: Taking): void {
  if (entry === undefined) return;
  const { check } = reading;
  if (entry.at < reading.at) say('says an earlier time than the entry before it');
  reading.at = entry.at;
  check.people.follow(entry, leaf, say);
  if (entry.kind === 'log.key-changed') takeKey(row, { reading, say });
  takeBeginning(entry.kind, row, { reading, say });
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
