/**
 * Whether the service here can answer and record: 0 where it can, 1 where it cannot, with why on standard error.
 * Flow:    HEALTHCHECK of the image → here → GET /readyz on this machine.
 * Promise: waits two seconds at most. A service that is sealed is not healthy, and restarting it mends nothing: read
 *          what it says.
 */
const { PORT = '8080', HOST = '127.0.0.1' } = process.env;
const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '::1' : HOST;
const address = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/readyz`;

try {
  const told = await fetch(address, { signal: AbortSignal.timeout(2000) });
  if (!told.ok) process.stderr.write(`${told.status} ${await told.text()}\n`);
  process.exitCode = told.ok ? 0 : 1;
} catch (fault) {
  process.stderr.write(`${address} does not answer: ${fault.cause?.code ?? fault.name}\n`);
  process.exitCode = 1;
}
