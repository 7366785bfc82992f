/**
 * The breach register in the console: an officer writes a breach down by form, sees its hours run, adds what was found,
 * and says who was told, or why not; what is refused is told with what was typed.
 * Source: GDPR 33, 34; decision 0117.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, atTheConsole, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const HOUR = 3_600_000;
const LIST = '/console/breaches';
const WHAT = 'A list went to <b>another</b> shop.';

describe.each(engines)('breaches in the console, over %s', (engine) => {
  let service: RunningService;
  let officer: { readonly cookie: string };
  let path = '';
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_TIME_ZONE: 'Europe/Berlin' } });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await use(service));
    await signIn();
  });
  afterAll(() => service.stop());

  /** A session ends after an hour. */
  const signIn = async (): Promise<void> => {
    officer = await atTheConsole(service, 'omar', ['requests']);
  };
  const open = async (address: string, language = 'en') =>
    sure(
      await service.call('GET', address, { headers: { ...officer, accept: 'text/html', 'accept-language': language } }),
    ).text;
  async function send(to: string, fields: Readonly<Record<string, string>>, language = 'en') {
    const csrf = /name="csrf" value="([^"]+)"/.exec(await open(LIST))?.[1] ?? '';
    const headers = { ...officer, accept: 'text/html', 'accept-language': language };
    return service.call('POST', to, { form: { csrf, ...fields }, headers });
  }
  /** As the clock of Berlin shows it, to the minute. */
  const clock = (hours: number): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })
      .format(service.clock.now() + hours * HOUR)
      .replace(' ', 'T');
  const read = async () =>
    sure(await service.call('GET', `/v1/breaches/${path.split('/').at(-1)}`, { scope: 'requests' })).body;

  it('a form that is refused says why in the language of the reader and still holds what was typed', async () => {
    const typed = { what: WHAT, noticedAt: clock(5), regimes: 'EU, UK', 'aiSystems.support-assistant': 'yes' };
    const refused = await send(LIST, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('You cannot have noticed it yet');
    expect(refused.text).toContain('A list went to &lt;b>another&lt;/b> shop.</textarea>');
    expect(refused.text).toContain(`type="datetime-local" value="${typed.noticedAt}"`);
    expect(refused.text).toMatch(/name="noticedAt" aria-describedby="error [^"]*" aria-invalid="true"/);
    expect(refused.text).toMatch(/name="aiSystems\.support-assistant" value="yes" checked/);
    expect(refused.text).toContain('value="EU, UK"');
    const { what: _, ...wordless } = typed;
    expect((await send(LIST, wordless, 'de')).text).toContain('Sagen Sie, was geschehen ist.');
    expect(await open(LIST)).toContain('No breach is on record.');
  });

  it('a breach is recorded by form, by the clock of the house, and said where it stands', async () => {
    const told = await send(LIST, {
      what: WHAT,
      noticedAt: clock(-10),
      regimes: 'EU, UK',
      from: clock(-20),
      to: '',
      'aiSystems.support-assistant': 'yes',
      'purposes.support-drafts': 'yes',
    });
    const [, see = ''] = /^([^?]+)\?done=1#saved$/.exec(told.headers.get('location') ?? '') ?? [];
    path = see;
    expect([told.status, path]).toEqual([303, expect.stringMatching(/^\/console\/breaches\/brc_/)]);
    const page = await open(`${path}?done=1`);
    expect(page).toMatch(/<p id="saved" class="said" role="status" tabindex="-1">.*The breach is recorded\./);
    expect(await open(`${path}?done=2`)).not.toContain('id="saved"');
    expect(await read()).toMatchObject({
      regimes: ['EU', 'UK'],
      aiSystems: ['support-assistant'],
      purposes: ['support-drafts'],
      to: null,
      noticedAt: new Date(Math.floor((service.clock.now() - 10 * HOUR) / 60_000) * 60_000).toISOString(),
    });
  });

  it('shows each clock in hours with its rule, how many people it reached, and whom by pseudonym as a file', async () => {
    const page = await open(path);
    expect(page.match(/61 hours left of 72|62 hours left of 72/g)).toHaveLength(2);
    expect(page).toContain('(European Union, GDPR 33(1))');
    expect(page).toContain('(United Kingdom, UK GDPR 33(1))');
    expect(page).toMatch(/<svg class="hours" [^>]*aria-hidden="true">/);
    expect(page).toContain('<strong>one person, one use of their data</strong>');
    expect(await open(`${path}/files/affected.csv`)).toMatch(/^"subject","uses"\r\n"sub_\w+","?1"?\r\n$/);
    expect(await open(LIST)).toContain('hours left of 72');
  });

  it('stands in the due work of the first page while the authority is not told, and only for those who may', async () => {
    expect(await open('/console')).toContain(`href="${path}"`);
    const reviewer = await atTheConsole(service, 'nina', ['reviews']);
    const other = await service.call('GET', '/console', { headers: { ...reviewer, accept: 'text/html' } });
    expect(sure(other).text).not.toContain('/console/breaches');
    expect((await service.call('GET', LIST, { headers: { ...reviewer, accept: 'text/html' } })).status).toBe(403);
  });

  it('a note is added; one that ends the time before it began is refused', async () => {
    const refused = await send(`${path}/notes`, { about: 'facts', text: 'It ended sooner.', to: clock(-30) });
    expect([refused.status, refused.text.includes('This end lies before the beginning.')]).toEqual([422, true]);
    expect(refused.text).toMatch(/<details class="more-form" open>[\s\S]*It ended sooner\.<\/textarea>/);
    const told = await send(`${path}/notes`, {
      about: 'measures',
      text: 'The list was called back.',
      from: '',
      to: '',
    });
    expect(told.headers.get('location')).toBe(`${path}?done=2#saved`);
    const page = await open(`${path}?done=2`);
    expect(page).toContain('The list was called back.');
    expect(page).toMatch(/id="notes"[\s\S]*id="saved"[^>]*>.*Your words are recorded\./);
    expect((await read()).aiSystems).toEqual(['support-assistant']);
  });

  it('only the grounds of each party are offered, and not telling people is settled with one', async () => {
    const page = await open(path);
    const grounds = [...page.matchAll(/name="ground" value="([^"]+)"/g)].map(([, ground]) => ground);
    expect(grounds).toEqual(['risk-unlikely', 'no-high-risk', 'unintelligible', 'risk-averted', 'public-notice']);
    const wordless = await send(`${path}/not-told`, { whom: 'people', ground: 'unintelligible', text: ' ' });
    expect([wordless.status, wordless.text.includes('Your words are missing.')]).toEqual([422, true]);
    const why = { whom: 'people', ground: 'unintelligible', text: 'The list was encrypted.' };
    expect((await send(`${path}/not-told`, why)).status).toBe(303);
    expect(await open(path)).toContain('nobody could read the data · The list was encrypted.');
  });

  it('is late in words once its hours are over, and telling late takes its reason', async () => {
    service.clock.wind(70 * HOUR);
    await signIn();
    expect(await open('/console')).toMatch(/[78] hours late; the law gives 72/);
    const told = { whom: 'authority', toldAt: clock(0), text: 'By their form, number 4711.' };
    const refused = await send(`${path}/told`, { ...told, lateBecause: '' });
    expect([refused.status, refused.text.includes('Say why it took so long.')]).toEqual([422, true]);
    expect(refused.text).toContain('By their form, number 4711.</textarea>');
    const late = await send(`${path}/told`, { ...told, lateBecause: 'The extent was unclear.' });
    expect(late.status).toBe(303);
    const page = await open(late.headers.get('location') ?? '');
    expect(page).toMatch(/id="authority"[\s\S]*id="saved"[^>]*>.*It is recorded for the authority\./);
    expect(page).toMatch(/Told late, after (?:79|80) hours; the law gives 72/);
    expect(page).toContain('The extent was unclear.');
    expect(await open('/console')).not.toContain(`href="${path}"`);
    expect((await read()).isLate).toBe(true);
  });

  it('speaks four languages', async () => {
    for (const [language, words] of [
      ['de', 'Zu spät benachrichtigt, nach'],
      ['fr', 'Informée trop tard, après'],
      ['es', 'Avisada tarde, tras'],
    ] as const)
      expect(await open(path, language)).toContain(words);
  });
});
