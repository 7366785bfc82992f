/**
 * The programs of client/README.md as they stand there, and the shop of examples/, against a running service.
 * Source:  decision 0059.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aBrokenCandor, brokenCandors } from '../given/client/broken-candors.ts';
import { aModelApi, type ModelApi } from '../given/client/model-api.ts';
import { type AGate, aGate, GATE_TOKEN, usesOf } from '../given/gate.ts';
import { aService, type RunningService } from '../given/service.ts';

/** Every program of the quick starts: what it is for, and its text. */
const programs = [
  ...readFileSync(join(root, 'client/README.md'), 'utf8')
    .slice(0, -1)
    .matchAll(/^\*\*([\w ]+)\*\*:[^`]*(?:`[^`\n]*`[^`]*)*?```js\n([\s\S]*?)^```/gm),
].map(([, name = '', text = '']) => ({ name, text }));
const byItself = programs.filter(({ name }) => name !== 'Express');

describe('what a newcomer pastes', () => {
  let service: RunningService;
  let api: ModelApi;
  let folder: string;
  let running: ChildProcess | undefined;
  let gate: AGate | undefined;
  beforeAll(async () => {
    execFileSync('npm', ['run', 'build', '-w', 'client'], { cwd: root, stdio: 'ignore' });
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    sure(await says(service, 'given'));
    api = await aModelApi();
    // Inside the package, so that the libraries are found that it is tested with.
    folder = mkdtempSync(join(root, 'client/dist/.started-'));
    for (const { name, text } of programs) writeFileSync(join(folder, `${name}.mjs`), text);
  }, 300_000);
  afterEach(async () => {
    running?.kill();
    await gate?.stop(0);
    gate = undefined;
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    api.stop();
    await service.stop();
  });

  const start = async (words: readonly string[], url = service.url) => {
    const token = await service.token({ sub: 'shop', scope: 'use' });
    if (words.includes('gate')) gate = await aGate({ candor: url, token, upstream: api.url });
    const through = gate === undefined ? {} : { GATE_URL: gate.url, GATE_TOKEN };
    const environment = { CANDOR_URL: url, CANDOR_TOKEN: token, MODEL_URL: api.url, PORT: '0', ...through };
    const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...environment } });
    running = child;
    const said = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said.text += String(part);
      });
    return { child, said };
  };
  const run = async (name: string, subject: string, url?: string) => {
    const { child, said } = await start([join(folder, `${name}.mjs`), subject], url);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    return { code, said: said.text };
  };
  const address = async (said: { readonly text: string }): Promise<string> => {
    await expect.poll(() => said.text, { timeout: 20_000 }).toMatch(/http:\/\/\S+/);
    return /http:\/\/\S+/.exec(said.text)?.[0] ?? '';
  };

  it('every guard has a quick start', () =>
    expect(programs.map(({ name }) => name)).toEqual([
      'Express',
      'The OpenAI client',
      'The AI SDK',
      'LangChain',
      'OpenFeature',
      'MCP',
    ]));

  describe.each(byItself)('$name', ({ name }) => {
    it('works for somebody who agreed', async () => {
      const { code, said } = await run(name, ADA);
      expect([code, said.trim()]).toEqual([0, expect.stringMatching(/gladly|reads and writes|customer wrote/)]);
    });

    it('calls no model for somebody who was not asked', async () => {
      const before = api.calls.length;
      const { code, said } = await run(name, BEN);
      expect([code, api.calls.length - before]).toEqual([1, 0]);
      expect(said).toMatch(/never-asked|not asked/);
    });

    it('calls no model where Candor is not there', async () => {
      const before = api.calls.length;
      expect((await run(name, ADA, 'http://127.0.0.1:1')).code).toBe(1);
      expect(api.calls.length).toBe(before);
    });
  });

  it('the quick start for Express lets the route run, or answers 403 in its place', async () => {
    const spoken = programs.find(({ name }) => name === 'Express')?.text ?? '';
    const told = spoken.replace(
      /app\.listen\((.*)\);/,
      'const at = app.listen($1, () => console.log(`http://127.0.0.1:${at.address().port}`));',
    );
    writeFileSync(join(folder, 'Express.mjs'), told);
    const { said } = await start([join(folder, 'Express.mjs')]);
    const url = await address(said);
    expect(await (await fetch(`${url}/drafts/42`)).text()).toBe('Here the model reads and writes.');
    const refused = await fetch(`${url}/drafts/43`);
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'never-asked']);
  });

  describe.each(['guard', 'fetch', 'gate'])('the shop of examples, with %s', (way) => {
    const shop = async (url?: string) => address((await start(['examples/shop/shop.mjs', way], url)).said);
    const asks = async (url: string, customer: string) => {
      const before = api.calls.length;
      const response = await fetch(`${url}/ask`, {
        method: 'POST',
        body: new URLSearchParams({ customer, words: 'Where is my parcel?' }),
      });
      return { status: response.status, page: await response.text(), calls: api.calls.length - before };
    };

    it('answers a customer who agreed, and the record holds the use and its end', async () => {
      const { status, page, calls } = await asks(await shop(), '42');
      expect([status, calls]).toEqual([200, 1]);
      expect(page).toContain('Yes, gladly.');
      const newest = async () => (await usesOf(service, ADA)).slice(-2).map(({ kind }) => kind);
      await expect.poll(newest, { timeout: 5000 }).toEqual(['use.allowed', 'use.ended']);
    });

    it('tells a customer who was not asked, and reads nothing', async () => {
      const { status, page, calls } = await asks(await shop(), '43');
      expect([status, calls]).toEqual([403, 0]);
      expect(page).toContain('/me/choices');
    });

    it.each(brokenCandors)('reads nothing where Candor %s', async (name) => {
      const broken = await aBrokenCandor(name);
      const { status, page, calls } = await asks(await shop(broken.url), '42');
      broken.stop();
      expect([status, calls]).toEqual([503, 0]);
      expect(page).toContain('Nothing was read');
    });
  });
});
