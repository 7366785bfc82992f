/**
 * A way between a caller and the service that can be cut, fall silent, or leave things out.
 * Flow:    test/client → here → the service.
 * Promise: while nothing is switched on every byte passes as it came.
 */
import { request as ask, createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LossyWay {
  readonly url: string;
  /** How many checks came by. */
  checks(): number;
  /** Ends every stream that goes through here. */
  cut(): void;
  /** Nothing passes on streams, and nothing is closed, as where packets are dropped. */
  silence(isSilent: boolean): void;
  /** Streams lose every change. With `invented` a heartbeat of our own takes the place of theirs. */
  swallow(how: 'nothing' | 'changes' | 'changes-and-cursors'): void;
  stop(): void;
}

type How = Parameters<LossyWay['swallow']>[0];

export async function aLossyWay(to: string): Promise<LossyWay> {
  const streams = new Set<ServerResponse>();
  let isSilent = false;
  let how: How = 'nothing';
  let checks = 0;
  const server = createServer((incoming, answer) => {
    if (incoming.url === '/v1/checks') checks += 1;
    const onward = ask(
      new URL(incoming.url ?? '/', to),
      { method: incoming.method ?? 'GET', headers: { ...incoming.headers, host: new URL(to).host } },
      (heard) => {
        answer.writeHead(heard.statusCode ?? 502, heard.headers);
        if (heard.headers['content-type'] !== 'text/event-stream') return void heard.pipe(answer);
        streams.add(answer);
        let rest = '';
        const lastId = { said: '' };
        heard.on('data', (bytes: Buffer) => {
          const events = (rest + bytes.toString()).split('\n\n');
          rest = events.pop() ?? '';
          for (const event of events) if (!isSilent) answer.write(passed(event, how, lastId));
        });
        heard.on('close', () => answer.destroy());
      },
    );
    onward.on('error', () => answer.destroy());
    answer.on('close', () => {
      streams.delete(answer);
      onward.destroy();
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    checks: () => checks,
    cut() {
      for (const stream of streams) stream.destroy();
    },
    silence(now) {
      isSilent = now;
    },
    swallow(now) {
      how = now;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A liar who knows the protocol repeats the last cursor that was let through. */
function passed(event: string, how: How, lastId: { said: string }): string {
  const id = /^id: (.*)$/m.exec(event)?.[1] ?? '';
  if (how !== 'nothing' && event.includes('event: change')) return '';
  if (how === 'changes-and-cursors') return `${event.replace(/^id: .*$/m, `id: ${lastId.said}`)}\n\n`;
  lastId.said = id;
  return `${event}\n\n`;
}
