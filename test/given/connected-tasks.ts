/**
 * A service with connected systems, and its tasks worked as the service would work them.
 * Flow:    tests of pages and lists → here → the job over the house of the service.
 */
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tasksOf } from '../../src/composed/connected.ts';
import { workTasks } from '../../src/jobs/work-tasks.ts';
import { sure } from './a-shop.ts';
import type { RunningService } from './service.ts';

export const cellar = { key: 'cellar', name: 'Paper files', kind: 'manual', steps: 'Look in the cellar.' };

/** A system that is asked at this address. */
export const letters = (url: string, more: object = {}) => ({
  key: 'letters',
  name: 'Letters',
  kind: 'http',
  url,
  secret: 'letters',
  identities: ['customer'],
  ...more,
});

/** The folder of an operator with these systems. */
export async function aDataMap(systems: readonly object[]) {
  const folder = mkdtempSync(join(tmpdir(), 'candor-maps-'));
  const write = (now: readonly object[]): Promise<void> =>
    writeFile(join(folder, 'systems.yaml'), JSON.stringify({ systems: now }));
  await write(systems);
  await writeFile(join(folder, 'letters'), 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  return {
    variables: { CANDOR_DATA_MAPS: folder, CANDOR_SYSTEM_SECRETS: folder },
    folder,
    write,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Opens and runs what is due, a round at a time. */
export async function workRounds(service: RunningService, folder: string, rounds = 2): Promise<void> {
  const working = await tasksOf({ systemSecrets: folder, webhookNetworks: ['127.0.0.0/8'] }, service.house);
  for (let round = 0; round < rounds && working !== undefined; round += 1) {
    await workTasks(working);
    service.clock.wind(1);
  }
}

const clerk = { scope: 'requests', sub: 'officer' };

/** A request of which it is sure who asks. */
export async function aSureRequest(service: RunningService, kind: 'access' | 'erasure', subject: string) {
  const { id } = sure(await service.call('POST', '/v1/requests', { json: { kind, subject }, ...clerk })).body;
  const json = { reason: 'He showed his card.', level: 'reasonably-high' };
  sure(await service.call('POST', `/v1/requests/${id}/verify`, { json, ...clerk }));
  return id as string;
}
