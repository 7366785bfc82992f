/**
 * What else the package offers: a whole provider, tools for an assistant of support staff, reports of a route.
 * Flow:    client/src → here, over a running service.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderV4 } from '@ai-sdk/provider';
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { generateText } from 'ai';
import { MockEmbeddingModelV4, MockLanguageModelV4, MockProviderV4 } from 'ai/test';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardProvider } from '../../client/src/ai-sdk.ts';
import { createClient } from '../../client/src/client.ts';
import { recordUse } from '../../client/src/express.ts';
import { createAssistantServer } from '../../client/src/mcp.ts';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aService, type RunningService } from '../given/service.ts';

const known = { aiSystem: 'support-assistant', purpose: 'support-drafts' } as const;

describe('the client', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    sure(await says(service, 'given'));
  });
  afterAll(() => service.stop());
  const clientFor = async (scope: string) =>
    createClient({ url: service.url, token: () => service.token({ sub: 'support', scope }) });

  it('guards every model of a provider, and lets no other kind through', async () => {
    const model = new MockLanguageModelV4({
      doGenerate: {
        content: [{ type: 'text', text: 'gladly' }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } } as never,
        warnings: [],
      },
    });
    const provider = guardProvider(
      new MockProviderV4({
        languageModels: { any: model },
        embeddingModels: { any: new MockEmbeddingModelV4() },
      }) as ProviderV4,
      { client: await clientFor('use'), ...known },
    );
    const ask = (subject: string) =>
      generateText({
        model: provider.languageModel('any'),
        prompt: 'Hello',
        providerOptions: { candor: { subject } },
        maxRetries: 0,
      });
    expect((await ask(ADA)).text).toBe('gladly');
    await expect(ask(BEN)).rejects.toThrow('never-asked');
    expect(model.doGenerateCalls).toHaveLength(1);
    expect(() => provider.imageModel('any')).toThrow('no guard yet');
  });

  const assistant = async (writes: boolean) => {
    const server = createAssistantServer({ client: await clientFor('use audit requests'), writes });
    const [here, there] = InMemoryTransport.createLinkedPair();
    const client = new Client({ name: 'assistant', version: '1.0.0' });
    await Promise.all([server.connect(there), client.connect(here)]);
    const call = async (name: string, input: Record<string, unknown>) => {
      const { content, isError } = await client.callTool({ name, arguments: input });
      const [first] = content as { type: string; text: string }[];
      return { isError: isError === true, body: JSON.parse(first?.text ?? '{}') };
    };
    return { tools: (await client.listTools()).tools.map(({ name }) => name), call };
  };

  it('answers an assistant of support staff, which reads only', async () => {
    const { tools, call } = await assistant(false);
    expect(tools).toEqual(['may_i_use', 'what_was_used', 'explain']);
    expect((await call('may_i_use', { subject: ADA, ...known })).body).toMatchObject({
      allowed: true,
      recorded: false,
    });
    expect((await call('may_i_use', { subject: BEN, ...known })).body).toMatchObject({ allowed: false });
    expect((await call('what_was_used', { subject: ADA })).body.systems.length).toBeGreaterThan(0);
    expect(await call('explain', { decision: `dec_${'0'.repeat(26)}` })).toMatchObject({
      isError: true,
      body: { code: 'not-found' },
    });
  });

  it('opens a request for an assistant only where that was switched on', async () => {
    const { tools, call } = await assistant(true);
    expect(tools).toContain('open_request');
    const { body } = await call('open_request', { kind: 'access', subject: ADA });
    expect(body).toMatchObject({ kind: 'access', state: expect.any(String), dueAt: expect.any(String) });
  });

  it('reports that a route used data, also where no permission was on record', async () => {
    // The service's clock is wound by hand, and a report may not lie in the future.
    service.clock.set(Date.now() + 1000);
    const client = await clientFor('use');
    const app = express();
    app.get(
      '/',
      recordUse({ client, ...known, of: () => ({ subject: BEN }) }),
      (_, response) => void response.send('ok'),
    );
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.close();
    const newest = async () => sure(await service.call('GET', '/v1/me/ledger', { self: BEN })).body.items[0];
    for (let tries = 0; tries < 100 && (await newest()).kind !== 'use.reported'; tries += 1) await pause(50);
    expect(await newest()).toMatchObject({ kind: 'use.reported' });
  });

  it('gives a union by status, with a problem where it failed, and happens once whatever is repeated', async () => {
    const client = await clientFor('use');
    const unknown = await client.getPurpose({ params: { key: 'nobody-knows-it' } });
    expect(unknown).toMatchObject({ ok: false, status: 404, problem: { code: 'not-found' } });
    const body = { subject: ADA, ...known };
    const first = await client.postUse({ body }, { idempotencyKey: 'mine' });
    const again = await client.postUse({ body }, { idempotencyKey: 'mine' });
    expect([first.status, again.replayed]).toEqual([201, true]);
    if (first.status === 201 && again.status === 201) expect(again.body.id).toBe(first.body.id);
  });
});
