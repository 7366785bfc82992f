/**
 * The erasure journal: who was erased, by pseudonym and marks, kept outside the database so that an older backup cannot
 * bring them back.
 * Flow:    erasure → here → `<witness>/journal/<node>.ndjson`; start and restore read it.
 * Promise: a line is on the disk before the keys are destroyed; lines are chained by hash, so a missing one shows. A
 *          line whose time is over is emptied, and its place stays.
 * Source:  docs/design.md 6; docs/promises.md F36, F37.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Hold } from '../evaluation/holds.ts';
import type { Keep } from '../evaluation/keeps.ts';
import { sha256 } from '../seal/hashes.ts';
import { SealedError } from '../seal/seal.ts';
import { syncPath } from '../seal/sync-path.ts';
import { asUnavailable } from '../store/faults.ts';
import { type HeldFile, holdFile } from '../store/held-file.ts';
import { Unavailable } from '../store/store.ts';

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
  /** Purposes that a legal ground goes on to need. */
  readonly keep?: readonly Keep[];
  /** Legal holds that stood; what they hold stays until they end. */
  readonly holds?: readonly HoldLine[];
}

/** A hold as the journal knows it: codes and ids, no reason. */
export interface HoldLine extends Hold {
  readonly id: string;
}

interface Chained {
  readonly node: string;
  readonly number: number;
  readonly prevHash: string;
}
export type IntentLine = Chained & Intent;
type DoneLine = Chained & { readonly done: number; readonly at: number };
/** A hold that outlived an erasure has ended, so that no older backup brings back what it held. */
type EndLine = Chained & { readonly ended: string; readonly at: number };
/** The place of a line whose time is over, with the hash that it had. */
type FallenLine = Chained & { readonly fallen: string };
type Line = IntentLine | DoneLine | EndLine | FallenLine;

export interface Journal {
  readonly node: string;
  count(): number;
  intents(): readonly IntentLine[];
  isDone(intent: IntentLine): boolean;
  /** Synced when it returns; the same erasure again adds nothing. */
  intend(intent: Intent): void;
  done(subject: string, at: number): void;
  /** Synced when it returns. */
  end(hold: string, at: number): void;
  endedHolds(): ReadonlySet<string>;
  /** Empties the lines whose marks and backups are over; their places stay, so the count does, too. Says how many. */
  fall(now: number, backupLifeMs: number): number;
  hasFallen(): boolean;
  /** The file that lines are added to. */
  readonly file: HeldFile;
}

const folderOf = (witnessDir: string): string => join(witnessDir, 'journal');

/** The nodes whose journals lie in this witness folder. */
export const journalsIn = (witnessDir: string): readonly string[] =>
  existsSync(folderOf(witnessDir))
    ? readdirSync(folderOf(witnessDir)).flatMap((name) =>
        name.endsWith('.ndjson') ? [name.slice(0, -'.ndjson'.length)] : [],
      )
    : [];

export function openJournal(witnessDir: string, node: string): Journal {
  mkdirSync(folderOf(witnessDir), { recursive: true, mode: 0o700 });
  const file = join(folderOf(witnessDir), `${node}.ndjson`);
  if (!existsSync(file)) appendSynced(file, '');
  const lines = linesOf(file, node);
  const of = (subject: string) =>
    lines.flatMap((line) => ('subject' in line && line.subject === subject ? [line] : []));
  const isDone = (intent: IntentLine) => lines.some((line) => 'done' in line && line.done === intent.number);
  let last = lastHash(file);
  const held = holdFile(file, 'erasure journal');
  const append = appender(file, held);
  const add = (line: object): void => {
    const chained = { node, number: lines.length + 1, prevHash: last, ...line } as Line;
    const text = JSON.stringify(chained);
    append(`${text}\n`);
    last = hashOf(text);
    lines.push(chained);
  };
  return {
    node,
    file: held,
    count: () => lines.length,
    intents: () => lines.filter((line): line is IntentLine => 'subject' in line),
    isDone,
    intend(intent) {
      if (of(intent.subject).length === 0) add(intent);
    },
    done(subject, at) {
      for (const intent of of(subject)) if (!isDone(intent)) add({ done: intent.number, at });
    },
    end(hold, at) {
      if (!lines.some((line) => 'ended' in line && line.ended === hold)) add({ ended: hold, at });
    },
    endedHolds: () => new Set(lines.flatMap((line) => ('ended' in line ? [line.ended] : []))),
    hasFallen: () => lines.some((line) => 'fallen' in line),
    fall(now, backupLifeMs) {
      const over = expiredLines(lines, isDone, { now, backupLifeMs });
      if (over.size === 0) return 0;
      const kept = textsOf(file).map((text, place) => fallenText(lines[place], text, over));
      replaceSynced(file, `${kept.join('\n')}\n`);
      held.renew();
      lines.splice(0, lines.length, ...linesOf(file, node));
      return over.size;
    },
  };
}

interface Then {
  readonly now: number;
  readonly backupLifeMs: number;
}

/** Numbers of the lines that no restore needs any more: no mark stands, and no backup is as old. */
function expiredLines(
  lines: readonly Line[],
  isDone: (intent: IntentLine) => boolean,
  { now, backupLifeMs }: Then,
): ReadonlySet<number> {
  const over = new Set(
    lines.flatMap((line) => {
      const isOver =
        'subject' in line
          ? isDone(line) && now >= Math.max(line.until, line.at + backupLifeMs)
          : 'ended' in line && now >= line.at + backupLifeMs;
      return isOver ? [line.number] : [];
    }),
  );
  for (const line of lines) if ('done' in line && over.has(line.done)) over.add(line.number);
  return over;
}

function fallenText(line: Line | undefined, text: string, over: ReadonlySet<number>): string {
  if (line === undefined || !over.has(line.number)) return text;
  const { node, number, prevHash } = line;
  return JSON.stringify({ node, number, prevHash, fallen: hashOf(text) });
}

const hashOf = (line: string): string => Buffer.from(sha256(line)).toString('base64');

/** An emptied line passes on the hash that it had, so the chain stays whole. */
const passedOn = (text: string): string => {
  const line = parsed(text);
  return line !== undefined && 'fallen' in line ? line.fallen : hashOf(text);
};

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
  return last === undefined ? '' : passedOn(last);
};

function linesOf(file: string, node: string): Line[] {
  let before = '';
  return textsOf(file).map((text, place) => {
    const line = parsed(text);
    if (line?.node !== node || line.number !== place + 1 || line.prevHash !== before)
      throw new SealedError(
        'journal-damaged',
        'A line of the erasure journal is missing or changed. Put the witness folder back.',
      );
    before = passedOn(text);
    return line;
  });
}

function parsed(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
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
  if (isNew) syncPath(join(file, '..'));
}

/** Adds whole lines, or nothing; none to a file that is not the one whose lines were read. */
function appender(file: string, held: HeldFile): (text: string) => void {
  /** Part of a line that could not be written whole still stands there; the next start cuts it off. */
  let isTorn = false;
  return (text) => {
    if (isTorn || !held.isInPlace()) throw new Unavailable('place-changed');
    const { size } = statSync(file);
    try {
      appendSynced(file, text);
    } catch (fault) {
      isTorn = !isCutBack(file, size);
      throw asUnavailable(fault);
    }
  };
}

/** Nothing was done on the strength of a line that could not be synced, so it goes again. */
function isCutBack(file: string, size: number): boolean {
  try {
    truncateSync(file, size);
    return true;
  } catch {
    return false;
  }
}

function replaceSynced(file: string, text: string): void {
  rmSync(`${file}.new`, { force: true });
  appendSynced(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  syncPath(join(file, '..'));
}
