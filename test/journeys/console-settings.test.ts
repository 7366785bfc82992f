/**
 * Settings in the console: an officer reads what counts and where it comes from; no secret is on the page.
 * Source: decision 0126.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settings } from '../../scripts/settings/table.ts';
import { atTheConsole, sure } from '../given/a-shop.ts';
import { aService, type RunningService } from '../given/service.ts';

const SECRET = 'hunter2-of-this-test';

describe('settings in the console', () => {
  let service: RunningService;
  let officer: { readonly cookie: string };
  beforeAll(async () => {
    const given = settings.filter(({ name, isSecret }) => isSecret && name.startsWith('AWS_')).map(({ name }) => name);
    const mail = { SMTP_URL: `smtp://me:${SECRET}@127.0.0.1:9`, CANDOR_MAIL_FROM: 'privacy@example.com' };
    service = await aService({
      engine: 'sqlite',
      variables: { ...Object.fromEntries(given.map((name) => [name, SECRET])), ...mail, CANDOR_FOUR_EYES: 'on' },
    });
    officer = await atTheConsole(service, 'omar', ['registry']);
  });
  afterAll(() => service.stop());

  const open = async (query = '', language = 'en') =>
    sure(
      await service.call('GET', `/console/settings${query}`, {
        headers: { ...officer, accept: 'text/html', 'accept-language': language },
      }),
    ).text;

  it.each(['en', 'de', 'fr', 'es'])('every setting stands there in %s, and no secret', async (language) => {
    const text = await open('', language);
    for (const { name } of settings) expect(text).toContain(`>${name}</code>`);
    expect(text).not.toContain(SECRET);
  });

  it('a view of those that were set shows these alone, with their source', async () => {
    const text = await open('?show=set');
    expect(text).toContain('CANDOR_FOUR_EYES');
    expect(text).toContain('Whether some acts need a second person.');
    expect(text).toContain('Set, not shown');
    expect(text).not.toContain('CANDOR_KEEP_ALIVE');
  });

  it('the page leads to it for whoever keeps the registry, and opens to nobody else', async () => {
    expect(await open()).toMatch(/href="\/console\/settings" aria-current="page"/);
    const clerk = await atTheConsole(service, 'clerk-1', ['requests', 'audit']);
    const told = await service.call('GET', '/console/settings', { headers: { ...clerk, accept: 'text/html' } });
    expect(told.status).toBe(403);
    expect(told.text).not.toContain('href="/console/settings"');
  });
});
