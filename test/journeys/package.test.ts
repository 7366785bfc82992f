/** The folder that answers a copy or a portability, over HTTP, taken apart and opened in a real browser from a disk. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Schema, Validator } from '@cfworker/json-schema';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { ADA, aShop, BEN, says, signedIn, sure, use } from '../given/a-shop.ts';
import { aBrowser, hasBrowser } from '../given/browser.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { layOut, unzipped } from '../given/unzipped.ts';

type Files = ReadonlyMap<string, Buffer>;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const officer = { scope: 'requests', sub: 'officer' };

const decision = {
  subject: ADA,
  aiSystem: 'support-assistant',
  purpose: 'support-drafts',
  decidedAt: '2026-11-02T08:59:00.000Z',
  what: 'Which team answers',
  outcome: 'returns team',
  adverse: false,
  aiRole: 'advisory',
  output: { value: 0.91, scale: 'sureness' },
  inputs: [
    { name: 'topic', label: 'Topic', value: '=HYPERLINK("https://evil.example")', category: 'messages', source: 'you' },
    { name: 'mood', label: 'Mood', value: 'worked-out-mood', category: 'inferred', source: 'a model' },
  ],
  factors: [
    { code: 'topic', label: 'Topic', value: 'a return', direction: 'for', weight: 0.8, method: 'linear-contribution' },
  ],
  counterfactuals: [],
  modelVersion: 'm1',
  humanInvolvement: { role: 'A person reads every message.' },
};

const json = (files: Files, path: string) => JSON.parse(files.get(path)?.toString('utf8') ?? 'null');

/** A service with somebody about whom there is something, whose request of this kind was answered. */
async function answered(service: RunningService, kind: string): Promise<string> {
  const { id } = sure(
    await service.call('POST', '/v1/me/requests', { json: { kind, message: '=1+1' }, self: ADA }),
  ).body;
  const step = (name: string, given: object) =>
    service.call('POST', `/v1/requests/${id}/${name}`, { json: { reason: 'as the law asks', ...given }, ...officer });
  sure(await step('verify', { level: 'reasonable' }));
  sure(await step('fulfil', {}));
  return id;
}

async function fetched(service: RunningService, id: string, cookie: string): Promise<Response> {
  return fetch(`${service.url}/me/requests/${id}/package`, { headers: { cookie } });
}

async function aLife(service: RunningService): Promise<void> {
  await aShop(service);
  for (const person of [ADA, BEN]) {
    sure(await says(service, 'given', person));
    sure(await use(service, person));
  }
  sure(await service.call('POST', '/v1/automated-decisions', { json: decision, scope: 'decide' }));
  const photo = { type: 'text/plain', bytes: 'My own words\n' };
  sure(await service.call('POST', '/v1/me/files?name=letter', { file: photo, self: ADA }));
}

describe.each(engines)('a copy and a portability as a folder over %s', (engine) => {
  let service: RunningService;
  let copy: Files;
  let portable: Files;
  const ids: Record<string, string> = {};
  const cookies = { cookie: '' };
  beforeAll(async () => {
    service = await aService({ engine });
    await aLife(service);
    ids['access'] = await answered(service, 'access');
    ids['portability'] = await answered(service, 'portability');
    Object.assign(cookies, await signedIn(service, ADA));
    const read = async (id = '') =>
      unzipped(new Uint8Array(await (await fetched(service, id, cookies.cookie)).arrayBuffer()));
    [copy, portable] = [await read(ids['access']), await read(ids['portability'])];
  }, 60_000);
  afterAll(() => service.stop());

  it('a copy holds the letter, the data, the answer about AI, the evidence and the check', () => {
    const paths = [...copy.keys()];
    expect(paths).toEqual(
      expect.arrayContaining([
        'index.html',
        'letter.html',
        'letter.pdf',
        'assets/package-check.js',
        'data/aiUse.json',
        'data/consents.json',
        'data/consents.csv',
        'data/uses.json',
        'data/automatedDecisions.json',
        'data/others.json',
        'evidence.json',
        'schemas/uses.schema.json',
      ]),
    );
    expect(paths.at(-1)).toBe('manifest.json');
    expect([...copy].find(([path]) => path.startsWith('files/'))?.[1].toString()).toBe('My own words\n');
    expect(json(copy, 'data/automatedDecisions.json')[0].factors[0]).not.toHaveProperty('weight');
  });

  it('every entry of the person up to the answer is in one of its lists, and none of anybody else', () => {
    const lists = [...copy.keys()].filter((path) => /^data\/(?!aiUse).*\.json$/.test(path));
    const found = lists.flatMap((path) => json(copy, path)).map(({ entry }) => `${entry.log}/${entry.index}`);
    const proven = json(copy, 'evidence.json').entries.map(
      ({ log, index }: { log: number; index: number }) => `${log}/${index}`,
    );
    expect(found.sort()).toEqual(proven.sort());
    expect(new Set(found).size).toBe(found.length);
    const everything = [...copy.values()].map((bytes) => bytes.toString('utf8')).join('');
    expect(everything).not.toContain(BEN);
  });

  it.each(['copy', 'portable'] as const)(
    'every JSON file of the %s fits the schema that the manifest names',
    (which) => {
      const files = which === 'copy' ? copy : portable;
      const { files: listed } = json(files, 'manifest.json');
      const described = listed.filter(({ schema }: { schema?: string }) => schema !== undefined);
      expect(described.length).toBeGreaterThan(3);
      for (const { path, schema } of described) {
        const judge = new Validator(json(files, schema) as Schema, '2020-12', false);
        expect([path, judge.validate(json(files, path)).errors]).toEqual([path, []]);
        expect(JSON.stringify(json(files, schema))).not.toMatch(/"\$ref":"(?!#\/)/);
      }
      const judge = new Validator(json(copy, 'schemas/consents.schema.json') as Schema, '2020-12', false);
      const broken = json(copy, 'data/consents.json').map((item: object) => ({ ...item, at: 5 }));
      expect(judge.validate(broken).valid).toBe(false);
    },
  );

  it('the portability holds what the person provided, and nothing that was worked out', () => {
    const paths = [...portable.keys()].filter((path) => path.endsWith('.json') && path.startsWith('data/'));
    expect(paths).toEqual(
      expect.arrayContaining([
        'data/person.json',
        'data/consents.json',
        'data/requests.json',
        'data/decisionInputs.json',
      ]),
    );
    for (const path of ['data/uses.json', 'data/aiUse.json', 'data/looks.json', 'data/messages.json', 'evidence.json'])
      expect(portable.has(path), path).toBe(false);
    const text = [...portable]
      .filter(([path]) => path.startsWith('data/'))
      .map(([, bytes]) => bytes.toString())
      .join('');
    expect(text).toContain('HYPERLINK');
    for (const inferred of ['worked-out-mood', 'returns team', 'linear-contribution', '0.91'])
      expect(text).not.toContain(inferred);
    expect([...portable.keys()].some((path) => path.startsWith('files/'))).toBe(true);
  });

  it('a table of the portability has no column that nothing can stand in', () => {
    const columnsOf = (path: string): readonly string[] => {
      const [head = ''] = (portable.get(path)?.toString('utf8') ?? '').replace(/^\uFEFF/, '').split('\r\n');
      return head.split(',').map((name) => name.replaceAll('"', ''));
    };
    expect(columnsOf('data/decisionInputs.csv').slice(5)).toEqual(['aiSystem', 'decidedAt', 'inputs']);
    for (const step of ['outcome', 'code', 'level', 'reason'])
      expect(columnsOf('data/requests.csv'), step).not.toContain(step);
    expect(columnsOf('data/requests.csv')).toContain('message');
  });

  it('no cell of a table is taken for a formula', () => {
    const requests = copy.get('data/requests.csv')?.toString('utf8') ?? '';
    expect(requests).toContain('"\'=1+1"');
    for (const [path, bytes] of copy)
      if (path.endsWith('.csv')) expect(bytes.toString('utf8')).not.toMatch(/(?:^|,)"[\s]*[=+@-]/m);
  });

  it('the evidence is the bundle that is given otherwise, and a stranger can check it', async () => {
    const whole = sure(await service.call('GET', `/v1/requests/${ids['access']}/package`, officer)).body.evidence;
    const streamed = json(copy, 'evidence.json');
    expect(streamed).toEqual({ ...whole, head: streamed.head });
    const keys = [parseVkey((await service.house.ledger.vkey(0)) ?? '') as Vkey];
    const verdict = verifyBundle(copy.get('evidence.json') ?? Buffer.alloc(0), { keys, source: 'the test' });
    expect([verdict.findings, verdict.size]).toEqual([[], json(copy, 'manifest.json').treeSize]);
  });

  it('the same folder is the same file again, whatever happened since', async () => {
    sure(await use(service));
    const again = await unzipped(
      new Uint8Array(await (await fetched(service, ids['access'] ?? '', cookies.cookie)).arrayBuffer()),
    );
    expect([...again].map(([path, bytes]) => [path, bytes.toString('base64')])).toEqual(
      [...copy].map(([path, bytes]) => [path, bytes.toString('base64')]),
    );
  });

  it('staff hand out the same one, and a look stands in the record', async () => {
    const path = `/v1/requests/${ids['access']}/package.zip`;
    const told = await service.call('GET', path, officer);
    expect([told.status, told.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const { items } = sure(await service.call('GET', '/v1/me/ledger?limit=5', { self: ADA })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('look.recorded');
    expect((await service.call('GET', path, { scope: 'check' })).status).toBe(403);
  });

  it('the page of the request leads there, for thirty days; another person finds nothing', async () => {
    const page = await service.call('GET', `/me/requests/${ids['access']}`, { headers: cookies });
    expect(page.text).toContain(`/me/requests/${ids['access']}/package`);
    const ben = await signedIn(service, BEN);
    expect((await fetched(service, ids['access'] ?? '', ben.cookie)).status).toBe(404);
    expect((await fetched(service, ids['access'] ?? '', '')).status).toBe(401);
  });

  it('it wants a sign-in of the last quarter of an hour', async () => {
    service.clock.wind(14 * MINUTE_MS);
    expect((await fetched(service, ids['access'] ?? '', cookies.cookie)).status).toBe(200);
    service.clock.wind(2 * MINUTE_MS);
    const stale = await fetched(service, ids['access'] ?? '', cookies.cookie);
    expect([stale.status, await stale.text()]).toEqual([403, expect.stringContaining('sign in once more')]);
    Object.assign(cookies, await signedIn(service, ADA));
    expect((await fetched(service, ids['access'] ?? '', cookies.cookie)).status).toBe(200);
  });

  it('after thirty days it is gone, and after an erasure nobody finds it', async () => {
    service.clock.wind(31 * DAY_MS);
    Object.assign(cookies, await signedIn(service, ADA));
    expect((await fetched(service, ids['access'] ?? '', cookies.cookie)).status).toBe(410);
    const page = await service.call('GET', `/me/requests/${ids['access']}`, { headers: cookies });
    expect(page.text).not.toContain('/package');
    const late = await answered(service, 'access');
    expect((await fetched(service, late, cookies.cookie)).status).toBe(200);
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: ADA })).body;
    sure(
      await service.call('POST', `/v1/requests/${id}/verify`, {
        json: { reason: 'by phone', level: 'reasonable' },
        ...officer,
      }),
    );
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: { reason: 'asked' }, ...officer }));
    expect([401, 404, 410]).toContain((await fetched(service, late, cookies.cookie)).status);
    expect((await service.call('GET', `/v1/requests/${late}/package.zip`, officer)).status).toBe(410);
  }, 60_000);
});

describe.runIf(hasBrowser)('the folder in a real browser, from a disk and without a net', () => {
  let service: RunningService;
  let browser: Browser;
  let files: Files;
  let folder = '';
  beforeAll(async () => {
    service = await aService({ engine: engines[0] ?? 'sqlite' });
    await aLife(service);
    const id = await answered(service, 'access');
    const { cookie } = await signedIn(service, ADA);
    files = await unzipped(new Uint8Array(await (await fetched(service, id, cookie)).arrayBuffer()));
    browser = await aBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await service.stop();
  });

  async function opened(change?: (folder: string) => void) {
    folder = mkdtempSync(join(tmpdir(), 'candor-package-'));
    layOut(files, folder);
    change?.(folder);
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    page.on('requestfailed', (request) => void faults.push(request.url()));
    page.on('pageerror', (fault) => void faults.push(fault.message));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    return { page, asked, faults, close: () => context.close() };
  }
  const check = async (page: Awaited<ReturnType<typeof opened>>['page']): Promise<string> => {
    await page.locator('#check-folder').setInputFiles(folder);
    await page.locator('#check[data-state="good"], #check[data-state="bad"]').waitFor({ timeout: 20_000 });
    return `${await page.locator('#check-outcome').innerText()} ${await page.locator('#check-findings').innerText()}`;
  };

  it('opens, is styled, checks itself and asks nobody for anything', async () => {
    const { page, asked, faults, close } = await opened();
    expect(await page.locator('h1').innerText()).toMatch(/\S/);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Inter');
    expect(await check(page)).toContain('Nothing was changed');
    for (const url of asked) expect(url).toMatch(/^(file|blob|data):/);
    expect(faults).toEqual([]);
    await page.locator('a[href="letter.html"]').click();
    expect(await page.locator('.letter-title').innerText()).toMatch(/\S/);
    await close();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it.each(['data/consents.json', 'evidence.json', 'letter.html', 'letter.pdf', 'manifest.json', 'assets/portal.css'])(
    'one changed byte in %s is found',
    async (path) => {
      const { page, close } = await opened((laid) => {
        const bytes = readFileSync(join(laid, path));
        // A letter within a word, so that every format stays readable.
        const at = bytes.findIndex((byte, index) => index > bytes.length / 2 && byte >= 0x61 && byte < 0x7a);
        bytes[at] = (bytes[at] ?? 0) + 1;
        writeFileSync(join(laid, path), bytes);
      });
      const said = await check(page);
      expect(said).toContain('Something is wrong');
      expect(said).toContain(path);
      await close();
      rmSync(folder, { recursive: true });
    },
    60_000,
  );

  it('a file more, a file less, and a key of somebody else are found', async () => {
    const { page, close } = await opened((laid) => {
      writeFileSync(join(laid, 'data', 'slipped-in.json'), '[]');
      rmSync(join(laid, 'data', 'uses.csv'));
    });
    const said = await check(page);
    expect(said).toContain('data/slipped-in.json');
    expect(said).toContain('data/uses.csv');
    const own = await page.locator('#check-key').inputValue();
    await page.locator('#check-key').fill(own.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    expect(await check(page)).toContain('Something is wrong');
    await close();
    rmSync(folder, { recursive: true });
  }, 60_000);
});
