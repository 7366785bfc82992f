/**
 * Which installation a command is about: that of the environment, another folder, or the demo.
 * Flow:    command line and environment → here → house, keys.
 * Promise: faults of the configuration are told all at once; the demo never touches another installation.
 * Source:  docs/design.md 9.
 */
import { join } from 'node:path';
import { type Config, readConfig } from '../../src/config.ts';
import { openHouse } from '../../src/house.ts';
import type { House } from '../../src/ports/house.ts';
import { Unavailable } from '../../src/store/store.ts';

export interface Where {
  readonly data?: string | undefined;
  readonly demo?: boolean | undefined;
}

export const demoFolder = join('data', 'demo');

/** What a demo takes from the environment; everything else has its default, so that the demo is the same everywhere. */
const forDemo = ['PORT', 'HOST', 'LOG_LEVEL'];

/** A folder that is named stands alone: it takes neither database nor witness nor key from the environment. */
const ofThePlace = ['CANDOR_DATA_DIR', 'CANDOR_WITNESS_DIR', 'CANDOR_MASTER_KEY_FILE', 'DATABASE_URL', 'KEYSTORE_URL'];

export function environmentFor({ data, demo }: Where): Readonly<Record<string, string | undefined>> {
  if (demo === true)
    return {
      ...Object.fromEntries(forDemo.map((name) => [name, process.env[name]])),
      CANDOR_DATA_DIR: demoFolder,
      CANDOR_COMPANY: 'Alder Bank',
      CANDOR_CONTACT: 'Alder Bank; privacy@alder-bank.example; 1 Alder Street, Dublin',
      CANDOR_DPO: 'Data protection officer of Alder Bank; dpo@alder-bank.example; 1 Alder Street, Dublin',
    };
  if (data === undefined) return process.env;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThePlace.includes(name))),
    CANDOR_DATA_DIR: data,
  };
}

export function configFor(where: Where): Config {
  const config = readConfig(environmentFor(where));
  if ('faults' in config)
    throw new Error(`The configuration has faults:\n${config.faults.map((fault) => `  ${fault}`).join('\n')}`);
  return config;
}

/** Opens the house for a command by hand; of two processes only one may write. */
export async function openFor(where: Where): Promise<House> {
  const config = configFor(where);
  try {
    return await openHouse(config);
  } catch (fault) {
    if (!(fault instanceof Unavailable) || fault.code !== 'data-folder-in-use') throw fault;
    throw new Error(`A server holds ${config.dataDir}. Stop it, or go through it with --url and --token.`);
  }
}
