/**
 * The gate as it is run: `npm run gate` beside a Candor, and the port in the service itself; nothing of what passes
 * stays anywhere.
 * Flow:    scripts/gate.ts, src/composed/gate-beside.ts → here.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGateConfig } from '../../src/config.ts';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aModelApi, type ModelApi } from '../given/client/model-api.ts';
import { run, serve } from '../given/commands.ts';
import { GATE_TOKEN, gateFiles, named, usesOf } from '../given/gate.ts';
import { aService, type RunningService } from '../given/service.ts';

const [PROMPT, ANSWER] = ['canary-of-the-prompt-7351', 'canary-of-the-answer-9204'];
const asked = { model: 'stub', messages: [{ role: 'user' as const, content: PROMPT }] };

/** Every file below a folder that holds one of the canaries. */
const traces = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => [PROMPT, ANSWER].some((canary) => readFileSync(file).includes(canary)));

async function talk(url: string): Promise<void> {
  const openai = (subject: string, apiKey = GATE_TOKEN) =>
    new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0, defaultHeaders: named(subject) });
  const { choices } = await openai(ADA).chat.completions.create(asked);
  expect(choices[0]?.message.content).toBe(ANSWER);
  for await (const _ of await openai(ADA).chat.completions.create({ ...asked, stream: true }));
  await expect(openai(BEN).chat.completions.create(asked)).rejects.toThrow('never-asked');
  await expect(openai(ADA, PROMPT).chat.completions.create(asked)).rejects.toThrow('401');
  await expect(openai(ADA).chat.completions.create({ ...asked, model: 'broken' })).rejects.toThrow('broken');
  await expect(openai(ADA).post(`/${PROMPT}`, { body: asked })).rejects.toThrow('404');
}

describe('the gate as it is run', () => {
  let api: ModelApi;
  let service: RunningService;
  const { folder, tokensFile, upstreamKeyFile } = gateFiles();
  const metricsPort = '18097';
  beforeAll(async () => {
    api = await aModelApi({ says: ANSWER });
    service = await aService({
      engine: 'sqlite',
      variables: {
        CANDOR_GATE_PORT: '0',
        CANDOR_GATE_UPSTREAM: api.url,
        CANDOR_GATE_UPSTREAM_KEY_FILE: upstreamKeyFile,
        CANDOR_GATE_TOKENS_FILE: tokensFile,
        METRICS_PORT: metricsPort,
      },
    });
    await aShop(service);
    sure(await says(service, 'given'));
  });
  afterAll(async () => {
    await service.stop();
    api.stop();
    rmSync(folder, { recursive: true });
  });

  it('stands beside the service on a port of its own, and nothing of what passes is in its data or its metrics', async () => {
    await talk(`http://127.0.0.1:${service.gatePort}`);
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toContain('route="gate /v1/chat/completions"');
    expect(metrics).not.toMatch(/canary|customer:/);
    expect(traces(service.dataDir)).toEqual([]);
    expect((await usesOf(service, ADA)).length).toBeGreaterThanOrEqual(3);
  });

  it('runs as a process of its own, and nothing of what passes is in its log or on its disk', async () => {
    const candorTokenFile = join(folder, 'candor-token');
    writeFileSync(candorTokenFile, await service.token({ sub: 'gate', scope: 'use' }));
    const gate = await serve(
      {
        CANDOR_URL: service.url.replace(/:\d+$/, `:${service.port}`),
        CANDOR_TOKEN_FILE: candorTokenFile,
        CANDOR_GATE_PORT: '0',
        CANDOR_GATE_UPSTREAM: api.url,
        CANDOR_GATE_UPSTREAM_KEY_FILE: upstreamKeyFile,
        CANDOR_GATE_TOKENS_FILE: tokensFile,
        LOG_LEVEL: 'debug',
      },
      'gate',
    );
    await talk(gate.url);
    writeFileSync(candorTokenFile, 'a.b.c');
    expect((await fetch(`${gate.url}/livez`)).status).toBe(200);
    await expect(talk(gate.url)).rejects.toThrow('503');
    await gate.end('SIGTERM');
    const lines = gate.said();
    expect(lines).toContain('"route":"gate /v1/chat/completions"');
    expect(lines).toContain('"code":"never-asked"');
    expect(lines).not.toMatch(/canary|customer:|gate-token/);
    expect(traces(folder)).toEqual([]);
  }, 600_000);

  it('names every variable that it misses, and each is known', async () => {
    const { code, err } = await run(['gate'], { env: { CANDOR_GATE_PATHS: '../files' } });
    expect(code).toBe(2);
    expect(err).toContain('CANDOR_GATE_PATHS: must be paths below /v1/');
    const none = readGateConfig({});
    expect('faults' in none ? none.faults.map((fault) => fault.split(':')[0]) : []).toEqual([
      'CANDOR_GATE_UPSTREAM',
      'CANDOR_GATE_TOKENS_FILE',
      'CANDOR_URL',
      'CANDOR_TOKEN_FILE',
    ]);
  }, 600_000);
});
