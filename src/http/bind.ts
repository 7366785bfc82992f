/**
 * Ties a handler to an endpoint: `on(endpoint)(handler)`, with exact types read off the definition.
 * Flow:    openapi (definition) + handlers → here → app (registers), pipeline (runs).
 * Promise: a handler sees only checked values; params, query and body are new objects in the form the models describe.
 * Source:  docs/design.md 8 (curried, because in one call TypeScript widens literal statuses).
 */
import type { BodyOf, Endpoint, Model, ParamsOf, QueryOf } from '../../openapi/endpoint.ts';
import type { Caller } from '../commands/command.ts';
import { type FieldError, type Problem, problem } from '../vocabulary/problems.ts';
import type { Answer, AnyAnswer } from './answer.ts';
import type { WhyOut } from './change-stream.ts';
import { faultsOf, type RequestPart } from './faults.ts';
import type { NamedInHeaders } from './forwarded.ts';
import type { OnPage } from './pass.ts';

type CallerOf<E extends Endpoint> = E['who'] extends 'public'
  ? undefined
  : E['who'] extends { readonly orSecret: true }
    ? Caller | undefined
    : Caller;

/** What every handler knows about a call besides the three checked parts. */
export interface Circumstances {
  readonly requestId: string;
  /**
   * The language of the answer as a tag: named in the address, else on record for the person, else sent by the browser,
   * else `en`. The answer falls back and says so.
   */
  readonly language: string;
  /** True where the language was named for this call, so that nothing on record outweighs it. */
  readonly languageNamed?: boolean;
  /** On a page that was read: its path and query without the language. */
  readonly address?: string;
  /** `html` where the endpoint is readable and the caller asked for a page. */
  readonly form: 'json' | 'html';
  /** True when the browser sent the Global Privacy Control signal. */
  readonly gpc: boolean;
  /** Present when the caller sent an Idempotency-Key; `body` tells one request from another under the same key. */
  readonly idempotency?: { readonly route: string; readonly key: string; readonly body: string };
  /** Where the answer is a stream: after what it goes on, and why whoever hears it would not be let in now. */
  readonly listening?: { readonly lastEventId?: string; readonly whyOut: WhyOut };
  /** The secret of a request, where the endpoint takes one instead of a token. */
  readonly secret?: string;
  /** On pages: the token that every form of this session must carry. */
  readonly csrf?: string;
  /** On pages: the name of this session; where somebody comes in, of the one that this browser still holds. */
  readonly session?: string;
  /** Where somebody comes in: the browser, as far as it names itself. */
  readonly device?: string;
  /** Where somebody comes in: what ties sign-ins under way at a provider to this browser. */
  readonly arrival?: string;
  /** Where a pass was sent: the page that it was made for. */
  readonly page?: OnPage;
  /** Where a proxy names them: person, purpose and AI system, as they came. */
  readonly named?: NamedInHeaders;
}

interface Context<E extends Endpoint> extends Circumstances {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly caller: CallerOf<E>;
}

export interface AnyContext extends Circumstances {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: Caller | undefined;
}

/** An endpoint with its handler. */
export interface Bound {
  readonly endpoint: Endpoint;
  readonly handle: (context: AnyContext) => Promise<AnyAnswer>;
}

type Handler<E extends Endpoint> = (context: Context<E>) => Promise<Answer<E>> | Answer<E>;

export const on =
  <E extends Endpoint>(endpoint: E) =>
  (handler: Handler<E>): Bound => ({ endpoint, handle: async (context) => handler(context as Context<E>) });

/** In a member, because a part may be anything: beside `unknown` no compiler would ask for a look at the refusal. */
type CheckedPart = { readonly value: unknown };

/** Checks one part of a request against its model and says every fault at once. */
export function checkPart(part: RequestPart, model: Model | undefined, value: unknown): CheckedPart | Problem {
  if (model === undefined) return { value: undefined };
  const result = model.safeParse(value);
  if (result.success) return { value: result.data };
  const faults = faultsOf(part, result.error.issues, value);
  return problem(codeOf(part, faults), undefined, faults);
}

function codeOf(
  part: RequestPart,
  faults: readonly FieldError[],
): 'invalid-query' | 'json-too-complex' | 'validation-failed' {
  if (part === 'query') return 'invalid-query';
  return part === 'body' && faults.some((fault) => fault.code === 'too-many-items')
    ? 'json-too-complex'
    : 'validation-failed';
}
