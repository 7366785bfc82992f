/**
 * Asks Candor what stands on this page, and sends what was pressed on it.
 * Flow:    elements → here → GET /v1/page/notice, POST /v1/page/choices.
 * Promise: asks nobody but the installation that the script came from, and sends no cookie. A press without an answer
 *          is sent once more under the same key, so that it counts once; nothing is told of it that is not known.
 * Source:  decision 0128.
 */
import type { PageNotice } from '../../src/answers/in-page/page-notice.ts';

/** What an element is: who reads it, and in which language the page around it is. */
export interface PassHolder {
  readonly pass: string;
  readonly language: string;
}

export type Fields = Readonly<Record<string, unknown>>;

type Outcome =
  | { readonly came: 'saved'; readonly notice: PageNotice; readonly said: string }
  | { readonly came: 'failed' | 'unsure' | 'expired' };

/** Longer than a busy house takes; a page that waits for ever says nothing. */
const PATIENCE_MS = 10_000;
const NOBODY = 401;
const A_FAULT = 500;

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

function send({ pass, language }: PassHolder, path: string, more: RequestInit = {}): Promise<Response> {
  const address = new URL(`../v1/page/${path}`, script);
  if (language !== '') address.searchParams.set('language', language);
  return fetch(address, {
    ...more,
    headers: { ...more.headers, authorization: `Bearer ${pass}` },
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

/** Elements of one page ask once for all of them. */
const asked = new Map<string, Promise<PageNotice | undefined>>();
const nameOf = ({ pass, language }: PassHolder): string => `${language} ${pass}`;

/** Nothing where it cannot be had: what the page says by itself then stays. */
export function askNotice(reader: PassHolder): Promise<PageNotice | undefined> {
  const name = nameOf(reader);
  const known = asked.get(name);
  if (known !== undefined) return known;
  const coming = send(reader, 'notice')
    .then((answer) => (answer.ok ? (answer.json() as Promise<PageNotice>) : undefined))
    .catch(() => undefined);
  asked.set(name, coming);
  return coming;
}

async function pressOnce(reader: PassHolder, key: string, body: string): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  try {
    const answer = await send(reader, 'choices', { method: 'POST', headers, body });
    if (answer.status === NOBODY) return { came: 'expired' };
    if (answer.status >= A_FAULT) return { came: 'unsure' };
    return answer.ok ? { came: 'saved', ...(await answer.json()) } : { came: 'failed' };
  } catch {
    return { came: 'unsure' };
  }
}

export async function press(reader: PassHolder, fields: Fields): Promise<Outcome> {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('-');
  const body = JSON.stringify(fields);
  const first = await pressOnce(reader, key, body);
  const outcome = first.came === 'unsure' ? await pressOnce(reader, key, body) : first;
  if (outcome.came === 'saved') asked.set(nameOf(reader), Promise.resolve(outcome.notice));
  return outcome;
}
