/**
 * `npm run setup`: asks, or takes flags, and writes a file of settings and a master key for production.
 * Flow:    command line, environment, terminal → here → <folder>/candor.env, <folder>/master.key.
 * Promise: nothing is written that the service would refuse to start with; both files are their owner's alone, and
 *          nothing is ever written over a file that is there.
 * Source:  docs/deploying.md.
 */
import { chmodSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Config, readConfig, type SettingName } from '../src/config.ts';
import { makeFolder } from '../src/folder.ts';
import { openMasterKeys } from '../src/seal/master-key.ts';
import { command, Misused, print } from './command-line/command.ts';
import { lookAtSettings } from './doctor/production.ts';
import { envLine } from './settings/env-file.ts';
import { settings } from './settings/table.ts';
import { questions, type SetupQuestion } from './setup/questions.ts';
import { writeSecretFile } from './setup/secret-file.ts';

const width = Math.max(...questions.map(({ flag }) => flag.length)) + '--'.length;

const HELP = `Writes candor.env and master.key into a folder, for systemd, compose, a shell or node --env-file.

  npm run setup -- --folder secrets
  npm run setup -- --folder secrets --yes --url https://privacy.example.com --contact "Example Bank; privacy@example.com"

  --folder <folder>        where both are written; made where it is missing
${questions.map(({ flag, name, ask }) => `  ${`--${flag}`.padEnd(width)}      ${name}: ${ask.charAt(0).toLowerCase()}${ask.slice(1)}\n`).join('')}  --set <NAME=value>       any other setting of docs/operating.md; may be said several times
  --yes                    asks nothing and takes what is usual
  --json                   what was written and what is still open, as JSON
  --help                   this text

A setting that stands in the environment is taken from there: passwords are better there than on a command line. Nothing is
asked where nobody sits at a terminal. A master key that is there is kept.
Exit: 0 written · 1 it could not be written · 2 something is missing or would be refused, or the command cannot be understood.
`;

type Known = Map<SettingName, string>;

const isSetting = (name: string): name is SettingName => settings.some((each) => each.name === name);

/** From the environment, then the flags, which count more. */
function givenBy(values: Readonly<Record<string, unknown>>): Known {
  const known: Known = new Map();
  for (const { name } of settings) {
    const value = process.env[name];
    if (value !== undefined && value !== '') known.set(name, value);
  }
  for (const { name, flag } of questions) if (typeof values[flag] === 'string') known.set(name, values[flag]);
  for (const pair of Array.isArray(values['set']) ? values['set'] : []) {
    const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/s.exec(String(pair)) ?? [];
    if (!isSetting(name))
      throw new Misused(`--set ${name || String(pair)}: there is no such setting; docs/operating.md lists them.`);
    known.set(name, value);
  }
  return known;
}

type Ask = (words: string) => Promise<string>;

/** Asks what is not known; without somebody to ask, takes what is usual. */
async function complete(known: Known, ask: Ask | undefined): Promise<void> {
  for (const question of questions) {
    const { name, after } = question;
    if (known.has(name) || (after !== undefined && !known.has(after))) continue;
    const usual = question.usual?.(known);
    const answer = ask === undefined ? '' : await ask(wordsOf(question, usual));
    const value = answer.trim() || usual;
    if (value !== undefined && value !== '') known.set(name, value);
  }
}

const wordsOf = ({ ask, isNeeded }: SetupQuestion, usual: string | undefined): string =>
  `${ask}${usual === undefined ? (isNeeded === true ? '' : ' (empty: none)') : ` [${usual}]`}: `;

async function completed(known: Known, isSilent: boolean): Promise<void> {
  if (isSilent || process.stdin.isTTY !== true) return complete(known, undefined);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Kept in order, also where somebody pastes all answers at once.
  const lines = terminal[Symbol.asyncIterator]();
  try {
    await complete(known, async (words) => {
      process.stderr.write(words);
      const { done, value } = await lines.next();
      if (done === true) throw new Error('Nothing was written: not every question was answered.');
      return value;
    });
  } finally {
    terminal.close();
  }
}

/** What the service would read; what is missing or wrong is told all at once. */
function demandGood(known: Known): Config {
  const missing = questions.filter(({ name, isNeeded }) => isNeeded === true && !known.has(name));
  const config = readConfig(Object.fromEntries(known));
  const faults = [
    ...missing.map(({ name, flag, ask }) => `${name}: say --${flag}. ${ask}.`),
    ...('faults' in config ? config.faults : []),
  ];
  if ('faults' in config || faults.length > 0)
    throw new Misused(`Nothing was written:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return config;
}

function write(folder: string, known: Known): { readonly files: readonly string[]; readonly isKeyNew: boolean } {
  const [env, key] = [join(folder, 'candor.env'), join(folder, 'master.key')];
  makeFolder(folder);
  chmodSync(folder, 0o700);
  known.set('CANDOR_MASTER_KEY_FILE', known.get('CANDOR_MASTER_KEY_FILE') ?? key);
  const lines = settings.flatMap(({ name }) => (known.has(name) ? [`${envLine(name, known.get(name) ?? '')}\n`] : []));
  const isKeyNew = !existsSync(key);
  writeSecretFile(
    env,
    `# Settings of Candor, written by npm run setup; docs/operating.md says what each is.\n${lines.join('')}`,
  );
  openMasterKeys(key, { create: true });
  return { files: [env, key], isKeyNew };
}

export const main = command({
  help: HELP,
  options: {
    folder: { type: 'string' },
    ...(Object.fromEntries(questions.map(({ flag }) => [flag, { type: 'string' }])) as Record<
      string,
      { type: 'string' }
    >),
    set: { type: 'string', multiple: true },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values }) {
    const given: Readonly<Record<string, unknown>> = values;
    if (typeof given['folder'] !== 'string') throw new Misused('Name the folder: --folder secrets.');
    const folder = resolve(given['folder']);
    const known = givenBy(given);
    await completed(known, given['yes'] === true);
    const config = demandGood(known);
    const { files, isKeyNew } = write(folder, known);
    const open = lookAtSettings(config).filter(({ state }) => state === 'bad');
    const key = isKeyNew
      ? 'Keep a copy of the master key where you keep such things: without it nothing can be opened.'
      : 'The master key that was there is kept.';
    const still =
      open.length === 0
        ? ''
        : `\nStill open before real data comes in:\n${open.map(({ words }) => `  ${words}`).join('\n')}`;
    print(given['json'] === true, { files, isKeyNew, open }, `Wrote ${files.join(' and ')}. ${key}${still}`);
    return 0;
  },
});
