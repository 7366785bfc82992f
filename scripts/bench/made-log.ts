/**
 * A made ledger of any length in a SQLite file, in the form that the server keeps, for rows that only read.
 * Flow:    rows/verify-structure → here → a temporary data folder.
 * Promise: entries are as long as real ones (a use of data with subject, n and prev), one checkpoint for every 64.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { base64 } from '../verify/bytes.ts';
import { appendLeaf, growingTree, rootOf } from '../verify/growing-tree.ts';
import { leafHash, nodeHash } from '../verify/merkle.ts';
import { keyId, parseVkey, type Vkey } from '../verify/vkey.ts';
import { isWrong } from '../verify/wrong.ts';

const ORIGIN = 'bench.example/0';
const PEOPLE = 1_000;
const BATCH = 64;
const TABLES = `
  CREATE TABLE logs (log integer, origin text, vkey text);
  CREATE TABLE entries (log integer, "index" integer, leaf_hash blob, id text, kind text, "at" integer, subject text, n integer,
    entry blob, payload blob, salt blob, key_id text, PRIMARY KEY (log, "index")) WITHOUT ROWID;
  CREATE TABLE checkpoints (log integer, size integer, root blob, note text, PRIMARY KEY (log, size));
  CREATE TABLE tiles (log integer, level integer, "index" integer, hashes blob, root blob, PRIMARY KEY (log, level, "index"));
  CREATE TABLE covered (log integer, "from" integer, "to" integer, fact text, what text);`;

interface MadeLog {
  readonly folder: string;
  readonly vkey: Vkey;
  /** Every byte string that a verification hashes once: entries and nodes. */
  readonly hashed: readonly Uint8Array[];
}

export async function madeLog(size: number): Promise<MadeLog> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
  const { DatabaseSync: Database } = await import('node:sqlite');
  const database = new Database(join(folder, 'candor.db'));
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${TABLES} BEGIN`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const vkey = vkeyOf(publicKey);
  database.prepare('INSERT INTO logs VALUES (0, ?, ?)').run(ORIGIN, vkey.text);
  const hashed = fill(database, size, { id: vkey.id, privateKey });
  database.exec('COMMIT');
  database.close();
  return { folder, vkey, hashed };
}

interface Signing {
  readonly id: string;
  readonly privateKey: KeyObject;
}

function fill(database: DatabaseSync, size: number, signing: Signing): Uint8Array[] {
  const insert = database.prepare(
    `INSERT INTO entries VALUES (0, ?, ?, ?, 'use.allowed', ?, ?, ?, ?, ?, NULL, 'key_1')`,
  );
  const signed = database.prepare('INSERT INTO checkpoints VALUES (0, ?, ?, ?)');
  const tiles = tileWriter(database.prepare('INSERT INTO tiles VALUES (0, ?, ?, ?, ?)'));
  const tree = growingTree();
  const newest = new Map<string, { n: number; leaf: Uint8Array }>();
  const hashed: Uint8Array[] = [];
  const sealed = randomBytes(300);
  for (let index = 0; index < size; index += 1) {
    const subject = `sub_${String(index % PEOPLE).padStart(26, '0')}`;
    const before = newest.get(subject);
    const made = anEntry(index, subject, before);
    const leaf = leafHash(made.bytes);
    insert.run(index, leaf, made.id, made.at, subject, made.n, made.bytes, sealed);
    newest.set(subject, { n: made.n, leaf });
    appendLeaf(tree, leaf, (height, position, hash) => {
      tiles(height, position, hash);
      if (height > 0) hashed.push(randomBytes(65));
    });
    hashed.push(made.bytes);
    if (tree.size % BATCH === 0 || tree.size === size)
      signed.run(tree.size, rootOf(tree), noteOf(tree.size, rootOf(tree), signing));
  }
  return hashed;
}

function anEntry(index: number, subject: string, before: { n: number; leaf: Uint8Array } | undefined) {
  const id = `use_${String(index).padStart(26, '0')}`;
  const at = 1_767_225_600_000 + index;
  const n = (before?.n ?? 0) + 1;
  const members = {
    actor: { id: 'act_0123456789abcdefghjkmnpqrs', role: 'service' },
    at: new Date(at).toISOString(),
    commitment: createHash('sha256').update(id).digest('base64'),
    id,
    kind: 'use.allowed',
    n,
    origin: ORIGIN,
    ...(before === undefined ? {} : { prev: base64(before.leaf) }),
    subject,
    v: 1,
  };
  return { id, at, n, bytes: Buffer.from(JSON.stringify(members)) };
}

/** Collects 256 hashes of a level into a tile; its root is folded from them. */
function tileWriter(insert: StatementSync): (height: number, position: number, hash: Uint8Array) => void {
  const levels: Uint8Array[][] = [];
  return (height, position, hash) => {
    if (height % 8 !== 0) return;
    const level = height / 8;
    levels[level] ??= [];
    const hashes = levels[level];
    hashes.push(hash);
    if (hashes.length < 256) return;
    insert.run(level, (position + 1) / 256 - 1, Buffer.concat(hashes), fold(hashes));
    levels[level] = [];
  };
}

function fold(hashes: readonly Uint8Array[]): Uint8Array {
  const [first, second] = hashes;
  if (first === undefined || second === undefined) return first ?? new Uint8Array(32);
  return fold(
    Array.from({ length: hashes.length / 2 }, (_, at) =>
      nodeHash(hashes[2 * at] ?? first, hashes[2 * at + 1] ?? second),
    ),
  );
}

function vkeyOf(publicKey: KeyObject): Vkey {
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const vkey = parseVkey(`${ORIGIN}+${keyId(ORIGIN, 1, raw)}+${base64(Buffer.concat([Uint8Array.of(1), raw]))}`);
  if (isWrong(vkey)) throw new Error(vkey.wrong);
  return vkey;
}

function noteOf(size: number, root: Uint8Array, { id, privateKey }: Signing): string {
  const text = `${ORIGIN}\n${size}\n${base64(root)}\n`;
  return `${text}\n\u2014 ${ORIGIN} ${base64(Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), privateKey)]))}\n`;
}
