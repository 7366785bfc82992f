/**
 * The services that a race is run against: spawned as `npm start` does, each with a caller, all ended with the test
 * file.
 * Flow:    stop-race.test.ts, withdraw-race.test.ts → here → spawned.ts, calls.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Call, callerOf, scope } from './calls.ts';
import { type Environment, spawnService, tokenFor } from './spawned.ts';

export interface RacedServices {
  readonly folder: string;
  /** Called in reverse order by `end`. */
  readonly ends: (() => unknown)[];
  started(environment: Environment): Promise<Call>;
  end(): Promise<void>;
}

export function racedServices(name: string): RacedServices {
  const folder = mkdtempSync(join(tmpdir(), `candor-${name}-`));
  const ends: (() => unknown)[] = [];
  return {
    folder,
    ends,
    async started(environment) {
      const service = await spawnService(environment);
      const { call, close } = callerOf(service.url, await tokenFor(environment, scope));
      ends.push(service.stop, close);
      return call;
    },
    async end() {
      for (const end of ends.reverse()) await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
