/**
 * Reads the body of a call: whole, because it may name the person, and bounded.
 * Flow:    call → here.
 * Promise: held in memory until the call has left and nowhere else; one body has a limit, and so have all bodies that
 *          are held in one moment.
 */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** Of what is sent only these are looked at, and whose data it is where no header says so. */
const Sent = z.looseObject({
  background: z.unknown().optional(),
  metadata: z.looseObject({}).catch({}),
});
export type CallBody = z.output<typeof Sent>;

interface Body {
  readonly bytes: Buffer;
  readonly read: CallBody;
}

/** How many bytes of bodies may lie in memory at once. */
const MOST_HELD = 512 * 2 ** 20;

export interface Room {
  held: number;
}

/** Whoever calls gives the room back with `leave`. */
export async function bodyOfCall(
  request: IncomingMessage,
  { most, room }: { readonly most: number; readonly room: Room },
): Promise<{ readonly body: Body | Refusal; leave(): void }> {
  let size = 0;
  const leave = (): void => {
    room.held -= size;
    size = 0;
  };
  const refuse = (refusal: Refusal) => {
    leave();
    request.resume();
    return { body: refusal, leave };
  };
  const { headers } = request;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return refuse(notPlain);
  if (!/^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '')) return refuse(notJson);
  if (Number(headers['content-length'] ?? 0) > most) return refuse(tooLarge(most));
  const parts: Buffer[] = [];
  try {
    // Left open on a refusal, so that whoever still sends can hear it.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      const bytes = part as Buffer;
      size += bytes.length;
      room.held += bytes.length;
      if (size > most) return refuse(tooLarge(most));
      if (room.held > MOST_HELD) return refuse(busy);
      parts.push(bytes);
    }
  } catch (fault) {
    leave();
    throw fault;
  }
  const bytes = Buffer.concat(parts);
  const read = objectIn(bytes);
  return read === undefined ? refuse(notJson) : { body: { bytes, read }, leave };
}

function objectIn(bytes: Buffer): Body['read'] | undefined {
  try {
    return Sent.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}

const notJson = new Refusal({
  status: 400,
  code: 'malformed-json',
  message: 'The gate takes one JSON object as application/json.',
  next: 'Send the call as the library of the upstream does.',
});
const notPlain = new Refusal({
  status: 415,
  code: 'unsupported-encoding',
  message: 'The gate reads bodies that are not compressed.',
  next: 'Send it without Content-Encoding.',
});
const busy = new Refusal({
  status: 503,
  code: 'gate-busy',
  message: 'The gate holds as many calls as it can.',
  next: 'Try again in a moment.',
  headers: { 'retry-after': '1' },
});
const tooLarge = (most: number): Refusal =>
  new Refusal({
    status: 413,
    code: 'too-large',
    message: `A call may have at most ${most} bytes here.`,
    next: 'Send less, or set CANDOR_GATE_MOST_BYTES.',
  });
