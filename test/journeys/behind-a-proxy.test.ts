import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtService } from '../../scripts/doctor/service.ts';
import { writeAddress } from '../../src/address.ts';
import { createPacer, usualAllowances } from '../../src/http/pace.ts';
import { ADA, aShop, BEN } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const codeOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

describe.each(engines)('signing in behind a proxy that nobody named, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  const opens = (place: string, code: string, headers = {}) =>
    service.call('GET', `/${place}/enter/${code}`, { headers });
  const spends = (place: string, code: string, headers = {}) =>
    service.call('POST', `/${place}/enter`, { form: { code }, headers });

  it.each(['me', 'console'])('21 guesses at /%s lock nobody else out, of opening or of spending', async (place) => {
    for (let times = 0; times < 21; times += 1) {
      expect((await opens(place, `guess-${times}`)).status).toBe(410);
      expect((await spends(place, `guess-${times}`)).status).toBe(410);
    }
    const link = place === 'me' ? await service.link(BEN) : await service.consoleLink('officer-1', ['requests']);
    expect((await opens(place, codeOf(link))).status).toBe(200);
    expect((await spends(place, codeOf(link))).status).toBe(303);
  });

  it('whoever opens one link too often is held up there, and can still spend it', async () => {
    const code = codeOf(await service.link(ADA));
    const opened: number[] = [];
    for (let times = 0; times < 21; times += 1) opened.push((await opens('me', code)).status);
    expect([opened[0], opened[19], opened[20]]).toEqual([200, 200, 429]);
    const held = await opens('me', code);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await spends('me', code)).status).toBe(303);
  });

  const notesOf = async (): Promise<readonly string[]> => (await service.call('GET', '/readyz')).body.notes;
  it.each([
    ['x-forwarded-for', '198.51.100.4'],
    ['forwarded', 'for=198.51.100.4;proto=https'],
    ['x-real-ip', '198.51.100.4'],
    ['x-forwarded-proto', 'https'],
    ['true-client-ip', '198.51.100.4'],
  ])('%s from a proxy that is not named is noticed, with how to name it', async (name, value) => {
    service = await service.again();
    expect((await notesOf()).join()).not.toContain('CANDOR_TRUSTED_PROXIES');
    await service.call('GET', '/livez', { headers: { [name]: value } });
    expect((await notesOf()).join()).toContain('CANDOR_TRUSTED_PROXIES=127.0.0.1');
    expect((await notesOf()).join()).not.toContain('198.51');
  });

  it('the doctor asks the service that runs, and passes it on', async () => {
    await service.call('GET', '/livez', { headers: { 'x-forwarded-for': '198.51.100.4' } });
    const forget = writeAddress({ dataDir: service.dataDir, host: '127.0.0.1' }, service.port);
    const told = await lookAtService({ dataDir: service.dataDir });
    forget();
    expect(told.map(({ words }) => words).join()).toContain('CANDOR_TRUSTED_PROXIES=127.0.0.1');
    expect((await lookAtService({ dataDir: service.dataDir })).map(({ state }) => state)).toEqual(['note']);
  });
});

describe.each(engines.slice(0, 1))('a proxy that is named, over %s', (engine) => {
  it('is not noted, and each caller behind it has a measure of their own', async () => {
    const service = await aService({ engine, variables: { CANDOR_TRUSTED_PROXIES: '127.0.0.1' } });
    const from = (address: string, at: number) =>
      service.call('GET', `/me/enter/code-${at}`, { headers: { forwarded: `for="[2001:db8:${address}::1]:4711"` } });
    const most = usualAllowances.guesses.points;
    const told: number[] = [];
    for (let at = 0; at <= most; at += 1) told.push((await from('1', at)).status);
    expect([told[0], told[most - 1], told[most]]).toEqual([410, 410, 429]);
    expect((await from('2', 0)).status).toBe(410);
    expect((await service.call('GET', '/readyz')).body.notes.join()).not.toContain('CANDOR_TRUSTED_PROXIES');
    await service.stop();
  });
});

describe('what is counted of codes', () => {
  it('does not grow with what is made up, and begins anew after its time', () => {
    let now = 0;
    const pacer = createPacer(usualAllowances, () => now);
    for (let times = 0; times < 20; times += 1) expect(pacer.ofCode('open', 'mine').held).toBe(false);
    expect(pacer.ofCode('open', 'mine').held).toBe(true);
    expect(pacer.ofCode('spend', 'mine').held).toBe(false);
    now = 60_001;
    expect(pacer.ofCode('open', 'mine').held).toBe(false);
    for (let at = 0; at < 10_001; at += 1) pacer.ofCode('open', `made up ${at}`);
    expect(pacer.ofCode('open', 'mine').headers['RateLimit']).toContain('r=19');
  });
});
