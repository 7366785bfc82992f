/**
 * The package as others get it: built, packed, installed in a folder of its own, and five lines of plain JavaScript.
 * Source:  decision 0059.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aBrokenCandor, brokenCandors } from '../given/client/broken-candors.ts';
import { aService, type RunningService } from '../given/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-package-'));
const program = `
import { createClient, withPermission } from '@candor/client';
const [url, token, subject] = process.argv.slice(2);
const client = createClient({ url, token, timeoutMs: 4000, deadlineMs: 6000 });
const question = { subject, aiSystem: 'support-assistant', purpose: 'support-drafts' };
try {
  console.log(await withPermission({ client, question }, async () => 'the model ran'));
} catch (fault) {
  console.log(fault.name, fault.reason ?? fault.why);
}
`;

describe('the packed client in a folder of its own', () => {
  let service: RunningService;
  beforeAll(async () => {
    const npm = (...words: readonly string[]) =>
      execFileSync('npm', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    npm('run', 'build', '-w', 'client');
    npm('pack', '-w', 'client', '--pack-destination', folder);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-shop', private: true, type: 'module' }));
    const zod = join(root, 'node_modules', 'zod');
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`, `file:${zod}`], {
      cwd: folder,
      stdio: 'ignore',
    });
    writeFileSync(join(folder, 'program.js'), program);
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    sure(await says(service, 'given'));
  }, 300_000);
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (url: string, subject: string) => {
    const token = await service.token({ sub: 'shop', scope: 'use' });
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [join(folder, 'program.js'), url, token, subject]);
    let said = '';
    child.stdout.on('data', (part) => {
      said += String(part);
    });
    child.stderr.on('data', (part) => {
      said += String(part);
    });
    await new Promise((resolve) => child.once('exit', resolve));
    return said.trim();
  };

  it('runs the model for somebody who agreed', async () => {
    expect(await run(service.url, ADA)).toBe('the model ran');
  });

  it('refuses for somebody who was not asked, and says why', async () => {
    expect(await run(service.url, BEN)).toBe('ConsentRefused never-asked');
  });

  it.each(brokenCandors)('refuses where Candor %s', async (name) => {
    const broken = await aBrokenCandor(name);
    expect(await run(broken.url, ADA)).toMatch(/^CandorUnavailable /);
    broken.stop();
  });
});
