/**
 * Judges a whole stored ledger: every entry, the tree at every checkpoint, tiles, sequences, erasures, and the mark.
 * Flow:    stored-log, trust → here → report.
 * Promise: reads once, in key order, in memory that grows with the number of people and not of entries. Structure only:
 *          sealed contents stay closed.
 * Source:  docs/design.md 4 to 6; docs/promises.md F7 to F12, I9, I10.
 */
import { availableParallelism } from 'node:os';
import type { Range } from './covers.ts';
import { growingTree, rootOf } from './growing-tree.ts';
import { type JudgedPage, type PageRules, pageJudge } from './judged-page.ts';
import { finishMark, type Mark } from './mark.ts';
import { openPageReaders } from './page-readers.ts';
import { sequences } from './sequences.ts';
import { checkpointsFor } from './stored-checkpoints.ts';
import { coverageOf } from './stored-covers.ts';
import { type EntrySpan, entriesIn, entrySpans, type Rows, type StoredLog, storedLogs } from './stored-log.ts';
import { tilesOf } from './stored-tiles.ts';
import { type Check, type Reading, takeEntry } from './take-entry.ts';
import type { Trust } from './trust.ts';
import { type Finding, findings as noFindings } from './wrong.ts';

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

export async function verifyLog(source: Rows, trust: Trust, marks: readonly Mark[] = []): Promise<LogVerdict> {
  const readers = await openPageReaders(source, source.beside?.readers ?? (await readersWorth(source)));
  try {
    return await verified({ source, trust, marks, readers });
  } finally {
    await readers?.close();
  }
}

/** From here on threads are worth their beginning. */
const LONG = 20_000;

async function readersWorth({ rows }: Rows): Promise<number> {
  const [row] = await rows('SELECT max(size) AS size FROM checkpoints');
  return Number(row?.['size'] ?? 0) < LONG ? 0 : Math.min(MOST_READERS, availableParallelism());
}
const MOST_READERS = 8;

type Given = Pick<Check, 'source' | 'trust' | 'marks' | 'readers'>;

async function verified({ source, trust, marks, readers }: Given): Promise<LogVerdict> {
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
    readers,
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

async function verifyOneLog(log: StoredLog, check: Check): Promise<LogSummary> {
  const { source, trust, findings } = check;
  if (!log.origin.endsWith(`/${log.log}`))
    findings.add(`log ${log.log} origin`, `"${log.origin}" is not the origin of log ${log.log}`);
  const reading: Reading = {
    log,
    check,
    checkpoints: await checkpointsFor(source, log, { trust, findings }),
    tiles: tilesOf(source, log.log, findings),
    mark: check.marks.find((mark) => mark.log === log.log),
    tree: growingTree(),
    next: 0,
    at: Number.NEGATIVE_INFINITY,
    bare: 0,
    emptied: 0,
    unfinished: 0,
  };
  const peopleBefore = check.people.people;
  await readPages(reading);
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

async function readPages(reading: Reading): Promise<void> {
  const { log, check } = reading;
  const { coverage, source, readers } = check;
  const rules = {
    origin: log.origin,
    erased: inLog(coverage.erased, log.log),
    expired: inLog(coverage.expired, log.log),
  };
  const spans = entrySpans(source, log.log);
  for await (const page of readers?.pages(spans, rules) ?? pagesHere(source, { spans, rules })) {
    const told = page.told.values();
    let next = told.next().value;
    for (let position = 0; position < page.count; position += 1) {
      const isTold = next?.position === position;
      takeEntry({ page, position, ...(isTold && next !== undefined ? { told: next } : {}) }, reading);
      if (isTold) next = told.next().value;
      while (isDue(reading)) await reading.checkpoints.compare(reading.tree);
    }
    await reading.tiles.compare();
  }
}

/** Read and judged in this thread. */
interface PagesOf {
  readonly spans: AsyncIterable<EntrySpan>;
  readonly rules: PageRules;
}

async function* pagesHere(source: Rows, { spans, rules }: PagesOf): AsyncGenerator<JudgedPage> {
  const judge = pageJudge(rules);
  for await (const span of spans) yield judge(await entriesIn(source, span));
}

const inLog = (ranges: readonly Range[], log: number): readonly Range[] => ranges.filter((range) => range.log === log);

/** Is there a checkpoint of the size that the tree has now, or of a smaller one that was jumped over? */
function isDue({ checkpoints, tree }: Reading): boolean {
  return checkpoints.nextSize !== undefined && checkpoints.nextSize <= tree.size;
}
