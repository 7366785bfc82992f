/**
 * The shape of an endpoint: one frozen value that routing, validation, document, client and tests are read off.
 * Flow:    endpoints/*.ts → here → http/bind (routing), document.ts (OpenAPI), client, test.
 * Promise: an endpoint holds no behaviour; `who` MUST say who may call it, so that no route exists without a rule.
 * Source:  docs/design.md 8, docs/design.md 8.
 */
import { z } from 'zod';
import type { ProblemCode } from '../src/vocabulary/problems.ts';
import { consoleScopes, type Scope } from '../src/vocabulary/scope.ts';
import type { Tag } from './tags.ts';

type Method = 'get' | 'post' | 'put' | 'delete';

/**
 * Who may call: everybody, the signed-in browser of a customer, a page with a pass for its reader, the signed-in
 * browser of a member of staff that holds one of these scopes, a token with one of these scopes; `orSecret` also lets
 * in whoever holds the secret that was handed out once when the request was made (header `Request-Secret`).
 */
export type Rule =
  | 'public'
  | 'session'
  | 'pass'
  | { readonly staff: Scopes }
  | Scopes
  | { readonly scopes: Scopes; readonly orSecret: true };
type Scopes = readonly [Scope, ...Scope[]];

/** The scopes of a token that open it; a page takes no token. */
export const scopesOf = (who: Rule): readonly Scope[] =>
  typeof who === 'string' || 'staff' in who ? [] : 'orSecret' in who ? who.scopes : who;

/** The scopes of a session of staff that open it, or undefined where no such session does. */
export const staffScopesOf = (who: Rule): readonly Scope[] | undefined =>
  typeof who === 'object' && 'staff' in who ? who.staff : undefined;

/** Everybody who is signed in to the console, whatever they may do there. */
export const anyStaff = { staff: consoleScopes } as const;

/** A reply that is not JSON: the media types it may have, or none for a reply without a body. */
export interface Media {
  readonly media: readonly string[];
  readonly description: string;
}
/** One type, several, or an empty string for a reply without a body. */
export const media = (types: string | readonly string[], description: string): Media => ({
  media: [types].flat().filter((type) => type !== ''),
  description,
});

export type Model = z.ZodType;
/** One thing that a model found wrong. */
export type Issue = z.core.$ZodIssue;
type ReplyShape = Model | Media;
export const isModel = (shape: ReplyShape): shape is z.ZodType => !('media' in shape);

/** A body that is a file as it stands, checked by its content. */
export interface RawBody {
  readonly types: readonly string[];
  /** Bytes at most, as it is sent. */
  readonly most: number;
  /** Where it may be packed with gzip: bytes at most once it is unpacked. */
  readonly unpacked?: number;
}
export interface SentFile {
  /** What the sender calls it; never used as a path. */
  readonly name?: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}
/** The files of a form. */
export const SentFiles = z
  .array(z.custom<SentFile>((value) => typeof value === 'object' && value !== null && 'bytes' in value))
  .max(5);

export interface EndpointShape {
  /** The operation's name, in camel case and for ever. */
  readonly id: string;
  readonly method: Method;
  /** With OpenAPI braces: `/v1/purposes/{key}`. */
  readonly path: string;
  readonly summary: string;
  /** The only place for prose about this endpoint. */
  readonly description?: string;
  readonly tags: readonly [Tag, ...Tag[]];
  readonly who: Rule;
  readonly params?: z.ZodObject;
  /** The parameter that takes the rest of the path, slashes included. */
  readonly rest?: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Instead of `body`. */
  readonly raw?: RawBody;
  /** On pages: the form may carry files in the field `files` (multipart/form-data), of so many bytes all together. */
  readonly uploads?: { readonly most: number };
  readonly replies: Readonly<Record<number, ReplyShape>>;
  /** Failures beyond those that every endpoint of its kind shares. */
  readonly fails?: readonly ProblemCode[];
  /** Fact kinds that a call may append: what the documentation promises to an auditor. */
  readonly records?: readonly string[];
  /** `batch` bodies may have 1 MiB and 20,000 members, `prompt` bodies 8 MiB and 100,000, others 100 kB and 1,000. */
  readonly size?: 'batch' | 'prompt';
  /** A header in lower case that may bear the token, too, and goes before `Authorization`, which may be of others. */
  readonly tokenIn?: `x-${string}`;
  /** True where a proxy names person, purpose and AI system in the three `X-Candor-…` headers. */
  readonly isNamedInHeaders?: true;
  /** `public` and `code` routes are limited strictly by address; without it there is no limit. */
  readonly pace?: 'public' | 'code';
  /** True where the same answer is also offered as a readable page for `Accept: text/html`. */
  readonly readable?: true;
  /** True where nothing personal is in the reply, so that it may be cached; everything else is `no-store`. */
  readonly impersonal?: true;
  /** True where a session counts only if nobody but its person could have opened the link that it began with. */
  readonly stepUp?: true;
  /** True where the session must have begun a short while ago, as whoever takes a copy along has to show. */
  readonly freshly?: true;
  /**
   * True where the exchange has the form of a standard that is not ours: a body that does not fit, or is no JSON, is
   * 400 `invalid-request` there, and the caller's `X-Request-ID` comes back with every answer.
   */
  readonly byStandard?: true;
  /** True where the answer goes on until one side ends it; it takes `Last-Event-ID`. */
  readonly streams?: true;
  /** Where failures have the form of another standard: a google.rpc.Status, in the encoding of the request. */
  readonly failsAs?: 'otlp-status';
  /** True where pages of configured origins may read the answer, too. */
  readonly crossOrigin?: true;
  /** On a public page that is read: true where a browser comes in by it, so that its cookies count. */
  readonly comesIn?: true;
  /** True for pages and forms, which stay out of the OpenAPI document and show their failures as pages. */
  readonly page?: true;
}

export type Endpoint = Readonly<EndpointShape>;

/** The query of an endpoint that takes none. */
export const noQuery: Model = z.strictObject({});

const allKeys = (shape: z.ZodObject | undefined): readonly string[] => Object.keys(shape?.shape ?? {});

/** Freezes a definition after checking that path and parameters agree. */
export function endpoint<const E extends EndpointShape>(definition: E): Readonly<E> {
  const named = [...definition.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  if (named.join() !== allKeys(definition.params).join())
    throw new Error(`${definition.id}: the path and its parameters disagree`);
  if (definition.method === 'get' && definition.body !== undefined)
    throw new Error(`${definition.id}: a GET has no body`);
  return Object.freeze(definition);
}

type Nothing = Readonly<Record<never, never>>;
export type ParamsOf<E extends Endpoint> = E['params'] extends z.ZodObject ? z.output<E['params']> : Nothing;
export type QueryOf<E extends Endpoint> = E['query'] extends z.ZodObject ? z.output<E['query']> : Nothing;
export type BodyOf<E extends Endpoint> = E['raw'] extends RawBody
  ? SentFile
  : E['body'] extends z.ZodType
    ? z.output<E['body']>
    : undefined;

/** Answers come from rooms whose values are read-only throughout. */
type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T;

/** The body of one declared reply. */
export type ReplyOf<E extends Endpoint, S extends number> = E['replies'][S] extends z.ZodType
  ? ReadonlyDeep<z.input<E['replies'][S]>>
  : never;

/** The statuses and bodies an endpoint may answer with; a wrong status is a compile error. */
export type JsonAnswerOf<E extends Endpoint> = {
  [S in keyof E['replies'] & number]: E['replies'][S] extends z.ZodType
    ? { readonly status: S; readonly body: ReadonlyDeep<z.input<E['replies'][S]>> }
    : never;
}[keyof E['replies'] & number];

/** One page of a list. */
export const listOf = <M extends z.ZodType>(model: M, order: 'newest' | 'oldest' = 'newest') =>
  z.object({
    items: z.array(model).max(100).describe(`The ${order} first.`),
    next: z.string().max(2000).nullable().describe('The cursor of the next page, or null at the end.'),
  });

/** A whole number in a query; only plain digits, so that `1e2` and `0x10` are refused. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    (text) => (typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : text),
    z.number().int().min(least).max(most),
  );

/** The query of every list. */
export const page = {
  limit: wholeNumber(1, 100).default(50).describe('How many items at most.'),
  cursor: z
    .string()
    .min(1)
    .max(2000)
    .regex(/^[A-Za-z0-9_-]+$/)
    .exactOptional()
    .describe('The `next` of the page before; works only for the same caller and filters.'),
};
