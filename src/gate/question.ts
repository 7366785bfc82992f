/**
 * Whose data goes with a call, for what, into which AI system: read off its headers, else off its body.
 * Flow:    call → here → client (the question of a use).
 * Promise: guesses nothing: what is missing, named twice or not readable is refused before Candor is asked. Only the
 *          members named here are looked at; the prompt is not.
 * Source:  decision 0070.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { HEADERS, questionFrom } from '../../client/src/question.ts';
import type { UseQuestion } from '../../client/src/use.ts';
import type { CallBody } from './body.ts';

type Member = keyof typeof HEADERS;

const inMetadata: Readonly<Record<Member, string>> = {
  subject: 'candor_subject',
  purpose: 'candor_purpose',
  aiSystem: 'candor_ai_system',
};
const members = Object.keys(HEADERS) as readonly Member[];

/** Throws ConsentRefused (`question-incomplete`). */
export function questionOfCall(headers: IncomingHttpHeaders, body: CallBody): UseQuestion {
  const named = members.map((member) => [
    member,
    inHeader(headers[HEADERS[member]]) ??
      body.metadata[inMetadata[member]] ??
      (member === 'subject' ? body['user'] : null),
  ]);
  return questionFrom({}, Object.fromEntries(named.filter(([, value]) => value !== null && value !== undefined)));
}

/** Node reads headers as Latin-1, while identifiers are UTF-8; bytes that are neither name nobody. */
function inHeader(value: string | readonly string[] | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return '';
  }
}
