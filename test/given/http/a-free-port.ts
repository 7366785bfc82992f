/**
 * A port of this machine that nobody listened on a moment ago, for what has to be told its port beforehand.
 * Flow:    here → tests that set METRICS_PORT, configurations of proxies.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';

export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
