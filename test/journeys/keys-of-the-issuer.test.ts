import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFreePort } from '../given/http/a-free-port.ts';
import { type AnIssuer, anIssuer, type KeyListState } from '../given/http/an-issuer.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const faults: readonly KeyListState[] = [
  'down',
  'slow',
  'refusing',
  'a page',
  'no list',
  'no keys',
  'keys without names',
  'keys of another kind',
  'keys of somebody else',
  'a broken key',
  'huge',
  'dripping',
  'elsewhere',
];
const MINUTE = 60_000;
const claims = { scope: 'use' } as const;

/** Lists that are whole and do not hold the key that tokens are signed with. */
const readWell: readonly KeyListState[] = ['keys of somebody else', 'a broken key'];
/** On a busy machine a look at the list may run out of its second and a half although the issuer is well. */
const LONG = 120_000;
/**
 * A call that waited for the issuer itself would wait for minutes, and one of ours for a second and a half: this tells
 * the two apart on a machine of any speed.
 */
const NOT_BY_THE_ISSUER = 30_000;

/** Asked until it holds; what never does ends the test by its time. */
async function soon(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(100);
}

describe.each(engines.slice(0, 1))('the keys of an issuer outside over %s', { timeout: LONG }, (engine) => {
  let issuer: AnIssuer;
  let service: RunningService;
  let metrics = '';
  beforeAll(async () => {
    issuer = await anIssuer();
    const port = await aFreePort();
    metrics = `http://127.0.0.1:${port}/metrics`;
    service = await aService({ engine, variables: { ...issuer.variables, METRICS_PORT: String(port) } });
  });
  afterAll(async () => {
    await service.stop();
    await issuer.stop();
  });

  let number = 0;
  /** Each token is one that was never seen before. */
  const fresh = (signedBy?: 'its new key' | 'a stranger'): Promise<string> => {
    number += 1;
    return issuer.token({ ...claims, sub: `shop-${number}` }, service.clock.now(), signedBy);
  };
  const checks = async (token: string) => {
    const began = performance.now();
    const told = await service.call('POST', '/v1/checks', {
      json: { subject: 'customer:1', aiSystem: 'nothing', purpose: 'nothing' },
      headers: { authorization: `Bearer ${token}` },
    });
    return {
      status: told.status,
      code: told.body.code,
      after: told.headers.get('retry-after'),
      ms: performance.now() - began,
    };
  };
  const answers = async (status: number, token: string): Promise<boolean> => (await checks(token)).status === status;
  /** Never let in; unavailable at most for as long as a look at the list took too long. */
  const refused = (token: string): Promise<void> =>
    soon(async () => {
      const { status, code } = await checks(token);
      if (status !== 503) expect([status, code]).toEqual([401, 'unauthenticated']);
      return status === 401;
    });
  const isContent = async (): Promise<boolean> => !(await readiness()).notes.join().includes('CANDOR_JWKS_URL');
  const readiness = async () => (await service.call('GET', '/readyz')).body;
  const faulty = async (): Promise<string> =>
    /^candor_issuer_keys_faulty (\d)/m.exec(await (await fetch(metrics)).text())?.[1] ?? '';

  it('two keys of one name: a token is good where either has signed it, and no other is', async () => {
    issuer.is('two keys of one name');
    service = await service.again();
    const told = await checks(await fresh());
    expect(told.status).not.toBe(401);
    expect(told.status).toBeLessThan(500);
    expect(await checks(await fresh('its new key'))).toMatchObject({ status: 401 });
    issuer.is('well');
  });

  describe.each(faults)('%s', (state) => {
    it('at the start: nobody is called unauthenticated, everybody hears of it, and it is over at once', async () => {
      issuer.is(state);
      service = await service.again();
      const token = await fresh();
      const told = await checks(token);
      expect(told).toMatchObject({ status: 503, code: 'unavailable', after: '5' });
      expect(told.ms).toBeLessThan(NOT_BY_THE_ISSUER);
      const again = await checks(token);
      expect(again).toMatchObject({ status: 503 });
      expect(again.ms).toBeLessThan(NOT_BY_THE_ISSUER);
      expect((await readiness()).notes.join()).toContain('CANDOR_JWKS_URL');
      expect(await faulty()).toBe('1');
      issuer.is('well');
      await soon(() => answers(200, token));
      await soon(async () => (await isContent()) && (await faulty()) === '0');
    });

    it('later: a token that is known goes on, and one that is new is let in as long as the list is believed', async () => {
      issuer.is('well');
      service = await service.again();
      const known = await fresh();
      await soon(() => answers(200, known));
      issuer.is(state);
      service.clock.wind(4 * MINUTE);
      expect(await checks(known)).toMatchObject({ status: 200 });
      if (!readWell.includes(state)) expect(await checks(await fresh())).toMatchObject({ status: 200 });
      service.clock.wind(2 * MINUTE);
      expect(await checks(await fresh())).toMatchObject({ status: 503, code: 'unavailable' });
      if (!readWell.includes(state)) expect((await readiness()).status).toBe('not-ready');
      issuer.is('well');
      await soon(async () => answers(200, await fresh()));
      await soon(async () => (await readiness()).status === 'ready');
    });
  });

  it('a token with a key that a healthy list does not have stays unauthenticated', async () => {
    issuer.is('well');
    service = await service.again();
    await soon(async () => answers(200, await fresh()));
    for (let times = 0; times < 3; times += 1) await refused(await fresh('a stranger'));
    await soon(isContent);
  });

  it('a token of another issuer is no reason to doubt the list, even before the first good one', async () => {
    issuer.is('well');
    service = await service.again();
    const [head = '', body = '', signature = ''] = (await fresh('a stranger')).split('.');
    const other = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), iss: 'https://elsewhere.example' };
    const forged = [head, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.');
    await refused(forged);
    await soon(isContent);
  });

  it('a stranger who asks all the time has the list fetched no more than once a second', async () => {
    issuer.is('well');
    service = await service.again();
    await soon(async () => answers(200, await fresh()));
    const [before, began] = [issuer.asked(), performance.now()];
    for (let times = 0; times < 30; times += 1) await checks(await fresh('a stranger'));
    // The first at once, one a second since, and the one of its own that is due now and then.
    const seconds = (performance.now() - began) / 1000;
    expect(issuer.asked() - before).toBeLessThanOrEqual(2 + seconds);
  });

  it('a key that replaced all others is taken at once, and the old one is then refused', async () => {
    issuer.is('well');
    service = await service.again();
    await soon(async () => answers(200, await fresh()));
    issuer.rotate();
    await soon(async () => answers(200, await fresh('its new key')));
    await refused(await fresh());
    await soon(async () => (await readiness()).status === 'ready');
  });
});
