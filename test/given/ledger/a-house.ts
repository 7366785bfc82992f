/**
 * A house with the company of examples/start.ndjson and one customer whose every word can be found again.
 * Flow:    examples → here → tests of erasure, backup and rebuilding.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresKit } from '../../../schema/kit.ts';
import { type Tables, tablesOf } from '../../../schema/tables.ts';
import { readLine } from '../../../scripts/import/lines.ts';
import { main as verify } from '../../../scripts/verify.ts';
import { windUpClock } from '../../../src/clock.ts';
import type { Caller } from '../../../src/commands/command.ts';
import type { CommandKind, InputOf } from '../../../src/commands/commands.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { type OpenHouse, openHouse } from '../../../src/house.ts';
import { root } from '../../../src/root.ts';
import { rowsQuery, type TableName } from '../../../src/store/query.ts';
import { isProblem, type Problem } from '../../../src/vocabulary/problems.ts';
import { aFilledDatabase } from '../postgres.ts';
import type { Engine } from '../service.ts';

export const officer: Caller = {
  principal: 'officer',
  actor: { id: 'act_officer', role: 'officer' },
  scopes: ['admin', 'requests', 'consent', 'use'],
};
export const self = (customer: string): Caller => ({
  principal: customer,
  actor: { id: 'self', role: 'self' },
  scopes: ['self'],
  self: customer,
});
const system: Caller = { principal: 'import', actor: { id: 'act_import', role: 'system' }, scopes: ['admin'] };
let count = 0;
export const by = (caller: Caller) => {
  count += 1;
  return { caller, requestId: `test-${count}` };
};

export interface Place {
  readonly folder: string;
  readonly clock: ReturnType<typeof windUpClock>;
  config(changes?: Readonly<Record<string, string>>): Config;
  open(changes?: Readonly<Record<string, string>>): Promise<OpenHouse>;
  drop(): Promise<void>;
}

export async function aPlace(engine: Engine): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-erasure-'));
  const database = engine === 'postgresql' ? await aFilledDatabase() : undefined;
  const clock = windUpClock(Date.parse('2026-11-02T09:00:00.000Z'));
  const config = (changes: Readonly<Record<string, string>> = {}): Config => {
    const read = readConfig({
      CANDOR_DATA_DIR: join(folder, 'data'),
      CANDOR_WITNESS_DIR: join(folder, 'witness'),
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
      ...changes,
    });
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read;
  };
  return {
    folder,
    clock,
    config,
    open: (changes) => openHouse(config(changes), clock),
    async drop() {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A command of the import, or of somebody who is named beside its kind. */
export async function does(
  house: OpenHouse,
  what: string | readonly [kind: string, caller: Caller],
  input: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const [kind, caller] = typeof what === 'string' ? [what, system] : what;
  // What a test sends is as wrong as the test wants it.
  const done = await house.record(kind as CommandKind, input as InputOf<CommandKind>, {
    ...by(caller),
    idempotency: { route: kind, key: `key-${count}`, body: JSON.stringify(input) },
  });
  if (isProblem(done)) throw new Error(`${kind}: ${JSON.stringify(done)}`);
  return JSON.parse(Buffer.from(done.bytes).toString()) as Readonly<Record<string, unknown>>;
}

export const problemOf = (answer: unknown): string | undefined =>
  isProblem(answer as Problem) ? (answer as Problem).problem : undefined;

export async function aCompany(house: OpenHouse): Promise<void> {
  const lines = readFileSync(join(root, 'examples/start.ndjson'), 'utf8').trim().split('\n');
  for (const [number, text] of lines.entries()) {
    const line = readLine(number + 1, text, { name: 'test', drop: [] });
    if ('refused' in line) throw new Error(JSON.stringify(line.refused));
    await does(house, line.kind.command, line.input);
  }
}

export const CANARY = 'Zq7canary';
export const PIA = `customer:${CANARY}1`;
const occurredAt = '2026-10-01T10:00:00.000Z';

/** Every word that can be said about a customer, with a canary in it; gives the id of her request to be erased. */
export async function aCanary(house: OpenHouse, customer = PIA): Promise<string> {
  const tag = customer.slice('customer:'.length);
  const identifiers = [`email:${tag}@example.org`, ...(customer === PIA ? ['phone:+49301234567'] : [])];
  await does(house, 'subject.describe', { subject: customer, identifiers, regimes: ['EU'], language: 'en' });
  const choice = {
    subject: customer,
    purpose: 'support-drafts',
    notice: { key: 'support-notice' },
    language: 'en',
    method: 'checkbox',
  };
  await does(house, 'consent.record', { ...choice, state: 'given', evidence: `form ${tag}`, occurredAt });
  await does(house, 'use.record', {
    subject: customer,
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    reference: `use ${tag}`,
    language: 'en',
  });
  await does(house, 'limit.record', {
    subject: customer,
    kind: 'objection',
    purpose: 'fraud-prevention',
    state: 'set',
    reason: `because ${tag}`,
    occurredAt,
  });
  const calendar = { timeZone: 'UTC', holidays: [] };
  await does(house, ['request.open', self(customer)], { kind: 'access', message: `what of ${tag}`, calendar });
  const asked = await does(house, ['request.open', self(customer)], {
    kind: 'erasure',
    message: `please ${tag}`,
    calendar,
  });
  return String(asked['id']);
}

/** The same of somebody who stays after all: while an erasure waits, nothing about them is used. */
export async function staysAfterAll(house: OpenHouse, customer: string): Promise<void> {
  const request = await aCanary(house, customer);
  await does(house, 'request.step', { request, step: 'cancel', reason: 'They stay.' });
}

export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** The word as it may hide in a file: text, wide text, hex, base64 at three offsets. */
export function disguises(word: string): readonly Buffer[] {
  const bytes = Buffer.from(word);
  const base64 = [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const sure = text.slice(offset === 0 ? 0 : 4, text.length - 2);
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const json = [...word].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const url = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const texts = [
    word,
    word.toLowerCase(),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    url,
    json,
    ...base64,
  ];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(word, 'utf16le')];
}

export const found = (folder: string, word: string): readonly string[] => {
  const looks = disguises(word);
  return filesIn(folder).filter((file) => {
    const bytes = readFileSync(file);
    return looks.some((look) => bytes.includes(look));
  });
};

const wholeTables = (Object.keys(tablesOf(postgresKit)) as TableName[]).map(
  (name) =>
    [
      name,
      rowsQuery<object>()(`whole ${name}`, ({ db, t }) => db.select().from(t[name] as Tables['reviews'])),
    ] as const,
);

/** The tables of the database in whose rows the word stands, however it is written. */
export async function foundInRows(house: OpenHouse, word: string): Promise<readonly string[]> {
  const looks = disguises(word);
  const places: string[] = [];
  for (const [name, whole] of wholeTables) {
    const cells = (await house.store.one(whole, {})).flatMap((row): readonly unknown[] => Object.values(row));
    const bytes = cells.map((cell) =>
      cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(JSON.stringify(cell) ?? ''),
    );
    if (bytes.some((cell) => looks.some((look) => cell.includes(look)))) places.push(name);
  }
  return places;
}

/** The exit code of `verify` over everything that this place keeps. */
export const verifiedAll = ({ folder }: Place): Promise<number> =>
  verify(['--all', '--json', '--data', join(folder, 'data'), '--witness', join(folder, 'witness')]);

/** What a command prints is for people. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}
