/**
 * Every guard around the real library: the model runs only under a permission, and the record holds what happened.
 * Flow:    client/src → here, over a running service and a model behind HTTP.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../client/src/client.ts';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aBrokenCandor, brokenCandors } from '../given/client/broken-candors.ts';
import { guardedWays } from '../given/client/guarded.ts';
import { aModelApi, type ModelApi } from '../given/client/model-api.ts';
import { aService, type RunningService } from '../given/service.ts';

describe.each(guardedWays)('a guard around $name', (way) => {
  let service: RunningService;
  let api: ModelApi;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    api = await aModelApi({ pieces: 400, pieceMs: 10 });
  });
  afterAll(async () => {
    api.stop();
    await service.stop();
  });
  const around = async (url = service.url, more: object = {}) => {
    const token = await service.token({ sub: 'shop', scope: 'use' });
    return { client: createClient({ url, token, ...more }), api };
  };
  const agreed = async () => {
    // Later than whatever was taken back before.
    service.clock.wind(1000);
    return sure(await says(service, 'given'));
  };
  const recorded = async (subject: string) => {
    const { items } = sure(await service.call('GET', '/v1/me/ledger', { self: subject })).body;
    return (items as { kind: string; words: string }[]).filter(({ kind }) => kind.startsWith('use.')).reverse();
  };
  const since = async (subject: string, before: number) => {
    // The end of a use is reported after the answer.
    for (let tries = 0; tries < 100; tries += 1) {
      const now = (await recorded(subject)).slice(before);
      if (now.some(({ kind }) => kind === 'use.ended')) return now;
      await pause(20);
    }
    return (await recorded(subject)).slice(before);
  };
  const kinds = (facts: readonly { kind: string }[]) => facts.map(({ kind }) => kind);

  it('calls no model for somebody who was never asked, and the refusal stands in the record', async () => {
    const before = api.calls.length;
    await expect(way.answer(await around(), BEN)).rejects.toThrow();
    expect(api.calls.length).toBe(before);
    expect(kinds(await recorded(BEN))).toEqual(['use.refused']);
  });

  it('calls no model where nobody says whose data it is', async () => {
    const before = api.calls.length;
    await expect(way.answer(await around(), '')).rejects.toThrow();
    expect(api.calls.length).toBe(before);
  });

  it('lets the model answer for somebody who agreed, and records the use and that it finished', async () => {
    await agreed();
    const before = (await recorded(ADA)).length;
    expect(await way.answer(await around(), ADA)).toMatch(/gladly|0\.25/);
    const facts = await since(ADA, before);
    expect(kinds(facts)).toEqual(['use.allowed', 'use.ended']);
    expect(facts[1]?.words).toContain('finished');
  });

  it('records that it failed where the model fails', async () => {
    const before = (await recorded(ADA)).length;
    await expect(way.answer(await around(), ADA, 'broken')).rejects.toThrow();
    const facts = await since(ADA, before);
    expect(kinds(facts)).toEqual(['use.allowed', 'use.ended']);
    expect(facts[1]?.words).toContain('failed');
  });

  it.each(brokenCandors)('calls no model where Candor %s', async (name) => {
    const broken = await aBrokenCandor(name);
    const before = api.calls.length;
    const begun = performance.now();
    await expect(way.answer(await around(broken.url, { timeoutMs: 300, deadlineMs: 900 }), ADA)).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(api.calls.length).toBe(before);
    broken.stop();
  });

  it.runIf(way.stream !== undefined)('stops a stream when the person takes their consent back', async () => {
    await agreed();
    const before = (await recorded(ADA)).length;
    const pieces: string[] = [];
    const read = async () => {
      for await (const piece of way.stream?.(await around(), ADA) ?? []) {
        pieces.push(piece);
        if (pieces.length === 3) await says(service, 'withdrawn');
      }
    };
    await read().catch(() => undefined);
    expect(pieces.join('').length).toBeGreaterThan(0);
    expect(pieces.join('')).not.toContain('piece 399');
    const facts = await since(ADA, before);
    expect(kinds(facts)).toEqual(['use.allowed', 'use.ended']);
    expect(facts[1]?.words).toContain('stopped');
  });

  it.runIf(way.stream !== undefined)('records that it was stopped where the caller goes', async () => {
    await agreed();
    const before = (await recorded(ADA)).length;
    for await (const _piece of way.stream?.(await around(), ADA) ?? []) break;
    const facts = await since(ADA, before);
    expect(kinds(facts)).toEqual(['use.allowed', 'use.ended']);
    expect(facts[1]?.words).toContain('stopped');
  });
});
