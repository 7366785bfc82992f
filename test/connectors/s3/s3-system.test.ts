/** A bucket of a real S3-compatible storage: every object of one person, and none of another. Source: decision 0140. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressRules } from '../../../src/connectors/public-address.ts';
import { checkStorage, s3System } from '../../../src/connectors/s3/s3-system.ts';
import { fault } from '../../../src/connectors/system-work.ts';
import { hasStorage, type Swift, startSwift } from '../../given/storage/swift.ts';

const open = addressRules([{ address: '127.0.0.0', bits: 8 }]);
const who = (...customer: readonly string[]) => ({ customer, email: [], phone: [] });
const PLAIN = 'plain-files';
const KEPT = 'kept-files';

describe.skipIf(!hasStorage)('a bucket of storage', () => {
  let storage: Swift;
  beforeAll(async () => {
    storage = await startSwift();
    await storage.ask('PUT', PLAIN);
    await storage.ask('PUT', KEPT);
    const on =
      '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>';
    await storage.ask('PUT', `${KEPT}?versioning`, { body: on });
  }, 60_000);
  afterAll(() => storage?.stop());

  const put = (bucket: string, key: string, text: string) =>
    storage.ask('PUT', `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`, { body: text });
  const setupFor = (bucket: string, more: object = {}) => ({
    system: {
      key: 'files',
      name: 'Files',
      kind: 's3' as const,
      endpoint: storage.url,
      region: storage.region,
      bucket,
      prefix: 'customers/{customer}/',
      read: 'files-read',
      erase: 'files-erase',
    },
    secret: (): string => storage.credential,
    rules: open,
    timeoutMs: 20_000,
    ...more,
  });
  const wayTo = (bucket: string, more: object = {}) => s3System(setupFor(bucket, more));
  const keysOf = async (bucket: string, customer: string): Promise<readonly unknown[]> => {
    const found = await wayTo(bucket).access(who(customer));
    return 'failed' in found ? [found.failed] : found.tables.flatMap(({ rows }) => rows.map(({ object }) => object));
  };

  it('is read to its last page, byte for byte, with where each came from', async () => {
    const keys = Array.from({ length: 10 }, (_, at) => `customers/pages/${at}.txt`);
    for (const key of keys) await put(PLAIN, key, `Letter ${key}`);
    const found = await wayTo(PLAIN).access(who('pages'));
    if ('failed' in found) throw new Error(found.failed);
    const [table] = found.tables;
    expect(table?.rows).toHaveLength(10);
    expect(table?.rows[3]).toEqual({
      bucket: PLAIN,
      object: keys[3],
      changed: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      type: 'text/plain',
      bytes: `Letter ${keys[3]}`.length,
      text: `Letter ${keys[3]}`,
    });
    const bytes = Uint8Array.from([0xff, 0x00, 0xfe]);
    await storage.ask('PUT', `${PLAIN}/customers/picture/face.png`, { body: bytes, type: 'image/png' });
    const picture = await wayTo(PLAIN).access(who('picture'));
    expect(picture).toMatchObject({ tables: [{ rows: [{ type: 'image/png', base64: '/wD+' }] }] });
    expect(await wayTo(PLAIN).access(who('nobody'))).toEqual({ tables: [] });
    expect(await checkStorage(setupFor(PLAIN))).toEqual([]);
  });

  const strange = ['a b+c.txt', '100%.txt', '%2F.txt', "it's (1)*!.txt", 'ü/ß & <x> "y".txt', 'deep/er//still'];
  it('is read and erased under whatever keys people make', async () => {
    for (const key of strange) await put(PLAIN, `customers/strange/${key}`, key);
    const all = strange.map((key) => `customers/strange/${key}`).sort();
    expect([...(await keysOf(PLAIN, 'strange'))].sort()).toEqual(all);
    expect(await wayTo(PLAIN).erase(who('strange'))).toEqual({
      tables: [{ name: PLAIN, deleted: strange.length }],
      kept: [],
    });
    expect(await keysOf(PLAIN, 'strange')).toEqual([]);
  });

  it('loses one person and none whose name begins like theirs', async () => {
    for (const customer of ['4', '42', '43']) await put(PLAIN, `customers/${customer}/a.txt`, `of ${customer}`);
    expect(await wayTo(PLAIN).erase(who('4'))).toMatchObject({ tables: [{ deleted: 1 }] });
    expect(await keysOf(PLAIN, '42')).toEqual(['customers/42/a.txt']);
    expect(await keysOf(PLAIN, '43')).toEqual(['customers/43/a.txt']);
    expect(await wayTo(PLAIN).erase(who('4'))).toEqual({ tables: [], kept: [] });
  });

  it('loses every version where versions are kept, and what is hidden behind a deletion', async () => {
    for (const text of ['first-canary', 'second-canary', 'third-canary']) await put(KEPT, 'customers/42/a.txt', text);
    await put(KEPT, 'customers/42/b.txt', 'hidden-canary');
    await storage.ask('DELETE', `${KEPT}/customers/42/b.txt`);
    await put(KEPT, 'customers/43/a.txt', 'other-canary');
    expect(storage.holds('first-canary')).toBe(true);
    expect(storage.holds('hidden-canary')).toBe(true);
    const notes: object[] = [];
    const erased = await wayTo(KEPT).erase(who('42'), async (note) => void notes.push(note));
    expect(erased).toMatchObject({ tables: [{ name: KEPT, deleted: 5 }] });
    expect(notes.at(-1)).toEqual(erased);
    for (const text of ['first', 'second', 'third', 'hidden']) expect(storage.holds(`${text}-canary`)).toBe(false);
    expect(await keysOf(KEPT, '43')).toEqual(['customers/43/a.txt']);
  });

  it('loses uploads in parts that nobody ended', async () => {
    const begun = await storage.ask('POST', `${PLAIN}/customers/parts/large.bin?uploads`);
    const [, upload = ''] = /<UploadId>([^<]+)</.exec(begun) ?? [];
    await storage.ask('PUT', `${PLAIN}/customers/parts/large.bin?partNumber=1&uploadId=${upload}`, {
      body: 'part-canary',
    });
    expect(storage.holds('part-canary')).toBe(true);
    expect(await wayTo(PLAIN).erase(who('parts'))).toMatchObject({ tables: [{ deleted: 1 }] });
    expect(storage.holds('part-canary')).toBe(false);
  });

  it('is not touched where a key could lead to somebody else, nor for a name that could', async () => {
    await put(PLAIN, 'customers/way/safe.txt', 'safe');
    await put(PLAIN, 'customers/victim/a.txt', 'victim');
    const name = 'customers/way/../victim/a.txt';
    await storage.raw('PUT', `/${PLAIN}/${name}`, 'trap');
    expect(await wayTo(PLAIN).access(who('way'))).toMatchObject({ failed: 'key-unfit', isLasting: true });
    expect(await wayTo(PLAIN).erase(who('way'))).toMatchObject({ failed: 'key-unfit', isLasting: true });
    expect(await keysOf(PLAIN, 'victim')).toEqual(['customers/victim/a.txt']);
    for (const customer of ['way/../victim', '..', '', 'way%2F..%2Fvictim'])
      expect(await wayTo(PLAIN).erase(who(customer))).toMatchObject({ failed: 'name-unfit', isLasting: true });
    expect(await wayTo(PLAIN).erase(who())).toMatchObject({ failed: 'no-identity', isLasting: true });
    expect(await keysOf(PLAIN, 'victim')).toEqual(['customers/victim/a.txt']);
  });

  it('that refuses the credential, or is gone, or is not there says so as a code', async () => {
    const wrong = () => storage.credential.replace(storage.secret, 'another');
    const refused = await wayTo(PLAIN, { secret: wrong }).access(who('42'));
    expect(refused).toMatchObject({ failed: 'credentials-refused', isLasting: false });
    expect(JSON.stringify(refused)).not.toContain('shop');
    expect(await wayTo('no-such-bucket').access(who('42'))).toMatchObject({ details: ['404', 'NoSuchBucket'] });
    expect(await wayTo(PLAIN, { secret: () => 'nothing' }).access(who('42'))).toMatchObject({ failed: 'secret-unfit' });
    const closed = addressRules([]);
    expect(await wayTo(PLAIN, { rules: closed }).erase(who('42'))).toMatchObject({ failed: 'address-not-public' });
  });

  it('ends in mid-run when its credential is withdrawn, and the next run erases the rest', async () => {
    for (let at = 0; at < 12; at += 1) await put(PLAIN, `customers/withdrawn/${at}.txt`, 'x');
    let asked = 0;
    const withdrawn = () => (++asked > 15 ? fault('secret-missing', ['files-erase']) : storage.credential);
    expect(await wayTo(PLAIN, { secret: withdrawn }).erase(who('withdrawn'))).toMatchObject({
      failed: 'secret-missing',
      isLasting: false,
    });
    const left = (await keysOf(PLAIN, 'withdrawn')).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(12);
    expect(await wayTo(PLAIN).erase(who('withdrawn'))).toMatchObject({ tables: [{ deleted: left }] });
  });

  it('hands out no more than was agreed, and nothing after its time', async () => {
    for (let at = 0; at < 4; at += 1) await put(PLAIN, `customers/much/${at}.txt`, 'x'.repeat(100));
    const few = { bounds: { objects: 3, bytes: 1000 } };
    expect(await wayTo(PLAIN, few).access(who('much'))).toMatchObject({ failed: 'too-much', isLasting: true });
    const short = { bounds: { objects: 10, bytes: 399 } };
    expect(await wayTo(PLAIN, short).access(who('much'))).toMatchObject({ failed: 'too-much', isLasting: true });
    expect(await wayTo(PLAIN, { runMs: -1 }).erase(who('much'))).toMatchObject({ failed: 'timeout' });
    expect(await keysOf(PLAIN, 'much')).toHaveLength(4);
  });
});
