/**
 * Which whole requests of a connection still wait for their answers, so that nothing else is written before these.
 * Flow:    server (every request; a connection that went wrong) → here → server (its last words).
 * Promise: an act that arrived whole is answered with what became of it, in its turn, whatever came after it on the
 *          same connection: stray bytes, half a request, a request to switch protocols, or the end.
 * Source:  RFC 9112 section 9.3.2 (answers in the order of the requests).
 */
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

interface Unanswered {
  begin(socket: Duplex, response: ServerResponse): void;
  /** Says the last words where nothing whole waits for an answer; else the line closes behind the last answer. */
  whenAnswered(socket: Duplex, to: { last(): void }): void;
}

interface Line {
  /** In their order; those that have left are let go of when the next request comes. */
  waiting: readonly ServerResponse[];
  isEnding: boolean;
}

export function trackUnanswered(): Unanswered {
  const lines = new WeakMap<Duplex, Line>();
  return {
    begin(socket, response) {
      const line = lines.get(socket);
      if (line === undefined) lines.set(socket, { waiting: [response], isEnding: false });
      else line.waiting = [...line.waiting.filter(waits), response];
    },
    whenAnswered(socket, { last }) {
      const line = lines.get(socket);
      const whole = (line?.waiting ?? []).filter((response) => waits(response) && response.req.complete);
      if (line === undefined || (whole.length === 0 && !line.isEnding)) return last();
      // What keeps coming on a line that ends is told about once.
      if (line.isEnding) return;
      line.isEnding = true;
      const final = whole.at(-1) as ServerResponse;
      if (!final.headersSent) final.shouldKeepAlive = false;
      final.once('close', () => endLine(socket));
    },
  };
}

/** Some of it has not been handed to the kernel yet. */
const waits = (response: ServerResponse): boolean => !response.writableFinished && !response.destroyed;

/** Everything that was written still arrives. */
const endLine = (socket: Duplex): void => {
  if (!socket.writableEnded) socket.end();
};
