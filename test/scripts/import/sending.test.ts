/** A server that cannot take a line just now is asked again, whatever it says for it; any other no is told. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type ImportLine, readLine } from '../../../scripts/import/lines.ts';
import { sendOverHttp } from '../../../scripts/import/sending.ts';

const line = readLine(
  1,
  JSON.stringify({ kind: 'consent', subject: 'customer:42', purpose: 'support-drafts', state: 'withdrawn' }),
  { name: 'choices.ndjson', drop: [] },
) as ImportLine;

/** Says one status after the other, and hears under which key it was asked. */
async function sayingInTurn(statuses: readonly number[]) {
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    const status = statuses[keys.push(request.headers['idempotency-key']) - 1] ?? 500;
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' });
    response.end(JSON.stringify(status < 300 ? {} : { code: `said-${status}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const [outcome] = await sendOverHttp({ url, token: 'a-token' })([line]);
    return { outcome, keys };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('a line that is sent', () => {
  it.each([
    [429, 'too many at once'],
    [503, 'a start or a stop'],
  ])('after %i (%s) it is sent again under the same key, and recorded', async (status) => {
    const { outcome, keys } = await sayingInTurn([status, 201]);
    expect(outcome).toEqual({ number: 1, what: 'recorded' });
    expect(keys).toEqual([line.key, line.key]);
  });

  it.each([400, 404, 409, 422, 500, 501, 504])('after %i it is told as refused, and sent once', async (status) => {
    const { outcome, keys } = await sayingInTurn([status, 201]);
    expect(outcome).toMatchObject({ what: 'refused', code: `said-${status}` });
    expect(keys).toHaveLength(1);
  });

  it('that was recorded before is told as known', async () => {
    expect((await sayingInTurn([200])).outcome).toEqual({ number: 1, what: 'known' });
  });
});
