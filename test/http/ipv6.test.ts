/**
 * IPv6 wherever an address is looked at: one address is one however it is spelled, with a zone, mapped, in brackets;
 * and the whole service over it.
 */
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localUrl } from '../../src/address.ts';
import { addressRules, findTarget } from '../../src/connectors/public-address.ts';
import { createPacer, usualAllowances } from '../../src/http/pace.ts';
import { peersBehind } from '../../src/http/peer.ts';
import { isNetwork, plainAddress, readNetwork } from '../../src/network.ts';
import { ADA, aShop, question } from '../given/a-shop.ts';
import { aService, type RunningService } from '../given/service.ts';

/** Ways to write one address; the first is how it is known. */
const spellings: readonly (readonly string[])[] = [
  ['2001:470:0:1::5', '2001:0470:0000:0001:0000:0000:0000:0005', '2001:470:0:1:0:0:0:5', '2001:470:0:1::0:5'],
  ['2001:470::abcd', '2001:470::ABCD', '2001:470:0:0:0:0:0:aBcD', '2001:470::0.0.171.205'],
  ['198.51.100.4', '::ffff:198.51.100.4', '::FFFF:198.51.100.4', '::ffff:c633:6404', '0:0:0:0:0:ffff:198.51.100.4'],
  ['fe80::1', 'fe80::1%eth0', 'FE80::1%2', 'fe80:0:0:0:0:0:0:1%lo'],
  ['::1', '0:0:0:0:0:0:0:1', '::0001'],
];
const groups = (address: string): string => `[${address.replace(/%.*/, '')}]`;

describe('one address', () => {
  it.each(spellings)('%s is one, however it is written', (known, ...others) => {
    for (const each of [known, ...others]) expect(plainAddress(each), each).toBe(known);
  });

  it('of random bytes is the same written out in full, shortened, and in capitals', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0, 1, 0xab, 0xffff), { minLength: 8, maxLength: 8 }), (parts) => {
        const full = parts.map((part) => part.toString(16).padStart(4, '0')).join(':');
        const bare = parts.map((part) => part.toString(16)).join(':');
        expect(new Set([full, bare, bare.toUpperCase(), plainAddress(full)].map(plainAddress)).size).toBe(1);
      }),
    );
  });

  it('is none where it is none', () => {
    for (const text of ['', 'localhost', 'fe80', '1.2.3', 'eth0%fe80::1', '[::1]'])
      expect(plainAddress(text)).toBe(text);
  });
});

const at = (remoteAddress: string, headers: object = {}) => ({
  headers: { ...headers },
  socket: { remoteAddress } as never,
});

describe('the address that a caller is counted under', () => {
  it.each(spellings)('is %s from a connection and from every header of a proxy of ours', (known, ...others) => {
    const behind = peersBehind(['2001:db8::/32']);
    for (const each of [known, ...others]) {
      expect(peersBehind([])(at(each)).address, each).toBe(known);
      const said = each.includes(':') ? groups(each) : each;
      for (const headers of [
        { 'x-forwarded-for': each },
        { 'x-forwarded-for': `2001:DB8::9, ${said}:4711` },
        { forwarded: `for="${said}:4711"` },
        { forwarded: `for="${said}";proto=https, for="[2001:0db8::9]"` },
      ])
        expect(behind(at('2001:db8:0::7', headers)).address, JSON.stringify(headers)).toBe(known);
    }
  });

  it('is that of one caller where two headers write it in two ways, and nobody’s where they differ', () => {
    const behind = peersBehind(['::ffff:10.0.0.0/104']);
    const both = (one: string, other: string) =>
      behind(at('::ffff:10.1.2.3', { 'x-forwarded-for': one, forwarded: `for="[${other}]"` }));
    expect(both('2001:470::5', '2001:0470:0::5')).toMatchObject({ address: '2001:470::5', isClient: true });
    expect(both('2001:470::5', '2001:470::6')).toMatchObject({ address: '10.1.2.3', isClient: false });
  });

  it('lies near where a link, a private network or the machine itself is meant, with a zone or mapped', () => {
    const isNear = (address: string): boolean => peersBehind([])(at(address)).isNear;
    for (const near of [
      'fe80::1%eth0',
      'FE80::1',
      'fd00::7',
      '::1',
      '::ffff:10.0.0.7',
      '::ffff:a00:7',
      '::ffff:7f00:1',
    ])
      expect(isNear(near), near).toBe(true);
    for (const far of ['2001:470::5', '::ffff:198.51.100.4', '2002:a00:7::1']) expect(isNear(far), far).toBe(false);
  });
});

describe('a network that configuration names', () => {
  it.each([
    ['::ffff:10.0.0.0/104', { address: '10.0.0.0', bits: 8 }],
    ['::ffff:10.0.0.7', { address: '10.0.0.7', bits: undefined }],
    ['2001:DB8:0::/32', { address: '2001:db8::', bits: 32 }],
    ['::1', { address: '::1', bits: undefined }],
  ])('%s', (text, network) => {
    expect(readNetwork(text)).toEqual(network);
    expect(() => peersBehind([text])).not.toThrow();
  });

  it('is none with a zone, too many bits, or too few for an address that is mapped', () => {
    for (const text of [
      'fe80::1%eth0',
      'fe80::%eth0/10',
      '::1/129',
      '::ffff:10.0.0.0/8',
      '::ffff:10.0.0.0/129',
      '[::1]',
    ])
      expect(isNetwork(text), text).toBe(false);
  });
});

describe('how often somebody may ask', () => {
  const caller = (address: string) => ({ address, isClient: true, isNear: false, isUnnamedProxy: false });
  async function heldAfter(first: string, second: string): Promise<boolean | undefined> {
    const pacer = createPacer({ ...usualAllowances, guesses: { points: 1, seconds: 60 } });
    await pacer.ofPeer('code', caller(first));
    return (await pacer.ofPeer('code', caller(second)))?.held;
  }

  it.each([
    ['2001:470:0:1::5', '2001:0470:0:1:ffff:ffff:ffff:ffff'],
    ['2001:470:0:1::5', '2001:470:0:1::'],
    ['2001:470::5', '2001:470:0:0:1::'],
    ['::ffff:198.51.100.4', '198.51.100.4'],
    ['::ffff:c633:6404', '198.51.100.4'],
  ])('%s and %s are one household', async (first, second) => {
    expect(await heldAfter(first, second)).toBe(true);
  });

  it.each([
    ['2001:470:0:1::5', '2001:470:0:2::5'],
    ['2001:470::5', '2001:470:0:1::5'],
    ['::ffff:198.51.100.4', '::ffff:198.51.100.5'],
    ['::ffff:c633:6404', '::ffff:c633:6405'],
    ['::1', '::ffff:198.51.100.5'],
  ])('%s and %s are two', async (first, second) => {
    expect(await heldAfter(first, second)).toBe(false);
  });
});

describe('where a webhook may go', () => {
  const rules = addressRules([
    { address: '10.20.0.0', bits: 16 },
    { address: 'fd00:20::', bits: 32 },
  ]);
  it.each([
    ['2606:4700::1111', true],
    ['2606:4700:0:0::1111', true],
    ['2606:4700::1111%eth0', true],
    ['fe80::1%eth0', false],
    ['fe80::1%1', false],
    ['fd00:20::7', true],
    ['FD00:0020:0::7', true],
    ['fd00:21::7', false],
    ['::ffff:10.20.0.7', true],
    ['::ffff:a14:7', true],
    ['::ffff:10.21.0.7', false],
    ['::ffff:127.0.0.1', false],
    ['::', false],
    ['64:ff9b::7f00:1', false],
  ])('%s: %s', (address, isOpen) => {
    expect(rules.isOpen(address)).toBe(isOpen);
  });

  it('a name whose address has a zone leads nowhere', async () => {
    const resolve = async () => ['2606:4700::1111', 'fe80::1%eth0'];
    expect(await findTarget('https://shop.example/', { rules, resolve })).toBe('address-not-public');
  });
});

describe('the whole service over IPv6', () => {
  let service: RunningService;
  let base = '';
  beforeAll(async () => {
    service = await aService({
      engine: 'sqlite',
      variables: { HOST: '::', CANDOR_TRUSTED_PROXIES: '::1' },
    });
    base = localUrl('::', service.port);
    await aShop(service);
  });
  afterAll(() => service.stop());

  it('is found under an address in brackets', () => expect(base).toBe(`http://[::1]:${service.port}`));

  it('answers a service, signs a customer in and takes a form of its own page, and none of another place', async () => {
    const authorization = `Bearer ${await service.token({ sub: 'shop', scope: 'use' })}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const check = await fetch(`${base}/v1/checks`, { method: 'POST', headers, body: JSON.stringify(question()) });
    expect(check.status).toBe(200);
    const code = (await service.link(ADA)).split('/').at(-1) ?? '';
    const enter = (origin: string, site: string) =>
      fetch(`${base}/me/enter`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'sec-fetch-site': site },
        body: new URLSearchParams({ code }),
      });
    expect((await enter('http://[::2]', 'cross-site')).status).toBe(403);
    const entered = await enter(base, 'same-origin');
    expect(entered.status).toBe(303);
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await fetch(`${base}/me`, { headers: { cookie } })).status).toBe(200);
  });

  it('reads a host in brackets, with and without a port, and refuses one with a zone', async () => {
    const answered = (host: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: '::1', port: service.port });
        let text = '';
        socket.on('data', (chunk) => {
          text += String(chunk);
        });
        socket.on('error', reject);
        socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
        socket.end(`GET /livez HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      });
    for (const host of [`[::1]:${service.port}`, '[::1]', `127.0.0.1:${service.port}`])
      expect(await answered(host), host).toContain(' 200 ');
    expect(await answered('[2001:db8::1]:443')).toContain(' 421 ');
    for (const host of ['[::1', '::1', '[fe80::1%25eth0]:80']) expect(await answered(host), host).toContain(' 400 ');
  });

  it('names a proxy that nobody named by its IPv4 address, and never one that is named', async () => {
    const notes = async (): Promise<string> => JSON.stringify((await service.call('GET', '/readyz')).body.notes);
    const headers = { 'x-forwarded-for': '2001:470::5' };
    await fetch(`${base}/livez`, { headers });
    expect(await notes()).not.toContain('CANDOR_TRUSTED_PROXIES');
    await fetch(`http://127.0.0.1:${service.port}/livez`, { headers });
    expect(await notes()).toContain('CANDOR_TRUSTED_PROXIES=127.0.0.1');
  });
});
