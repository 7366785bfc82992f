/**
 * Reads the folder of data maps: `systems.yaml`, and beside it Fides datasets as they are.
 * Flow:    configuration names the folder → here → plan.ts.
 * Promise: every fault of every file is told at once, with the file in front; nothing is read halfway: where there is a
 *          fault there are no systems.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { type Dataset, datasetFile, datasetsIn } from './dataset.ts';
import { type DataPlan, planFor } from './plan.ts';
import { type OpendsrSystem, type S3System, type SystemInFile, systemsFile } from './system.ts';

/** A system with what is needed to work for it. */
export type ConnectedSystem =
  | {
      readonly kind: 'database';
      readonly system: Extract<SystemInFile, { kind: 'postgresql' | 'mariadb' | 'mysql' }>;
      readonly plan: DataPlan;
    }
  | { readonly kind: 'http'; readonly system: Extract<SystemInFile, { kind: 'http' }> }
  | { readonly kind: 'opendsr'; readonly system: OpendsrSystem }
  | { readonly kind: 's3'; readonly system: S3System }
  | { readonly kind: 'manual'; readonly system: Extract<SystemInFile, { kind: 'manual' }> };

interface DataMaps {
  readonly systems: readonly ConnectedSystem[];
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

const SYSTEMS_FILE = 'systems.yaml';

export function readMaps(folder: string): DataMaps {
  const faults: string[] = [];
  const file = join(folder, SYSTEMS_FILE);
  if (!existsSync(file))
    return { systems: [], faults: [`${SYSTEMS_FILE} is missing in the folder of data maps.`], notes: [] };
  const systems = fileAs(systemsFile, file, faults)?.systems ?? [];
  const datasets = new Map<string, Dataset>();
  for (const name of readdirSync(folder)
    .filter((each) => /\.ya?ml$/.test(each) && each !== SYSTEMS_FILE)
    .sort())
    for (const dataset of datasetsOf(join(folder, name), faults)) {
      if (datasets.has(dataset.key)) faults.push(`${name}: there are two datasets ${dataset.key}.`);
      datasets.set(dataset.key, dataset);
    }
  for (const { key } of twice(systems)) faults.push(`${SYSTEMS_FILE}: there are two systems ${key}.`);
  const connected = systems.map((system) => connectedOf(system, datasets, faults));
  const notes = connected.flatMap((each) =>
    each.kind === 'database' ? each.plan.notes.map((note) => `${each.system.key}: ${note}`) : [],
  );
  return { systems: faults.length === 0 ? connected : [], faults, notes };
}

const twice = (systems: readonly SystemInFile[]) =>
  systems.filter(({ key }, place) => systems.findIndex((other) => other.key === key) !== place);

function datasetsOf(path: string, faults: string[]): readonly Dataset[] {
  const found: string[] = [];
  const written = fileAs(datasetFile, path, faults);
  const datasets = written === undefined ? [] : datasetsIn(written, found);
  faults.push(...found.map((fault) => `${nameOf(path)}: ${fault}`));
  return datasets;
}

function connectedOf(system: SystemInFile, datasets: ReadonlyMap<string, Dataset>, faults: string[]): ConnectedSystem {
  if (system.kind === 'http') return { kind: 'http', system };
  if (system.kind === 'opendsr') return { kind: 'opendsr', system };
  if (system.kind === 's3') return { kind: 's3', system };
  if (system.kind === 'manual') return { kind: 'manual', system };
  const missing = system.datasets.filter((key) => !datasets.has(key));
  faults.push(...missing.map((key) => `${system.key}: no file here has the dataset ${key}.`));
  const plan = planFor(
    system,
    system.datasets.flatMap((key) => datasets.get(key) ?? []),
  );
  faults.push(...plan.faults.map((fault) => `${system.key}: ${fault}`));
  return { kind: 'database', system, plan };
}

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

function fileAs<S extends z.ZodType>(schema: S, path: string, faults: string[]): z.output<S> | undefined {
  const written = yamlIn(path);
  if ('line' in written) {
    faults.push(`${nameOf(path)}: this is no YAML${written.line === undefined ? '' : ` (line ${written.line})`}.`);
    return undefined;
  }
  const read = schema.safeParse(written.value);
  if (read.success) return read.data;
  faults.push(...read.error.issues.map((issue) => `${nameOf(path)}: ${issue.path.join('.')}: ${issue.message}`));
  return undefined;
}

/** What a file holds, or the line where it stops being YAML. */
function yamlIn(path: string): { readonly value: unknown } | { readonly line: number | undefined } {
  try {
    return { value: parse(readFileSync(path, 'utf8'), { maxAliasCount: 100 }) as unknown };
  } catch (fault) {
    return { line: fault instanceof YAMLParseError ? fault.linePos?.[0].line : undefined };
  }
}
