/** Storage that answers badly: each is told as a code, in bounded time and memory. Source: decision 0140. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressRules } from '../../../src/connectors/public-address.ts';
import { s3System } from '../../../src/connectors/s3/s3-system.ts';

const ADA = { customer: ['42'], email: [], phone: [] };
const item = (key: string, size = 1): string => `<Contents><Key>${key}</Key><Size>${size}</Size></Contents>`;
const list = (inside: string): string =>
  `<ListBucketResult><IsTruncated>false</IsTruncated>${inside}</ListBucketResult>`;

type Answers = (asked: IncomingMessage, response: ServerResponse) => void;

describe('storage that answers', () => {
  let server: Server;
  let answers: Answers;
  beforeAll(async () => {
    server = createServer((asked, response) => answers(asked, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const way = (more: object = {}) =>
    s3System({
      system: {
        key: 'files',
        name: 'Files',
        kind: 's3',
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        region: 'eu-central-1',
        bucket: 'some-files',
        prefix: 'customers/{customer}/',
        read: 'files',
        erase: 'files',
      },
      secret: () => 'aws_access_key_id = A\naws_secret_access_key = B\n',
      rules: addressRules([{ address: '127.0.0.0', bits: 8 }]),
      timeoutMs: 300,
      ...more,
    });
  const isList = ({ url = '' }: IncomingMessage): boolean => url.includes('prefix=');
  const endless: Answers = (_, response) => {
    const part = Buffer.alloc(1024 * 1024, 0x20);
    const more = (): void => {
      while (!response.destroyed) if (!response.write(part)) return void response.once('drain', more);
    };
    more();
  };

  const bad: readonly (readonly [string, Answers, object])[] = [
    ['with keys of somebody else', (_, it) => it.end(list(item('customers/43/a.txt'))), { failed: 'wrong-person' }],
    ['with a key that leads out', (_, it) => it.end(list(item('customers/42/../43/a'))), { failed: 'key-unfit' }],
    [
      'with a page that leads to itself',
      (_, it) =>
        it.end(
          '<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken></ListBucketResult>',
        ),
      { failed: 'form-unknown', isLasting: true },
    ],
    [
      'with more than it said',
      (asked, it) => (isList(asked) ? it.end(list(item('customers/42/a'))) : endless(asked, it)),
      { failed: 'too-much' },
    ],
    ['with a list without end', endless, { failed: 'too-much', isLasting: true }],
    [
      'with a redirect',
      (_, it) => it.writeHead(307, { location: 'http://169.254.169.254/' }).end(),
      { failed: 'redirect' },
    ],
    ['with a fault', (_, it) => it.writeHead(500).end(), { failed: 'refused', details: ['500'] }],
    ['with a refusal', (_, it) => it.writeHead(403).end('<Code>AccessDenied</Code>'), { failed: 'not-permitted' }],
    ['with nothing', () => undefined, { failed: 'timeout', isLasting: false }],
    [
      'with half of it',
      (_, it) => {
        it.writeHead(200, { 'content-length': '999' });
        it.write('<ListBucketResult>');
        setTimeout(() => it.destroy(), 20);
      },
      { failed: 'half-an-answer' },
    ],
  ];
  it.each(bad)('%s is told as that', async (_, as, told) => {
    answers = as;
    expect(
      await way({
        bounds: { objects: 100, bytes: 100_000 },
        timeoutMs: told['failed' as never] === 'timeout' ? 300 : 20_000,
      }).access(ADA),
    ).toMatchObject(told);
  });

  it('that it deleted, and lists again, has erased nobody', async () => {
    answers = (asked, response) => void response.end(asked.method === 'GET' ? list(item('customers/42/a.txt')) : '');
    expect(await way({ timeoutMs: 20_000 }).erase(ADA)).toMatchObject({ failed: 'rows-left', details: ['some-files'] });
  });

  it('that has no versions and no uploads is asked for its objects', async () => {
    const there = new Set(['customers/42/a.txt', 'customers/42/b.txt']);
    const deleted: string[] = [];
    answers = ({ method, url = '' }, response) => {
      if (method === 'DELETE') deleted.push(url);
      if (method === 'DELETE') there.delete(url.replace('/some-files/', ''));
      if (url.includes('versions=') || url.includes('uploads=')) response.writeHead(501);
      response.end(list([...there].map((key) => item(key)).join('')));
    };
    expect(await way({ timeoutMs: 20_000 }).erase(ADA)).toMatchObject({ tables: [{ name: 'some-files', deleted: 2 }] });
    expect(deleted.sort()).toEqual(['/some-files/customers/42/a.txt', '/some-files/customers/42/b.txt']);
  });

  it('that is named by its host is asked there, signed for it', async () => {
    const hosts: (string | undefined)[] = [];
    answers = ({ headers, url }, response) => {
      hosts.push(headers.host, url);
      response.end(list(''));
    };
    const { port } = server.address() as AddressInfo;
    const system = {
      key: 'files',
      name: 'Files',
      kind: 's3',
      endpoint: `http://storage.example:${port}`,
      region: 'r',
      bucket: 'some-files',
      style: 'host',
      prefix: '{customer}/',
      read: 'a',
      erase: 'a',
    };
    expect(await way({ system, resolve: async () => ['127.0.0.1'], timeoutMs: 20_000 }).access(ADA)).toEqual({
      tables: [],
    });
    expect(hosts[0]).toBe(`some-files.storage.example:${port}`);
    expect(hosts[1]).toMatch(/^\/\?list-type=2&prefix=42%2F/);
  });
});
