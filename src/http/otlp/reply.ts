/**
 * The answers of the traces route in the words of OTLP: a full or partial success, or a Status, each in the encoding
 * of the request.
 * Flow:    handlers/traces.ts, send.ts → here → the wire.
 * Promise: what is said of refused spans names no value of theirs.
 * Source:  OTLP specification, OTLP/HTTP Response; google.rpc.Status and google.rpc.Code.
 */
import type { BytesAnswer } from '../answer.ts';
import type { ProblemView } from '../problem.ts';
import { numberField, textField } from './wire.ts';

export const PROTOBUF = 'application/x-protobuf';
const JSON_TYPE = 'application/json';

/** A failure whose request has neither encoding is told in JSON. */
export const encodingOf = (contentType: string | undefined): string =>
  contentType?.toLowerCase().startsWith(PROTOBUF) === true ? PROTOBUF : JSON_TYPE;

interface Partial {
  readonly rejected: number;
  /** Empty where nothing is to be said. */
  readonly message: string;
}

export function tracesAnswer(media: string, { rejected, message }: Partial): BytesAnswer {
  if (media === PROTOBUF) {
    const partial = Buffer.concat([numberField(1, rejected), textField(2, message)]);
    return { status: 200, media, bytes: textField(1, partial) };
  }
  const partialSuccess = {
    ...(rejected === 0 ? {} : { rejectedSpans: String(rejected) }),
    ...(message === '' ? {} : { errorMessage: message }),
  };
  const body = rejected === 0 && message === '' ? {} : { partialSuccess };
  return { status: 200, media, bytes: Buffer.from(JSON.stringify(body)) };
}

const codes: Readonly<Record<number, number>> = { 401: 16, 403: 7, 404: 5, 408: 4, 413: 3, 429: 8, 500: 13, 503: 14 };
const INVALID_ARGUMENT = 3;

/** The stable code of the problem and its words, as a Status. */
export function statusMessage(view: ProblemView, media: string): { readonly media: string; readonly content: Buffer } {
  const code = codes[view.status] ?? INVALID_ARGUMENT;
  const message = `${view.code}: ${view.detail}`;
  const content =
    media === PROTOBUF
      ? Buffer.concat([numberField(1, code), textField(2, message)])
      : Buffer.from(JSON.stringify({ code, message }));
  return { media, content };
}
