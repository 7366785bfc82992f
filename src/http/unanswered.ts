/**
 * Which whole requests of a connection still wait for their answers, so that nothing else is written before these.
 * Flow:    server (every request; a connection that went wrong) → here → server (its last words).
 * Promise: an act that arrived whole is answered with what became of it, in its turn, whatever came after it on the
 *          same connection: stray bytes, half a request, a request to switch protocols, or the end.
 * Source:  RFC 9112 section 9.3.2 (answers in the order of the requests).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

interface Unanswered {
  begin(request: IncomingMessage, response: ServerResponse): void;
  /** Says the last words where nothing whole waits for an answer; else the line closes behind the last answer. */
  whenAnswered(socket: Duplex, to: { last(): void }): void;
}

interface Line {
  readonly waiting: Map<ServerResponse, IncomingMessage>;
  isEnding: boolean;
}

export function trackUnanswered(): Unanswered {
  const lines = new WeakMap<Duplex, Line>();
  return {
    begin(request, response) {
      const { socket } = request;
      const line = lines.get(socket) ?? { waiting: new Map(), isEnding: false };
      lines.set(socket, line);
      line.waiting.set(response, request);
      response.once('close', () => line.waiting.delete(response));
    },
    whenAnswered(socket, { last }) {
      const line = lines.get(socket);
      const whole = [...(line?.waiting ?? [])].filter(([, { complete }]) => complete).map(([response]) => response);
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

/** Everything that was written still arrives. */
const endLine = (socket: Duplex): void => {
  if (!socket.writableEnded) socket.end();
};
