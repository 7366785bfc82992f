/**
 * An installation as the first release left it, laid out anew for each test.
 * Flow:    the packed files beside here → a folder, and a database for PostgreSQL → test/scripts/first-release.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { root } from '../../../src/root.ts';
import { aDatabase } from '../postgres.ts';
import type { Engine } from '../service.ts';

export interface Said {
  /** Files of evidence by name. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly certificate: string;
  readonly decision: string;
  /** What customer 42 read. */
  readonly answer: {
    readonly numbers: Readonly<Record<'uses' | 'decisions' | 'systems', number>>;
    readonly automatedDecisions: readonly { readonly id: string }[];
  };
}

export interface Left {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly said: Said;
  drop(): Promise<void>;
}

export async function leftByFirstRelease(engine: Engine): Promise<Left> {
  const packed = readFileSync(join(root, 'test/given/first-release', `${engine}.json.gz`));
  const files = JSON.parse(gunzipSync(packed).toString()) as Readonly<Record<string, string>>;
  const folder = mkdtempSync(join(tmpdir(), 'candor-first-'));
  for (const [name, base64] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, name), Buffer.from(base64, 'base64'), { mode: 0o600 });
  }
  const database = engine === 'postgresql' ? await aDatabase() : undefined;
  if (database !== undefined) await say(database.url, readFileSync(join(folder, 'database.sql'), 'utf8'));
  return {
    folder,
    variables: {
      CANDOR_DATA_DIR: join(folder, 'data'),
      CANDOR_WITNESS_DIR: join(folder, 'witness'),
      CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
      CANDOR_ORIGIN: 'first-release.example',
      LOG_LEVEL: 'silent',
      PORT: '0',
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
    },
    said: JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8')) as Said,
    async drop() {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lines that only psql understands say nothing about the tables. */
async function say(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statements.replace(/^\\.*$/gm, '')).finally(() => client.end());
}
