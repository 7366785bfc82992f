import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { aService, type RunningService } from '../given/service.ts';

const SECOND = 1000;
const asked = 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n';

describe('a connection that lies idle', () => {
  let service: RunningService;
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await service.stop();
  });

  async function aLine(variables: Readonly<Record<string, string>> = {}) {
    service = await aService({ engine: 'sqlite', variables });
    const socket = connect(service.port, '127.0.0.1');
    sockets.push(socket);
    await once(socket, 'connect');
    return {
      socket,
      ask: async (): Promise<string> => {
        socket.write(asked);
        const [chunk] = await once(socket, 'data');
        return String(chunk);
      },
    };
  }

  // Load balancers and proxies keep one for 60 to 75 seconds.
  it('stays open for longer than the proxy in front keeps it, and is told so', { timeout: 60_000 }, async () => {
    const { ask } = await aLine();
    expect(await ask()).toMatch(/\r\nKeep-Alive: timeout=90\b/);
    await pause(8 * SECOND);
    expect(await ask()).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  });

  it('is closed after what was configured', { timeout: 60_000 }, async () => {
    const { socket, ask } = await aLine({ CANDOR_KEEP_ALIVE: 'PT5S' });
    expect(await ask()).toMatch(/\r\nKeep-Alive: timeout=5\b/);
    await once(socket, 'close');
  });

  it('takes no number that is none of seconds', async () => {
    await aLine();
    for (const wrong of ['90', 'PT4S', 'PT4000S', 'PT2M'])
      expect(readConfig({ CANDOR_KEEP_ALIVE: wrong })).toMatchObject({
        faults: [expect.stringContaining('CANDOR_KEEP_ALIVE')],
      });
  });
});
