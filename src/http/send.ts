/**
 * Puts an answer on the wire, with the headers that belong to it.
 * Flow:    pipeline, app → here → node.
 * Promise: every answer has the protecting headers, a charset, a length and a request id; what may be personal is
 *          `no-store`.
 * Source:  RFC 9110, RFC 9111; ASVS 5.0 chapter 14.
 */
import type { ServerResponse } from 'node:http';
import { defined } from '../vocabulary/defined.ts';
import { isProblem, type Problem } from '../vocabulary/problems.ts';
import type { AnyAnswer, StreamAnswer } from './answer.ts';
import { type HeaderKind, headerLists } from './headers.ts';
import { statusMessage } from './otlp/reply.ts';
import type { EdgePages, SiteArea } from './plain-pages.ts';
import { problemHeaders, problemView } from './problem.ts';

/** Everything but the answer itself that decides what is sent. */
interface SendOptions {
  readonly requestId: string;
  /** Asked only where a page is drawn. */
  readonly language: () => string;
  readonly headerKind: HeaderKind;
  /** Where the failure is shown to a person. */
  readonly asPage: boolean;
  /** The encoding of a google.rpc.Status, where failures have that form. */
  readonly statusIn?: string;
  /** Whose page it would have been. */
  readonly place: SiteArea;
  /** Where signing in begins, where that mends the failure. */
  readonly signIn?: string;
  /** What was written into the form that failed. */
  readonly typed?: readonly string[];
  readonly impersonal: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly pages: EdgePages;
}

interface RenderedAnswer {
  readonly status: number;
  readonly media: string;
  readonly content: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = 'application/json; charset=utf-8';
const html = 'text/html; charset=utf-8';

type Headers = Readonly<Record<string, string>>;

/** What an answer depends on is said by the edge and by the answer, and neither takes away what the other said. */
function together(edge: Headers = {}, answer: Headers = {}): Headers {
  const vary = [edge['Vary'], answer['Vary']].filter((each) => each !== undefined);
  return { ...edge, ...answer, ...(vary.length === 0 ? {} : { Vary: vary.join(', ') }) };
}

export function send(response: ServerResponse, answer: AnyAnswer, options: SendOptions): void {
  if (!isProblem(answer) && 'stream' in answer) {
    begin(response, answer, options);
    return;
  }
  const rendered = isProblem(answer) ? failure(answer, options) : renderAnswer(answer);
  const length =
    typeof rendered.content === 'string' ? Buffer.byteLength(rendered.content) : rendered.content.byteLength;
  const own = {
    'Cache-Control': options.impersonal && rendered.status < 400 ? 'no-cache' : 'no-store',
    'Request-Id': options.requestId,
    ...(rendered.media === '' ? {} : { 'Content-Type': rendered.media }),
    'Content-Length': String(length),
    ...together(options.headers, rendered.headers),
  };
  const list = [...headerLists[rendered.media === html && options.headerKind === 'api' ? 'page' : options.headerKind]];
  for (const [name, value] of Object.entries(own)) list.push(name, value);
  response.writeHead(rendered.status, list);
  response.end(rendered.content);
}

/** A proxy in between is asked not to hold anything back. */
function begin(response: ServerResponse, { status, media, stream, headers }: StreamAnswer, options: SendOptions): void {
  const own = {
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    'Request-Id': options.requestId,
    'Content-Type': media,
    ...together(options.headers, headers),
  };
  response.writeHead(status, [...headerLists[options.headerKind], ...Object.entries(own).flat()]);
  if (response.req.method === 'HEAD') response.end();
  else stream(response);
}

function failure(answer: Problem, options: SendOptions): RenderedAnswer {
  const view = problemView(answer, options.requestId);
  const headers = problemHeaders(answer.problem);
  if (options.asPage)
    return {
      status: view.status,
      media: html,
      content: options.pages.failure(view, options.language(), {
        place: options.place,
        ...defined({ signIn: options.signIn, typed: options.typed }),
      }),
      headers,
    };
  if (options.statusIn !== undefined) return { status: view.status, headers, ...statusMessage(view, options.statusIn) };
  return {
    status: view.status,
    media: 'application/problem+json; charset=utf-8',
    content: JSON.stringify(view),
    headers,
  };
}

function renderAnswer(answer: Exclude<AnyAnswer, Problem | StreamAnswer>): RenderedAnswer {
  const headers = answer.headers ?? {};
  if ('see' in answer) return { status: 303, media: '', content: '', headers: { ...headers, Location: answer.see } };
  if ('leaveFor' in answer)
    return { status: 303, media: '', content: '', headers: { ...headers, Location: answer.leaveFor } };
  if ('bytes' in answer) return { status: answer.status, media: answer.media ?? json, content: answer.bytes, headers };
  if ('text' in answer) return { status: answer.status, media: answer.media ?? html, content: answer.text, headers };
  return { status: answer.status, media: json, content: JSON.stringify(answer.body), headers };
}
