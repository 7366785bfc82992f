/**
 * One table of settings feeds the documents and everything under deploy: what is written there is what the service
 * reads.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { envLine } from '../../scripts/settings/env-file.ts';
import { settings } from '../../scripts/settings/table.ts';
import { madeFromSettings } from '../../scripts/settings/written.ts';
import { readConfig } from '../../src/config.ts';
import { root } from '../../src/root.ts';

const text = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('what is made from the table of settings', () => {
  it.each(Object.entries(madeFromSettings))('%s stands as npm run settings would write it', (path, make) => {
    expect(make(text(path))).toBe(text(path));
  });

  it('a default that changed, and a setting that is new, would be noticed', () => {
    const [[path = '', make] = []] = Object.entries(madeFromSettings);
    const changed = text(path).replace('| `8080` |', '| `8081` |');
    expect(changed).not.toBe(text(path));
    expect(make?.(changed)).toBe(text(path));
  });
});

describe('the table of settings', () => {
  it('every default and every example is taken by the service', () => {
    const written = (of: 'fallback' | 'example') =>
      Object.fromEntries(settings.flatMap(({ name, [of]: value }) => (value === undefined ? [] : [[name, value]])));
    expect(readConfig({ ...written('fallback'), ...written('example') })).not.toHaveProperty('faults');
    // Where a value came from is the one difference that there is to be.
    const unlikeSource = { shown: expect.anything() };
    expect({ ...readConfig(written('fallback')), ...unlikeSource }).toEqual({ ...readConfig({}), ...unlikeSource });
  });

  it('says of every setting what it is, and of none a password in clear', () => {
    for (const { name, what, example = '', isSecret } of settings) {
      expect(what.length, name).toBeGreaterThan(10);
      expect(/:password@/.test(example) && !isSecret, name).toBe(false);
    }
  });
});

describe('a line of a file of settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-env-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const values = {
    A_PLAIN: 'https://privacy.example.com:8443/a,b',
    A_SPACED: 'Example Bank; privacy@example.com; 1 Main Street, "Berlin" $HOME `id` #1',
    A_QUOTED: "O'Neill & Sons; privacy@example.com",
    A_PASSWORD: 'postgres://candor:p$w~x@db/candor?sslmode=verify-full',
    A_NAME: 'Example Bank <privacy@example.com>',
  };
  const file = join(folder, 'candor.env');
  writeFileSync(
    file,
    Object.entries(values)
      .map(([name, value]) => `${envLine(name, value)}\n`)
      .join(''),
  );
  const show =
    'JSON.stringify(Object.fromEntries(Object.entries(process.env).filter(([name]) => /^A_[A-Z]+$/.test(name))))';

  it('means the same to a shell and to node --env-file', () => {
    const env = { PATH: process.env['PATH'] ?? '' };
    const byNode = execFileSync(process.execPath, [`--env-file=${file}`, '-p', show], { env, encoding: 'utf8' });
    expect(JSON.parse(byNode)).toEqual(values);
    const words = ['-c', 'set -a; . "$1"; exec "$2" -p "$3"', 'sh', file, process.execPath, show];
    expect(JSON.parse(execFileSync('sh', words, { env, encoding: 'utf8' }))).toEqual(values);
  });

  it('is refused where they would read it differently', () => {
    for (const value of ['two\nlines', 'back\\slash', `it's "both"`, "it's $HOME"])
      expect(() => envLine('CANDOR_COMPANY', value)).toThrow(/CANDOR_COMPANY/);
  });
});
