/**
 * Row: what a use and a person with one choice take on the disk, in all files of an installation on SQLite.
 * Flow:    bench → here → src/house.ts; docs/capacity.md reckons with it.
 * Promise: measured as the difference that many more of them make to the closed files, indexes and stored replies
 *          included.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openHouse } from '../../../src/house.ts';
import { aboutPerson, configIn, freshFolder, furnish, recordAll } from '../a-house.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';

const GROUP = 256;

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? bytesIn(join(folder, entry.name)) : statSync(join(folder, entry.name)).size))
    .reduce((sum, bytes) => sum + bytes, 0);

/** An installation with so many people and uses, closed; its size in bytes. */
async function sizeWith(people: number, uses: number): Promise<number> {
  const folder = freshFolder();
  try {
    const house = await openHouse(configIn(folder));
    await furnish(house, people);
    for (let from = 0; from < uses; from += GROUP) {
      const group = Array.from({ length: GROUP }, (_, at) => ({
        ...aboutPerson((from + at) % people),
        language: 'en',
      }));
      await recordAll(house, 'use.record', group);
    }
    await house.close();
    return bytesIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure({ quick }: MeasureOptions): Promise<Measured> {
  const [people, uses] = quick ? [GROUP * 4, GROUP * 8] : [GROUP * 16, GROUP * 200];
  const few = await sizeWith(GROUP, GROUP);
  const peopled = await sizeWith(people, GROUP);
  const used = await sizeWith(people, uses);
  const bytesPerPerson = (peopled - few) / (people - GROUP);
  const bytesPerUse = (used - peopled) / (uses - GROUP);
  const shown = `${bytesPerUse.toFixed(0)} bytes a use, ${bytesPerPerson.toFixed(0)} a person`;
  return { shown, met: null, numbers: { bytesPerUse, bytesPerPerson, uses, people } };
}

export const row: BenchRow = { ...plan['disk-of-a-use'], measure };
