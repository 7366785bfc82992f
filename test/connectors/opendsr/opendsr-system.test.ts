/** A processor that speaks OpenDSR, asked well, and answering badly. Source: OpenDSR 2.0; decision 0142. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkProcessor, opendsrSystem } from '../../../src/connectors/opendsr/opendsr-system.ts';
import { addressRules } from '../../../src/connectors/public-address.ts';
import { fault } from '../../../src/connectors/system-work.ts';
import { isSignedByProcessor, uuidFor } from '../../../src/seal/seal.ts';
import { CREDENTIAL, DOMAIN, hasOpenssl, type Processor, startProcessor } from '../../given/opendsr/peer.ts';

const ADA = { customer: ['42'], email: ['ada@shop.example'], phone: [] };
const receivedAt = Date.UTC(2026, 10, 2);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.skipIf(!hasOpenssl)('a processor that speaks OpenDSR', () => {
  let peer: Processor;
  let count = 0;
  beforeAll(async () => {
    peer = await startProcessor();
  });
  afterAll(() => peer?.stop());

  const setupFor = (more: object = {}, system: object = {}) => ({
    system: {
      key: 'ads',
      name: 'Ads',
      kind: 'opendsr' as const,
      url: peer.url,
      domain: DOMAIN,
      secret: 'ads',
      identities: ['customer' as const, 'email' as const],
      ...system,
    },
    request: { id: `req_${++count}`, receivedAt, regimes: ['EU'] },
    secret: () => CREDENTIAL,
    rules: addressRules([{ address: '127.0.0.0', bits: 8 }]),
    timeoutMs: 20_000,
    now: () => Date.now(),
    isSigned: isSignedByProcessor,
    uuidFor,
    hash: sha256,
    ...more,
  });
  const way = (more: object = {}, system: object = {}) => opendsrSystem(setupFor(more, system));
  const lastBody = async (): Promise<object> => {
    const { log } = await peer.is({});
    return JSON.parse(log.findLast(({ method, path }) => method === 'POST' && path !== '/as')?.body ?? '{}');
  };

  it('is asked once, looked at again, and what it found comes from where it lies', async () => {
    const setup = setupFor();
    const { requests: before } = await peer.is({ takesMs: 86_400_000 });
    expect(await opendsrSystem(setup).access(ADA)).toMatchObject({
      failed: 'not-ready',
      details: ['pending'],
      isLasting: false,
    });
    await peer.is({ moves: 'in_progress', takesMs: 86_400_000 });
    const waits = await opendsrSystem(setup).access(ADA);
    expect(waits).toMatchObject({ failed: 'not-ready', details: ['in_progress'] });
    const inHours = ((waits as { againAt: number }).againAt - Date.now()) / 3_600_000;
    expect(inHours).toBeGreaterThan(5);
    expect(inHours).toBeLessThan(7);
    await peer.is({ moves: 'completed' });
    expect(await opendsrSystem(setup).access(ADA)).toEqual({
      tables: [
        {
          name: DOMAIN,
          rows: [{ processor: DOMAIN, type: 'application/json', bytes: 32, text: '{"clicks":["one","two","three"]}' }],
        },
      ],
    });
    const { requests } = await peer.is({});
    expect(requests).toHaveLength(before.length + 1);
    expect(await lastBody()).toEqual({
      regulation: 'gdpr',
      subject_request_id: requests.at(-1)?.id,
      subject_request_type: 'access',
      submitted_time: '2026-11-02T00:00:00.000Z',
      subject_identities: [
        { identity_type: 'controller_customer_id', identity_value: '42', identity_format: 'raw' },
        { identity_type: 'email', identity_value: sha256('ada@shop.example'), identity_format: 'sha256' },
      ],
    });
  });

  it('erases, says how many, and is asked under the law of the person', async () => {
    await peer.is({ begins: 'completed' });
    const setup = setupFor({ request: { id: 'req_ccpa', receivedAt, regimes: ['US-CA'] } });
    expect(await opendsrSystem(setup).erase(ADA)).toMatchObject({ failed: 'not-ready' });
    expect(await opendsrSystem(setup).erase(ADA)).toEqual({ tables: [{ name: DOMAIN, deleted: 3 }], kept: [] });
    expect(await lastBody()).toMatchObject({ regulation: 'ccpa', subject_request_type: 'erasure' });
  });

  it('is understood under its former names', async () => {
    await peer.is({ names: 'opengdpr', begins: 'completed' });
    const setup = setupFor({}, { names: 'opengdpr' });
    expect(await opendsrSystem(setup).erase(ADA)).toMatchObject({ failed: 'not-ready' });
    expect(await opendsrSystem(setup).erase(ADA)).toMatchObject({ tables: [{ deleted: 3 }] });
    const { log } = await peer.is({});
    expect(log.at(-1)?.path).toMatch(/^\/v2\/opengdpr_requests\/[0-9a-f-]{36}$/);
  });

  const bad: readonly (readonly [string, object, object])[] = [
    ['with a signature of another key', { key: 'other-key.pem' }, { failed: 'signature-wrong', isLasting: true }],
    ['with no signature', { signature: '' }, { failed: 'signature-wrong', isLasting: true }],
    ['with what was changed after it was signed', { changed: true }, { failed: 'signature-wrong' }],
    ['in the name of another domain', { domain: 'other.example' }, { failed: 'signature-wrong' }],
    [
      'with a certificate from elsewhere',
      { certificate: 'https://other.example/c.pem' },
      { failed: 'certificate-elsewhere', isLasting: true },
    ],
    ['with a status that nobody knows', { is: 'lost', moves: 'pending' }, { failed: 'form-unknown', isLasting: true }],
    ['that it was cancelled', { moves: 'cancelled' }, { failed: 'cancelled-there', isLasting: true }],
    ['about another request', { otherId: true }, { failed: 'wrong-person', isLasting: true }],
    [
      'with results elsewhere',
      { moves: 'completed', results: 'https://other.example/r' },
      { failed: 'results-elsewhere' },
    ],
    [
      'with results inside the network',
      { moves: 'completed', results: 'http://169.254.169.254/' },
      { failed: 'results-elsewhere' },
    ],
    ['with a redirect', { redirects: true, only: 'GET /v2/requests' }, { failed: 'redirect', isLasting: true }],
    ['with a gigabyte', { floods: true, only: 'GET /v2/requests' }, { failed: 'too-much', isLasting: true }],
    ['with a gigabyte of results', { moves: 'completed', floods: true, only: 'GET /results' }, { failed: 'too-much' }],
  ];
  it.each(bad)('that answers %s has answered nothing', async (_, how, told) => {
    await peer.is({ begins: 'pending', takesMs: 60_000 });
    const setup = setupFor();
    expect(await opendsrSystem(setup).access(ADA)).toMatchObject({ failed: 'not-ready' });
    await peer.is(how);
    expect(await opendsrSystem(setup).access(ADA)).toMatchObject(told);
  });

  const refused: readonly (readonly [string, object, object])[] = [
    ['that it takes no such request', { types: ['access'] }, { failed: 'not-supported', details: ['erasure'] }],
    [
      'that it knows no such name',
      { identities: [{ identity_type: 'ios_vendor_id', identity_format: 'raw' }] },
      { failed: 'no-identity', isLasting: true },
    ],
    ['another status than it should', { status: 200, only: 'POST' }, { failed: 'refused', details: ['200'] }],
    ['a fault of what was asked', { status: 400 }, { failed: 'refused', details: ['400'], isLasting: true }],
    ['that it received something else', { otherRequest: true }, { failed: 'wrong-person', isLasting: true }],
    ['nothing', { hangs: true }, { failed: 'timeout', isLasting: false }],
    ['nothing to what was sent', { hangs: true, only: 'POST' }, { failed: 'timeout', isLasting: false }],
  ];
  it.each(refused)('that says %s is asked in vain, and told so', async (_, how, told) => {
    await peer.is(how);
    expect(await way('hangs' in how ? { timeoutMs: 400 } : {}).erase(ADA)).toMatchObject(told);
  });

  it('says beforehand what it does not take', async () => {
    const { request: _, ...setup } = setupFor();
    await peer.is({});
    expect(await checkProcessor(setup)).toEqual([]);
    await peer.is({ types: ['erasure'], identities: [{ identity_type: 'email', identity_format: 'md5' }] });
    expect(await checkProcessor(setup)).toEqual([
      'it takes no request of access.',
      'it takes no controller_customer_id, neither in the clear nor as SHA-256.',
      'it takes no email, neither in the clear nor as SHA-256.',
    ]);
    await peer.is({ certificate: 'https://other.example/c.pem' });
    expect(await checkProcessor(setup)).toMatchObject({ failed: 'certificate-elsewhere' });
  });

  it('gets the credential at its API alone, and is not asked without it', async () => {
    await peer.is({});
    const { log: before } = await peer.is({});
    expect(await way({ secret: () => fault('secret-missing', ['ads']) }).access(ADA)).toMatchObject({
      failed: 'secret-missing',
    });
    expect(await way({ secret: () => 'Bearer other' }).access(ADA)).toMatchObject({ failed: 'credentials-refused' });
    const { log } = await peer.is({});
    expect(log.slice(before.length).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('is asked nothing at an address inside that nobody named, and for no correction', async () => {
    expect(await way({ rules: addressRules([]) }).erase(ADA)).toMatchObject({ failed: 'address-not-public' });
    expect(await way().tell(ADA, { work: 'rectification', corrections: [] })).toMatchObject({
      failed: 'by-hand',
      isLasting: true,
    });
  });
});

it('an id of a request is a UUID of version 4, the same for the same work and another for another', () => {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  for (const text of ['a', 'b', 'req_1.ads.access']) expect(uuidFor(text)).toMatch(form);
  expect(uuidFor('a')).toBe(uuidFor('a'));
  expect(uuidFor('a')).not.toBe(uuidFor('b'));
});
