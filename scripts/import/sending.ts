/**
 * Sends lines to a running server, one request a line, in their order.
 * Flow:    lines → here → PUT and POST of the API.
 * Promise: a server that is busy is asked again; one that cannot be reached or does not take the token ends the import,
 *          and the same command resumes it.
 * Source:  docs/design.md 9; RFC 9110 (Retry-After).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportLine } from './lines.ts';
import type { RecordLines } from './recording.ts';
import { type LineOutcome, notedIn } from './tally.ts';

interface Server {
  readonly url: string;
  readonly token: string;
}

/** How often a busy server is asked again. */
const patience = 10;

export const sendOverHttp =
  (server: Server): RecordLines =>
  async (lines) => {
    const outcomes: LineOutcome[] = [];
    for (const line of lines) outcomes.push(await sent(server, line));
    return outcomes;
  };

async function sent(server: Server, line: ImportLine): Promise<LineOutcome> {
  for (let asked = 1; ; asked += 1) {
    const response = await fetch(new URL(line.path, server.url), {
      method: line.kind.method,
      headers: {
        Authorization: `Bearer ${server.token}`,
        'Content-Type': 'application/json',
        ...(line.kind.method === 'POST' ? { 'Idempotency-Key': line.key } : {}),
      },
      body: JSON.stringify(line.body),
    }).catch(() => {
      throw new Error(
        `Nothing answers at ${server.url}, at line ${line.number}. Start the server and run the same command again.`,
      );
    });
    if (response.status === 401 || response.status === 403) throw await refusedToken(response, server, line);
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || asked === patience) return outcomeOf(line, response);
    await sleep(1000 * Math.min(30, Math.max(1, Number(response.headers.get('retry-after') ?? 1) || 1)));
  }
}

/** Said once: with this token no further line of the kind would be taken either. */
async function refusedToken(response: Response, { url }: Server, { number, path }: ImportLine): Promise<Error> {
  const { detail = '' } = (await response.json().catch(() => ({}))) as { readonly detail?: string };
  const why =
    response.status === 401
      ? `The server at ${url} does not take this token: it has run out, is not whole, or is of another installation.`
      : `The server at ${url} takes this token, but not for ${path}: it lacks a scope. ${detail}`.trim();
  const before = number === 1 ? 'Nothing was recorded.' : 'The lines before it are done.';
  return new Error(
    `Line ${number}: ${why}\n${before} Make a token (npm run token) and run the same command again; it goes on there.`,
  );
}

async function outcomeOf({ number }: ImportLine, response: Response): Promise<LineOutcome> {
  if (response.ok) {
    const reply: unknown = await response.json().catch(() => undefined);
    // A stored answer is given again as it was, its 201 included.
    const isNew = response.status === 201 && response.headers.get('idempotent-replayed') === null;
    return { number, what: isNew ? 'recorded' : 'known', ...notedIn(reply) };
  }
  const said = (await response.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
    errors?: readonly { pointer: string; message: string; fix: string }[];
  };
  const places = (said.errors ?? []).map(({ pointer, message, fix }) => `${pointer}: ${message} ${fix}`);
  return {
    number,
    what: 'refused',
    code: said.code ?? `http-${response.status}`,
    reason: [said.detail ?? '', ...places].join(' ').trim(),
  };
}
