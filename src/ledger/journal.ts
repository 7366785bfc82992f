/**
 * The erasure journal: who was erased, by pseudonym and marks, kept outside the database so that an older backup cannot bring them back.
 * Flow:    erasure → here → `<witness>/journal/<node>.ndjson`; start and restore read it.
 * Promise: a line is on the disk before the keys are destroyed; lines are chained by hash, so a missing one shows.
 * Source:  DESIGN section 6; RELIABILITY F36, F37.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../seal/hashes.ts';
import { SealedError } from '../seal/seal.ts';

export interface KeptWish {
  readonly code: string;
  /** Empty: every purpose. */
  readonly purpose: string;
}

export interface Intent {
  readonly subject: string;
  readonly at: number;
  readonly until: number;
  readonly request?: string;
  /** Keyed hashes of the identifiers, the pseudonym's included. */
  readonly marks: readonly string[];
  readonly suppressions: readonly KeptWish[];
}

interface Chained {
  readonly node: string;
  readonly number: number;
  readonly prevHash: string;
}
export type IntentLine = Chained & Intent;
type DoneLine = Chained & { readonly done: number; readonly at: number };

export interface Journal {
  readonly node: string;
  count(): number;
  intents(): readonly IntentLine[];
  isDone(intent: IntentLine): boolean;
  /** Synced when it returns; the same erasure again adds nothing. */
  intend(intent: Intent): void;
  done(subject: string, at: number): void;
}

const folderOf = (witnessDir: string): string => join(witnessDir, 'journal');

/** The nodes whose journals lie in this witness folder. */
export const journalsIn = (witnessDir: string): readonly string[] =>
  existsSync(folderOf(witnessDir))
    ? readdirSync(folderOf(witnessDir)).flatMap((name) => (name.endsWith('.ndjson') ? [name.slice(0, -'.ndjson'.length)] : []))
    : [];

export function openJournal(witnessDir: string, node: string): Journal {
  mkdirSync(folderOf(witnessDir), { recursive: true, mode: 0o700 });
  const file = join(folderOf(witnessDir), `${node}.ndjson`);
  if (!existsSync(file)) appendSynced(file, '');
  const lines = linesOf(file, node);
  const of = (subject: string) => lines.flatMap((line) => ('subject' in line && line.subject === subject ? [line] : []));
  const isDone = (intent: IntentLine) => lines.some((line) => 'done' in line && line.done === intent.number);
  let last = lastHash(file);
  const add = (line: object): void => {
    const chained = { node, number: lines.length + 1, prevHash: last, ...line } as IntentLine | DoneLine;
    const text = JSON.stringify(chained);
    appendSynced(file, `${text}\n`);
    last = hashOf(text);
    lines.push(chained);
  };
  return {
    node,
    count: () => lines.length,
    intents: () => lines.filter((line): line is IntentLine => 'subject' in line),
    isDone,
    intend(intent) {
      if (of(intent.subject).length === 0) add(intent);
    },
    done(subject, at) {
      for (const intent of of(subject)) if (!isDone(intent)) add({ done: intent.number, at });
    },
  };
}

const hashOf = (line: string): string => Buffer.from(sha256(line)).toString('base64');

/** The whole lines; what a crash left of an unfinished one is cut off, because nothing was done on its strength. */
function textsOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  return whole.split('\n').slice(0, -1);
}

const lastHash = (file: string): string => {
  const last = textsOf(file).at(-1);
  return last === undefined ? '' : hashOf(last);
};

function linesOf(file: string, node: string): (IntentLine | DoneLine)[] {
  let before = '';
  return textsOf(file).map((text, place) => {
    const line = parsed(text);
    if (line?.node !== node || line.number !== place + 1 || line.prevHash !== before)
      throw new SealedError('journal-damaged', 'A line of the erasure journal is missing or changed. Put the witness folder back.');
    before = hashOf(text);
    return line;
  });
}

function parsed(text: string): IntentLine | DoneLine | undefined {
  try {
    return JSON.parse(text) as IntentLine | DoneLine;
  } catch {
    return undefined;
  }
}

function appendSynced(file: string, text: string): void {
  const isNew = !existsSync(file);
  const handle = openSync(file, 'a', 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncFolder(join(file, '..'));
}

/** The name of a new file is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
