/**
 * The package of a real applicant, declined by an AI system: opened from a disk without a net, checked there by itself,
 * held against its schemas; and what the person takes elsewhere is only what they provided.
 * The applicants are rows of the Statlog German Credit data (H. Hofmann, UCI Machine Learning Repository, 1994,
 * CC BY 4.0), scored by a small logistic model; `APPLICANTS` names a file with more of them.
 * Source: GDPR 15(3), 20(1); decision 0113.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Schema, Validator } from '@cfworker/json-schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordInHouse } from '../../scripts/import/recording.ts';
import { importLines } from '../../scripts/import.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { sure } from '../given/a-shop.ts';
import { aBrowser, hasBrowser } from '../given/browser.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { layOut, unzipped } from '../given/unzipped.ts';

const applicants = process.env['APPLICANTS'] ?? 'test/given/two-applicants.ndjson';
const officer = { scope: 'requests', sub: 'olga' };

interface Applicant {
  readonly subject: string;
  readonly adverse: boolean;
  readonly outcome: string;
  readonly output: { readonly value: number };
  readonly inputs: readonly { readonly name: string; readonly value: string; readonly category: string }[];
  readonly factors: readonly { readonly code: string; readonly method: string }[];
  readonly counterfactuals: readonly object[];
  readonly modelVersion: string;
}
const all = readFileSync(applicants, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Applicant);
const declined = all.find(({ adverse, counterfactuals }) => adverse && counterfactuals.length > 0);
if (declined === undefined) throw new Error('nobody was declined');

describe.each(engines)('the package of a real applicant, over %s', (engine) => {
  let service: RunningService;
  let copy: ReadonlyMap<string, Buffer>;
  let portable: ReadonlyMap<string, Buffer>;

  async function imported(path: string, as?: string): Promise<void> {
    const wishes = { name: path, drop: ['actual'], ...defined({ as }) };
    expect((await importLines(path, wishes, recordInHouse(service.house, path))).refused).toEqual([]);
  }
  async function fetched(kind: string): Promise<ReadonlyMap<string, Buffer>> {
    const json = { kind, subject: declined?.subject };
    const { id } = sure(await service.call('POST', '/v1/requests', { json, ...officer })).body;
    const step = (name: string, more: object) =>
      service.call('POST', `/v1/requests/${id}/${name}`, { json: { reason: 'As the law asks.', ...more }, ...officer });
    sure(await step('verify', { level: 'reasonably-high' }));
    sure(await step('fulfil', {}));
    const token = await service.token({ scope: officer.scope, sub: officer.sub });
    const answer = await fetch(`${service.url}/v1/requests/${id}/package.zip`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    return unzipped(new Uint8Array(await answer.arrayBuffer()));
  }
  beforeAll(async () => {
    service = await aService({ engine });
    await imported('examples/credit-register.ndjson');
    await imported(applicants, 'automated-decision');
    copy = await fetched('access');
    portable = await fetched('portability');
  }, 600_000);
  afterAll(() => service.stop());

  const json = (files: ReadonlyMap<string, Buffer>, path: string) =>
    JSON.parse(files.get(path)?.toString('utf8') ?? 'null');
  const dataOf = (files: ReadonlyMap<string, Buffer>): string =>
    [...files].flatMap(([path, bytes]) => (path.startsWith('data/') ? [bytes.toString('utf8')] : [])).join('\n');

  it('holds each value that the decision was made from, its reasons and its alternatives, and nobody else', () => {
    const [decision] = json(copy, 'data/automatedDecisions.json');
    const named = (inputs: Applicant['inputs']) => inputs.map(({ name, value }) => [name, String(value)]).sort();
    expect(named(decision.inputs)).toEqual(named(declined.inputs));
    expect(decision.factors).toHaveLength(declined.factors.length);
    const everything = [...copy.values()].map((bytes) => bytes.toString('utf8')).join('\n');
    for (const { subject } of all) if (subject !== declined.subject) expect(everything).not.toContain(subject);
    expect(everything).not.toContain('"actual"');
  });

  it('fits its schemas, file by file', () => {
    for (const files of [copy, portable]) {
      const described = json(files, 'manifest.json').files.filter(({ schema }: { schema?: string }) => schema);
      expect(described.length).toBeGreaterThan(2);
      for (const { path, schema } of described) {
        const judge = new Validator(json(files, schema) as Schema, '2020-12', false);
        expect([path, judge.validate(json(files, path)).errors]).toEqual([path, []]);
      }
    }
  });

  it('leaves in the portability only what the person provided', () => {
    const [given] = json(portable, 'data/decisionInputs.json');
    const provided = declined.inputs.filter(({ category }) => category !== 'inferred');
    expect(given.inputs.map(({ name }: { name: string }) => name).sort()).toEqual(
      provided.map(({ name }) => name).sort(),
    );
    const text = dataOf(portable);
    const workedOut = [String(declined.output.value), declined.outcome, declined.modelVersion];
    const reasons = declined.factors.flatMap(({ code, method }) => [code, method]);
    for (const word of [...workedOut, ...reasons]) expect(text).not.toContain(word);
    // A table names columns that are empty here; in the lists nothing of the kind stands at all.
    for (const member of ['factors', 'counterfactuals', 'output', 'outcome']) expect(given).not.toHaveProperty(member);
    // The copy has them, so that each of these would be found.
    expect(dataOf(copy)).toContain(declined.outcome);
  });

  it.runIf(hasBrowser).each(['access', 'portability'])(
    'opens offline in a browser and verifies itself: %s',
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'candor-applicant-'));
      layOut(kind === 'access' ? copy : portable, folder);
      const browser = await aBrowser();
      const context = await browser.newContext({ offline: true });
      try {
        const page = await context.newPage();
        const asked: string[] = [];
        page.on('request', (request) => void asked.push(request.url()));
        await page.goto(pathToFileURL(join(folder, 'index.html')).href);
        await page.locator('#check-folder').setInputFiles(folder);
        await page.locator('#check[data-state="good"], #check[data-state="bad"]').waitFor({ timeout: 60_000 });
        expect(await page.locator('#check-outcome').innerText()).toContain('Nothing was changed');
        for (const url of asked) expect(url).toMatch(/^(file|blob|data):/);
      } finally {
        await browser.close();
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});
