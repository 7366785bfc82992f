/**
 * A decision whose every member that says how it ended holds a word of its own, so that any answer can be searched for
 * it.
 * Flow:    openapi/models/decision.ts (the form) → here → the test of the reviewer's secret.
 * Promise: made from the model, so that a member added later has its word, too.
 */
import { z } from 'zod';
import { DecisionBody } from '../../../openapi/models/decision.ts';

export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export const schemaOf = (model: z.ZodType): Schema =>
  z.toJSONSchema(model, { io: 'input', unrepresentable: 'any' }) as Schema;

/** What a reviewer looks at before they know how it ended; everything else is the verdict. */
const material = ['subject', 'aiSystem', 'purpose', 'decidedAt', 'what', 'inputs', 'modelVersion', 'aiRole', 'use'];
const links = ['replaces', 'review'];

export const resolved = (schema: Schema, root: Schema): Schema =>
  schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});

function wordAt(path: string, schema: Schema, words: string[]): string {
  const word = `canary-${path.toLowerCase()}`;
  if (schema.format === 'date-time') return '2026-11-02T08:30:00.000Z';
  words.push(word);
  return word;
}

interface Filling {
  readonly root: Schema;
  readonly words: string[];
  /** What has to exist already, by its path. */
  readonly given: Readonly<Record<string, unknown>>;
}

function filled(path: string, open: Schema, of: Filling): unknown {
  if (path in of.given) return of.given[path];
  const schema = resolved(open, of.root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum.at(-1);
  if (schema.anyOf !== undefined) return filled(path, schema.anyOf[0] ?? {}, of);
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, each]) => [name, filled(`${path}-${name}`, each, of)]),
    );
  if (schema.type === 'array') return [filled(path, schema.items ?? {}, of)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') {
    const value = 0.7310001 + of.words.length / 1000;
    of.words.push(String(value));
    return value;
  }
  return wordAt(path, schema, of.words);
}

/** The body of a report, and the words that stand in its verdict. */
export function withCanaries(
  more: object,
  given: Filling['given'],
): { readonly body: object; readonly words: readonly string[] } {
  const root = schemaOf(DecisionBody);
  const words: string[] = [];
  const verdict = Object.entries(resolved(root, root).properties ?? {}).filter(
    ([name]) => !material.includes(name) && !links.includes(name) && !(name in more),
  );
  const body = Object.fromEntries(
    verdict.map(([name, schema]) => [name, filled(name, schema, { root, words, given })]),
  );
  return { body: { ...body, ...more }, words };
}

/** What exists, by the names it goes by. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Something that fits a body, with what exists under the names it goes by. */
export function bodyFrom(schema: Schema, known: Known, root = schema): unknown {
  const form = resolved(schema, root);
  if (form.const !== undefined) return form.const;
  if (form.enum !== undefined) return form.enum[0];
  if (form.anyOf !== undefined) return bodyFrom(form.anyOf[0] ?? {}, known, root);
  if (form.type === 'object')
    return Object.fromEntries(
      Object.entries(form.properties ?? {}).map(([name, each]) => [
        name,
        known[name]?.[0] ?? bodyFrom(each, known, root),
      ]),
    );
  if (form.type === 'array') return [bodyFrom(form.items ?? {}, known, root)];
  if (form.type === 'boolean') return true;
  if (form.type === 'integer' || form.type === 'number') return 1;
  return form.format === 'date-time' ? '2026-11-01T08:00:00.000Z' : 'A sentence about the payslip of May.';
}
