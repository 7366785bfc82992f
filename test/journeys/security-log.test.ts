import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityEvents, securityMembers } from '../../src/vocabulary/security-event.ts';
import { ADA, aShop, atTheConsole, BEN, check, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { aColleague } from '../given/signing-in.ts';

interface Line {
  readonly time: string;
  readonly event: keyof typeof securityEvents;
  readonly level: string;
  readonly actor?: string;
}

describe.each(engines.slice(0, 1))('the security log over %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-security-'));
  const file = join(folder, 'security.jsonl');
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_SECURITY_LOG: file } });
    await aShop(service);
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 50));
  const linesOf = async (path = file): Promise<readonly Line[]> => {
    await turn();
    return readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  };

  it('names who came in, who was refused, and what was done with links, keys and staff', async () => {
    await service.call('GET', '/v1/me/ledger');
    await service.call('GET', '/v1/me/ledger', { scope: 'use' });
    const { url } = sure(await service.call('POST', '/v1/links', { json: { subject: ADA }, scope: 'admin' })).body;
    await service.call('GET', new URL(url).pathname);
    for (let times = 0; times < 21; times += 1) await service.call('GET', '/me/enter/no-link-at-all');
    const session = await signedIn(service, ADA);
    const page = await service.call('GET', '/me/choices', { headers: session });
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    sure(await service.call('POST', '/me/leave', { form: { csrf }, headers: session }));
    sure(await service.call('POST', `/v1/subjects/${ADA}/erasure`, { json: {}, scope: 'admin' }));
    const lines = await linesOf();
    for (const event of [
      'service.started',
      'authn.token.accepted',
      'authn.refused',
      'authz.refused',
      'link.made',
      'link.opened',
      'link.refused',
      'link.spent',
      'rate.limited',
      'session.ended',
      'key.destroyed',
    ])
      expect(lines.map((line) => line.event)).toContain(event);
    for (const line of lines) {
      expect(securityEvents[line.event].level).toBe(line.level);
      const known = ['time', 'event', 'level', ...Object.keys(securityMembers)];
      expect(known).toEqual(expect.arrayContaining(Object.keys(line)));
      expect(line.actor ?? 'nobody').toMatch(/^(?:nobody|act_\w+)$/);
    }
    const text = readFileSync(file, 'utf8');
    for (const personal of [ADA, '42"', 'officer', 'shop', '127.0.0.1', 'no-link-at-all'])
      expect(text).not.toContain(personal);
  });

  it('hears of every act of two people and every change of access, by whichever way, and once', async () => {
    const heard = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
      const before = (await linesOf()).length;
      await act();
      const events = (await linesOf()).slice(before).map(({ event }) => event);
      return events.filter((event) => event !== 'authn.token.accepted');
    };
    const admin = { scope: 'admin', sub: 'founder' };
    expect(await heard(() => aColleague(service, 'nina'))).toEqual(['access.changed']);
    await aColleague(service, 'zoe');
    const json = { items: [{ kind: 'uses' }], ground: 'art17-3-e-legal-claims', reason: 'A case at court.' };
    const { id } = sure(await service.call('POST', `/v1/subjects/${BEN}/holds`, { json, ...admin, sub: 'nina' })).body;
    let proposal = '';
    const proposes = async () => {
      const told = await service.call('DELETE', `/v1/subjects/${BEN}/holds/${id}`, { ...admin, sub: 'nina' });
      proposal = told.body.proposal;
    };
    expect(await heard(proposes)).toEqual(['four-eyes.step']);
    const headers = await atTheConsole(service, 'zoe');
    const { text } = await service.call('GET', '/console/confirmations', { headers });
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const confirms = async () =>
      expect(
        (await service.call('POST', `/console/confirmations/${proposal}/confirm`, { form: { csrf }, headers })).status,
      ).toBe(303);
    expect(await heard(confirms)).toEqual(['four-eyes.step']);
    const revokes = async () =>
      sure(await service.call('POST', '/v1/revocations', { json: { principal: 'mallory' }, ...admin }));
    expect(await heard(revokes)).toEqual(['access.changed']);
    const asking = { json: { url: 'https://93.184.216.34/hook' }, ...admin, headers: { 'idempotency-key': 'one' } };
    const makes = async () => sure(await service.call('POST', '/v1/webhooks', asking));
    expect(await heard(makes)).toEqual(['webhook.changed']);
    expect(await heard(makes)).toEqual([]);
    expect(await heard(() => service.call('DELETE', '/v1/me/sessions', { self: BEN }))).toEqual(['session.ended']);
  });

  it('a file that was moved away is begun anew', async () => {
    renameSync(file, `${file}.1`);
    await service.call('GET', '/v1/me/ledger');
    expect((await linesOf()).map(({ event }) => event)).toEqual(['authn.refused']);
  });

  it('its own fault stops nothing, and what was lost is counted and said', async () => {
    renameSync(file, `${file}.2`);
    mkdirSync(file);
    for (let times = 0; times < 3; times += 1) {
      expect((await service.call('GET', '/v1/me/ledger')).status).toBe(401);
      await turn();
    }
    expect((await check(service)).status).toBe(200);
    await turn();
    rmSync(file, { recursive: true });
    expect((await service.call('GET', '/v1/me/ledger')).status).toBe(401);
    const lost = (await linesOf()).find(({ event }) => event === 'log.lost');
    expect(lost).toMatchObject({ level: 'critical', count: expect.any(Number) });
  });
});
