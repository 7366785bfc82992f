/**
 * Where webhooks may not go: no such address is connected to, however it is spelled and whenever it is named.
 * Flow:    src/connectors → here; every client socket of the process is counted.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressRules, findTarget, type Resolve } from '../../src/connectors/public-address.ts';
import { type PostWebhook, webhookPost } from '../../src/connectors/webhook-post.ts';
import { aReceiver, type Receiver } from '../given/http/a-receiver.ts';

/** Names that lead inwards, as somebody's own name server can say of any name. */
const names: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1'],
  'api.localhost': ['::1'],
  'metadata.google.internal': ['169.254.169.254'],
  'inner.example': ['10.0.0.7'],
  'mapped.example': ['::ffff:10.0.0.7'],
  'both.example': ['93.184.215.14', '192.168.1.1'],
  'unique-local.example': ['fd00::7'],
  'gone.example': [],
};
const resolve: Resolve = async (name) => names[name] ?? ['127.0.0.1'];

const hostile = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://１２７.０.０.１/',
  'https://①②⑦.0.0.1/',
  'https://0.0.0.0/',
  'https://0/',
  'https://10.1.2.3/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.0.1/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://192.0.0.192/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[::1]/',
  'https://[::]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  'https://[2001:db8::1]/',
  'https://[ff02::1]/',
  'https://[fec0::1]/',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'https://api.localhost/',
  'https://metadata.google.internal/computeMetadata/v1/',
  'https://inner.example/',
  'https://mapped.example/',
  'https://both.example/',
  'https://unique-local.example/',
  'https://gone.example/',
  'https://name:secret@example.com/',
  'https://93.184.215.14@127.0.0.1/',
  'https://127.0.0.1#@example.com/',
  'http://93.184.215.14/',
  'ftp://127.0.0.1/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_INFO',
  'javascript:alert(1)',
  'unix:/var/run/docker.sock',
  '//127.0.0.1/',
  'https://',
];

let sockets = 0;
const count = (): void => {
  sockets += 1;
};
beforeEach(() => {
  sockets = 0;
  subscribe('net.client.socket', count);
});
afterEach(() => {
  unsubscribe('net.client.socket', count);
});

const delivery = (url: string) => ({ url, headers: { 'webhook-id': 'chg_1' }, body: '{}', turn: 0 });

describe('an address that leads inwards', () => {
  const rules = addressRules([]);
  const post = webhookPost({ rules, resolve });

  it('is told by at least forty spellings', () => expect(hostile.length).toBeGreaterThanOrEqual(40));

  it.each(hostile)('is not connected to and not saved: %s', async (url) => {
    expect(await findTarget(url, { rules, resolve })).toEqual(expect.any(String));
    expect(await post(delivery(url))).toEqual({ status: null, code: expect.any(String), waitMs: null });
    expect(sockets).toBe(0);
  });

  it('is told from one of the open world', async () => {
    for (const url of ['https://93.184.215.14/', 'https://[2606:2800:220:1:248:1893:25c8:1946]:8443/hook'])
      expect(await findTarget(url, { rules, resolve })).toMatchObject({ addresses: [expect.any(String)] });
  });

  it('is not reached by a name that is moved after it was looked at', async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return asked === 1 ? ['93.184.215.14'] : ['127.0.0.1'];
    };
    expect(await findTarget('https://moves.example/', { rules, resolve: rebinding })).toMatchObject({});
    const moved = webhookPost({ rules, resolve: rebinding });
    expect(await moved(delivery('https://moves.example/'))).toMatchObject({ code: 'address-not-public' });
    expect(asked).toBe(2);
    expect(sockets).toBe(0);
  });
});

describe('an inner network that configuration names', () => {
  let receiver: Receiver;
  let post: PostWebhook;
  beforeEach(async () => {
    receiver = await aReceiver();
    post = webhookPost({ rules: addressRules([{ address: '127.0.0.0', bits: 8 }]), resolve });
  });
  afterEach(() => receiver.stop());

  it('is written to, and nothing beside it', async () => {
    expect(await post(delivery(receiver.url))).toEqual({ status: 204, code: null, waitMs: null });
    expect(await post(delivery('https://10.1.2.3/'))).toMatchObject({ code: 'address-not-public' });
    expect(receiver.got).toHaveLength(1);
  });

  it('does not send us anywhere else', async () => {
    const other = await aReceiver();
    receiver.answer(307, { location: other.url });
    expect(await post(delivery(receiver.url))).toMatchObject({ status: 307, code: 'redirect' });
    expect(other.connections()).toBe(0);
    other.stop();
  });

  it('is looked at once more on the open connection', async () => {
    let looks = 0;
    const fickle = { isInner: () => true, isOpen: () => ++looks === 1 };
    const moved = webhookPost({ rules: fickle, resolve });
    expect(await moved(delivery(receiver.url))).toMatchObject({ code: 'address-not-public' });
    expect(receiver.got).toHaveLength(0);
  });

  it('takes no longer than its time', async () => {
    receiver.answer('hang');
    const hurried = webhookPost({ rules: addressRules([{ address: '127.0.0.0', bits: 8 }]), resolve, timeoutMs: 500 });
    expect(await hurried(delivery(receiver.url))).toMatchObject({ status: null, code: 'timeout' });
  });

  it('may ask us to wait', async () => {
    receiver.answer(503, { 'retry-after': '120' });
    expect(await post(delivery(receiver.url))).toEqual({ status: 503, code: 'refused', waitMs: 120_000 });
  });
});
