/**
 * `npm run data-map`: what connected systems would be asked for a person, and whether their maps fit.
 * Flow:    command line → systems/read-maps, connectors/sql (its check) → the terminal.
 * Promise: reads maps and catalogues of databases, never a row; changes nothing.
 * Source:  docs/connected-systems.md.
 */
import { systemClock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { checkProcessor } from '../src/connectors/opendsr/opendsr-system.ts';
import { addressRules } from '../src/connectors/public-address.ts';
import { checkStorage } from '../src/connectors/s3/s3-system.ts';
import { secretsKept } from '../src/connectors/secret-file.ts';
import { checkSystem } from '../src/connectors/sql/sql-system.ts';
import type { SecretOf } from '../src/connectors/system-work.ts';
import { readNetwork } from '../src/network.ts';
import { isSignedByProcessor, newMaskingChance, uuidFor } from '../src/seal/seal.ts';
import { type ConnectedSystem, readMaps } from '../src/systems/read-maps.ts';
import { command, Misused, onlyWord, print } from './command-line/command.ts';
import { planWords } from './data-map/plan-words.ts';
import { isInstalled, withKeyring } from './installation/keys.ts';

const HELP = `Shows what connected systems would be asked for a person, and holds their maps against the databases.

  npm run data-map -- plan             every step, from the maps alone
  npm run data-map -- check            also asks each database for its tables and columns, with its reading account, each
                                       bucket whether it answers, and each processor what it takes

  --maps <folder>     instead of CANDOR_DATA_MAPS
  --secrets <folder>  instead of CANDOR_SYSTEM_SECRETS; what npm run credentials keeps goes before it
  --system <key>      only this one
  --json              the same as JSON
  --help              this text

No row of anybody is read, and nothing is changed.
Exit: 0 good · 1 a map has a fault, or a database does not fit · 2 the command cannot be understood.
`;

interface Folders {
  readonly maps: string;
  readonly secrets: string | undefined;
}

/** Which addresses inside the network may be asked. */
function rulesOfSystems() {
  const config = readConfig();
  return addressRules('faults' in config ? [] : config.webhookNetworks.flatMap((text) => readNetwork(text) ?? []));
}

function foldersOf(values: { readonly maps?: string | undefined; readonly secrets?: string | undefined }): Folders {
  const config = readConfig();
  const set = 'faults' in config ? undefined : config;
  const maps = values.maps ?? set?.dataMaps;
  if (maps === undefined) throw new Misused('Which maps? Name their folder with --maps, or set CANDOR_DATA_MAPS.');
  return { maps, secrets: values.secrets ?? set?.systemSecrets };
}

/** Nothing is asked of anybody, so that no id is made and no name hashed. */
const signatures = { now: systemClock.now, isSigned: isSignedByProcessor, uuidFor, hash: () => '' };

async function checked(connected: ConnectedSystem, secret: SecretOf) {
  if (connected.kind === 'database') return checkSystem({ plan: connected.plan, secret, chance: newMaskingChance });
  if (connected.kind === 'opendsr')
    return checkProcessor({ system: connected.system, secret, rules: rulesOfSystems(), ...signatures });
  return connected.kind === 's3' ? checkStorage({ system: connected.system, secret, rules: rulesOfSystems() }) : [];
}

/** What does not fit, in words; nothing for systems that have no catalogue. */
async function unfit(connected: ConnectedSystem, secret: SecretOf): Promise<readonly string[]> {
  const { key } = connected.system;
  const found = await checked(connected, secret);
  if ('failed' in found) return [`${key}: it could not be asked: ${[found.failed, ...found.details].join(' ')}.`];
  return found.map((fault) => `${key}: ${fault}`);
}

/** Those of the installation, where there is one, before those of the folder. */
async function withSecrets<T>(folder: string | undefined, work: (secret: SecretOf) => Promise<T>): Promise<T> {
  const config = readConfig();
  if ('faults' in config || !isInstalled(config)) return work(secretsKept(undefined, folder));
  return withKeyring(config, (keyring) => work(secretsKept((name) => keyring.credential(name), folder)));
}

export const main = command({
  help: HELP,
  options: {
    maps: { type: 'string' },
    secrets: { type: 'string' },
    system: { type: 'string' },
    json: { type: 'boolean' },
  },
  takesWords: true,
  async run({ values, words }) {
    const what = onlyWord(words, 'Say plan or check.');
    if (what !== 'plan' && what !== 'check') throw new Misused('Say plan or check.');
    const { maps, secrets } = foldersOf(values);
    const read = readMaps(maps);
    const systems = read.systems.filter(({ system }) => values.system === undefined || system.key === values.system);
    if (values.system !== undefined && systems.length === 0 && read.faults.length === 0)
      throw new Misused(`There is no system ${values.system}.`);
    const live =
      what === 'check'
        ? await withSecrets(secrets, (secret) => Promise.all(systems.map((each) => unfit(each, secret))))
        : [];
    const faults = [...read.faults, ...live.flat()];
    const told = [
      ...systems.map(planWords),
      ...(read.notes.length === 0 ? [] : [`Worth knowing:\n${read.notes.map((note) => `  ${note}`).join('\n')}\n`]),
      faults.length === 0
        ? what === 'check'
          ? 'The maps fit the databases.'
          : 'The maps hold together.'
        : `To mend before anything runs:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    ];
    print(values.json, { systems, faults, notes: read.notes }, told.join('\n'));
    return faults.length === 0 ? 0 : 1;
  },
});
