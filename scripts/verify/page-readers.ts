/**
 * Reads and judges pages of a SQLite ledger in threads of their own, because that is most of a whole-log check.
 * Flow:    verify-log → here (a thread: sqlite-rows → stored-log → judged-page) → verify-log, in the order of the log.
 * Promise: every thread sees the state that the check sees, or none is used; what a thread finds is what this one would
 *          find.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { buffersOf, type JudgedPage, type PageRules, pageJudge } from './judged-page.ts';
import { sqliteRows } from './sqlite-rows.ts';
import { type EntrySpan, entriesIn, momentOf, type Rows } from './stored-log.ts';

interface Task {
  readonly isPageReader: true;
  readonly file: string;
}

interface Asked {
  readonly span: EntrySpan;
  /** With the first page of a log. */
  readonly rules?: PageRules;
}

type Told = { readonly page: JudgedPage } | { readonly fault: { readonly message: string; readonly code?: unknown } };

export interface PageReaders {
  /** Pages of one log, in its order; each reader takes the next one that nobody has taken. */
  pages(spans: AsyncIterable<EntrySpan>, rules: PageRules): AsyncGenerator<JudgedPage>;
  close(): Promise<void>;
}

/** How many pages wait for each reader, so that it never waits itself. */
const AHEAD = 2;
/** While others write, two reads may begin on two states; most often the second try meets one. */
const TRIES = 5;

export async function openPageReaders(source: Rows, count: number): Promise<PageReaders | undefined> {
  const { beside } = source;
  if (beside === undefined || count < 1) return undefined;
  const moment = await momentOf(source);
  const readers: Reader[] = [];
  for (let tries = 0; readers.length < count && tries < count + TRIES; tries += 1) {
    const reader = await openReader(beside.file);
    if (reader.moment === moment) readers.push(reader);
    else await reader.close();
  }
  return readers.length === 0 ? undefined : takingTurns(readers);
}

function takingTurns(readers: readonly Reader[]): PageReaders {
  return {
    async *pages(spans, rules) {
      const waiting: Promise<JudgedPage>[] = [];
      let number = 0;
      for await (const span of spans) {
        const reader = readers[number % readers.length] as Reader;
        const first = number < readers.length;
        number += 1;
        waiting.push(reader.read(first ? { span, rules } : { span }));
        if (waiting.length >= readers.length * AHEAD) yield (await waiting.shift()) as JudgedPage;
      }
      for (const page of waiting) yield await page;
    },
    close: async () => void (await Promise.all(readers.map((reader) => reader.close()))),
  };
}

interface Reader {
  readonly moment: string;
  read(asked: Asked): Promise<JudgedPage>;
  close(): Promise<void>;
}

async function openReader(file: string): Promise<Reader> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { isPageReader: true, file } satisfies Task });
  const answers: { take(told: Told): void; fail(fault: Error): void }[] = [];
  const failAll = (fault: Error): void => {
    for (const answer of answers.splice(0)) answer.fail(fault);
  };
  const moment = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  worker.on('message', (told: Told) => answers.shift()?.take(told));
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('a thread of the check ended')));
  return {
    moment,
    read: (asked) => {
      const page = new Promise<JudgedPage>((resolve, reject) => {
        answers.push({
          take: (told) => ('page' in told ? resolve(told.page) : reject(faultOf(told.fault))),
          fail: reject,
        });
        worker.postMessage(asked);
      });
      // It is looked at in its turn; until then nobody is to take it for a fault that nobody handles.
      page.catch(() => undefined);
      return page;
    },
    close: async () => void (await worker.terminate()),
  };
}

/** A fault keeps its code on the way between threads, by which the report words it. */
const faultOf = ({ message, ...more }: { readonly message: string }): Error => Object.assign(new Error(message), more);

async function serve({ file }: Task): Promise<void> {
  const source = await sqliteRows(file);
  let judge = pageJudge({ origin: '', erased: [], expired: [] });
  const answer = async ({ span, rules }: Asked): Promise<void> => {
    if (rules !== undefined) judge = pageJudge(rules);
    try {
      const page = judge(await entriesIn(source, span));
      parentPort?.postMessage({ page } satisfies Told, buffersOf(page));
    } catch (fault) {
      const { message, ...more } = fault as Error & { readonly code?: unknown };
      parentPort?.postMessage({ fault: { message, ...more } } satisfies Told);
    }
  };
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (asked: Asked) => {
    last = last.then(() => answer(asked));
  });
  parentPort?.postMessage(await momentOf(source));
}

const isTask = (data: unknown): data is Task => typeof data === 'object' && data !== null && 'isPageReader' in data;

if (!isMainThread && isTask(workerData)) await serve(workerData);
