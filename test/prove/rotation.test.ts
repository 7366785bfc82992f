/**
 * Keys are changed under load, and who changes them is killed again and again: nothing is lost, what was proven before
 * still is, and the keys of before open nothing.
 * Source: docs/promises.md F29, F30; decision 0124.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withKeystore } from '../../scripts/installation/keys.ts';
import { trusted } from '../../scripts/verify/trust.ts';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { isWrong } from '../../scripts/verify/wrong.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { StoredKey } from '../../src/seal/keys.ts';
import { masterKeysOf } from '../../src/seal/master-key.ts';
import { unwrap } from '../../src/seal/wrapping.ts';
import { hasPostgres } from '../given/postgres.ts';
import { type Call, good } from '../given/prove/calls.ts';
import {
  aRotatedHouse,
  expectPresent,
  findingsOf,
  type RotatedHouse,
  rotate,
  running,
  underLoad,
} from '../given/prove/rotating.ts';
import { build, tokenFor } from '../given/prove/spawned.ts';
import type { Engine } from '../given/service.ts';

const KILLS = 20;
const PEOPLE = 1000;
const engines = (hasPostgres ? ['sqlite', 'postgresql'] : ['sqlite']) as readonly Engine[];

beforeAll(build);

const configOf = ({ environment }: RotatedHouse): Config => {
  const config = readConfig(environment);
  if ('faults' in config) throw new Error(config.faults.join(', '));
  return config;
};

const bundleOf = async (call: Call, subject: string): Promise<string> => {
  const { status, text } = await call({ method: 'GET', path: `/v1/subjects/${subject}/evidence` });
  if (status !== 200) throw new Error(`${status} ${text}`);
  return text;
};

const faultsIn = (bundle: string, vkeys: readonly string[]): readonly object[] => {
  const trust = trusted({ vkeys, dataFolder: '' });
  if (isWrong(trust)) throw new Error(trust.wrong);
  return verifyBundle(Buffer.from(bundle), trust).findings;
};

describe.each(engines)('on %s the master key', (engine) => {
  let house: RotatedHouse;
  let file: string;
  beforeAll(async () => {
    house = await aRotatedHouse(engine, PEOPLE);
    file = join(house.folder, 'master.key');
  });
  afterAll(() => house.drop());

  const keysOf = async (): Promise<readonly StoredKey[]> =>
    withKeystore(configOf(house), { readOnly: true }, ({ store }) => store.wrappedBefore(1_000_000, '', 1_000_000));

  it(`is changed under load and killed in it ${KILLS} times: nothing is lost, and no key of before opens anything`, async () => {
    const formers = new Set<string>();
    const vkey = readFileSync(join(house.folder, 'log.vkey'), 'utf8').trim();
    let now = await running(house);
    const old = await bundleOf(now.call, 'customer:known-1');
    let loading = underLoad({ ...now, journal: house.journal });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      for (const line of readFileSync(file, 'utf8').trim().split('\n')) formers.add(line);
      const { mtimeMs, ino } = statSync(file);
      const isBegun = (): boolean => {
        const found = statSync(file, { throwIfNoEntry: false });
        return found !== undefined && (found.mtimeMs !== mtimeMs || found.ino !== ino);
      };
      const isUnderWay = readFileSync(file, 'utf8').trim().includes('\n');
      const killed = rotate(house.environment, ['master', '--by', 'nina'], {
        begun: isUnderWay ? () => true : isBegun,
        afterMs: Math.random() * (isUnderWay ? 1500 : 400),
      });
      if (kill % 5 === 0) {
        await pause(Math.random() * 800);
        await now.service.kill();
        await loading;
        now = await running(house);
        loading = underLoad({ ...now, journal: house.journal });
      }
      await killed;
      for (const line of readFileSync(file, 'utf8').trim().split('\n')) formers.add(line);
    }
    const last = await rotate(house.environment, ['master', '--by', 'nina']);
    expect(last).toMatchObject({ code: 0 });
    await pause(1500);
    await now.service.kill();
    await loading;

    const present = readFileSync(file, 'utf8').trim();
    expect(present).not.toContain('\n');
    const rows = await keysOf();
    const number = Number(present.split(' ')[0]);
    expect(new Set(rows.map(({ master }) => master))).toEqual(new Set([number]));
    const held = masterKeysOf(present);
    for (const row of rows) unwrap(held, row);
    formers.delete(present);
    expect(formers.size).toBeGreaterThan(1);
    for (const former of formers) {
      const disguised = masterKeysOf(`${number} ${former.split(' ')[1]}`);
      for (const row of rows) expect(() => unwrap(disguised, row)).toThrow();
    }

    now = await running(house);
    await expectPresent(now.call, house.journal);
    const changes = good<{ items: { kind: string; content?: unknown }[] }>(
      await now.call({ method: 'GET', path: '/v1/ledger/entries?kind=key.rotated&limit=100' }),
    );
    expect(changes.items.length).toBe(number - 1);
    expect(faultsIn(await bundleOf(now.call, 'customer:known-1'), [vkey])).toEqual([]);
    await now.stop();
    expect(faultsIn(old, [vkey])).toEqual([]);
    expect(await findingsOf(house)).toEqual([]);
    expect(house.journal.faults).toEqual([]);
    const kept = readdirSync(house.folder).filter((name) => name.includes('-until-'));
    expect(kept).toHaveLength(number - 1);
    process.stdout.write(
      `${engine}: ${KILLS} kills, ${number - 1} changes, ${rows.length} keys, ${house.journal.facts.length} acknowledged facts\n`,
    );
  });
});

describe.each(engines)('on %s the key of the log', (engine) => {
  let house: RotatedHouse;
  beforeAll(async () => {
    house = await aRotatedHouse(engine, 50);
  });
  afterAll(() => house.drop());
  const vkeys = (): readonly string[] => readFileSync(join(house.folder, 'log.vkey'), 'utf8').trim().split('\n');

  it(`is changed under load and killed in it ${KILLS} times: every proof of before holds, by the first key alone`, async () => {
    const [first = ''] = vkeys();
    let now = await running(house);
    const bundles = [await bundleOf(now.call, 'customer:known-1')];
    let loading = underLoad({ ...now, journal: house.journal });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const killed = rotate(house.environment, ['log', '--by', 'nina'], {
        begun: () => true,
        afterMs: 300 + Math.random() * 1500,
      });
      if (kill % 2 === 0) {
        await pause(300 + Math.random() * 1500);
        await now.service.kill();
        await loading;
        now = await running(house);
        bundles.push(await bundleOf(now.call, 'customer:known-1'));
        loading = underLoad({ ...now, journal: house.journal });
      }
      await killed;
    }
    const last = await rotate(house.environment, ['log', '--by', 'nina']);
    expect(last).toMatchObject({ code: 0 });
    await now.service.kill();
    await loading;

    now = await running(house);
    await expectPresent(now.call, house.journal);
    bundles.push(await bundleOf(now.call, 'customer:known-1'));
    const published = await fetch(`${now.service.url}/ledger/0/vkey`);
    expect((await published.text()).trim().split('\n').reverse()).toEqual(vkeys());
    await now.stop();
    for (const bundle of bundles) {
      expect(faultsIn(bundle, [first])).toEqual([]);
      expect(faultsIn(bundle, vkeys())).toEqual([]);
    }
    expect(await findingsOf(house, [first])).toEqual([]);
    expect(await findingsOf(house)).toEqual([]);
    expect(house.journal.faults).toEqual([]);
    expect(vkeys().length).toBeGreaterThan(2);
    process.stdout.write(
      `${engine}: ${KILLS} kills, ${vkeys().length - 1} keys of the log, ${house.journal.facts.length} acknowledged facts\n`,
    );
  });
});

describe.each(engines)('on %s the key of tokens', (engine) => {
  let house: RotatedHouse;
  beforeAll(async () => {
    house = await aRotatedHouse(engine, 50);
  });
  afterAll(() => house.drop());

  it(`is changed under load and killed in it ${KILLS} times: every token goes on, until they are ended at once`, async () => {
    let now = await running(house);
    const tokens = [await tokenFor(house.environment, 'audit')];
    let loading = underLoad({ ...now, journal: house.journal });
    const statusOf = async (token: string): Promise<number> =>
      (await fetch(`${now.service.url}/v1/ledger/entries`, { headers: { authorization: `Bearer ${token}` } })).status;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const killed = rotate(house.environment, ['tokens', '--by', 'nina'], {
        begun: () => true,
        afterMs: 300 + Math.random() * 1500,
      });
      if (kill % 4 === 0) {
        await pause(300 + Math.random() * 1500);
        await now.service.kill();
        await loading;
        now = await running(house);
        loading = underLoad({ ...now, journal: house.journal });
      }
      await killed;
      tokens.push(await tokenFor(house.environment, 'audit'));
      expect(await statusOf(tokens.at(-1) ?? '')).toBe(200);
    }
    const keysOf = async (): Promise<readonly string[]> =>
      (
        (await (await fetch(`${now.service.url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }
      ).keys.map(({ kid }) => kid);
    expect(await Promise.all(tokens.map(statusOf))).toEqual(tokens.map(() => 200));
    const before = await keysOf();
    await now.service.kill();
    await loading;
    now = await running(house);
    const last = await rotate(house.environment, ['tokens', '--by', 'nina', '--at-once']);
    expect(last).toMatchObject({ code: 0 });
    await pause(3000);
    expect(await Promise.all(tokens.map(statusOf))).toEqual(tokens.map(() => 401));
    const [only, ...others] = await keysOf();
    expect(others).toEqual([]);
    expect(before).not.toContain(only);
    expect(before.length).toBeGreaterThan(2);
    await now.stop();

    now = await running(house);
    await expectPresent(now.call, house.journal);
    const changes = good<{ items: object[] }>(
      await now.call({ method: 'GET', path: '/v1/ledger/entries?kind=key.rotated&limit=100' }),
    );
    expect(changes.items).toHaveLength(before.length);
    expect(await Promise.all(tokens.map(statusOf))).toEqual(tokens.map(() => 401));
    await now.stop();
    expect(await findingsOf(house)).toEqual([]);
    expect(house.journal.faults).toEqual([]);
    process.stdout.write(
      `${engine}: ${KILLS} kills, ${before.length} keys of tokens, ${house.journal.facts.length} acknowledged facts\n`,
    );
  });
});
