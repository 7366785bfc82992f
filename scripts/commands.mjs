/**
 * Every command of this project in one line each, and the tools that some of them are.
 * Flow:    run.mjs (`npm run help`, a command that nobody knows, the tools) → here.
 * Promise: names every npm script and no other; test/scripts/help.test.ts compares it with package.json.
 */
export const commands = {
  demo: 'a sample company with a year of life, served on this machine',
  start: 'starts the service on the data folder, or on PostgreSQL',
  gate: 'a gate before a model: asks Candor before each call goes on',
  authzen: 'a service for test suites of AuthZEN, with the scenarios of its working group',
  help: 'this list',
  token: 'makes a token for the API',
  link: 'makes a sign-in link for a customer or a member of staff',
  import: 'records a file of lines, into the data folder or into a running service',
  'sample-choices': 'makes up choices and uses for the people of a file of decisions',
  setup: 'writes a file of settings and a master key for production',
  doctor: 'looks at the configuration, the keys, the clock and the ledger; changes nothing',
  verify: 'checks evidence, a certificate or the whole ledger, without the service',
  backup: 'copies an installation into an empty folder, while the service runs',
  restore: 'puts a backup into an empty data folder and erases again who was erased since',
  'data-map': 'shows what connected systems would be asked for a person, before anything is asked',
  credentials: 'keeps, replaces or withdraws a credential of another system, while the service runs',
  'rebuild-views': 'folds all views anew from the ledger',
  'rotate-keys': 'changes a key of the house for a new one, while the service runs',
  'explain-all': 'explains every decision of a file and checks each explanation',
  'recompute-reasons': 'compares explanations with their decisions, without code of the service',
  plain: 'shows how plain the texts are that people read',
  figures: 'counts requests, reviews and erasures of a year, from the ledger of a running service',
  'house-figures': 'counts what the code is made of, alone or beside another revision',
  replies: 'keeps what a service answers, or compares it with another revision',
  pictures: 'takes the pictures of the README anew, of the running demo',
  bench: 'measures how fast Candor is on this machine',
  mutants: 'changes the code in one place at a time and sees which tests notice',
  test: 'runs every test, on both databases',
  check: 'types, style and the rules of the house',
  types: 'checks the types of sources and tests',
  lint: 'checks style and formatting',
  house: 'checks the rules about the code itself',
  prove: 'runs the long proofs: kills, races, tampering',
  build: 'compiles the sources into dist, where they are newer',
  openapi: 'writes the description of the API from its definitions',
  migrations: 'writes the next migration from the tables',
  capacity: 'says what machines so many people and uses a day need',
  settings: 'writes the table of settings into the documents and deploy',
  checker: 'writes the script by which a package is checked in a browser, or compares it',
  elements: 'writes the script of the elements for pages elsewhere, or compares it',
  holidays: 'writes the public holidays of deadlines, which a person has looked over, or compares them',
};

const tsc = 'typescript/bin/tsc';
const vitest = 'vitest/vitest.mjs';
const types = [
  [tsc, '-b'],
  [tsc, '-p', 'test'],
];
const lint = [['@biomejs/biome/bin/biome', 'check', '.']];
const house = [[vitest, 'run', 'test/house']];

/** Commands that are tools of others, one after another; words of the command line go to the last. */
export const tools = {
  types,
  lint,
  house,
  check: [...types, ...lint, ...house],
  test: [[vitest, 'run']],
  prove: [[vitest, 'run', '--config', 'vitest.prove.config.ts']],
};

const width = Math.max(...Object.keys(commands).map((name) => name.length));

export const helpText = `Candor's commands. Words for a command stand after --, as in: npm run token -- --help

${Object.entries(commands)
  .map(([name, about]) => `  npm run ${name.padEnd(width)}  ${about}\n`)
  .join('')}
Every command explains itself with --help. Most begin with: npm run demo
`;

/** What `--help` says of a command that has no file of its own. */
export const helpOf = (name) => {
  const steps = (tools[name] ?? []).map((step) => `  ${step[0].split('/').pop()} ${step.slice(1).join(' ')}\n`);
  const runs = steps.length === 0 ? '' : `\nRuns, one after another:\n${steps.join('')}`;
  const words = steps.length === 0 ? '' : '\nWords after -- go to the last of them.';
  return `npm run ${name}: ${commands[name]}.\n${runs}${words}\nExit: 0 good · another number where it is not.\n`;
};
