/**
 * The folder, and the evidence, of somebody about whom there is very much: it is written as it is read, so what stands
 * in memory does not grow with the record, and a reader who stops reading stops the house from reading on.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { ADA, aShop, question, says, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { unzipped } from '../given/unzipped.ts';

const USES = 12_000;
const A_BATCH = 200;
const MEGABYTE = 1024 * 1024;
const officer = { scope: 'requests', sub: 'officer' };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/**
 * What is still held after everything that nobody holds was thrown away: twice, because buffers that one collection
 * finds are given back beside us, on a busy machine only when the next begins.
 */
const held = (): number => {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

describe.each(engines)('a large person over %s', (engine) => {
  let service: RunningService;
  let id = '';
  let cookie = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    for (let done = 0; done < USES; done += A_BATCH)
      await Promise.all(
        Array.from({ length: A_BATCH }, async () =>
          sure(await service.call('POST', '/v1/uses', { json: question(), scope: 'use' })),
        ),
      );
    ({ id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA })).body);
    const json = { reason: 'as the law asks', level: 'reasonable' };
    sure(await service.call('POST', `/v1/requests/${id}/verify`, { json, ...officer }));
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: { reason: 'here' }, ...officer }));
    ({ cookie } = await signedIn(service, ADA));
    // What is measured is the folder, so what draws letters is there before, and nothing else works in this process.
    sure(await service.call('GET', `/me/requests/${id}/letter.pdf`, { headers: { cookie } }));
    await service.house.walk.stop();
  }, 600_000);
  afterAll(() => service.stop());

  /** All of it, and the most that was held beside it, looked at after every so many pieces. */
  async function readAll(path: string, every: number) {
    const response = await fetch(`${service.url}${path}`, { headers: { cookie } });
    const before = held();
    const pieces: Uint8Array[] = [];
    let most = 0;
    let bytes = 0;
    for await (const piece of response.body ?? []) {
      // A small piece may be a view of a large buffer, which it would keep.
      pieces.push(new Uint8Array(piece as Uint8Array));
      bytes += (piece as Uint8Array).byteLength;
      if (pieces.length % every === 0) most = Math.max(most, held() - before - bytes);
    }
    return { whole: Buffer.concat(pieces), most, headers: response.headers };
  }

  it('the whole folder is far larger than what is held while it is read', { timeout: 600_000 }, async () => {
    const { whole, most } = await readAll(`/me/requests/${id}/package`, 20);
    const files = await unzipped(whole);
    const size = [...files.values()].reduce((sum, each) => sum + each.byteLength, 0);
    const evidence = JSON.parse(files.get('evidence.json')?.toString('utf8') ?? '');
    expect(evidence.entries.length).toBeGreaterThan(USES);
    expect(JSON.parse(files.get('data/uses.json')?.toString('utf8') ?? '')).toHaveLength(USES);
    expect(size).toBeGreaterThan(15 * MEGABYTE);
    // One to two megabytes as measured, whether with 12,000 uses or three times as many.
    expect(most).toBeLessThan(6 * MEGABYTE);
  });

  it('the evidence alone is whole, and far larger than what is held while it is read', {
    timeout: 600_000,
  }, async () => {
    const { whole, most, headers } = await readAll('/me/evidence', 50);
    expect(headers.get('content-disposition')).toContain('evidence.json');
    const { entries, vkey } = JSON.parse(whole.toString('utf8'));
    expect(entries.length).toBeGreaterThan(USES);
    expect(verifyBundle(whole, { keys: [parseVkey(vkey) as Vkey], source: 'the test' }).findings).toEqual([]);
    expect(whole.byteLength).toBeGreaterThan(12 * MEGABYTE);
    expect(most).toBeLessThan(6 * MEGABYTE);
  });

  it('whoever stops reading, and whoever goes away, costs nothing and stops nobody', { timeout: 60_000 }, async () => {
    const going = new AbortController();
    const response = await fetch(`${service.url}/me/requests/${id}/package`, {
      headers: { cookie },
      signal: going.signal,
    });
    await response.body?.getReader().read();
    const before = held();
    // What is read at one moment is thrown away at the next, so the least of several looks is what is kept.
    const more: number[] = [];
    for (let looks = 0; looks < 5; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      more.push(held() - before);
    }
    expect(Math.min(...more)).toBeLessThan(16 * MEGABYTE);
    going.abort();
    expect((await service.call('GET', '/health')).status).toBeLessThan(500);
    expect(sure(await service.call('POST', '/v1/uses', { json: question(), scope: 'use' })).status).toBe(201);
  });
});
