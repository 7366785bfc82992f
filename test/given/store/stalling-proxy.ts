/**
 * A PostgreSQL server behind a network that can fail: everything goes through, nothing goes through, or every
 * connection is cut.
 * Flow:    tests of storage faults → here → the socket of the test's own PostgreSQL.
 * Promise: while it is stalled no byte passes in either direction and nothing is closed, as where packets are dropped;
 *          what was held back passes when it flows again.
 */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface StallingProxy {
  /** The same database, through here. */
  readonly url: string;
  stall(): void;
  flow(): void;
  /** Resolves when a text is on its way to the server, which never gets it, or gets it and is not heard any more. */
  stopsAt(text: string, end: 'unsent' | 'unanswered'): Promise<void>;
  /** Ends every connection on both sides. */
  cut(): void;
  close(): Promise<void>;
}

export async function stallingProxy(databaseUrl: string): Promise<StallingProxy> {
  const behind = new URL(databaseUrl);
  const folder = behind.searchParams.get('host');
  const port = behind.port || '5432';
  const sockets = new Set<Socket>();
  let isStalled = false;
  let last: { readonly text: string; readonly end: 'unsent' | 'unanswered'; come(): void } | undefined;
  const hold = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (isStalled) socket.pause();
  };
  const server = createServer((near) => {
    const far = folder?.startsWith('/')
      ? connect(`${folder}/.s.PGSQL.${port}`)
      : connect(Number(port), folder ?? behind.hostname);
    hold(near);
    hold(far);
    const passTo = (to: Socket) => (bytes: Buffer) => void to.write(bytes);
    near.on('data', (bytes: Buffer) => {
      const stop = last !== undefined && bytes.includes(last.text) ? last : undefined;
      if (stop !== undefined) far.pause();
      if (stop?.end !== 'unsent') passTo(far)(bytes);
      if (stop === undefined) return;
      last = undefined;
      stop.come();
    });
    far.on('data', passTo(near));
    // What `data` set flowing stands still again where the network does.
    if (isStalled) for (const socket of [near, far]) socket.pause();
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    stall() {
      isStalled = true;
      for (const socket of sockets) socket.pause();
    },
    flow() {
      isStalled = false;
      for (const socket of sockets) socket.resume();
    },
    stopsAt: (text, end) =>
      new Promise((come) => {
        last = { text, end, come };
      }),
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
