/**
 * `npm run rotate-keys`: changes a key of the house for a new one, beside a running service.
 * Flow:    command line → here → seal (master key), rotate-keys/ → keystore; the service records it in the ledger.
 * Promise: may be stopped at any moment and begun again; without a key of its own named, and with `--plan`, it changes
 *          nothing.
 * Source:  docs/design.md 6; docs/operating.md; decision 0124.
 */
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import type { Keyring, KeyStore } from '../src/seal/keys.ts';
import { type RotatedMaster, rotateMaster } from '../src/seal/seal.ts';
import { takeLock } from '../src/store/lock-file.ts';
import { Unavailable } from '../src/store/store.ts';
import { rotatedKeys } from '../src/vocabulary/rotated-key.ts';
import { command, Misused, print } from './command-line/command.ts';
import { withKeystore } from './installation/keys.ts';
import { configFor } from './installation/where.ts';
import { logNow, rotateLog } from './rotate-keys/log.ts';
import { changeTokens, wordsOfTokens } from './rotate-keys/tokens.ts';

const HELP = `Changes a key of the house for a new one. The service may be running. Stopped in the middle, it is simply run again.

  npm run rotate-keys -- master --by <id>   the key that wraps every other key; the old one then opens nothing
  npm run rotate-keys -- log --by <id>      the key that signs checkpoints; publish the new line of log.vkey beside the old
  npm run rotate-keys -- tokens --by <id>   the key that signs the tokens made here; tokens of before stay good until they end
  npm run rotate-keys -- --plan             how the keys stand, and what would be done; changes nothing

  --by <id>        who does it: the id of a member of staff, as in their tokens; the ledger names their pseudonym
  --plan           says what would be done, and changes nothing
  --keep-nothing   the old master key is kept nowhere: no backup made before opens any more (default: it is moved to a
                   file beside, named for the day on which the last of them is over, CANDOR_BACKUP_LIFE)
  --at-once        tokens made before are refused from now on; whoever uses one needs a new one (default: until they end,
                   a day at most)
  --data <folder>  the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo           the data folder of the demo, data/demo
  --json           what was done as JSON
  --help           this text

Every node must reach the same master key file. The change stands in the ledger a second after it (key.rotated), or after
the next start where the service is not running.

Exit: 0 changed, or planned · 1 it could not be changed; run it again · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  takesWords: true,
  options: {
    by: { type: 'string' },
    plan: { type: 'boolean' },
    'keep-nothing': { type: 'boolean' },
    'at-once': { type: 'boolean' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values, words }) {
    const config = configFor(values);
    const wanted = wantedKey(words, values.plan === true);
    if (values.plan === true)
      return withKeystore(config, { readOnly: true }, (keys) => plan(config, keys, values.json));
    if (values.by === undefined || values.by === '') throw new Misused('Say who does it with --by.');
    const wish = wishOf(values, values.by);
    return alone(config, () =>
      withKeystore(config, { readOnly: false }, (keys) => rotations[wanted](config, keys, wish)),
    );
  },
});

function wishOf(values: { readonly [name: string]: unknown; readonly json?: boolean }, by: string): Wish {
  return {
    by,
    keepsNothing: values['keep-nothing'] === true,
    isAtOnce: values['at-once'] === true,
    json: values.json,
  };
}

function wantedKey(words: readonly string[], isPlan: boolean): keyof typeof rotations {
  const [word = isPlan ? 'master' : '', ...more] = words;
  const key = rotatedKeys.find((each) => each === word);
  if (key === undefined || !(key in rotations) || more.length > 0)
    throw new Misused(`Name one key: ${Object.keys(rotations).join(', ')}.`);
  return key as keyof typeof rotations;
}

interface Keys {
  readonly keyring: Keyring;
  readonly store: KeyStore;
}

interface Wish {
  readonly by: string;
  readonly keepsNothing: boolean;
  readonly isAtOnce: boolean;
  readonly json: boolean | undefined;
}

/** One rotation at a time: two that begin at once would each make a next key. */
async function alone<T>({ dataDir }: Config, work: () => Promise<T>): Promise<T> {
  const lock = lockIn(dataDir);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

function lockIn(dataDir: string): ReturnType<typeof takeLock> {
  try {
    return takeLock(join(dataDir, 'rotate.lock'));
  } catch (fault) {
    if (!(fault instanceof Unavailable) || fault.code !== 'data-folder-in-use') throw fault;
    throw new Error('Another rotation is running. Wait for its end.');
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const DAY_MS = 86_400_000;
/** The day after the last backup of now is over. */
const keepUntil = ({ backupLifeMs }: Config): string => dayOf(systemClock.now() + backupLifeMs + DAY_MS);

const rotations = {
  async master(config: Config, { store, keyring }: Keys, { by, keepsNothing, json }: Wish): Promise<number> {
    const done = await rotateMaster({
      store,
      file: config.masterKeyFile,
      by: keyring.actorPseudonym(by),
      now: systemClock.now(),
      keepUntil: keepsNothing ? undefined : keepUntil(config),
    });
    print(json, done, wordsOf(done, config));
    return done.stillThere === undefined ? 0 : 1;
  },
  async log(config: Config, keys: Keys, { by, json }: Wish): Promise<number> {
    const done = await rotateLog(config, keys, by);
    const summary = [
      `Log ${done.log} is signed by a new key: ${done.to}`,
      'It is the last line of log.vkey. Publish it beside the old one, which goes on proving what it signed.',
    ];
    print(json, done, summary.join('\n'));
    return 0;
  },
  async tokens(config: Config, keys: Keys, { by, isAtOnce, json }: Wish): Promise<number> {
    const done = await changeTokens(config, keys, { by, isAtOnce });
    print(json, done, wordsOfTokens(done, config, isAtOnce));
    return 0;
  },
} as const;

function wordsOf({ to, keys, kept, stillThere }: RotatedMaster, { masterKeyFile }: Config): string {
  const wrapped = `Master key ${to} wraps all ${keys} keys; an older one opens none of them.`;
  if (stillThere !== undefined)
    return `${wrapped}\nThe older one could not be taken out of ${masterKeyFile} (${stillThere}). Take its line out where the file comes from.`;
  return [
    wrapped,
    ...kept.map(
      (file) => `Backups of before need the older one: it is in ${file}. Keep that apart, and delete it on that day.`,
    ),
    'Make a backup now, and a copy of the new master key file where you keep such things.',
  ].join('\n');
}

async function plan(config: Config, { keyring }: Keys, json: boolean | undefined): Promise<number> {
  const { number, next, keys } = await keyring.masterState();
  const old = keys.reduce((sum, each) => sum + (each.master === (next ?? number + 1) ? 0 : each.keys), 0);
  const log = await logNow(config);
  const { kid } = keyring.issuer();
  const planned = {
    log,
    tokens: { kid },
    master: { number, next: next ?? number + 1, isBegun: next !== undefined, keys: old },
  };
  const { master } = planned;
  print(
    json,
    planned,
    [
      `master  key ${number}${master.isBegun ? `; a change to key ${master.next} was begun and not ended` : ''}.`,
      `        It would wrap ${old} keys under key ${master.next}, and move the older one out of ${config.masterKeyFile}`,
      `        to a file kept until ${keepUntil(config)} for backups of before. The service goes on meanwhile.`,
      `log     log ${log.log} is signed by ${log.vkey}`,
      '        It would be signed by a new key, named under a checkpoint of this one; what was signed stays proven.',
      `tokens  signed by ${kid}`,
      '        They would be signed by a new key; those made before would stay good until they end, or end with --at-once.',
    ].join('\n'),
  );
  return 0;
}
