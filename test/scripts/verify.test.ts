/** The command itself: whom it trusts, what it answers, and its exit codes. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../scripts/verify.ts';
import { aBundle } from '../given/verify/a-bundle.ts';
import { aLedger, aSubject } from '../given/verify/a-ledger.ts';
import { base64 } from '../given/verify/a-signer.ts';
import { storeLedgers } from '../given/verify/a-stored-ledger.ts';
import { ledgerVectors as vectors } from '../vectors/ledger-vectors.ts';

let folder = '';
let said: { out: string; error: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-verify-'));
  said = { out: '', error: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.error += String(text);
    return true;
  });
  vi.stubEnv('CANDOR_DATA_DIR', join(folder, 'data'));
  vi.stubEnv('DATABASE_URL', '');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const keyFile = (vkeys: string): void => {
  mkdirSync(join(folder, 'data'));
  file('data/log.vkey', vkeys);
};

describe('npm run verify -- <bundle>', () => {
  it('answers 0 and up to where it is complete, never just "complete"', async () => {
    expect(await main([file('b.json', vectors.bundle), '--vkey', vectors.vkey])).toBe(0);
    expect(said.out).toContain('good: complete to n = 18 at size 60');
    expect(said.out).not.toMatch(/complete(?! to n = )/);
  });

  it("trusts the data folder's key file when no flag names a key", async () => {
    keyFile(`${vectors.vkey}\n`);
    expect(await main([file('b.json', vectors.bundle)])).toBe(0);
  });

  it('trusts a policy file', async () => {
    const policy = file('policy', `log ${vectors.vkey}\nquorum none\n`);
    expect(await main([file('b.json', vectors.bundle), '--policy', policy])).toBe(0);
  });

  it('answers 1 and the places for each bad bundle, as text and as JSON', async () => {
    for (const { bundle } of vectors.badBundles)
      expect(await main([file('b.json', bundle), '--vkey', vectors.vkey])).toBe(1);
    expect(said.out).toContain('entries[3].entry: has n = 5 where n = 4 belongs');
    said.out = '';
    expect(await main([file('b.json', vectors.badBundles[0]?.bundle), '--vkey', vectors.vkey, '--json'])).toBe(1);
    expect(JSON.parse(said.out)).toMatchObject({ verdict: 'bad', findings: [{ place: 'entries[2].payload' }] });
  });

  it('answers 1 when another key signed it, under the same name or another one', async () => {
    const ledger = aLedger();
    ledger.add({ kind: 'use.allowed', subject: aSubject(1) });
    const bundle = file('b.json', aBundle([ledger], aSubject(1)));
    const sameName = aLedger().signer.vkey.text;
    expect(await main([bundle, '--vkey', sameName])).toBe(1);
    expect(await main([bundle, '--vkey', vectors.vkey])).toBe(1);
    expect(await main([bundle, '--vkey', ledger.signer.vkey.text])).toBe(0);
  });

  it('answers 2 without a trusted key: the one in the bundle does not count', async () => {
    expect(await main([file('b.json', vectors.bundle)])).toBe(2);
    expect(said.error).toContain('no trusted key');
    expect(said.out).toBe('');
  });

  it('answers 2 for a key, a policy or a command that cannot be read', async () => {
    const bundle = file('b.json', vectors.bundle);
    expect(await main([bundle, '--vkey', 'nonsense'])).toBe(2);
    expect(await main([bundle, '--policy', join(folder, 'none')])).toBe(2);
    expect(await main([bundle, '--policy', file('policy', 'log nonsense')])).toBe(2);
    expect(await main([bundle, '--vkey', vectors.vkey, '--policy', file('policy', '')])).toBe(2);
    expect(await main([bundle, '--vkez', vectors.vkey])).toBe(2);
    expect(await main([join(folder, 'none.json'), '--vkey', vectors.vkey])).toBe(2);
    expect(await main([])).toBe(2);
    expect(await main([bundle, '--all'])).toBe(2);
  });

  it('explains itself', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(said.out).toContain('Exit: 0 good');
  });
});

describe('npm run verify -- --all', () => {
  it('checks the stored ledger of the data folder and says that it did not open what is sealed', async () => {
    const ledger = aLedger();
    ledger.add({ kind: 'use.allowed', subject: aSubject(1), sealed: true });
    ledger.sign();
    const { folder: data, database } = storeLedgers(ledger);
    database.close();
    try {
      expect(await main(['--all', '--data', data, '--vkey', ledger.signer.vkey.text])).toBe(0);
      expect(said.out).toContain('good, structure only: log 0 to size 1');
      expect(await main(['--all', '--data', data, '--vkey', aLedger().signer.vkey.text])).toBe(1);
      expect(await main(['--all', '--data', data])).toBe(2);
    } finally {
      rmSync(data, { recursive: true });
    }
  });

  it('compares the mark in the witness folder, and skips a slot that was torn', async () => {
    const ledger = aLedger();
    for (let at = 0; at < 3; at += 1) ledger.add({ kind: 'use.allowed', subject: aSubject(1), sealed: true });
    ledger.sign();
    const { folder: data, database } = storeLedgers(ledger);
    database.close();
    const slot = (size: number, root: Uint8Array): string => {
      const text = `candor-mark/v1 0 ${size} ${base64(root)}`;
      return `${text} ${createHash('sha256').update(text).digest('hex')}\n`;
    };
    const check = (): Promise<number> =>
      main(['--all', '--data', data, '--witness', folder, '--vkey', ledger.signer.vkey.text]);
    try {
      file('mark', `${slot(2, ledger.root(2))}${slot(3, ledger.root(3)).replace('0 3 ', '0 9 ')}`);
      expect(await check()).toBe(0);
      file('mark', slot(4, ledger.root(3)));
      expect(await check()).toBe(1);
      expect(said.out).toContain('log 0 mark: says size 4, and 3 entries are left');
      file('mark', '');
      expect(await check()).toBe(2);
    } finally {
      rmSync(data, { recursive: true });
    }
  });

  it('answers 2 where there is no ledger', async () => {
    expect(await main(['--all', '--vkey', vectors.vkey])).toBe(2);
    expect(said.error).toContain('there is no ledger');
  });
});
