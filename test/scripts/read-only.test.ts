/**
 * A ledger where nothing can be written, such as a read-only mount of a backup: it is checked all the same, or it is
 * said why not.
 * Source: docs/design.md 5.
 */
import { chmodSync, chownSync, copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main as doctor } from '../../scripts/doctor.ts';
import { main as verify } from '../../scripts/verify.ts';
import { aPlace, by, officer, type Place } from '../given/ledger/a-house.ts';

let place: Place;
let said: { out: string; error: string };
const data = (name = 'data'): string => join(place.folder, name);

/** Nobody may write into it, this account included. */
function sealFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) sealFolder(path);
    else if (name === 'master.key') giveAway(path);
    else chmodSync(path, 0o444);
  }
  chmodSync(folder, 0o555);
}

/** A key is its owner's alone. */
function giveAway(path: string): void {
  if (process.geteuid?.() === 0) chownSync(path, NOBODY, NOBODY);
  chmodSync(path, 0o400);
}
const NOBODY = 65_534;

/** For the administrator every folder can be written, so it is done as somebody else. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  const isAdministrator = process.geteuid?.() === 0;
  if (isAdministrator) process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
  }
}

beforeAll(async () => {
  place = await aPlace('sqlite');
  chmodSync(place.folder, 0o755);
  const house = await place.open({ CANDOR_WITNESS_DIR: join(data(), 'witness') });
  for (const customer of ['1', '2'])
    await house.record('subject.describe', { subject: `customer:${customer}`, regimes: ['EU'] } as never, by(officer));
  // As a machine leaves it that lost its power: what was recorded stands in the log of the database.
  mkdirSync(data('torn'));
  mkdirSync(join(data('torn'), 'witness'));
  for (const name of ['candor.db', 'candor.db-wal', 'log.vkey', 'witness/mark-0'])
    copyFileSync(join(data(), name), join(data('torn'), name));
  await house.close();
  for (const folder of ['data', 'torn']) sealFolder(data(folder));
}, 60_000);
afterAll(() => place.drop());

beforeEach(() => {
  said = { out: '', error: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.error += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const all = (folder: string): readonly string[] => ['--all', '--data', folder, '--witness', join(folder, 'witness')];

describe('where nothing can be written', () => {
  it('the account that checks really may not write', async () => {
    const tried = withoutRights(async () => writeFileSync(join(data(), 'tried'), ''));
    await expect(tried).rejects.toThrow(/EACCES|EROFS/);
  });

  it('a ledger that was closed is good', async () => {
    expect([await withoutRights(() => verify(all(data()))), said.error]).toEqual([0, '']);
    expect(said.out).toContain('good');
  });

  it('a ledger whose newest entries stand in its log is read with them', async () => {
    expect([await withoutRights(() => verify(all(data('torn')))), said.error]).toEqual([0, '']);
    expect(said.out).toContain('good');
  });

  it('and where no copy of the log can be made it is said why, in one line', async () => {
    chmodSync(join(data('torn'), 'candor.db-wal'), 0);
    expect(await withoutRights(() => verify(all(data('torn'))))).toBe(2);
    expect(said.error).toMatch(/^the ledger at .* cannot be opened: this account may not read it.*\n$/);
  });

  it('the doctor opens every content', async () => {
    const code = await withoutRights(() => doctor(['--open', '--data', data()]));
    expect([code, said.error, said.out]).toEqual([0, '', expect.stringMatching(/contents opened, each as its entry/)]);
  });

  it('a ledger that breaks off is named, without a stack', async () => {
    chmodSync(data('torn'), 0o755);
    const file = join(data('torn'), 'candor.db');
    for (const end of ['', '-wal']) rmSync(`${file}${end}`);
    writeFileSync(file, 'no database'.padEnd(4096, '.'));
    expect(await verify(all(data('torn')))).toBe(2);
    expect(said.error).toMatch(/^the ledger at .* cannot be opened: it is no database\n$/);
  });
});
