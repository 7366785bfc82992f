import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { publicKeyOf, signNote, vkeyOf } from '../../src/seal/seal.ts';
import { ADA, aShop, check, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const keysOf = (...texts: string[]) => ({ keys: texts.map((text) => parseVkey(text) as Vkey), source: 'the test' });
const judge = (bundle: unknown, vkey: string) => verifyBundle(Buffer.from(JSON.stringify(bundle)), keysOf(vkey));

/** The same bundle as somebody else would sign it, with their own key inside. */
function resigned(bundle: Record<string, unknown>): { readonly bundle: unknown; readonly vkey: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const origin = String(bundle['origin']);
  const vkey = vkeyOf(origin, publicKeyOf(privateKey));
  const again = (note: unknown, name: string): string =>
    signNote(name, String(note).slice(0, String(note).indexOf('\n\n') + 1), privateKey);
  const checkpoint = again(bundle['checkpoint'], origin);
  const logs = (bundle['logs'] as Record<string, unknown>[]).map((log) => ({ ...log, vkey, checkpoint }));
  return { bundle: { ...bundle, vkey, checkpoint, head: again(bundle['head'], `${origin}/head`), logs }, vkey };
}

describe.each(engines)('a consent from the first yes to its proof over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  it('nothing is allowed before the customer said yes, and afterwards it is, with the proof of it', async () => {
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'never-asked', recorded: false });
    const given = sure(await says(service, 'given')).body;
    expect(given).toMatchObject({ state: 'given', effect: 'consent', entry: { log: 0 } });
    const told = (await check(service)).body;
    expect(told).toMatchObject({ allowed: true, reason: 'consent-given', recorded: false });
    expect(told.evidence.map((each: { id: string }) => each.id)).toContain(given.id);
    expect((await use(service)).body).toMatchObject({
      allowed: true,
      recorded: true,
      id: expect.stringMatching(/^use_/),
    });
  });

  it('a withdrawal works from its answer on, and the refused use is recorded too', async () => {
    service.clock.wind(60_000);
    expect(sure(await says(service, 'withdrawn')).body).toMatchObject({ state: 'withdrawn' });
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
    expect((await use(service)).body).toMatchObject({ allowed: false, reason: 'withdrawn', recorded: true });
  });

  it('who follows the changes learns of the withdrawal', async () => {
    const { items } = (await service.call('GET', '/v1/changes?limit=100', { scope: 'use' })).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        what: 'withdrawn',
        purpose: 'support-drafts',
        identifiers: expect.arrayContaining([ADA]),
      }),
    );
  });

  it('the customer sees both uses, the answer counts them, and it says why the second was refused', async () => {
    const answer = (await service.call('GET', '/v1/me/ai-use', { self: ADA })).body;
    expect(answer.systems[0]).toMatchObject({
      key: 'support-assistant',
      uses: { allowed: 1, refused: 1, reported: 0 },
    });
    expect(answer.proof.entries).toBeGreaterThan(4);
    const page = await service.call('GET', '/v1/me/ai-use', { self: ADA, headers: { accept: 'text/html' } });
    expect([page.status, page.text.startsWith('<!DOCTYPE html>') || page.text.startsWith('<!doctype html>')]).toEqual([
      200,
      true,
    ]);
    const { items } = (await service.call('GET', '/v1/me/ledger?limit=100', { self: ADA })).body;
    const kinds = items.map((each: { kind: string }) => each.kind);
    expect(kinds.slice(0, 4)).toEqual(['use.refused', 'consent.withdrawn', 'use.allowed', 'consent.given']);
    for (const each of items) expect(each.words).toMatch(/\S/);
  });

  it('the evidence is good for a program that shares no code with the service', async () => {
    const { body: bundle } = sure(await service.call('GET', '/v1/me/evidence', { self: ADA }));
    const verdict = judge(bundle, bundle.vkey);
    expect(verdict.findings).toEqual([]);
    expect(verdict).toMatchObject({ n: bundle.entries.length, origin: bundle.origin, emptied: 0 });
    expect(bundle.vkey).toBe(await service.house.ledger.vkey(0));
  });

  it('and refused when somebody else signed it, left something out, or changed a word', async () => {
    const { body: bundle } = sure(await service.call('GET', '/v1/me/evidence', { self: ADA }));
    const forged = resigned(bundle);
    expect(judge(forged.bundle, forged.vkey).findings).toEqual([]);
    expect(judge(forged.bundle, bundle.vkey).findings).not.toEqual([]);
    expect(judge({ ...bundle, entries: bundle.entries.slice(0, -1) }, bundle.vkey).findings).not.toEqual([]);
    const edited = bundle.entries.map((each: { payload: string }) => ({
      ...each,
      payload: each.payload.replace('"v":1', '"v":2'),
    }));
    expect(judge({ ...bundle, entries: edited }, bundle.vkey).findings.length).toBeGreaterThanOrEqual(edited.length);
  });

  it('all of it stands after a restart', async () => {
    service = await service.again();
    service.clock.wind(60_000);
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
    sure(await says(service, 'given'));
    expect((await use(service)).body).toMatchObject({ allowed: true, recorded: true });
    const { body: bundle } = sure(await service.call('GET', '/v1/me/evidence', { self: ADA }));
    expect(judge(bundle, bundle.vkey).findings).toEqual([]);
  });
});
