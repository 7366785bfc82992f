/**
 * What is made from the table of settings: a table for people, a file of settings, values and their schema for a chart.
 * Flow:    table → here → write-settings, which writes them; test/scripts/settings.test.ts, which compares them.
 * Promise: each place has every setting that is its own to set, and none that is not there; a file of which only a part
 *          is made keeps the rest as it stands.
 */
import { envLine } from './env-file.ts';
import { type Setting, settings } from './table.ts';

/** Where the made part of a file begins and ends. */
interface Fence {
  readonly begin: string;
  readonly end: string;
}

const inMarkdown: Fence = { begin: '<!-- settings: npm run settings -->', end: '<!-- /settings -->' };
const inYaml: Fence = { begin: '  # settings: npm run settings', end: '  # /settings' };

const code = (text: string): string => `\`${text}\``;

/** The words of `usual` are written as they stand, a default as what would be typed. */
const usually = ({ usual, fallback }: Setting): string => usual ?? (fallback === undefined ? 'none' : code(fallback));

const forPeople = (): string =>
  ['| variable | default | what it is |', '| --- | --- | --- |']
    .concat(settings.map((each) => `| ${code(each.name)} | ${usually(each)} | ${wordsWith(each)} |`))
    .join('\n');

function wordsWith({ what, example, fallback }: Setting): string {
  return example === undefined || fallback !== undefined || what.includes(example)
    ? what
    : `${what}; for example ${code(example)}`;
}

/** Without links and marks, for a comment in a file. */
const plainly = (what: string): string =>
  what.replace(/ ?\(\[[^\]]*\]\([^)]*\)\)/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, 'docs/$1');

const commented = (each: Setting): readonly string[] => [
  '',
  `# ${plainly(each.what)}`,
  `# ${envLine(each.name, each.fallback ?? each.example ?? '')}`,
];

const OF_A_FILE = `# Settings of Candor, for systemd (EnvironmentFile), compose (env_file), a shell and node --env-file. Made by npm run
# settings from the configuration schema; npm run setup writes a filled one. A line that is commented out has the value
# that counts by itself, or an example. Readable by its owner only: some lines hold passwords.`;

const fileOfSettings = (): string => `${OF_A_FILE}\n${settings.flatMap(commented).join('\n')}\n`;

/** A chart gives the places itself, and takes secrets by reference. */
const ofAChart = settings.filter(({ isOfThePlace, isSecret }) => isOfThePlace !== true && !isSecret);

const inValues = (): string =>
  ofAChart
    .flatMap(({ name, what, fallback, example }) => [
      `  # ${plainly(what)}`,
      `  # ${name}: ${JSON.stringify(fallback ?? example ?? '')}`,
    ])
    .join('\n');

/** Numbers may be written as such; Helm makes text of both. */
const ofAValue = ({ shape, what }: Setting): object => ({ description: plainly(what), type: 'string', ...shape });

const schemaOfSettings = (): object => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(ofAChart.map((each) => [each.name, ofAValue(each)])),
});

function between({ begin, end }: Fence, made: string, text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`"${begin}" and "${end}" are missing in a file that is made in part.`);
  return `${text.slice(0, from)}${begin}\n${made}\n${text.slice(to)}`;
}

function withSettings(text: string): string {
  const schema = JSON.parse(text) as { readonly properties: object };
  const properties = { ...schema.properties, settings: schemaOfSettings() };
  return `${JSON.stringify({ ...schema, properties }, undefined, 2)}\n`;
}

/** By path, from what the file holds now. */
export const madeFromSettings: Readonly<Record<string, (now: string) => string>> = {
  'docs/operating.md': (now) => between(inMarkdown, forPeople(), now),
  'deploy/candor.env.example': fileOfSettings,
  'deploy/helm/candor/values.yaml': (now) => between(inYaml, inValues(), now),
  'deploy/helm/candor/values.schema.json': withSettings,
};
