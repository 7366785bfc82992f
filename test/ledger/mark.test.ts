import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMarks } from '../../scripts/verify/mark.ts';
import { openMark } from '../../src/ledger/mark.ts';
import { aLeaf } from '../given/ledger/a-tree.ts';
import { limited } from '../given/prove/injected.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-mark-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const told = (mark: { size: number; root: Uint8Array } | undefined) =>
  mark && { size: mark.size, root: Buffer.from(mark.root).toString('hex') };
const tree = (size: number) => ({ size, root: Buffer.from(aLeaf(size)).toString('hex') });
const verified = () => {
  const marks = readMarks(folder);
  return 'wrong' in marks ? marks.wrong : marks.map((mark) => ({ log: mark.log, ...told(mark) }));
};

describe('the mark of a log', () => {
  it('is nothing before the first write, and the newest size after each, for us and for the verifier', async () => {
    const mark = openMark(folder, 3);
    expect(mark.read()).toBeUndefined();
    for (const size of [1, 2, 2, 300, 1_000_000]) {
      mark.write(size, aLeaf(size));
      expect(told(mark.read())).toEqual(tree(size));
      expect(verified()).toEqual([{ log: 3, ...tree(size) }]);
    }
    await mark.sync();
    await mark.sync();
    mark.close();
    const again = openMark(folder, 3);
    expect(told(again.read())).toEqual(tree(1_000_000));
    again.close();
  });

  it('never goes back', () => {
    const mark = openMark(folder, 0);
    mark.write(7, aLeaf(7));
    mark.write(6, aLeaf(6));
    expect(told(mark.read())).toEqual(tree(7));
    expect(verified()).toEqual([{ log: 0, ...tree(7) }]);
    mark.close();
  });

  it('falls back to the slot before where the newest was torn, at any byte, and goes on from there', () => {
    const mark = openMark(folder, 0);
    mark.write(7, aLeaf(7));
    mark.write(8, aLeaf(8));
    mark.close();
    const file = join(folder, 'mark-0');
    const whole = readFileSync(file);
    for (const torn of [4_096, 4_115, 4_150, 4_220]) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((bytes[torn] ?? 0) ^ 1, torn);
      writeFileSync(file, bytes);
      const again = openMark(folder, 0);
      expect(told(again.read())).toEqual(tree(7));
      expect(verified()).toEqual([{ log: 0, ...tree(7) }]);
      again.write(9, aLeaf(9));
      again.close();
      expect(verified()).toEqual([{ log: 0, ...tree(9) }]);
    }
  });

  it('that cannot be written throws nothing, says so, keeps the one before, and is there once it can be', async () => {
    const mark = openMark(folder, 0);
    mark.write(7, aLeaf(7));
    await mark.sync();
    expect(mark.trouble()).toBeUndefined();
    const full = limited(process.pid, 'fsize', 4096);
    mark.write(8, aLeaf(8));
    const refused = await mark.sync().then(
      () => 'synced',
      () => 'refused',
    );
    await full.end();
    expect([refused, mark.trouble()]).toEqual(['refused', { part: 'mark', code: 'disk-fault' }]);
    expect(verified()).toEqual([{ log: 0, ...tree(7) }]);
    await mark.sync();
    expect(mark.trouble()).toBeUndefined();
    expect(verified()).toEqual([{ log: 0, ...tree(8) }]);
    mark.close();
  });

  it('of another log is not taken for this one', () => {
    const mark = openMark(folder, 0);
    mark.write(7, aLeaf(7));
    mark.close();
    writeFileSync(join(folder, 'mark-1'), readFileSync(join(folder, 'mark-0')));
    const other = openMark(folder, 1);
    expect(other.read()).toBeUndefined();
    other.close();
  });
});
