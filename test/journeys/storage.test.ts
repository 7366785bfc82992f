/**
 * From intake to package and certificate over a real S3-compatible storage, on both engines.
 * Source: docs/connected-systems.md; GDPR 15, 17; decision 0140.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA, aShop, BEN, sure } from '../given/a-shop.ts';
import { aDataMap, aSureRequest, workRounds } from '../given/connected-tasks.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { hasStorage, type Swift, startSwift } from '../given/storage/swift.ts';

const clerk = { scope: 'requests', sub: 'officer' };
const BUCKET = 'customer-files';

describe.skipIf(!hasStorage).each(engines)('a request over a bucket of files, over %s', (engine) => {
  let storage: Swift;
  let service: RunningService;
  let map: Awaited<ReturnType<typeof aDataMap>>;
  beforeAll(async () => {
    storage = await startSwift();
    await storage.ask('PUT', BUCKET);
  });
  afterAll(() => storage?.stop());
  beforeEach(async () => {
    const { url: endpoint, region } = storage;
    const place = { endpoint, region, bucket: BUCKET, prefix: 'customers/{customer}/' };
    map = await aDataMap([
      { key: 'files', name: 'Customer files', kind: 's3', ...place, read: 'files', erase: 'files' },
    ]);
    await writeFile(join(map.folder, 'files'), storage.credential);
    service = await aService({ engine, variables: map.variables });
    await aShop(service);
    for (const [key, body] of [
      ['42/contract.txt', 'ada-canary'],
      ['42/notes/1.txt', 'ada-note'],
      ['43/contract.txt', 'ben-canary'],
    ])
      await storage.ask('PUT', `${BUCKET}/customers/${key}`, { body: body ?? '' });
  });
  afterEach(async () => {
    await service.stop();
    await map.drop();
  });

  const tasks = async (id: string) => sure(await service.call('GET', `/v1/requests/${id}/tasks`, clerk)).body.items;

  it('hands out every file of the person with where it came from, and nothing of another', async () => {
    const id = await aSureRequest(service, 'access', ADA);
    await workRounds(service, map.folder);
    expect(await tasks(id)).toMatchObject([
      { system: 'files', kind: 's3', state: 'done', tables: [{ name: BUCKET, rows: 2 }] },
    ]);
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...clerk }));
    const { systems } = sure(await service.call('GET', `/v1/requests/${id}/package`, clerk)).body;
    expect(systems).toMatchObject([
      {
        system: 'files',
        name: 'Customer files',
        tables: [
          {
            name: BUCKET,
            rows: [
              { bucket: BUCKET, object: 'customers/42/contract.txt', text: 'ada-canary' },
              { bucket: BUCKET, object: 'customers/42/notes/1.txt', text: 'ada-note' },
            ],
          },
        ],
      },
    ]);
    expect(JSON.stringify(systems)).not.toContain('ben-canary');
  });

  it('erases every file of the person, and the certificate names the storage', async () => {
    const id = await aSureRequest(service, 'erasure', ADA);
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...clerk, isHurried: true }));
    await workRounds(service, map.folder, 3);
    const certificate = await vi.waitFor(
      async () => sure(await service.call('GET', `/v1/requests/${id}/certificate`, clerk)).body,
      20_000,
    );
    expect(certificate.systems).toMatchObject([
      { system: 'files', name: 'Customer files', by: 'connector', tables: [{ name: BUCKET, deleted: 2 }] },
    ]);
    expect(await storage.ask('GET', `${BUCKET}?list-type=2&prefix=customers/42/`)).not.toContain('<Key>');
    expect(storage.holds('ada-canary')).toBe(false);
    expect(storage.holds('ben-canary')).toBe(true);
    expect((await service.call('GET', `/v1/subjects/${BEN}`, { scope: 'consent' })).status).toBe(200);
  });

  it('waits, and is seen to, while the credential is away', async () => {
    await writeFile(join(map.folder, 'files'), '');
    const id = await aSureRequest(service, 'access', ADA);
    await workRounds(service, map.folder);
    expect(await tasks(id)).toMatchObject([{ state: 'failed', code: 'secret-missing', details: ['files'] }]);
    const early = await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...clerk });
    expect(early.status).toBe(409);
    await writeFile(join(map.folder, 'files'), storage.credential);
    service.clock.wind(1000);
    await workRounds(service, map.folder);
    expect(await tasks(id)).toMatchObject([{ state: 'done' }]);
  });
});
