/**
 * What a call needs and what comes back, read off the endpoint: an input of parameters, query and body, and a reply
 * that is a union by status.
 * Flow:    openapi/endpoint → here → client (types only, but for the statuses of failures).
 * Promise: a reply that was declared has its body typed; everything else is a problem with a stable code.
 * Source:  RFC 9457.
 */
import type { z } from 'zod';
import type { Endpoint } from '../../openapi/endpoint.ts';
import type { ProblemModel } from '../../openapi/models/basics.ts';

export type CandorProblem = z.output<typeof ProblemModel>;

/** Bytes that are sent as they are, where an endpoint takes a file. */
export interface FileBody {
  readonly type: string;
  readonly name?: string;
  readonly bytes: Uint8Array;
}

type Part<Name extends string, Shape, None> = Shape extends z.ZodType
  ? Record<never, never> extends z.input<Shape>
    ? { readonly [N in Name]?: z.input<Shape> }
    : { readonly [N in Name]: z.input<Shape> }
  : None;
type NoPart = Readonly<Record<never, never>>;

/** `params` stand in the path, `query` behind it, `body` is JSON (or a file). */
export type CallInput<E extends Endpoint> = Part<'params', E['params'], NoPart> &
  Part<'query', E['query'], NoPart> &
  (E['raw'] extends object ? { readonly body: FileBody } : Part<'body', E['body'], NoPart>);

type FailStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 406
  | 408
  | 409
  | 410
  | 413
  | 415
  | 421
  | 422
  | 429
  | 431
  | 500
  | 501
  | 503;

interface Heard {
  /** As the service numbered the call; name it when you ask for help. */
  readonly requestId: string | undefined;
  /** True where the same call was answered before and this is that answer again. */
  readonly replayed: boolean;
}
export interface Failed extends Heard {
  readonly ok: false;
  readonly status: FailStatus;
  readonly problem: CandorProblem;
}
/** A reply that is not JSON comes as bytes, with its type. */
interface Bytes {
  readonly type: string;
  readonly bytes: Uint8Array;
}
type Declared<E extends Endpoint> = {
  [S in keyof E['replies'] & number]: Heard & {
    readonly ok: true;
    readonly status: S;
    readonly body: E['replies'][S] extends z.ZodType ? z.output<E['replies'][S]> : Bytes;
  };
}[keyof E['replies'] & number];

export type CallAnswer<E extends Endpoint> = Declared<E> | Failed;
