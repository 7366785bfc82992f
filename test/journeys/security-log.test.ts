import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityEvents, securityMembers } from '../../src/vocabulary/security-event.ts';
import { ADA, aShop, check, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

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
