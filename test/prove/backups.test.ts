/**
 * Backups of a running service, by itself and by hand, while uses run: each is whole and proven, none holds up a
 * use, and the keys and the ledger of one belong together.
 * Source: docs/operating.md, Backups; decision 0118.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { LAST_FILE } from '../../src/vocabulary/kept-backup.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { callableAt } from '../given/prove/callable.ts';
import { build, type Environment, spawnService } from '../given/prove/spawned.ts';
import { declareForUses, expectHonest, loadWithUses } from '../given/store/keyed-load.ts';

const CALLERS = 4;
const folders: string[] = [];
beforeAll(build, 180_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly said: string;
  readonly ms: number;
}

async function run(environment: Environment, ...words: readonly string[]): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (bytes) => {
      said += String(bytes);
    });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said, ms: performance.now() - begun };
}

const wholeIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => readdirSync(join(folder, name)).includes(LAST_FILE));
const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
const p99 = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length * 0.99)] ?? 0;

describe.each([
  ['SQLite', false],
  ['PostgreSQL', true],
] as const)('over %s', (engine, isPostgres) => {
  it.skipIf(isPostgres && !hasPostgres)(
    'a backup is made by itself and by hand while uses run, and each is proven',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'candor-backups-'));
      folders.push(folder);
      const database = isPostgres ? await aDatabase() : undefined;
      const to = join(folder, 'backups');
      const environment: Environment = {
        CANDOR_DATA_DIR: join(folder, 'data'),
        CANDOR_WITNESS_DIR: join(folder, 'witness'),
        CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
        CANDOR_BACKUP_TO: to,
        ...(database === undefined ? {} : { DATABASE_URL: database.url }),
      };
      const service = await spawnService(environment);
      const speaking = await callableAt(service.url, environment);
      await declareForUses(speaking);
      const before = loadWithUses(speaking, CALLERS);
      await pause(3000);
      const quiet = await before.end();
      const load = loadWithUses(speaking, CALLERS);
      await expect
        .poll(() => readdirSync(folder).includes('backups') && wholeIn(to).length, { timeout: 200_000, interval: 200 })
        .toBe(1);
      const made = await run(environment, 'backup');
      expect(made).toMatchObject({ code: 0 });
      const due = await run(environment, 'backup', '--if-due');
      expect(due.said).toContain('none is due');
      const sent = await load.end();
      expectHonest(sent);
      expect(sent.every(({ told }) => told.status === 201)).toBe(true);
      const names = wholeIn(to);
      expect(names).toHaveLength(2);
      for (const name of names) {
        const proof = await run(environment, 'backup', '--prove', join(to, name), '--json', '--scratch', folder);
        expect(proof.code, proof.said).toBe(0);
        const { size, behind, seconds } = JSON.parse(proof.said);
        process.stdout.write(
          `${engine}: ${size} entries, ${behind} since, ${bytesIn(join(to, name))} bytes; restored in ${seconds.restored} s, verified in ${seconds.verified} s\n`,
        );
      }
      const [calm, busy] = [quiet, sent].map((all) => all.map(({ took }) => took).sort((a, b) => a - b));
      process.stdout.write(
        `${engine}: a backup by hand took ${(made.ms / 1000).toFixed(1)} s; p99 of uses ${p99(calm ?? []).toFixed(1)} ms without and ${p99(busy ?? []).toFixed(1)} ms with backups\n`,
      );
      await service.stop();
      await database?.drop();
    },
    240_000,
  );
});
