import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mintToken } from '../../src/http/token.ts';
import { aService, type RunningService } from '../given/service.ts';

const ISSUER = 'https://login.example.org';
const MINUTE = 60_000;

describe('a key that an outside issuer takes out', () => {
  let service: RunningService;
  let issuer: Server;
  let served: readonly object[] = [];
  let key: CryptoKey;
  beforeAll(async () => {
    const pair = await generateKeyPair('Ed25519', { extractable: true });
    key = pair.privateKey;
    served = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' }];
    issuer = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: served }));
    }).listen(0, '127.0.0.1');
    await new Promise((done) => issuer.once('listening', done));
    const { port } = issuer.address() as AddressInfo;
    service = await aService({
      engine: 'sqlite',
      variables: {
        CANDOR_ISSUER: ISSUER,
        CANDOR_AUDIENCE: 'candor',
        CANDOR_JWKS_URL: `http://127.0.0.1:${port}/jwks`,
      },
    });
    // The library that keeps the keys of the issuer reads the clock of the machine.
    vi.useFakeTimers({ toFake: ['Date'], now: service.clock.now() });
  });
  afterAll(async () => {
    vi.useRealTimers();
    await service.stop();
    issuer.close();
  });

  const token = (): Promise<string> =>
    mintToken({
      issuer: ISSUER,
      audience: 'candor',
      kid: 'k1',
      key,
      sub: 'shop',
      scope: 'use consent',
      ttl: 3600,
      now: service.clock.now(),
    });
  const asks = async (bearer: string): Promise<number> =>
    (await service.call('GET', '/v1/subjects/customer:42', { headers: { authorization: `Bearer ${bearer}` } })).status;
  const pass = (ms: number): void => {
    service.clock.wind(ms);
    vi.setSystemTime(service.clock.now());
  };

  it('counts no more after ten minutes, neither for a token that was seen before nor for a new one', async () => {
    const seen = await token();
    expect(await asks(seen)).toBe(404);
    served = [];
    // Asked all the while, as a service does: what is remembered is not remembered anew.
    for (let passed = 0; passed < 10; passed += 1) {
      pass(MINUTE);
      await asks(seen);
    }
    expect(await asks(seen)).not.toBe(404);
    expect(await asks(await token())).not.toBe(404);
  });
});
