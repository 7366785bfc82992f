/**
 * Services whose numbers a real Prometheus scrapes, which judges by the alarms that we ship.
 * Flow:    test/prove/alarms-*.test.ts → here → prometheus; services in processes of their own.
 * Promise: whoever waits for an alarm waits as long as a busy machine may need, and no longer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { aFreePort } from '../http/a-free-port.ts';
import { startPrometheus } from '../prometheus.ts';
import { type Callable, sendUse } from '../store/keyed-load.ts';
import type { Environment } from './spawned.ts';

/** What is told late on a busy machine is what would be told at once on another. */
const PATIENCE = { timeout: 90_000, interval: 250 };

export interface Alarmed<Role extends string> {
  /** Where everything of these services lies. */
  readonly folder: string;
  readonly ports: Readonly<Record<Role, number>>;
  environmentFor(role: Role, more?: Environment): Environment;
  fires(role: Role, ...alerts: readonly string[]): Promise<void>;
  silent(role: Role, ...alerts: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export async function alarmed<Role extends string>(roles: readonly Role[]): Promise<Alarmed<Role>> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-alarmed-'));
  const pairs = await Promise.all(roles.map(async (role) => [role, await aFreePort()] as const));
  const ports = Object.fromEntries(pairs) as Record<Role, number>;
  const prometheus = await startPrometheus(folder, Object.values<number>(ports));
  return {
    folder,
    ports,
    environmentFor: (role, more = {}) => ({
      CANDOR_DATA_DIR: join(folder, role, 'data'),
      CANDOR_WITNESS_DIR: join(folder, role, 'witness'),
      CANDOR_MASTER_KEY_FILE: join(folder, `${role}.key`),
      METRICS_PORT: String(ports[role]),
      ...more,
    }),
    async fires(role, ...alerts) {
      for (const alert of alerts) await expect.poll(() => prometheus.firing(ports[role]), PATIENCE).toContain(alert);
    },
    async silent(role, ...alerts) {
      for (const alert of alerts)
        await expect.poll(() => prometheus.firing(ports[role]), PATIENCE).not.toContain(alert);
    },
    async stop() {
      await prometheus.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody asks now and then, as everywhere: a fault that nobody meets is none. */
export function asking(service: Callable): { stop(): Promise<void> } {
  let isOver = false;
  const going = (async () => {
    while (!isOver) {
      await sendUse(service, crypto.randomUUID()).catch(() => undefined);
      await pause(200);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await going;
    },
  };
}
