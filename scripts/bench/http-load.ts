/**
 * Asks over 64 kept connections with as little work of its own as possible: bytes out, lengths counted in.
 * Flow:    rows → here → a process that listens.
 * Promise: one question at a time a connection; an answer that is not the expected status ends the row.
 */
import { connect, type Socket } from 'node:net';

export const CONNECTIONS = 64;

interface LoadOptions {
  readonly port: number;
  readonly status: number;
  /** The whole request of the given number. */
  readonly request: (at: number) => Buffer;
}

export interface Load {
  /** Asks so many times in all, and gives the time of each answer in nanoseconds. */
  run(times: number): Promise<readonly number[]>;
  close(): void;
}

export function encodePost(path: string, { token, body }: { readonly token: string; readonly body: string }): Buffer {
  const lines = [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

export async function openLoad(asking: LoadOptions): Promise<Load> {
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => connected(asking.port)));
  let asked = 0;
  return {
    async run(times) {
      const latencies: number[] = [];
      const end = asked + times;
      const keepAsking = async (socket: Socket): Promise<void> => {
        while (asked < end) {
          const bytes = asking.request(asked);
          asked += 1;
          const start = process.hrtime.bigint();
          await askOnce(socket, bytes, asking.status);
          latencies.push(Number(process.hrtime.bigint() - start));
        }
      };
      await Promise.all(sockets.map(keepAsking));
      return latencies;
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

function askOnce(socket: Socket, bytes: Buffer, status: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = '';
    let missing = -1;
    const onData = (chunk: Buffer): void => {
      if (missing >= 0) missing -= chunk.length;
      else {
        head += chunk.toString('latin1');
        missing = missingAfter(head, status);
      }
      if (Number.isNaN(missing)) finish(new Error(`unexpected answer: ${head.slice(0, 500)}`));
      else if (missing === 0) finish();
    };
    const onClose = (): void => finish(new Error('the connection was closed'));
    const finish = (fault?: Error): void => {
      socket.off('data', onData).off('close', onClose);
      if (fault === undefined) resolve();
      else reject(fault);
    };
    socket.on('data', onData).on('close', onClose);
    socket.write(bytes);
  });
}

/**
 * Bytes of the body that are still on their way; -1 while the head is incomplete, NaN where it is not the answer that
 * was meant.
 */
function missingAfter(head: string, status: number): number {
  const end = head.indexOf('\r\n\r\n');
  if (end < 0) return -1;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  return head.slice(9, 12) === String(status) ? Number(length) - (head.length - end - 4) : Number.NaN;
}
