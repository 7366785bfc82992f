/**
 * The answer of the upstream on its way to the caller, byte by byte, while the permission lasts.
 * Flow:    relay → here → the caller.
 * Promise: nothing is changed, kept or looked at but where an event ends. After the permission ended no further byte of
 *          the answer goes through, and the caller can tell that it is not whole: the last event of a stream is an
 *          error, or the connection breaks.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { UseOutcome } from '../vocabulary/use.ts';
import { refusalOf } from './refusal.ts';

interface Passing {
  readonly answer: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborts when the permission ends. */
  readonly permission: AbortSignal | undefined;
  /** How long the caller may leave the answer unread, in milliseconds. */
  readonly idleMs: number;
}

/** How long somebody may take to read why a stream ended. */
const LAST_WORDS_MS = 1000;

/** Settles when the answer is whole or nothing more of it comes; how the use ended. */
export function passThrough({ answer, response, permission, idleMs }: Passing): Promise<UseOutcome> {
  const atEnd = eventEnds(answer);
  return new Promise((resolve) => {
    let unread: NodeJS.Timeout | undefined;
    const settle = (outcome: UseOutcome): void => {
      clearTimeout(unread);
      permission?.removeEventListener('abort', stop);
      response.off('drain', goOn).off('close', gone);
      answer.off('data', pass).off('end', whole).off('error', broken).off('close', broken);
      answer.on('error', () => undefined);
      if (outcome !== 'finished') answer.destroy();
      resolve(outcome);
    };
    const stop = (): void => {
      endEarly(response, permission?.reason, atEnd());
      settle('stopped');
    };
    const goOn = (): void => {
      clearTimeout(unread);
      answer.resume();
    };
    const gone = (): void => settle('stopped');
    const pass = (bytes: Buffer): void => {
      atEnd(bytes);
      if (response.write(bytes)) return;
      answer.pause();
      unread = setTimeout(() => {
        response.destroy();
        settle('stopped');
      }, idleMs);
    };
    const whole = (): void => {
      response.end();
      settle((answer.statusCode ?? 500) < 400 ? 'finished' : 'failed');
    };
    const broken = (): void => {
      response.destroy();
      settle('failed');
    };
    response.on('drain', goOn).once('close', gone);
    answer.on('data', pass).once('end', whole).once('error', broken).once('close', broken);
    permission?.addEventListener('abort', stop, { once: true });
    if (permission?.aborted === true) stop();
    else if (response.destroyed) gone();
  });
}

/** Hears of bytes and says whether an event of the stream ended with the last of them. */
function eventEnds({ headers }: IncomingMessage): (bytes?: Buffer) => boolean {
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  const isStream = isPlain && (headers['content-type'] ?? '').toLowerCase().startsWith('text/event-stream');
  let last = '\n\n';
  return (bytes) => {
    if (bytes !== undefined) last = `${last}${bytes.subarray(-4).toString('latin1')}`.slice(-4);
    return isStream && /\n\n$|\r\n\r\n$|\r\r$/.test(last);
  };
}

function endEarly(response: ServerResponse, why: unknown, isBetweenEvents: boolean): void {
  if (!isBetweenEvents) {
    response.destroy();
    return;
  }
  const { error } = refusalOf(why).body() as { error: { code: string; message: string } };
  const { code, message } = error;
  response.end(`event: error\ndata: ${JSON.stringify({ type: 'error', code, message, param: null, error })}\n\n`);
  const cut = setTimeout(() => response.destroy(), LAST_WORDS_MS);
  response.once('close', () => clearTimeout(cut));
}
