/**
 * A house of its own in a temporary folder, with one AI system that needs a consent and any number of people who gave
 * it.
 * Flow:    rows → here → src/house.ts.
 * Promise: everything is recorded through the commands of the API; the folder goes when the house is closed.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandKind, InputOf } from '../../src/commands/commands.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { openHouse } from '../../src/house.ts';
import type { House } from '../../src/ports/house.ts';
import type { Sender } from '../../src/ports/records.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';

export const purpose = 'suggestions';
const aiSystem = 'suggester';
export const personNumber = (at: number): string => `customer:${at}`;
export const aboutPerson = (at: number) => ({ subject: personNumber(at), aiSystem, purpose });

const GROUP = 256;
const caller = { principal: 'bench', actor: { id: 'bench', role: 'system' }, scopes: ['admin'] } as const;
export const sender: Sender = { caller, requestId: 'bench' };
const said = (en: string) => ({ en });
const declared = {
  name: said('Suggestions'),
  description: said('Suggests what may fit.'),
  dataCategories: ['purchases'],
};
const asking = {
  kind: 'marketing',
  legalBasis: { EU: 'consent' },
  defaultNotice: 'asked',
  onlineService: true,
  material: true,
} as const;
const notice = {
  title: said('May we?'),
  body: said('We look at your purchases.'),
  purposes: [purpose],
  explicit: false,
  material: true,
};

export interface BenchHouse {
  readonly house: House;
  readonly folder: string;
  close(): Promise<void>;
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'candor-bench-'));

export function configIn(folder: string): Config {
  const config = readConfig({ CANDOR_DATA_DIR: folder, LOG_LEVEL: 'silent', PORT: '0' });
  if ('faults' in config) throw new Error(config.faults.join(', '));
  return config;
}

export async function aHouse(people: number): Promise<BenchHouse> {
  const folder = freshFolder();
  const house = await openHouse(configIn(folder));
  await furnish(house, people);
  return {
    house,
    folder,
    async close() {
      await house.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Declares what is used, and lets so many people agree to it. */
export async function furnish(house: House, people: number): Promise<void> {
  await recordAll(house, 'purpose.publish', [{ key: purpose, body: { ...declared, ...asking } }]);
  await recordAll(house, 'notice.publish', [{ key: 'asked', body: notice }]);
  await recordAll(house, 'ai-system.publish', [{ key: aiSystem, body: { ...declared, purposes: [purpose] } }]);
  for (let from = 0; from < people; from += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, people - from) }, (_, at) => ({
      subject: personNumber(from + at),
      purpose,
      state: 'given' as const,
    }));
    await recordAll(house, 'consent.record', group);
  }
}

/** People in turn, each with as many uses as the others. */
export async function filledWithUses(
  folder: string,
  { people, uses }: { readonly people: number; readonly uses: number },
): Promise<void> {
  const house = await openHouse(configIn(folder));
  await furnish(house, people);
  for (let from = 0; from < uses; from += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, uses - from) }, (_, at) => ({
      ...aboutPerson((from + at) % people),
      language: 'en',
    }));
    await recordAll(house, 'use.record', group);
  }
  await house.close();
}

export async function recordAll<K extends CommandKind>(
  house: House,
  kind: K,
  inputs: readonly InputOf<K>[],
): Promise<void> {
  const recorded = await house.recordMany(
    kind,
    inputs.map((input) => ({ input, sender })),
  );
  const wrong = recorded.find((each) => isProblem(each) || each.status > 299);
  if (wrong !== undefined)
    throw new Error(
      `${kind} was refused: ${isProblem(wrong) ? JSON.stringify(wrong) : Buffer.from(wrong.bytes).toString()}`,
    );
}
