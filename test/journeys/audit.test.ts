import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHash } from '../../src/seal/seal.ts';
import { parseCheckpoint } from '../../src/vocabulary/checkpoint.ts';
import { cell } from '../../src/vocabulary/csv.ts';
import { aCustomer, aShop, atTheConsole, BEN, says, sure, use } from '../given/a-shop.ts';
import { aBank, contest, decline, NINA, step } from '../given/review/a-review.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { csrfIn } from '../given/signing-in.ts';
import { ownerOf } from '../given/tamper/owner.ts';

const GONE = 'customer:gone';
const AUDITOR = 'olga';
const DAY = 86_400_000;

describe.each(engines)('an officer audits the ledger over %s', (engine) => {
  let service: RunningService;
  let olga: Readonly<Record<'cookie', string>>;
  let databaseUrl = '';
  const pseudonym = async (who: string): Promise<string> =>
    sure(await service.call('GET', `/v1/subjects/${who}`, { scope: 'consent' })).body.subject;

  beforeAll(async () => {
    const reached = async (url: string): Promise<string> => {
      databaseUrl = url;
      return url;
    };
    service = await aService({ engine, reached });
    await aShop(service);
    sure(await says(service, 'given'));
    for (let count = 0; count < 3; count += 1) sure(await use(service));
    await aCustomer(service, GONE);
    sure(await use(service, GONE));
    service.clock.wind(2 * DAY);
    // Somebody withdraws, and the service goes on asking.
    sure(await says(service, 'withdrawn'));
    for (let count = 0; count < 5; count += 1) sure(await use(service));
    sure(await says(service, 'given', BEN));
    sure(await use(service, BEN));
    service.clock.wind(DAY);
    const request = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: GONE }));
    sure(
      await service.call('POST', `/v1/subjects/${GONE}/erasure`, {
        json: { request: request.body.id },
        scope: 'admin',
      }),
    );
    olga = await atTheConsole(service, AUDITOR);
  }, 60_000);
  afterAll(() => service.stop());

  const read = (path: string, who: Readonly<Record<'cookie', string>> = olga): Promise<Told> =>
    service.call('GET', path, { headers: { ...who, accept: 'text/html' } });
  const send = async (path: string, form: Readonly<Record<string, string>> = {}): Promise<Told> =>
    service.call('POST', path, {
      headers: { ...olga, accept: 'text/html' },
      form: { csrf: csrfIn(await read('/console')), ...form },
    });
  const list = (text: string): string =>
    text.slice(text.indexOf('audit-table'), text.indexOf('</table>', text.indexOf('audit-table')));
  const rowsIn = ({ text }: Told): readonly string[] =>
    list(text)
      .split('<tr')
      .filter((row) => row.includes('/console/ledger/entries/'));
  const entriesIn = (told: Told): readonly number[] =>
    rowsIn(told).map((row) => Number(/entries\/0\/(\d+)/.exec(row)?.[1]));
  const size = (): Promise<number> => service.house.ledger.size(0);

  it('finds an odd use by filters alone, and proves one of its entries', async () => {
    // On a busy machine the page does not wait for its drawing, and a later one has it.
    const drawn = /<svg class="volume wide"[^>]*role="img"/;
    let all = '';
    const once = async (): Promise<string> => {
      all = sure(await read('/console/ledger')).text;
      return all;
    };
    await expect.poll(once, { timeout: 20_000 }).toMatch(drawn);
    expect(all).toContain('Volume over time');
    expect(all).toContain('5 refused');
    const refused = sure(await read('/console/ledger?kind=use.refused&aiSystem=support-assistant&from=2026-11-04'));
    const rows = rowsIn(refused);
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      expect(row).toContain('Use refused');
      expect(row).toContain('The newest effective choice for this purpose is a withdrawal.');
    }
    const [, href = ''] = /href="(\/console\/ledger\/entries\/[^"#]+)/.exec(rows[0] ?? '') ?? [];
    const entry = sure(await read(href.replaceAll('&amp;', '&')));
    for (const words of [
      'Proved to be in the record',
      'The hashes lead to the signed root',
      '<dd>Faster answers</dd>',
      'support-drafts',
      'withdrawn',
    ])
      expect(entry.text, words).toContain(words);
    expect(entry.text).toContain('<svg class="proof-path"');
    // The list with its filters stands beside it.
    expect(rowsIn(entry)).toHaveLength(5);

    const index = entriesIn(refused)[0] ?? -1;
    const proof = JSON.parse(sure(await read(`/console/ledger/entries/0/${index}/proof`)).text);
    expect(foldedRoot(proof)).toEqual(parseCheckpoint(proof.checkpoint)?.root);
  });

  /** The root by a recipe of our own: whoever stands left is known by the bits of index and size. */
  function foldedRoot(proof: {
    index: number;
    treeSize: number;
    leafHash: string;
    proof: readonly string[];
  }): Uint8Array {
    let [node, place, last] = [new Uint8Array(Buffer.from(proof.leafHash, 'base64')), proof.index, proof.treeSize - 1];
    const rest = proof.proof.map((hash) => new Uint8Array(Buffer.from(hash, 'base64')));
    while (last > 0) {
      if (place % 2 === 1) node = new Uint8Array(nodeHash(rest.shift()!, node));
      else if (place < last) node = new Uint8Array(nodeHash(node, rest.shift()!));
      [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    }
    expect(rest).toEqual([]);
    return node;
  }

  it('sees what was erased as erased, with its place, its seal and its proof', async () => {
    const told = sure(await read('/console/ledger?to=2026-11-02'));
    const erased = rowsIn(told).filter((row) => row.includes('Erased'));
    expect(erased.length).toBeGreaterThan(1);
    for (const row of erased) expect(row).not.toMatch(/sub_|act_|support/);
    const [, href = ''] = /href="(\/console\/ledger\/entries\/[^"#]+)/.exec(erased[0] ?? '') ?? [];
    const entry = sure(await read(href.replaceAll('&amp;', '&')));
    expect(entry.text).toContain('The content of this entry is gone.');
    expect(entry.text).toContain('Proved to be in the record');
  });

  it('goes through all entries page by page and back, and each stands once', async () => {
    for (let count = 0; count < 60; count += 1) sure(await use(service, BEN));
    const seen: number[] = [];
    let href = '/console/ledger';
    const hrefs: string[] = [];
    for (let page = 0; href !== '' && page < 20; page += 1) {
      hrefs.push(href);
      const told = sure(await read(href));
      seen.push(...entriesIn(told));
      href = /href="([^"]*before=\d+)"[^>]*>Older/.exec(told.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    }
    const count = await size();
    expect(seen).toEqual(Array.from({ length: count }, (_, at) => count - 1 - at));
    const last = sure(await read(hrefs.at(-1) ?? ''));
    const newer = /href="([^"]*after=\d+)"/.exec(last.text)?.[1] ?? '';
    expect(entriesIn(sure(await read(newer)))).toEqual(entriesIn(sure(await read(hrefs.at(-2) ?? ''))));
    expect(last.text).toMatch(/href="\/console\/ledger"[^>]*>Newest/);
    const jumped = sure(await read('/console/ledger?until=2026-11-02'));
    expect(rowsIn(jumped).every((row) => !row.includes('Use refused'))).toBe(true);
    expect(jumped.text).not.toContain('4 November 2026</th>');
    for (const day of ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']) {
      const upTo = entriesIn(sure(await read(`/console/ledger?to=${day}`)));
      expect(upTo.length, day).toBeGreaterThan(0);
      expect(entriesIn(sure(await read(`/console/ledger?until=${day}`))), day).toEqual(upTo);
    }
  });

  it('looks at one person only where that is recorded, and types no identifier into an address', async () => {
    const before = await size();
    const told = await send('/console/ledger/person', { typed: '43' });
    const ben = await pseudonym(BEN);
    expect([told.status, told.headers.get('location')]).toEqual([303, `/console/ledger?subject=${ben}`]);
    expect(await size()).toBe(before + 2);
    const shown = sure(await read(`/console/ledger?subject=${ben}`));
    expect(await size()).toBe(before + 4);
    expect(rowsIn(shown).every((row) => row.includes(ben.slice(-6)))).toBe(true);
    const nobody = await send('/console/ledger/person', { typed: 'nobody@example.org' });
    expect([nobody.status, nobody.text.includes('Nobody was found.')]).toEqual([422, true]);
    expect(await size()).toBe(before + 5);
    expect((await send('/console/ledger/person', { typed: 'gone' })).status).toBe(422);
    const { items } = sure(await service.call('GET', '/v1/me/ledger?limit=2', { self: BEN })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['look.recorded', 'look.recorded']);
  });

  it('opens an entry about a person only with a look, and one about nobody without', async () => {
    const before = await size();
    const [refused = -1] = entriesIn(sure(await read('/console/ledger?kind=use.refused')));
    const [published = -1] = entriesIn(sure(await read('/console/ledger?kind=published')));
    expect(await size()).toBe(before);
    sure(await read(`/console/ledger/entries/0/${published}`));
    expect(await size()).toBe(before);
    sure(await read(`/console/ledger/entries/0/${refused}`));
    expect(await size()).toBe(before + 2);
    expect((await read('/console/ledger/entries/0/999999')).status).toBe(404);
  });

  it('finds what one member of staff did', async () => {
    const actor = service.house.actorOf(AUDITOR);
    const rows = rowsIn(sure(await read(`/console/ledger?actor=${actor}`)));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toContain(actor.slice(-6));
  });

  it('checks the record now, and says what was read', async () => {
    const told = await send('/console/ledger/check');
    expect([told.status, told.headers.get('location')]).toEqual([303, '/console/ledger?checked=yes']);
    const page = sure(await read('/console/ledger?checked=yes'));
    expect(page.text).toMatch(/role="status"[\s\S]*entries were hashed anew in [\d,]+ milliseconds, from number 0 to/);
    expect(page.text).toContain('Record intact');
    expect(page.text).toMatch(/Agrees at \d+/);
    sure(await use(service, BEN));
    await send('/console/ledger/check');
    expect(sure(await read('/console/ledger')).text).toMatch(/\+\d+, consistent/);
    expect(
      (await service.call('POST', '/console/ledger/check', { headers: olga, form: { csrf: 'x'.repeat(43) } })).body
        .code,
    ).toBe('csrf');
  });

  it('takes the filtered list along as a table, and the evidence of a person, with a look', async () => {
    const told = sure(await read('/console/ledger/entries.csv?kind=use.refused'));
    expect(told.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(told.headers.get('content-disposition')).toBe('attachment; filename="entries.csv"');
    const [header, ...lines] = told.text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(header?.startsWith('"log","index","at","kind"')).toBe(true);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain('"support-assistant","support-drafts","withdrawn"');
    const before = await size();
    const bundle = JSON.parse(sure(await read(`/console/ledger/subjects/${await pseudonym(BEN)}/evidence`)).text);
    expect([bundle.v, bundle.entries.length > 1, await size()]).toEqual([1, true, before + 2]);
  });

  it('counts the same as it lists, by kind and by AI system', async () => {
    const { rows, total } = await service.house.entryCounts({});
    expect(total).toBe(await size());
    const refused = rows.filter(({ kind }) => kind === 'use.refused').reduce((sum, { count }) => sum + count, 0);
    expect(refused).toBe(5);
    const ofSystem = await service.house.entryCounts({ aiSystem: 'support-assistant' });
    const listed = await service.house.entries({
      aiSystem: 'support-assistant',
      kinds: ['use.allowed', 'use.refused'],
      limit: 100,
    });
    expect(ofSystem.total).toBe(listed.items.length);
    expect((await service.house.entries({ aiSystem: 'unheard-of', limit: 10 })).items).toEqual([]);
  });

  it('is not for a session without its scope, and a customer reaches none of it', async () => {
    const clerk = await atTheConsole(service, 'clerk-1', ['requests']);
    expect((await read('/console', clerk)).text).not.toContain('href="/console/ledger"');
    for (const path of ['/console/ledger', '/console/ledger/entries/0/1', '/console/ledger/entries.csv'])
      expect((await read(path, clerk)).status, path).toBe(403);
  });

  it.each(['from=2026-02-31', 'from=99999-01-01', 'kind=<b>', 'before=-1', 'until=yesterday', 'actor=%00'])(
    'refuses %s as a bad question and not as a fault',
    async (query) => {
      expect((await read(`/console/ledger?${query}`)).status).toBe(400);
    },
  );

  it.each(['from=1970-01-01&to=9999-12-31', 'from=2026-12-01&to=2026-01-01', 'to=1970-01-02', 'kind=unheard.of'])(
    'answers %s with an empty or a full page',
    async (query) => {
      const told = sure(await read(`/console/ledger?${query}`));
      expect(told.text).toContain('Volume over time');
      expect(told.text.match(/<rect/g)?.length ?? 0).toBeLessThan(2000);
    },
  );
  it('is told where an entry was changed behind its back, by the check and by the proof', async () => {
    const [index = -1] = entriesIn(sure(await read('/console/ledger?kind=use.refused')));
    const owner = ownerOf(service, databaseUrl);
    const [row] = await owner.rows(`select entry from entries where log = 0 and "index" = ${index}`);
    const before = Buffer.from(row?.['entry'] as Uint8Array);
    const changed = Buffer.from(before.toString().replace('"kind":"use.refused"', '"kind":"use.allowed"'));
    expect(changed.equals(before)).toBe(false);
    const put = (bytes: Buffer) =>
      owner.run('update entries set entry = ? where log = 0 and "index" = ?', [bytes, index]);
    await put(changed);
    await send('/console/ledger/check');
    const page = sure(await read('/console/ledger?checked=yes'));
    expect(page.text).toContain('Not as it was signed');
    expect(page.text).toMatch(new RegExp(`Entries that differ: ${index}\\.`));
    const entry = sure(await read(`/console/ledger/entries/0/${index}`));
    expect(entry.text).toContain('The proof does not hold');
    expect(entry.text).toContain('The stored entry does not give this seal.');
    await put(before);
    await send('/console/ledger/check');
    expect(sure(await read('/console/ledger')).text).toContain('Record intact');
  });
});

describe.each(engines)('a reviewer who audits over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  it('sees that a decision was made, and its result once their own view is noted', async () => {
    const review = sure(await contest(service, await decline(service))).body.id;
    sure(await step(service, review, { step: 'assign', by: 'officer', body: { reviewer: NINA } }));
    const nina = await atTheConsole(service, NINA);
    const page = async (path: string) =>
      sure(await service.call('GET', path, { headers: { ...nina, accept: 'text/html' } })).text;
    const text = await page('/console/ledger?kind=decision.recorded');
    const index = /entries\/0\/(\d+)/.exec(text)?.[1] ?? '';
    const entry = await page(`/console/ledger/entries/0/${index}`);
    expect(entry).toContain('Record your own view first.');
    expect(entry).not.toMatch(/declined|\b0\.31\b|low-income/);
    expect(entry).toContain('Proved to be in the record');
  });
});

describe('a cell of the table', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['-2', `"'-2"`],
    ['+3', `"'+3"`],
    [' =1', `"' =1"`],
    ['\t=1', `"'\t=1"`],
    ['\uff1d1', `"'\uff1d1"`],
    ['say "no"', '"say ""no"""'],
    ['a,b', '"a,b"'],
  ])('%j is no formula', (value, written) => expect(cell(value)).toBe(written));

  it('a number stays a number, and nothing is empty', () => expect([cell(-2), cell(null)]).toEqual(['"-2"', '""']));
});
