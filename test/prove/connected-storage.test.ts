/**
 * The process is killed while a person's files are deleted from a real S3-compatible storage: all of them go, none of
 * anybody else, and the certificate counts what all runs together deleted.
 * Source: docs/connected-systems.md; decision 0140; decision 0104.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { customerOf, type Working, working } from '../given/prove/connected.ts';
import { build, type Environment } from '../given/prove/spawned.ts';
import { markOf } from '../given/shop/shop.ts';
import { hasStorage, type Swift, startSwift } from '../given/storage/swift.ts';
import { stallingProxy } from '../given/store/stalling-proxy.ts';

const BUCKET = 'customer-files';
const FILES = 40;
const LEASE_MS = 300_000;

beforeAll(build);

describe.skipIf(!hasStorage)('a service that is killed while it deletes files', () => {
  let storage: Swift;
  let folder: string;
  let wire: Awaited<ReturnType<typeof stallingProxy>>;
  beforeAll(async () => {
    storage = await startSwift();
    await storage.ask('PUT', BUCKET);
    wire = await stallingProxy(storage.url.replace('http:', 'postgres:'));
    folder = await mkdtemp(join(tmpdir(), 'candor-storage-kill-'));
    const endpoint = `http://${new URL(wire.url).host}`;
    const place = { endpoint, region: storage.region, bucket: BUCKET, prefix: 'customers/{customer}/' };
    const systems = [{ key: 'files', name: 'Files', kind: 's3', ...place, read: 'files', erase: 'files' }];
    await writeFile(join(folder, 'systems.yaml'), JSON.stringify({ systems }));
    await writeFile(join(folder, 'files'), storage.credential);
  });
  afterAll(async () => {
    await wire?.close();
    await storage?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const prefixOf = (person: number): string => `customers/K-${markOf(person)}/`;
  const left = async (person: number): Promise<number> => {
    const all: string[] = [];
    for (let token = ''; ; ) {
      const more = token === '' ? '' : `&continuation-token=${encodeURIComponent(token)}`;
      const page = await storage.ask('GET', `${BUCKET}?list-type=2&prefix=${prefixOf(person)}${more}`);
      all.push(...(page.match(/<Key>/g) ?? []));
      token = /<NextContinuationToken>([^<]+)</.exec(page)?.[1] ?? '';
      if (token === '') return all.length;
    }
  };
  const filled = async (person: number) => {
    for (let at = 0; at < FILES; at += 1)
      await storage.ask('PUT', `${BUCKET}/${prefixOf(person)}${at}.txt`, { body: `${markOf(person)} ${at}` });
  };
  const environment = (data: string, more: Environment = {}): Environment => ({
    CANDOR_DATA_DIR: join(folder, data),
    CANDOR_DATA_MAPS: folder,
    CANDOR_SYSTEM_SECRETS: folder,
    CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8',
    ...more,
  });

  const isErasedOverAKill = async (env: Environment, [person, other]: readonly [number, number], waitsMs: number) => {
    let now: Working = await working({ environment: env });
    for (const each of [person, other]) {
      await now.knows(each);
      await filled(each);
    }
    const id = await now.files('erasure', person);
    const reached = wire.stopsAt(`DELETE /${BUCKET}/${prefixOf(person)}20.txt`, 'unsent');
    await now.fulfil(id);
    await reached;
    await now.kill();
    wire.cut();
    const then = await left(person);
    expect(then).toBeGreaterThan(0);
    expect(then).toBeLessThan(FILES);
    now = await working({ environment: env });
    const end = performance.now() + waitsMs + 90_000;
    while ((await now.call('GET', `/v1/requests/${id}/certificate`)).status !== 200 && performance.now() < end)
      await new Promise((done) => setTimeout(done, 200));
    const { systems } = await now.certificate(id);
    expect(systems).toMatchObject([{ system: 'files', by: 'connector', tables: [{ name: BUCKET, deleted: FILES }] }]);
    expect([await left(person), await left(other)]).toEqual([0, FILES]);
    expect(storage.holds(`${markOf(person)} `)).toBe(false);
    expect((await now.call('GET', `/v1/subjects/${customerOf(person)}`)).status).toBe(410);
    await now.stop();
  };

  it('ends it over SQLite at its next start', () => isErasedOverAKill(environment('one'), [1, 2], 0));

  it.skipIf(!hasPostgres)('ends it over PostgreSQL when the lease is over', async () => {
    const shared = await aDatabase();
    await isErasedOverAKill(environment('two', { DATABASE_URL: shared.url }), [3, 4], LEASE_MS);
    await shared.drop();
  });
});
