/**
 * The chart rendered with some values: by Helm where it is installed, else by Go's templates and Sprig, which Helm is
 * made of.
 * Flow:    test/prove/chart.test.ts → here → deploy/helm/candor.
 * Promise: says by which of the two; a chart that refuses its values is a fault with its words.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../../../src/root.ts';

type Tree = { readonly [name: string]: unknown };
/** One thing that Kubernetes is asked for. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into manifests freely; kubectl holds them to their schema.
  readonly spec: any;
}

const chart = join(root, 'deploy/helm/candor');
const SPRIG = '/usr/share/gocode/src/github.com/Masterminds/sprig';
const has = (name: string, ...words: readonly string[]): boolean => spawnSync(name, words).error === undefined;

export const renderer = has('helm', 'version') ? 'helm' : has('go', 'version') && existsSync(SPRIG) ? 'go' : undefined;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
/** As Helm lays values over those of the chart. */
const laidOver = (under: Tree, over: Tree): Tree => ({
  ...under,
  ...Object.fromEntries(
    Object.entries(over).map(([name, value]) => {
      const below = under[name];
      return [name, isTree(below) && isTree(value) ? laidOver(below, value) : value];
    }),
  ),
});

function textOf(values: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-chart-'));
  const file = join(folder, 'values.json');
  writeFileSync(file, JSON.stringify(values));
  const given = {
    Values: laidOver(parse(readFileSync(join(chart, 'values.yaml'), 'utf8')) as Tree, values),
    Chart: {
      AppVersion: (parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8')) as { appVersion: string }).appVersion,
    },
    Release: { Name: 'shop', Service: 'Helm' },
  };
  const [program, ...words] =
    renderer === 'helm'
      ? ['helm', 'template', 'shop', chart, '--values', file]
      : ['go', 'run', join(import.meta.dirname, 'render.go'), chart];
  const env = {
    ...process.env,
    GOPATH: '/usr/share/gocode',
    GO111MODULE: 'off',
    GOFLAGS: '',
    GOCACHE: join(tmpdir(), 'candor-go'),
  };
  const { status, stdout, stderr } = spawnSync(program ?? '', words, {
    encoding: 'utf8',
    input: JSON.stringify(given),
    env,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export function rendered(values: Tree): readonly Manifest[] {
  return parseAllDocuments(textOf(values))
    .map((document) => ('toJS' in document ? (document.toJS() as unknown) : null))
    .filter((each): each is Manifest => isTree(each));
}
