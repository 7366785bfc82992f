/**
 * Which installation a command is about: that of the environment, another folder, or the demo.
 * Flow:    command line and environment → here → open-house, keys.
 * Promise: faults of the configuration are told all at once; the demo never touches another installation.
 * Source:  docs/design.md 9.
 */
import { join } from 'node:path';
import { type Config, readConfig, unknownNames } from '../../src/config.ts';

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
      // What nobody knows is refused here too, and not left out unsaid.
      ...Object.fromEntries([...forDemo, ...unknownNames(process.env)].map((name) => [name, process.env[name]])),
      CANDOR_DATA_DIR: demoFolder,
      CANDOR_COMPANY: 'Alder Bank',
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
