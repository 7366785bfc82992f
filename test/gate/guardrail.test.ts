/**
 * The guardrail contract of LiteLLM, in the bodies that LiteLLM sends: before the model, after it, and what is dropped.
 * Flow:    openapi/endpoints/gateways.ts → here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { usesOf } from '../given/gate.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const CANARY = 'canary-of-the-text-4417';
let calls = 0;
const aCall = () => {
  calls += 1;
  return `call-${calls}`;
};

describe.each(engines)('a guardrail of a gateway over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
  });
  afterAll(() => service.stop());
  const post = async (body: object, headers?: Readonly<Record<string, string>>) =>
    service.call('POST', '/beta/litellm_basic_guardrail_api', {
      json: body,
      ...(headers === undefined ? { scope: 'use', sub: 'litellm' } : { headers }),
    });
  const sent = (phase: string, call: string | null, subject: string | null = ADA) => ({
    input_type: phase,
    litellm_call_id: call,
    litellm_trace_id: 'trace',
    texts: [CANARY],
    images: [CANARY],
    tools: [{ type: 'function', function: { name: CANARY } }],
    structured_messages: [{ role: 'user', content: CANARY }],
    request_data: { user_api_key_end_user_id: subject, user_api_key_alias: 'shop' },
    additional_provider_specific_params: { purpose: 'support-drafts', aiSystem: 'support-assistant' },
  });

  it('lets a call through as a use, and its answer with the outcome; however often the answer is looked at', async () => {
    const [call, before] = [aCall(), (await usesOf(service, ADA)).length];
    const first = sure(await post(sent('request', call))).body;
    expect(first).toMatchObject({ action: 'NONE', use: expect.stringMatching(/^use_/) });
    for (const _ of [1, 2, 3])
      expect(sure(await post(sent('response', call))).body).toEqual({
        action: 'NONE',
        reason: first.reason,
        use: first.use,
      });
    const facts = (await usesOf(service, ADA)).slice(before);
    expect(facts.map(({ kind }) => kind)).toEqual(['use.allowed', 'use.ended']);
    expect(facts[1]?.words).toContain('finished');
  });

  it('blocks whom nobody asked with a sentence for the person, and records that', async () => {
    const { body } = sure(await post(sent('request', aCall(), BEN)));
    expect(body).toMatchObject({
      action: 'BLOCKED',
      reason: 'never-asked',
      blocked_reason: expect.stringContaining('not been asked'),
    });
    expect((await usesOf(service, BEN)).map(({ kind }) => kind)).toEqual(['use.refused']);
  });

  it('blocks an answer whose permission ended while the model ran', async () => {
    const call = aCall();
    expect(sure(await post(sent('request', call))).body.action).toBe('NONE');
    service.clock.wind(1000);
    sure(await says(service, 'withdrawn'));
    expect(sure(await post(sent('response', call))).body).toMatchObject({ action: 'BLOCKED', reason: 'withdrawn' });
    service.clock.wind(1000);
    sure(await says(service, 'given'));
  });

  it.each([
    ['no person', { request_data: null }, 'unknown-subject'],
    ['a person of no form of ours', { request_data: { user_api_key_end_user_id: '42' } }, 'unknown-subject'],
    ['no purpose', { additional_provider_specific_params: { aiSystem: 'support-assistant' } }, 'unknown-purpose'],
    ['nothing', { request_data: null, additional_provider_specific_params: null }, 'unknown-ai-system'],
  ])('blocks a call that names %s', async (_name, part, reason) => {
    const { body } = sure(await post({ ...sent('request', aCall()), ...part }));
    expect(body).toMatchObject({ action: 'BLOCKED', reason, blocked_reason: expect.any(String) });
  });

  it('speaks with Kong, and takes the token as an API key', async () => {
    const token = await service.token({ sub: 'kong', scope: 'use' });
    const params = { subject: ADA, purpose: 'support-drafts', aiSystem: 'support-assistant' };
    const asked = (input_type: string, litellm_call_id?: string) => ({
      input_type,
      ...(litellm_call_id === undefined ? {} : { litellm_call_id }),
      additional_provider_specific_params: params,
    });
    const headers = { 'x-api-key': token };
    const call = aCall();
    expect(sure(await post(asked('INPUT', call), headers)).body.action).toBe('NONE');
    expect(sure(await post(asked('OUTPUT', call), headers)).body.action).toBe('NONE');
    expect(sure(await post(asked('OUTPUT'), headers)).body.action).toBe('NONE');
    expect((await post(asked('INPUT'), { 'x-api-key': 'a.b.c' })).status).toBe(401);
    expect((await post({ input_type: 'later' })).status).toBe(400);
  });

  it('takes a prompt of megabytes and keeps nothing of it', async () => {
    const long = { ...sent('request', aCall()), texts: [CANARY.repeat(200_000)] };
    expect(sure(await post(long)).body.action).toBe('NONE');
    const traces = readdirSync(service.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(CANARY));
    expect(traces).toEqual([]);
  });
});
