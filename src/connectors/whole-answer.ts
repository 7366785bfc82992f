/**
 * The whole body of an answer from outside, or why it is none.
 * Flow:    http-system.ts, s3 → here → the connection.
 * Promise: of the body so many bytes are read and no more, and nothing is unpacked; what breaks off is never taken for
 *          the whole.
 */
import type { IncomingMessage } from 'node:http';
import { type ConnectedFault, fault, lastingFault } from './system-work.ts';

interface Beginning {
  readonly response: IncomingMessage;
  /** Ends reading it. */
  readonly late: AbortSignal;
}

export function wholeAnswer({ response, late }: Beginning, most: number): Promise<Buffer | ConnectedFault> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((done) => {
    const end = (told: Buffer | ConnectedFault): void => {
      done(told);
      response.destroy();
    };
    const brokeOff = (): void => end(fault(late.aborted ? 'timeout' : 'half-an-answer'));
    response.on('data', (bytes: Buffer) => {
      size += bytes.byteLength;
      if (size > most) end(lastingFault('too-much'));
      else parts.push(bytes);
    });
    response.on('error', brokeOff);
    response.on('close', brokeOff);
    response.on('end', () => (response.complete ? end(Buffer.concat(parts)) : brokeOff()));
  });
}
