/**
 * Which pages elsewhere may read an answer: those whose origin is configured, and only of routes that are meant for it.
 * Flow:    visit, app (a browser asks beforehand) → here → send.
 * Promise: no origin is ever echoed that is not configured, no cookie is ever let in, and every other route stays
 *          closed to pages elsewhere.
 * Source:  WHATWG Fetch (CORS protocol); decision 0128.
 */
import type { IncomingMessage } from 'node:http';
import type { Endpoint } from '../../openapi/endpoint.ts';
import type { Edge } from './edge.ts';

type Headers = Readonly<Record<string, string>>;

export function crossOriginHeaders(
  { passes }: Edge,
  endpoint: Endpoint | undefined,
  { headers: { origin } }: IncomingMessage,
): Headers {
  if (endpoint?.crossOrigin !== true) return {};
  const isKnown = origin !== undefined && passes?.origins.has(origin) === true;
  return { Vary: 'Origin', ...(isKnown ? { 'Access-Control-Allow-Origin': origin } : {}) };
}

const ASKED_AGAIN_AFTER_SECONDS = 600;

/** What a browser asks before it sends what no form could send; nothing where the page is not known. */
export function preflightHeaders(edge: Edge, endpoint: Endpoint, request: IncomingMessage): Headers | undefined {
  const allowed = crossOriginHeaders(edge, endpoint, request);
  if (!('Access-Control-Allow-Origin' in allowed)) return undefined;
  return {
    ...allowed,
    'Access-Control-Allow-Methods': endpoint.method.toUpperCase(),
    'Access-Control-Allow-Headers': 'authorization, content-type, idempotency-key',
    'Access-Control-Max-Age': String(ASKED_AGAIN_AFTER_SECONDS),
  };
}
