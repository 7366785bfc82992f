/**
 * Folds endpoints, models and problems into one OpenAPI 3.1 document.
 * Flow:    endpoints.ts → here → /openapi.json, /docs, openapi.json (committed, checked for drift).
 * Promise: there is no second description of anything; what is not defined is not documented, and the reverse.
 * Source:  OpenAPI 3.1.1; docs/design.md 8.
 */

import {
  type HeaderObject,
  type MediaTypeObject,
  OpenApiBuilder,
  type OperationObject,
  type ParameterObject,
  type ResponseObject,
  type ResponsesObject,
} from 'openapi3-ts/oas31';
import { defined } from '../src/vocabulary/defined.ts';
import { problems } from '../src/vocabulary/problems.ts';
import { type Endpoint, isModel, type Media, scopesOf } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { examples } from './examples.ts';
import { failsOf } from './fails.ts';
import { ProblemModel } from './models/basics.ts';
import { createSchemaBook, type Schema, type SchemaBook } from './schemas.ts';
import { tags } from './tags.ts';

const about = `Asks and records whether data about a person may be used by an AI system, and answers people who want to know.
Times are RFC 3339 in UTC with milliseconds. Failures are RFC 9457 problems with a stable \`code\`. Unknown members and unknown query parameters are refused.
Send an \`Idempotency-Key\` with every POST: the same request again gets the same answer for 24 hours, with \`Idempotent-Replayed: true\`.`;

export function buildDocument(): OpenApiBuilder {
  const book = createSchemaBook();
  const builder = OpenApiBuilder.create({
    openapi: '3.1.1',
    info: {
      title: 'Candor',
      version: '0.1.0',
      description: about,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This installation.' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: {},
  });
  builder.addSecurityScheme('bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A token with one of the named scopes.',
  });
  builder.addSecurityScheme('requestSecret', {
    type: 'apiKey',
    in: 'header',
    name: 'Request-Secret',
    description: 'The secret that was shown once when the request was filed.',
  });
  builder.addSecurityScheme('pass', {
    type: 'http',
    scheme: 'bearer',
    description: 'A pass of POST /v1/passes, sent by a page of the origin that it was made for.',
  });
  builder.addHeader('IdempotentReplayed', idempotentReplayed);
  const description = 'Any other failure: 405, 408, 417, 421, 431, 500 or 503.';
  builder.addResponse('Problem', { description, content: problemContent(book) });
  builder.addResponse('ProblemOrPage', { description, content: problemContent(book, '/') });
  for (const [path, operations] of byPath(book)) builder.addPath(path, operations);
  for (const [name, schema] of [...book.named].sort(([one], [other]) => (one < other ? -1 : 1)))
    builder.addSchema(name, schema);
  return builder;
}

let text: string | undefined;
/** The document as it is served and committed. */
export function documentText(): string {
  text ??= `${JSON.stringify(buildDocument().getSpec(), null, 2)}\n`;
  return text;
}

function byPath(book: SchemaBook): ReadonlyMap<string, Record<string, OperationObject>> {
  const paths = new Map<string, Record<string, OperationObject>>();
  for (const endpoint of endpoints.filter((one) => one.page !== true)) {
    paths.set(endpoint.path, { ...paths.get(endpoint.path), [endpoint.method]: operation(endpoint, book) });
  }
  return paths;
}

function operation(endpoint: Endpoint, book: SchemaBook): OperationObject {
  const records =
    endpoint.records === undefined
      ? ''
      : `\n\nMay record: ${endpoint.records.map((kind) => `\`${kind}\``).join(', ')}.`;
  const parameters = [
    ...parametersOf(endpoint, 'path', book),
    ...parametersOf(endpoint, 'query', book),
    ...(endpoint.method === 'post' ? [idempotencyKey] : []),
  ];
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.description === undefined && records === ''
      ? {}
      : { description: `${endpoint.description ?? ''}${records}`.trim() }),
    tags: [...endpoint.tags],
    security: securityOf(endpoint),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestOf(endpoint, book),
    responses: responsesOf(endpoint, book),
  };
}

function requestOf(endpoint: Endpoint, book: SchemaBook): Pick<OperationObject, 'requestBody'> {
  const { body, raw } = endpoint;
  if (raw !== undefined) {
    const schema = (type: string): MediaTypeObject => ({
      schema: { type: 'string', contentMediaType: type, maxLength: raw.most } as Schema,
    });
    return {
      requestBody: { required: true, content: Object.fromEntries(raw.types.map((type) => [type, schema(type)])) },
    };
  }
  if (body === undefined) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: book.of(body), ...examplesOf(endpoint) } },
    },
  };
}

function securityOf({ who }: Endpoint): Record<string, string[]>[] {
  if (who === 'pass') return [{ pass: [] }];
  const scopes = scopesOf(who);
  if (scopes.length === 0) return [];
  return [{ bearer: [...scopes] }, ...(typeof who === 'object' && 'orSecret' in who ? [{ requestSecret: [] }] : [])];
}

const idempotencyKey: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request gets the same answer for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
};

function parametersOf(endpoint: Endpoint, place: 'path' | 'query', book: SchemaBook): ParameterObject[] {
  const model = place === 'path' ? endpoint.params : endpoint.query;
  if (model === undefined) return [];
  const { required = [] } = book.of(model);
  return Object.entries(model.shape).map(([name, part]) => {
    const { description, ...schema } = book.of(part);
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...defined({ description }),
      schema,
    };
  });
}

function responsesOf(endpoint: Endpoint, book: SchemaBook): ResponsesObject {
  const responses: ResponsesObject = {};
  for (const [status, shape] of Object.entries(endpoint.replies)) {
    responses[status] = isModel(shape)
      ? {
          description: wordsFor(Number(status)),
          ...headersOf(endpoint),
          content: { 'application/json': { schema: book.of(shape) }, ...readable(endpoint) },
        }
      : { description: shape.description, ...contentOf(shape) };
  }
  for (const [status, codes] of failsOf(endpoint)) {
    const named = codes.map((code) => `${problems[code].title} (\`${code}\`)`);
    responses[String(status)] ??= { description: `${named.join('; ')}.`, content: failureOf(endpoint, book) };
  }
  const others = endpoint.path.startsWith('/v1/') ? 'Problem' : 'ProblemOrPage';
  responses['default'] =
    endpoint.failsAs === undefined
      ? { $ref: `#/components/responses/${others}` }
      : { description: 'Why it was not answered.', content: failureOf(endpoint, book) };
  return responses;
}

/** What records can be repeated under a key. */
const headersOf = ({ method, records }: Endpoint): Pick<ResponseObject, 'headers'> =>
  method === 'post' && records !== undefined
    ? { headers: { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } } }
    : {};

const idempotentReplayed: HeaderObject = {
  description:
    '`true` where an earlier request with the same `Idempotency-Key` did this; the body is its answer, byte for byte.',
  schema: { type: 'string', enum: ['true'] },
};

const wordsFor = (status: number): string =>
  ({ 200: 'Answered.', 201: 'Recorded.', 202: 'Accepted.', 503: 'Not now.' })[status] ?? 'Answered.';
const readable = (endpoint: Endpoint): Record<string, MediaTypeObject> =>
  endpoint.readable === true ? { 'text/html': { schema: asPage } } : {};
const contentOf = ({ media }: Media): { content?: Record<string, MediaTypeObject> } => {
  if (media.length === 0) return {};
  const described = media.map((type) => {
    const schema: Schema = type.startsWith('text/') ? { type: 'string' } : {};
    return [type.split(';')[0] as string, { schema }] as const;
  });
  return { content: Object.fromEntries(described) };
};
/** A browser that lost its way reads a page; under `/v1` a failure is always a problem. */
const problemContent = (book: SchemaBook, path = '/v1/'): Record<string, MediaTypeObject> => ({
  'application/problem+json': { schema: book.of(ProblemModel) },
  ...(path.startsWith('/v1/') ? {} : { 'text/html': { schema: asPage } }),
});
/** A google.rpc.Status; the message begins with the code of the problem. */
const rpcStatus: Schema = {
  type: 'object',
  properties: { code: { type: 'integer' }, message: { type: 'string' } },
  required: ['code', 'message'],
};
const failureOf = ({ failsAs, path }: Endpoint, book: SchemaBook): Record<string, MediaTypeObject> =>
  failsAs === undefined
    ? problemContent(book, path)
    : { 'application/json': { schema: rpcStatus }, 'application/x-protobuf': { schema: {} } };
const asPage: Schema = { type: 'string', description: 'The same as a readable page.' };

function examplesOf({ id }: Endpoint): Pick<MediaTypeObject, 'examples'> {
  const found = examples.filter((example) => example.endpoint === id);
  if (found.length === 0) return {};
  return {
    examples: Object.fromEntries(found.map(({ summary, body }, at) => [`example${at + 1}`, { summary, value: body }])),
  };
}
