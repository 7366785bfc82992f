/**
 * Asks the service that runs over these data what it noticed, because some faults show only while people call.
 * Flow:    doctor → here (the address in the data folder) → GET /readyz → findings.
 * Promise: waits two seconds at most; a service that does not run is a note and no fault.
 * Source:  decision 0048.
 */
import { readAddress } from '../../src/address.ts';
import type { Config } from '../../src/config.ts';
import { type DoctorFinding, good, note } from './finding.ts';

const ABOUT = 'service';
const WAIT_MS = 2000;

interface Health {
  readonly status?: string;
  readonly notes?: readonly string[];
}

export async function lookAtService({ dataDir }: Pick<Config, 'dataDir'>): Promise<readonly DoctorFinding[]> {
  const address = readAddress(dataDir);
  const health = address === undefined ? undefined : await healthAt(address);
  if (health === undefined) return [note(ABOUT, 'it does not run, so it was not asked what it noticed')];
  const { status = 'unknown', notes = [] } = health;
  return [good(ABOUT, `it runs and says: ${status}`), ...notes.map((words) => note(ABOUT, words))];
}

async function healthAt(address: string): Promise<Health | undefined> {
  try {
    const told = await fetch(new URL('/readyz', address), { signal: AbortSignal.timeout(WAIT_MS) });
    return (await told.json()) as Health;
  } catch {
    return undefined;
  }
}
