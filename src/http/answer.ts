/**
 * What a handler hands back: a declared reply, finished bytes or text, a redirect, or a problem.
 * Flow:    handlers → here (types) → pipeline (sends it).
 * Promise: the pipeline sends nothing that is not one of these.
 */
import type { ServerResponse } from 'node:http';
import type { Endpoint, JsonAnswerOf } from '../../openapi/endpoint.ts';
import type { Problem } from '../vocabulary/problems.ts';

type Headers = Readonly<Record<string, string>>;

interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Headers;
}

/**
 * Finished bytes: the reply that the write path rendered and keeps for replays, a tile, a file. JSON unless said
 * otherwise.
 */
export interface BytesAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly media?: string;
  readonly headers?: Headers;
}

/** Finished text: a page unless another media type is named. */
export interface TextAnswer {
  readonly status: number;
  readonly text: string;
  readonly media?: string;
  readonly headers?: Headers;
}

/** Whoever keeps writing to an answer that was begun. */
type StreamWriter = (response: ServerResponse) => void;

/** An answer that goes on until one side ends it. */
export interface StreamAnswer {
  readonly status: 200;
  readonly media: string;
  readonly stream: StreamWriter;
  readonly headers?: Headers;
}

/** Sends the browser to another page of ours after a form; always 303 and always a path. */
export interface SeeOther {
  readonly see: `/${string}`;
  readonly headers?: Headers;
}

/** Sends the browser to the sign-in provider that is configured, and to nowhere else. */
export interface LeaveFor {
  readonly leaveFor: string;
  readonly headers?: Headers;
}

export type AnyAnswer = JsonAnswer | BytesAnswer | TextAnswer | StreamAnswer | SeeOther | LeaveFor | Problem;
export type Answer<E extends Endpoint> =
  | (JsonAnswerOf<E> & { readonly headers?: Headers })
  | BytesAnswer
  | TextAnswer
  | StreamAnswer
  | SeeOther
  | LeaveFor
  | Problem;
