import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { aService } from '../given/service.ts';

const SECOND = 1000;
const asked = 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** A line to a service of its own, so that what waits here waits beside what waits there. */
async function aLine(variables: Readonly<Record<string, string>> = {}) {
  const service = await aService({ engine: 'sqlite', variables });
  const socket = connect(service.port, '127.0.0.1');
  await once(socket, 'connect');
  return {
    socket,
    ask: async (): Promise<string> => {
      socket.write(asked);
      const [chunk] = await once(socket, 'data');
      return String(chunk);
    },
    [Symbol.asyncDispose]: async (): Promise<void> => {
      socket.destroy();
      await service.stop();
    },
  };
}

describe('a connection that lies idle', () => {
  // Load balancers and proxies keep one for 60 to 75 seconds.
  it.concurrent('stays open for longer than the proxy in front keeps it, and is told so', async () => {
    await using line = await aLine();
    expect(await line.ask()).toMatch(/\r\nKeep-Alive: timeout=90\b/);
    await pause(8 * SECOND);
    expect(await line.ask()).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  });

  it.concurrent('is closed after what was configured', async () => {
    await using line = await aLine({ CANDOR_KEEP_ALIVE: 'PT5S' });
    expect(await line.ask()).toMatch(/\r\nKeep-Alive: timeout=5\b/);
    await once(line.socket, 'close');
  });

  it('takes no number that is none of seconds', () => {
    for (const wrong of ['90', 'PT4S', 'PT4000S', 'PT2M'])
      expect(readConfig({ CANDOR_KEEP_ALIVE: wrong })).toMatchObject({
        faults: [expect.stringContaining('CANDOR_KEEP_ALIVE')],
      });
  });
});
