/**
 * Where the body of a request may name a thing of somebody, read from the description of the API.
 * Flow:    openapi/document.ts → here → test/endpoints/somebody-else.test.ts.
 */
import { documentText } from '../../../openapi/document.ts';

interface Schema {
  readonly $ref?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly requestBody?: { readonly content: Contents } }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
type Contents = Readonly<Record<string, { readonly schema: Schema }>>;

const kinds = ['use', 'dec', 'rev', 'req', 'file', 'hold', 'msg', 'act', 'prop', 'con', 'lim', 'fact'] as const;
/** Whether the pattern takes an id of one kind or of any; what takes every word is a name and no id. */
function isId(pattern: string): boolean {
  const taken = new RegExp(pattern, 'u');
  return !taken.test('word') && kinds.some((kind) => taken.test(`${kind}_${'0'.repeat(26)}`));
}

/** In words such as `post /v1/requests decisions`: method, path, and the names of members down to the id. */
export function idsInBodies(): readonly string[] {
  const document = JSON.parse(documentText()) as Document;
  const within = (schema: Schema, at: readonly string[], entered: readonly string[]): readonly string[] => {
    const name = schema.$ref?.split('/').at(-1);
    if (name !== undefined)
      return entered.includes(name) ? [] : within(document.components.schemas[name] ?? {}, at, [...entered, name]);
    if (schema.pattern !== undefined && isId(schema.pattern)) return [at.join('.')];
    return [
      ...Object.entries(schema.properties ?? {}).flatMap(([member, inner]) => within(inner, [...at, member], entered)),
      ...[schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? [], schema.allOf ?? []]
        .flat()
        .flatMap((inner) => within(inner, at, entered)),
    ];
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const places = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => within(schema, [], []));
      return [...new Set(places)].map((place) => `${method} ${path} ${place}`);
    }),
  );
}
