import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { masterKeysOf, openMasterKeys } from '../../src/seal/master-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-master-'));
afterAll(() => rmSync(folder, { recursive: true }));
const code = (wanted: string) => expect.objectContaining({ name: 'SealedError', code: wanted });
const line = (number: number | string): string => `${number} ${Buffer.alloc(32, 1).toString('base64')}`;

describe('the master key file', () => {
  it('is made only when told, for its owner alone, and read again as it was', () => {
    const file = join(folder, 'master.key');
    expect(() => openMasterKeys(file, { create: false })).toThrow(code('master-key-missing'));
    expect(existsSync(file)).toBe(false);
    const made = openMasterKeys(file, { create: true });
    expect([made.newest, made.byNumber.get(1)?.length, statSync(file).mode & 0o777]).toEqual([1, 32, 0o600]);
    const text = readFileSync(file, 'utf8');
    expect(openMasterKeys(file, { create: true })).toEqual(made);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is refused when others may open it', () => {
    const file = join(folder, 'open.key');
    writeFileSync(file, `${line(1)}\n`);
    chmodSync(file, 0o640);
    expect(() => openMasterKeys(file, { create: true })).toThrow(code('master-key-open-to-others'));
  });

  it('wraps with the highest number, wherever it stands', () =>
    expect(masterKeysOf(`${line(12)}\r\n${line(3)}\n\n`).newest).toBe(12));

  it.each(['', 'hello', line(0), line('x'), `${line(1)}\n${line(1)}`, '1 c2hvcnQ=', `${line(1)} more`])(
    'refuses %j',
    (text) => {
      expect(() => masterKeysOf(text)).toThrow(code('master-key-unreadable'));
    },
  );
});
