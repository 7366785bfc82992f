/**
 * Turns models into JSON Schema, each named model once.
 * Flow:    models → here → document.ts.
 * Promise: only models that an endpoint reaches come out, whatever else the process has loaded.
 * Source:  JSON Schema 2020-12 as OpenAPI 3.1 uses it.
 */
import type { SchemaObject } from 'openapi3-ts/oas31';
import { z } from 'zod';
import type { Model } from './endpoint.ts';

type Json = Record<string, unknown>;
export type Schema = SchemaObject & { readonly $ref?: string };

export interface SchemaBook {
  /** The schema of a model, as a reference where the model has a name. */
  of(model: Model): Schema;
  /** Every named model met so far. */
  readonly named: ReadonlyMap<string, Schema>;
}

export function createSchemaBook(): SchemaBook {
  const named = new Map<string, Schema>();
  return {
    named,
    of: (model) => {
      const { properties, $defs } = z.toJSONSchema(z.object({ root: model }), {
        target: 'draft-2020-12',
        io: 'input',
        unrepresentable: 'any',
        override: tidy,
      }) as Json;
      for (const [name, schema] of Object.entries(($defs ?? {}) as Json)) named.set(name, pointed(schema) as Schema);
      return pointed((properties as Json)['root']) as Schema;
    },
  };
}

/** Patterns of known formats are long and say nothing more; a batch item stands for the body of the single call. */
function tidy({ jsonSchema }: { jsonSchema: Json }): void {
  if (jsonSchema['format'] === 'date-time' || jsonSchema['format'] === 'uri') {
    jsonSchema['type'] = 'string';
    delete jsonSchema['pattern'];
  }
  const { standsFor } = jsonSchema;
  if (typeof standsFor !== 'string') return;
  delete jsonSchema['standsFor'];
  jsonSchema['$ref'] = `#/$defs/${standsFor}`;
}

/** Points references at the components, and drops what only a stand-alone schema has. */
function pointed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pointed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(
    ([name, value]) => name !== '$schema' && name !== '$id' && !(name === 'id' && typeof value === 'string'),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : pointed(value),
    ]),
  );
}
