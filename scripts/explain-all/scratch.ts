/**
 * A service over a data folder of its own, thrown away when done: register and decisions are imported, then it is
 * asked.
 * Flow:    explain-all.ts → here → src/service.ts, import.
 * Promise: no installation that exists is touched.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { type Service, startService } from '../../src/service.ts';
import { recordInHouse } from '../import/recording.ts';
import type { ImportTally } from '../import/tally.ts';
import { importLines } from '../import.ts';

export interface Scratch {
  readonly service: Service;
  readonly registered: ImportTally;
  readonly decided: ImportTally;
  stop(): Promise<void>;
}

interface Files {
  readonly register: string;
  readonly decisions: string;
  readonly drop: readonly string[];
}

export async function scratchFor({ register, decisions, drop }: Files): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-explain-'));
  const config = readConfig({
    CANDOR_DATA_DIR: join(folder, 'data'),
    CANDOR_WITNESS_DIR: join(folder, 'witness'),
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  if ('faults' in config) throw new Error(config.faults.join('\n'));
  const service = await startService(config);
  const take = recordInHouse(service.house, 'explain-all');
  const registered = await importLines(register, { name: basename(register), drop: [] }, take);
  const decided = await importLines(decisions, { name: basename(decisions), as: 'automated-decision', drop }, take);
  return {
    service,
    registered,
    decided,
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
