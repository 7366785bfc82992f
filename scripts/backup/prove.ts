/**
 * `npm run backup -- --prove`: a real restore of a backup into a scratch place, and the verifier over what came of it.
 * Flow:    backup → kept (opened) → restore → verify/ → doctor/contents → report.
 * Promise: reads the place, the key and the witness folder, and writes to the scratch place alone, which is gone after.
 *          It takes the steps of the command for restoring and no others, so that what is proven is what will be done.
 * Source:  docs/operating.md.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config.ts';
import { makeFolder } from '../../src/folder.ts';
import { newId } from '../../src/seal/seal.ts';
import { runStatement } from '../../src/store/copied.ts';
import { lookAtContents } from '../doctor/contents.ts';
import { restore } from '../restore.ts';
import { readMarks } from '../verify/mark.ts';
import { postgresRows } from '../verify/postgres-rows.ts';
import { sqliteRows } from '../verify/sqlite-rows.ts';
import { trusted } from '../verify/trust.ts';
import { verifyLog } from '../verify/verify-log.ts';
import { isWrong } from '../verify/wrong.ts';
import { findKept } from './kept.ts';

export interface ProvenBackup {
  readonly backup: string;
  /** Entries in it. */
  readonly size: number;
  /** Entries that the newest mark knows beyond it: what would be lost now. */
  readonly behind: number;
  /** People who were erased after it, and again here. */
  readonly erasedAgain: number;
  readonly seconds: { readonly restored: number; readonly verified: number };
  readonly findings: readonly string[];
}

interface Scratch {
  readonly scratch: string | undefined;
  readonly database: string | undefined;
}

export async function prove(config: Config, words: string, { scratch, database }: Scratch): Promise<ProvenBackup> {
  const { name } = await findKept(config, words);
  if (scratch !== undefined) makeFolder(scratch);
  const folder = mkdtempSync(join(scratch ?? tmpdir(), 'candor-prove-'));
  const beside = config.databaseUrl === undefined ? undefined : await aDatabaseFor(config.databaseUrl, database);
  try {
    const within = configWithin(config, folder, beside?.url);
    cpSync(config.witnessDir, within.witnessDir, { recursive: true });
    return await proven(within, words, name);
  } finally {
    await beside?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function proven(config: Config, words: string, name: string): Promise<ProvenBackup> {
  const begun = performance.now();
  const since = (from: number): number => Math.round((performance.now() - from) / 100) / 10;
  const { size, lost, erasedAgain } = await restore(config, words, { acknowledge: true });
  const restored = since(begun);
  const restoredAt = performance.now();
  const findings = await findingsIn(config);
  const seconds = { restored, verified: since(restoredAt) };
  return { backup: name, size, behind: lost, erasedAgain, seconds, findings };
}

/** The ledger up to what the newest mark knows, the log that goes on from it, and every content under its key. */
async function findingsIn(config: Config): Promise<readonly string[]> {
  const { dataDir, witnessDir, databaseUrl } = config;
  const trust = trusted({ vkeys: [], dataFolder: dataDir });
  const marks = readMarks(witnessDir);
  if (isWrong(trust)) return [trust.wrong];
  if (isWrong(marks)) return [marks.wrong];
  const source =
    databaseUrl === undefined ? await sqliteRows(join(dataDir, 'candor.db')) : await postgresRows(databaseUrl);
  try {
    const { findings } = await verifyLog(source, trust, marks);
    const contents = (await lookAtContents(config, source)).filter(({ state }) => state !== 'good');
    return [...findings.map(({ place, what }) => `${place}: ${what}`), ...contents.map(({ words }) => words)];
  } finally {
    await source.close();
  }
}

/** Everything at its place in the scratch folder but the master key, which is read where it is. */
const configWithin = (config: Config, folder: string, databaseUrl: string | undefined): Config => ({
  ...config,
  dataDir: join(folder, 'data'),
  witnessDir: join(folder, 'witness'),
  databaseUrl,
  keystoreUrl:
    config.keystoreUrl?.startsWith('file:') === true ? `file://${join(folder, 'data', 'keys.db')}` : undefined,
});

interface Beside {
  readonly url: string;
  drop(): Promise<void>;
}

async function aDatabaseFor(url: string, given: string | undefined): Promise<Beside> {
  if (given !== undefined) return { url: given, drop: async () => undefined };
  const name = newId('candor_prove').toLowerCase();
  const run = (statement: string): Promise<void> => runStatement(url, statement);
  await run(`create database ${name}`).catch((fault: Error) => {
    throw new Error(
      `No scratch database could be made (${fault.message}). Make an empty one and name it with --scratch-database.`,
    );
  });
  const place = new URL(url);
  place.pathname = `/${name}`;
  return { url: place.href, drop: () => run(`drop database ${name} with (force)`) };
}

export function wordsOfProof({ backup, size, behind, erasedAgain, seconds, findings }: ProvenBackup): string {
  const took = `${seconds.restored} s to restore and ${seconds.verified} s to verify`;
  if (findings.length > 0) return [`NOT good: ${backup}, after ${took}`, ...findings.slice(0, MOST_LINES)].join('\n');
  return [
    `good: ${backup} restores, its ledger verifies to its ${size} entries, and every content opens; it took ${took}.`,
    behind === 0
      ? 'The newest mark knows no entry beyond it.'
      : `The newest mark knows ${behind} entries beyond it, which were recorded since.`,
    `People erased since, and again here: ${erasedAgain}.`,
  ].join('\n');
}
const MOST_LINES = 40;
