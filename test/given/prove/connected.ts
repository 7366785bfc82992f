/**
 * A service as a process of its own, with a shop on a real PostgreSQL and a letter service over HTTP connected to it.
 * Flow:    test/prove → here → spawned.ts, shop/shop.ts, http/a-system.ts.
 * Promise: the letter service does what is asked under one id once, as the documentation tells it to; what was done
 *          and not yet answered can be held back.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sure } from '../a-shop.ts';
import { type AskedOfSystem, answersWell, aSystem } from '../http/a-system.ts';
import { aDatabase } from '../postgres.ts';
import { emailOf, mapsFolder, markOf, phoneOf, postgresShop } from '../shop/shop.ts';
import { stallingProxy } from '../store/stalling-proxy.ts';
import { callableAt } from './callable.ts';
import { type Environment, type Spawned, spawnService } from './spawned.ts';

export const customerOf = (person: number): string => `customer:K-${markOf(person)}`;

/** A letter service: it has one letter of everybody until it is told to erase it. */
async function letterService() {
  const system = await aSystem();
  const erased = new Map<string, number>();
  const known = new Set<string>();
  const held: (() => void)[] = [];
  let isHolding = false;
  system.answers((asked: AskedOfSystem, response: ServerResponse) => {
    const id = String(asked.headers['webhook-id']);
    const [customer = ''] = asked.subject['customer'] ?? [];
    if (asked.type === 'person.erasure' && !known.has(id)) erased.set(customer, (erased.get(customer) ?? 0) + 1);
    known.add(id);
    if (isHolding) held.push(() => answersWell(asked, response));
    else answersWell(asked, response);
  });
  return {
    url: system.url,
    asked: system.asked,
    stop: system.stop,
    /** How often a person was erased there. */
    erasedTimes: (person: number): number => erased.get(`K-${markOf(person)}`) ?? 0,
    /** Does what it is asked, and answers nobody until `answers`. */
    holds() {
      isHolding = true;
    },
    answers() {
      isHolding = false;
      for (const answer of held.splice(0)) answer();
    },
  };
}

export async function aConnectedHouse(people: number, house: Environment = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'candor-connected-kill-'));
  const database = await aDatabase();
  const shop = await postgresShop(database.url, people);
  const wire = await stallingProxy(shop.eraseUrl);
  const through = (url: string): string => {
    const their = new URL(wire.url);
    their.username = new URL(url).username;
    return their.href;
  };
  const letters = await letterService();
  const seen = { ...shop, readUrl: through(shop.readUrl), eraseUrl: through(shop.eraseUrl) };
  const other = `  - { key: letters, name: Letters, kind: http, url: '${letters.url}', secret: letters, identities: [customer] }\n`;
  const { maps, secrets } = await mapsFolder(folder, seen, (text) => text + other);
  await writeFile(join(secrets, 'letters'), 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  const data = join(folder, 'data');
  const environment: Environment = {
    CANDOR_DATA_DIR: data,
    CANDOR_DATA_MAPS: maps,
    CANDOR_SYSTEM_SECRETS: secrets,
    CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8',
    ...house,
  };
  return {
    shop,
    wire,
    letters,
    data,
    environment,
    async close() {
      letters.stop();
      await wire.close();
      await shop.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type ConnectedHouse = Awaited<ReturnType<typeof aConnectedHouse>>;

/** The process that works for it now, and requests as staff file them. */
export async function working({ environment }: Pick<ConnectedHouse, 'environment'>, more: Environment = {}) {
  const service: Spawned = await spawnService({ ...environment, ...more });
  const { call } = await callableAt(service.url, environment);
  const json = (body: object) => ({ json: body });
  return {
    ...service,
    call,
    async knows(person: number) {
      const identifiers = [`email:${emailOf(person)}`, `phone:${phoneOf(person)}`];
      const about = { regimes: ['EU'], ageBand: 'adult', language: 'en', identifiers };
      sure(await call('PUT', `/v1/subjects/${customerOf(person)}`, json(about)));
    },
    /** Its id; it is sure who asks. */
    async files(kind: 'access' | 'erasure', person: number): Promise<string> {
      const { id } = sure(await call('POST', '/v1/requests', json({ kind, subject: customerOf(person) }))).body;
      const how = { reason: 'She showed her card.', level: 'reasonably-high' };
      sure(await call('POST', `/v1/requests/${id}/verify`, json(how)));
      return id;
    },
    fulfil: async (id: string) => sure(await call('POST', `/v1/requests/${id}/fulfil`, json({}))),
    tasks: async (id: string) => sure(await call('GET', `/v1/requests/${id}/tasks`)).body.items,
    async becomes(id: string, state: string, system?: string) {
      const states = async (): Promise<string[]> =>
        (await this.tasks(id))
          .filter((task: { system: string }) => task.system === (system ?? task.system))
          .map((task: { state: string }) => task.state);
      const ended = { timeout: 90_000, interval: 50, message: `${system ?? 'all systems'} of ${id}` };
      await expect.poll(async () => [...new Set(await states())], ended).toEqual([state]);
    },
    async certificate(id: string) {
      const look = () => call('GET', `/v1/requests/${id}/certificate`);
      await expect.poll(async () => (await look()).status, { timeout: 90_000, interval: 50 }).toBe(200);
      return (await look()).body;
    },
  };
}
export type Working = Awaited<ReturnType<typeof working>>;

/** Files of the house that hold a text. */
export function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
}
