/**
 * The JSON Schemas of the files in a package, read off the forms of the facts and of the answers.
 * Flow:    src/facts, models/answer.ts → here → http/package.
 * Promise: every file of a package fits its schema. Which members there are is said, and none is required: what a law
 *          leaves out of a copy is missing from it.
 * Source:  JSON Schema 2020-12; GDPR 20(1) (structured, machine-readable).
 */
import { z } from 'zod';
import { factForms } from '../src/facts/facts.ts';
import { type HeldMember, heldMemberOf } from '../src/vocabulary/held-areas.ts';
import { AiUse } from './models/answer.ts';

type Schema = Readonly<Record<string, unknown>>;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** A keyword of JSON Schema; as a member of an object in a source it would be read as that of a promise. */
const THEN = 'then';

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without what demands or forbids members, at every depth; names of properties are not keywords. */
function loosened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(loosened);
  if (!isSchema(schema)) return schema;
  const kept = Object.entries(schema).filter(
    ([name]) => !['$schema', 'required', 'additionalProperties', 'id'].includes(name),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      ['properties', '$defs'].includes(name) && isSchema(value)
        ? Object.fromEntries(Object.entries(value).map(([each, inner]) => [each, loosened(inner)]))
        : ['const', 'enum', 'default', 'examples'].includes(name)
          ? value
          : loosened(value),
    ]),
  );
}

const schemaOf = (model: z.ZodType): Schema =>
  loosened(z.toJSONSchema(model, { target: 'draft-2020-12', unrepresentable: 'any', io: 'output' })) as Schema;

/** The members that a payload may have, wherever in alternatives they stand. */
function membersOf(schema: Schema): Schema {
  const nested = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => (Array.isArray(schema[word]) ? schema[word] : []));
  const inner = nested.filter(isSchema).map(membersOf);
  const own = isSchema(schema['properties']) ? schema['properties'] : {};
  return Object.assign({}, ...inner, own) as Schema;
}

/** The kinds of fact of one area. */
const kindsOf = (member: HeldMember): readonly string[] =>
  [...factForms.keys()].filter((kind) => heldMemberOf(kind) === member);

/** A kind that the payload has itself stands under another name, as in the data. */
function withOwnKind(schema: Schema): Schema {
  const mapped = Object.entries(schema).map(([name, value]) => {
    if (['allOf', 'anyOf', 'oneOf'].includes(name) && Array.isArray(value))
      return [name, value.map((each) => (isSchema(each) ? withOwnKind(each) : each))];
    if (name !== 'properties' || !isSchema(value)) return [name, value];
    const { kind, ...others } = value;
    return [name, kind === undefined ? others : { ...others, ofKind: kind }];
  });
  return Object.fromEntries(mapped) as Schema;
}

const payloadSchema = (kind: string): Schema => withOwnKind(schemaOf(factForms.get(kind)?.schema ?? z.object({})));

/** The kinds of an area (or those of them that are handed out), and the columns that a table of it has. */
export function areaForm(
  member: HeldMember,
  kinds: readonly string[] = kindsOf(member),
): { readonly kinds: readonly string[]; readonly columns: readonly string[] } {
  const names = kinds.flatMap((kind) => Object.keys(membersOf(payloadSchema(kind)))).filter((name) => name !== 'v');
  return { kinds, columns: [...new Set([...names, 'content'])] };
}

const entrySchema = {
  type: 'object',
  required: ['id', 'kind', 'at', 'entry'],
  properties: {
    id: { type: ['string', 'null'] },
    kind: { type: ['string', 'null'], description: 'What was recorded; null where the content is gone.' },
    at: { type: ['string', 'null'], format: 'date-time' },
    entry: {
      type: 'object',
      description: 'Its place in the record, by which evidence.json names it, too.',
      required: ['log', 'index'],
      properties: { log: { type: 'integer', minimum: 0 }, index: { type: 'integer', minimum: 0 } },
    },
  },
};

/** A list of entries of these kinds. */
function listSchema(title: string, kinds: readonly string[] | undefined): Schema {
  const byKind = (kinds ?? []).map((kind) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    ...Object.fromEntries([[THEN, payloadSchema(kind)]]),
  }));
  const { properties } = entrySchema;
  const kind = kinds === undefined ? properties.kind : { enum: kinds };
  const items = { ...entrySchema, properties: { ...properties, kind } };
  return { $schema: DRAFT, title, type: 'array', items: byKind.length === 0 ? items : { ...items, allOf: byKind } };
}

const text = { type: 'string' };
const withheldSchema: Schema = {
  $schema: DRAFT,
  title: 'withheld',
  type: 'array',
  items: {
    type: 'object',
    required: ['item', 'ground', 'legalRef', 'escalation'],
    properties: { item: text, ground: text, legalRef: text, escalation: text },
  },
};

const evidenceSchema: Schema = {
  $schema: DRAFT,
  title: 'evidence',
  type: 'object',
  required: ['v', 'subject', 'origin', 'vkey', 'checkpoint', 'logs', 'head', 'entries', 'registry'],
  properties: { v: { const: 1 }, entries: { type: 'array' }, registry: { type: 'array' }, logs: { type: 'array' } },
};

/** The schema of `data/<topic>.json`, `withheld.json` or `evidence.json`. */
export function packageSchema(
  topic: HeldMember | 'decisionInputs' | 'others' | 'aiUse' | 'withheld' | 'evidence',
): Schema {
  switch (topic) {
    case 'aiUse':
      return { $schema: DRAFT, title: topic, ...schemaOf(AiUse) };
    case 'withheld':
      return withheldSchema;
    case 'evidence':
      return evidenceSchema;
    case 'others':
      return listSchema(topic, undefined);
    default:
      return listSchema(topic, kindsOf(topic === 'decisionInputs' ? 'automatedDecisions' : topic));
  }
}
