import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { masterKeysOf } from '../../src/seal/master-key.ts';
import { openStream, sealStream } from '../../src/seal/seal.ts';

const KIB = 1024;
const PIECE = 64 * KIB + 16;
const HEADER = 84;
const key = (number: number): string => `${number} ${randomBytes(32).toString('base64')}\n`;
const keys = masterKeysOf(key(1));
const name = 'one/candor.db.sealed';

async function* inParts(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}
const sealed = (bytes: Uint8Array, length = 50_000): Promise<Buffer> =>
  gathered(sealStream(inParts(bytes, length), { keys, name }));
const opened = (bytes: Uint8Array, { length = 50_000, with: its = keys, as = name } = {}): Promise<Buffer> =>
  gathered(openStream(inParts(bytes, length), { keys: its, name: as }));

const lengths = [0, 1, 64 * KIB - 1, 64 * KIB, 64 * KIB + 1, 128 * KIB, 200_001];

describe('a sealed stream', () => {
  for (const length of lengths)
    for (const parts of [1000, 64 * KIB, 1 << 20])
      it(`of ${length} bytes opens as it was, however it comes in (${parts} bytes at once)`, async () => {
        const bytes = randomBytes(length);
        const one = await sealed(bytes, parts);
        expect((await opened(one, { length: parts })).equals(bytes)).toBe(true);
        expect(one.length).toBe(HEADER + length + 16 * Math.max(1, Math.ceil(length / (64 * KIB))));
      });

  it('is found changed by any bit', async () => {
    const whole = await sealed(randomBytes(200_001));
    const places = [
      ...Array(HEADER).keys(),
      ...Array.from({ length: 60 }, () => randomBytes(4).readUInt32BE() % whole.length),
    ];
    for (const place of places) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
      await expect(opened(changed), `byte ${place}`).rejects.toThrow(/does not open/);
    }
  });

  it('is found cut short anywhere, and where something was added', async () => {
    const whole = await sealed(randomBytes(200_001));
    const ends = [
      0,
      15,
      HEADER - 1,
      HEADER,
      HEADER + 16,
      HEADER + PIECE,
      HEADER + 2 * PIECE,
      HEADER + 3 * PIECE,
      whole.length - 1,
    ];
    for (const end of ends)
      await expect(opened(whole.subarray(0, end)), `${end} bytes`).rejects.toThrow(/does not open/);
    await expect(opened(Buffer.concat([whole, Buffer.alloc(1)]))).rejects.toThrow(/does not open/);
    await expect(opened(Buffer.concat([whole, whole]))).rejects.toThrow(/does not open/);
  });

  it('is found where pieces changed places, were left out, or come twice', async () => {
    const whole = await sealed(randomBytes(4 * 64 * KIB));
    const header = whole.subarray(0, HEADER);
    const piece = (at: number): Buffer => whole.subarray(HEADER + at * PIECE, HEADER + (at + 1) * PIECE);
    for (const order of [[1, 0, 2, 3], [0, 2, 3], [0, 1, 1, 2, 3], [0, 1, 2], [3], [0, 1, 3, 2]])
      await expect(opened(Buffer.concat([header, ...order.map(piece)])), order.join()).rejects.toThrow(/does not open/);
  });

  it('opens under its own name and key alone, and says which of them is wrong', async () => {
    const whole = await sealed(Buffer.from('a ledger'));
    await expect(opened(whole, { as: 'another/candor.db.sealed' })).rejects.toThrow(/another key/);
    await expect(opened(whole, { with: masterKeysOf(key(1)) })).rejects.toThrow(/another key/);
    await expect(opened(whole, { with: masterKeysOf(key(2)) })).rejects.toThrow(/no key number 1/);
    await expect(opened(Buffer.from('SQLite format 3\0'.repeat(10)))).rejects.toThrow(/no sealed backup/);
  });

  it('opens after the key was followed by a newer one, which seals from then on', async () => {
    const text = key(1);
    const bytes = Buffer.from('a ledger');
    const old = await gathered(sealStream(inParts(bytes, 10), { keys: masterKeysOf(text), name }));
    const both = masterKeysOf(text + key(2));
    expect((await opened(old, { with: both })).equals(bytes)).toBe(true);
    const young = await gathered(sealStream(inParts(bytes, 10), { keys: both, name }));
    await expect(opened(young, { with: masterKeysOf(text) })).rejects.toThrow(/no key number 2/);
  });

  it('never looks the same twice', async () => {
    const bytes = Buffer.alloc(1000);
    const [one, two] = [await sealed(bytes), await sealed(bytes)];
    expect(one.subarray(HEADER).equals(two.subarray(HEADER))).toBe(false);
    expect(one.includes(Buffer.alloc(64))).toBe(false);
  });
});
