/**
 * Row: a permission that the client remembers, asked for in process while the stream of changes is heard.
 * Flow:    bench → here → client/src/permissions.ts over a running service.
 * Promise: every answer that is counted was remembered; what was asked live in between is not.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPermissions, type Permissions } from '../../../client/src/permissions.ts';
import { readConfig } from '../../../src/config.ts';
import { startService } from '../../../src/service.ts';
import { freshFolder } from '../a-house.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf, quantile } from '../take-turns.ts';

const question = { subject: 'customer:42', aiSystem: 'bench', purpose: 'bench' } as const;
const english = (en: string) => ({ en });

/** A purpose that rests on a contract, so that nobody has to agree first. */
async function declare(url: string, token: string): Promise<void> {
  const put = async (path: string, body: object): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method: 'PUT', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await put('/v1/purposes/bench', {
    name: english('Delivery'),
    description: english('We bring you what you ordered.'),
    kind: 'ai-inference',
    legalBasis: { EU: 'contract' },
    dataCategories: ['messages'],
  });
  await put('/v1/ai-systems/bench', { name: english('Helper'), purposes: ['bench'], dataCategories: ['messages'] });
  await put('/v1/subjects/customer:42', { regimes: ['EU'], ageBand: 'adult', language: 'en' });
}

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const folder = freshFolder();
  const config = readConfig({ CANDOR_DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' });
  if ('faults' in config) throw new Error(config.faults.join('\n'));
  const service = await startService(config);
  const token = await service.token({ sub: 'bench', scope: 'use registry consent' });
  await declare(service.url, token);
  const permissions = openPermissions({ url: service.url, token });
  try {
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) samples.push(...(await oneRound(permissions, quick ? 20 : 200)));
    const [p50, p99] = [medianOf(samples), quantile(samples, 0.99)];
    const shown = `p50 ${p50.toFixed(2)} µs, p99 ${p99.toFixed(2)} µs`;
    return { shown, met: p50 <= 5, numbers: { p50Us: p50, p99Us: p99 } };
  } finally {
    permissions.close();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const BLOCK = 1000;

/** Microseconds for one answer, each of them the mean of a block. */
async function oneRound(permissions: Permissions, blocks: number): Promise<readonly number[]> {
  const samples: number[] = [];
  while (samples.length < blocks) {
    while (!(await permissions.mayI(question)).remembered) await pause(20);
    const began = performance.now();
    let remembered = 0;
    for (let each = 0; each < BLOCK; each += 1) if ((await permissions.mayI(question)).remembered) remembered += 1;
    if (remembered === BLOCK) samples.push(((performance.now() - began) / BLOCK) * 1000);
  }
  return samples;
}

export const row: BenchRow = { ...plan['permission-remembered'], measure };
