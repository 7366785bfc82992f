/**
 * Where the lines of the log go: a stream of the process that may be full, closed or slow, and never holds the service
 * up.
 * Flow:    log (pino) → here → a file descriptor.
 * Promise: a line that cannot be written is counted and given up; nothing here throws or ends the process. After a line
 *          that was cut the next one begins on a line of its own.
 * Source:  docs/promises.md F46; decision 0052.
 */
import { write } from 'node:fs';

export interface LogStream {
  write(line: string): void;
  /** How many lines could not be written. */
  lost(): number;
}

const MOST_WAITING = 1024 * 1024;
const AGAIN_MS = 50;

interface Chunk {
  readonly lines: readonly string[];
  readonly bytes: Buffer;
  readonly done: number;
}

export function logStream(fd: number): LogStream {
  let waiting: string[] = [];
  let size = 0;
  let isBusy = false;
  let isCut = false;
  let lost = 0;
  const next = (): void => {
    if (isBusy || waiting.length === 0) return;
    const lines = waiting;
    waiting = [];
    size = 0;
    isBusy = true;
    if (isCut) lines[0] = `\n${lines[0]}`;
    isCut = false;
    send({ lines, bytes: Buffer.from(lines.join('')), done: 0 });
  };
  const send = (chunk: Chunk): void =>
    write(fd, chunk.bytes, chunk.done, (fault, written) => {
      if (fault?.code === 'EAGAIN') {
        setTimeout(() => send(chunk), AGAIN_MS).unref();
        return;
      }
      const done = chunk.done + (fault === null ? written : 0);
      if (fault === null && written > 0 && done < chunk.bytes.length) {
        send({ ...chunk, done });
        return;
      }
      if (done < chunk.bytes.length) {
        lost += unwritten(chunk, done);
        isCut = done > 0 && chunk.bytes[done - 1] !== 0x0a;
      }
      isBusy = false;
      next();
    });
  return {
    write(line) {
      if (size + line.length > MOST_WAITING) {
        lost += 1;
        return;
      }
      waiting.push(line);
      size += line.length;
      next();
    },
    lost: () => lost,
  };
}

/** How many lines of it did not end before the fault. */
function unwritten({ lines }: Chunk, done: number): number {
  let end = 0;
  return lines.filter((line) => {
    end += Buffer.byteLength(line);
    return end > done;
  }).length;
}
