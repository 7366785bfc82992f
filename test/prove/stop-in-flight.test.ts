/**
 * The service is asked to stop while everything around it hangs: it ends in time, and the next start goes on.
 * Source: docs/operating.md (Stopping); docs/promises.md F1.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { aReceiver } from '../given/http/a-receiver.ts';
import { aMailServer } from '../given/mail-server.ts';
import { build, spawnService, tokenFor } from '../given/prove/spawned.ts';

/** What docs/operating.md tells whoever runs it to allow. */
const ALLOWED_MS = 20_000;

const folder = mkdtempSync(join(tmpdir(), 'candor-stop-'));
const environment = {
  CANDOR_DATA_DIR: folder,
  CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8',
  CANDOR_MAIL_FROM: 'Shop <privacy@shop.example>',
};

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Takes a connection and never says a word. */
async function aSilentServer() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, connections: () => connections, stop: () => server.close() };
}

const example = (id: string) => examples.find(({ endpoint }) => endpoint === id)?.body;
const until = (holds: () => boolean | Promise<boolean>) => expect.poll(holds, { timeout: 30_000 }).toBe(true);

describe('a service that is stopped while everything around it hangs', () => {
  it(`ends within ${ALLOWED_MS / 1000} seconds, and goes on after the next start without doing anything twice`, async () => {
    const [mailbox, silent, receiver] = [await aMailServer(), await aSilentServer(), await aReceiver()];
    const first = await spawnService({ ...environment, SMTP_URL: `smtp://127.0.0.1:${silent.port}` });
    const authorization = `Bearer ${await tokenFor(environment, 'admin')}`;
    let { url } = first;
    const call = async (method: string, path: string, json?: unknown) => {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      if (!answer.ok) throw new Error(`${path} ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { readonly id: string; readonly items: readonly { readonly id: string }[] };
    };
    await call('PUT', '/v1/purposes/support-drafts', example('putPurpose'));
    await call('PUT', '/v1/notices/support-notice', example('putNotice'));
    await call('PUT', '/v1/subjects/customer:42', { identifiers: ['email:ada@example.org'], regimes: ['EU'] });
    receiver.answer('hang');
    await call('POST', '/v1/webhooks', { url: receiver.url });
    const filed = await call('POST', '/v1/requests', { subject: 'customer:42', kind: 'ai-explanation' });
    await call('POST', `/v1/requests/${filed.id}/verify`, { level: 'session', reason: 'They were signed in.' });
    await call('POST', `/v1/requests/${filed.id}/fulfil`, { reason: 'As the law asks.' });
    const choice = { subject: 'customer:42', purpose: 'support-drafts', state: 'refused' };
    const recorded = await call('POST', '/v1/consents', choice);
    await until(() => silent.connections() > 0 && receiver.got.length > 0);
    const stream = await fetch(`${url}/v1/changes/stream`, { headers: { authorization } });
    const half = connect(Number(new URL(url).port), '127.0.0.1');
    half.on('error', () => undefined);
    half.write(`POST /v1/consents HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n`);
    half.write('Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{"subject":"customer:43",');

    const begun = performance.now();
    await first.stop();
    const took = performance.now() - begun;
    process.stdout.write(`stopped after ${took.toFixed(0)} ms with a mail, a webhook, a stream and half a call open\n`);
    expect(took).toBeLessThan(ALLOWED_MS);
    await stream.body?.cancel().catch(() => undefined);
    half.destroy();

    const hung = receiver.got.map(({ id }) => id);
    receiver.answer(204);
    const second = await spawnService({ ...environment, SMTP_URL: mailbox.url });
    url = second.url;
    const [hook] = (await call('GET', '/v1/webhooks')).items;
    // The lease of the delivery that hung has to run out; an operator who is in a hurry enables it again.
    await call('PUT', `/v1/webhooks/${hook?.id}`, { state: 'active' });
    const changes = (await call('GET', '/v1/changes?limit=100')).items;
    const since = (): ReadonlySet<string> => new Set(receiver.got.slice(hung.length).map(({ id }) => id));
    await until(() => since().size >= changes.length);
    expect([since().size, hung.filter((id) => !since().has(id))]).toEqual([changes.length, []]);
    const kept = (await call('GET', '/v1/subjects/customer:42/consents')).items;
    expect(kept.map(({ id }) => id)).toEqual([recorded.id]);
    await expect(call('GET', '/v1/subjects/customer:43')).rejects.toThrow('404');
    await second.stop();
    // Its lease has not run out: nobody knows whether the mail that hung had left, so it does not leave twice at once.
    expect(mailbox.mails.length).toBeLessThanOrEqual(1);
    receiver.stop();
    silent.stop();
    await mailbox.stop();
  }, 180_000);
});
