/**
 * Puts made ledgers into a SQLite file of the form that the server keeps, without its triggers, so that a test can
 * tamper.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { appendLeaf, growingTree } from '../../../scripts/verify/growing-tree.ts';
import { type MadeLedger, treeHash } from './a-ledger.ts';

const TABLES = `
CREATE TABLE logs (log integer, origin text, vkey text, state text, created_at integer);
CREATE TABLE entries (log integer, "index" integer, leaf_hash blob, id text, kind text, at integer, subject text, n integer, entry blob, payload blob, salt blob, key_id text, PRIMARY KEY (log, "index"));
CREATE TABLE checkpoints (log integer, size integer, root blob, note text, PRIMARY KEY (log, size));
CREATE TABLE tiles (log integer, level integer, "index" integer, hashes blob, root blob, PRIMARY KEY (log, level, "index"));
CREATE TABLE covered (log integer, "from" integer, "to" integer, fact text, what text);`;

export interface StoredLedger {
  readonly folder: string;
  readonly database: Database.Database;
}

export function storeLedgers(...ledgers: readonly MadeLedger[]): StoredLedger {
  const folder = mkdtempSync(join(tmpdir(), 'candor-verify-'));
  const database = new Database(join(folder, 'candor.db'));
  database.exec(TABLES);
  const prepared = new Map<string, Database.Statement>();
  const run = (statement: string, ...values: unknown[]): void => {
    if (!prepared.has(statement)) prepared.set(statement, database.prepare(statement));
    prepared.get(statement)?.run(...values);
  };
  database.exec('BEGIN');
  for (const ledger of ledgers) {
    run('INSERT INTO logs VALUES (?, ?, ?, ?, ?)', ledger.log, ledger.signer.name, ledger.signer.vkey.text, 'open', 0);
    for (const e of ledger.entries) {
      // Sealed content is bytes that nobody without the key can read; its salt is inside.
      const content = e.sealed ? [Buffer.from('sealed'), null, 'key_1'] : [e.payload, e.salt, null];
      run(
        'INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ledger.log,
        e.index,
        e.leafHash,
        e.id,
        e.kind,
        e.at,
        e.subject,
        e.n,
        e.entry,
        ...content,
      );
    }
    for (const { size, root, note } of ledger.checkpoints)
      run('INSERT INTO checkpoints VALUES (?, ?, ?, ?)', ledger.log, size, root, note);
    for (const tile of tilesOf(ledger))
      run('INSERT INTO tiles VALUES (?, ?, ?, ?, ?)', ledger.log, tile.level, tile.index, tile.hashes, tile.root);
    for (const cover of coversOf(ledger)) run('INSERT INTO covered VALUES (?, ?, ?, ?, ?)', ...cover);
  }
  database.exec('COMMIT');
  return { folder, database };
}

function tilesOf(ledger: MadeLedger) {
  const levels: Buffer[][] = [];
  const tree = growingTree();
  for (const { leafHash } of ledger.entries) {
    appendLeaf(tree, leafHash, (height, _position, hash) => {
      if (height % 8 !== 0) return;
      levels[height / 8] ??= [];
      levels[height / 8]?.push(Buffer.from(hash));
    });
  }
  return levels.flatMap((hashes, level) =>
    Array.from({ length: Math.floor(hashes.length / 256) }, (_, index) => {
      const own = hashes.slice(index * 256, (index + 1) * 256);
      return { level, index, hashes: Buffer.concat(own), root: treeHash(own) };
    }),
  );
}

function coversOf(ledger: MadeLedger): unknown[][] {
  return ledger.entries
    .filter(({ kind }) => kind === 'person.erased' || kind === 'payload.expired')
    .flatMap((fact) => {
      const { covers } = JSON.parse(fact.payload.toString()) as { covers: { log: number; from: number; to: number }[] };
      return covers.map(({ log, from, to }) => [
        log,
        from,
        to,
        fact.id,
        fact.kind === 'person.erased' ? 'entry' : 'payload',
      ]);
    });
}
