/**
 * One request to a provider of OpenID Connect, bounded in time and size.
 * Flow:    openid → here → the provider.
 * Promise: whatever hinders an answer is one fault, apart from every answer; no redirect is followed.
 * Source:  decision 0107.
 */

/** A provider that needs longer is down for whoever waits. */
const WAIT_MS = 3000;
const MOST_BYTES = 256 * 1024;
/** It cannot be asked just now, which says nothing about what was to be asked. */
export class ProviderDown extends Error {}

async function textWithin(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new ProviderDown('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** One request, bounded in time and size; a redirect is no answer, because where it leads was not configured. */
export async function bounded(url: string, options: RequestInit): Promise<Response> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(WAIT_MS) });
    text = await textWithin(answer);
  } catch (fault) {
    throw fault instanceof ProviderDown ? fault : new ProviderDown('unreachable');
  }
  const { status, headers } = answer;
  if (status >= 500 || status === 429) throw new ProviderDown(`status-${status}`);
  const isEmpty = status === 204 || status === 205 || status === 304;
  return new Response(isEmpty ? null : text, { status, headers });
}
