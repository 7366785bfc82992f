/**
 * The process is killed while a processor works on a request: the processor has one request and no second, and what it
 * did stands in the certificate.
 * Source: docs/connected-systems.md; decision 0142.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CREDENTIAL, DOMAIN, hasOpenssl, type Processor, startProcessor } from '../given/opendsr/peer.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { type Working, working } from '../given/prove/connected.ts';
import { build, type Environment } from '../given/prove/spawned.ts';

const LEASE_MS = 300_000;

beforeAll(build);

describe.skipIf(!hasOpenssl)('a service that is killed while a processor works', () => {
  let folder: string;
  let peer: Processor;
  let now: Working;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'candor-opendsr-kill-'));
    peer = await startProcessor();
    const about = { key: 'ads', name: 'Ads', kind: 'opendsr', url: peer.url, domain: DOMAIN, secret: 'ads' };
    await writeFile(
      join(folder, 'systems.yaml'),
      JSON.stringify({ systems: [{ ...about, identities: ['customer'] }] }),
    );
    await writeFile(join(folder, 'ads'), CREDENTIAL);
  });
  afterEach(async () => {
    await now.stop();
    await peer.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const environment = (more: Environment = {}): Environment => ({
    CANDOR_DATA_DIR: join(folder, 'data'),
    CANDOR_DATA_MAPS: folder,
    CANDOR_SYSTEM_SECRETS: folder,
    CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8',
    ...more,
  });
  const posted = async () => (await peer.is({ takesMs: 20_000 })).log.filter(({ method }) => method === 'POST').length;

  const isErasedOverAKill = async (env: Environment, waitsMs: number) => {
    now = await working({ environment: env });
    await now.knows(1);
    const id = await now.files('erasure', 1);
    // It has the request, and nobody hears that it has.
    await peer.is({ takesMs: 20_000 });
    await now.fulfil(id);
    await expect.poll(posted, { timeout: 60_000, interval: 2 }).toBe(1);
    await now.kill();
    await peer.is({ moves: 'completed' });
    now = await working({ environment: env });
    const end = performance.now() + waitsMs + 90_000;
    while ((await now.call('GET', `/v1/requests/${id}/certificate`)).status !== 200 && performance.now() < end)
      await new Promise((done) => setTimeout(done, 200));
    const { systems } = await now.certificate(id);
    expect(systems).toMatchObject([{ system: 'ads', by: 'connector', tables: [{ name: DOMAIN, deleted: 3 }] }]);
    const { requests } = await peer.is({ takesMs: 0 });
    expect(requests).toMatchObject([{ type: 'erasure', status: 'completed' }]);
    expect(await posted()).toBe(1);
  };

  it('ends it over SQLite after its next start', () => isErasedOverAKill(environment(), 30_000));

  it.skipIf(!hasPostgres)('ends it over PostgreSQL when the lease is over', async () => {
    const shared = await aDatabase();
    await isErasedOverAKill(environment({ DATABASE_URL: shared.url }), LEASE_MS);
    await shared.drop();
  });
});
