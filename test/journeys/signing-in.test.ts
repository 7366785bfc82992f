import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADA, aShop, sure } from '../given/a-shop.ts';
import type { AProvider } from '../given/http/a-provider.ts';
import { aVisitor, throughProvider, type Visitor } from '../given/http/a-visitor.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';
import { CLIENTS, type Place, SECRETS, signInClients } from '../given/sign-in-clients.ts';
import { aColleague } from '../given/signing-in.ts';

const MINUTE = 60_000;
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';
const accounts = {
  nina: { groups: ['privacy-office', 'everybody'] },
  omar: { groups: ['helpdesk'] },
  pia: { groups: ['everybody'] },
  'ada@example.com': { customer_no: '42' },
  'ben@example.com': { customer_no: '43' },
  nameless: {},
};

describe.each(dailyEngine)('signing in by OpenID Connect over %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-sign-in-'));
  const security = join(folder, 'security.jsonl');
  let base = '';
  let service: RunningService;
  let provider: AProvider;
  beforeAll(async () => {
    const clients = await signInClients(folder, accounts);
    ({ base, provider } = clients);
    const variables = { ...clients.variables, CANDOR_SECURITY_LOG: security };
    service = await aService({ engine, variables });
    service.clock.set(Date.now());
    await aShop(service);
    await aColleague(service, 'nina');
  });
  afterAll(async () => {
    await service.stop();
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const events = (name: string): readonly Readonly<Record<string, string>>[] =>
    readFileSync(security, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === name);
  const turn = () => new Promise((resolve) => setTimeout(resolve, 50));

  /** Where the browser is sent to sign in; `query` as the page before asks for it. */
  const begun = async (visitor: Visitor, place: Place, query = ''): Promise<string> => {
    const { status, location = '' } = await visitor.go(`${base}/${place}/sign-in/begin${query}`);
    expect(status).toBe(303);
    expect(location).toMatch(new RegExp(`^${provider.issuer}/auth\\?`));
    return location;
  };
  /** The address that the provider sends the browser back to, not yet visited. */
  interface Wish {
    readonly visitor: Visitor;
    readonly query?: string;
  }
  const answered = async (place: Place, login: string, { visitor, query }: Wish): Promise<string> =>
    throughProvider(visitor, await begun(visitor, place, query), { login, back: `${base}/${place}/sign-in/answer` });
  const comesIn = async (place: Place, login: string, { visitor = aVisitor(), query = '' }: Partial<Wish> = {}) => {
    const page = await visitor.go(await answered(place, login, { visitor, query }));
    return { visitor, page };
  };
  const opens = async (visitor: Visitor, path: string): Promise<number> => (await visitor.go(`${base}${path}`)).status;
  const isOutside = async (visitor: Visitor, place: Place): Promise<void> => {
    expect(visitor.cookie('__Host-candor')).toBeUndefined();
    expect(await opens(visitor, `/${place}`)).toBe(401);
  };

  it('lets staff in with the scopes of their groups and no others', async () => {
    const { visitor, page } = await comesIn('console', 'nina');
    expect([page.status, page.location]).toEqual([303, `${base}/console`]);
    expect(page.headers.get('set-cookie')).toMatch(
      /^__Host-candor=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await opens(visitor, '/console/requests')).toBe(200);
    expect(await opens(visitor, '/console/ledger')).toBe(200);
    expect(await opens(visitor, '/console/oversight')).toBe(403);
    expect(await opens(visitor, '/me')).toBe(401);
    const omar = await comesIn('console', 'omar');
    expect(await opens(omar.visitor, '/console/desk')).toBe(200);
    expect(await opens(omar.visitor, '/console/requests')).toBe(403);
    await turn();
    expect(new Set(events('sign-in.done').map(({ actor }) => actor)).size).toBe(2);
  });

  it('lets a customer in as whom the claim names, and shows it among their sessions', async () => {
    const { visitor, page } = await comesIn('me', 'ada@example.com');
    expect([page.status, page.location]).toEqual([303, `${base}/me`]);
    expect(await opens(visitor, '/me')).toBe(200);
    expect(await opens(visitor, '/console')).toBe(401);
    const items = sure(await service.call('GET', '/v1/me/sessions', { self: ADA })).body.items;
    expect(items.at(0)).toMatchObject({ ownLink: true, linkBy: null });
  });

  it('lets nobody in whose account names no customer, opens nothing, or who has left', async () => {
    await aColleague(service, 'omar');
    await aColleague(service, 'omar', { active: false });
    for (const [place, login] of [
      ['me', 'nameless'],
      ['console', 'pia'],
      ['console', 'nameless'],
      ['console', 'omar'],
    ] as const) {
      const { visitor, page } = await comesIn(place, login);
      expect([login, page.status]).toEqual([login, 403]);
      expect(page.text).toContain('This account opens nothing here');
      await isOutside(visitor, place);
    }
  });

  it('goes on with the page that was asked for, and never leads to another site', async () => {
    const first = await aVisitor().go(`${base}/me/choices`);
    expect(first.status).toBe(401);
    expect(first.text).toContain('href="/me/sign-in/begin?to=%2Fme%2Fchoices"');
    const wanted = async (to: string) =>
      (await comesIn('me', 'ada@example.com', { query: `?${new URLSearchParams({ to })}` })).page.location;
    expect(await wanted('/me/choices?language=de')).toBe(`${base}/me/choices?language=de`);
    for (const to of [
      'https://evil.example',
      '//evil.example/me',
      '/\\evil.example',
      '/me//evil.example',
      '/me/../console',
      '/me/%2e%2e/console',
      'javascript:alert(1)',
      '/console',
      '/me/sign-in/begin',
      '/mean',
    ])
      expect([to, await wanted(to)]).toEqual([to, `${base}/me`]);
    const broken = `?to=${encodeURIComponent('/me\r\nSet-Cookie: a=b')}`;
    const visitor = aVisitor();
    const told = await visitor.go(`${base}/me/sign-in/begin${broken}`);
    expect(told.headers.getSetCookie().join()).not.toContain('a=b');
  });

  it('asks with PKCE, state and nonce, each new every time', async () => {
    const asked = await Promise.all([0, 1].map(async () => new URL(await begun(aVisitor(), 'me')).searchParams));
    for (const query of asked) {
      expect(query.get('response_type')).toBe('code');
      expect(query.get('code_challenge_method')).toBe('S256');
      expect(query.get('scope')).toBe('openid customer');
      expect(query.get('client_secret')).toBeNull();
    }
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked[0]?.get(name)?.length).toBeGreaterThanOrEqual(43);
      expect(asked[0]?.get(name)).not.toBe(asked[1]?.get(name));
    }
  });

  describe('refuses an answer', () => {
    const changed = (url: string, change: (query: URLSearchParams) => void): string => {
      const made = new URL(url);
      change(made.searchParams);
      return made.href;
    };
    const refused = async (visitor: Visitor, url: string, place: Place = 'me') => {
      const page = await visitor.go(url);
      expect([page.status, page.text.includes('This sign-in did not work')]).toEqual([401, true]);
      await isOutside(visitor, place);
    };

    it.each<readonly [string, (query: URLSearchParams) => void]>([
      ['of another state', (query) => query.set('state', 'x'.repeat(43))],
      ['without a state', (query) => query.delete('state')],
      ['of another issuer', (query) => query.set('iss', 'https://other.example.com')],
      ['that does not say its issuer', (query) => query.delete('iss')],
      ['of another code', (query) => query.set('code', 'x'.repeat(43))],
      ['without a code', (query) => query.delete('code')],
      [
        'that somebody declined',
        (query) => {
          query.delete('code');
          query.set('error', 'access_denied');
        },
      ],
    ])('%s', async (_what, change) => {
      const visitor = aVisitor();
      await refused(visitor, changed(await answered('me', 'ada@example.com', { visitor }), change));
    });

    it('that another browser was given', async () => {
      const url = await answered('me', 'ada@example.com', { visitor: aVisitor() });
      await refused(aVisitor(), url);
      const other = aVisitor();
      await begun(other, 'me');
      await refused(other, url);
    });

    it('a second time, in the same browser and in a new sign-in of it', async () => {
      const visitor = aVisitor();
      const url = await answered('me', 'ada@example.com', { visitor });
      expect((await visitor.go(url)).status).toBe(303);
      visitor.forget('__Host-candor');
      await refused(visitor, url);
      const state = new URL(await begun(visitor, 'me')).searchParams.get('state') ?? '';
      await refused(
        visitor,
        changed(url, (query) => query.set('state', state)),
      );
    });

    it('that belongs to the door of staff at the door of customers, and the other way round', async () => {
      for (const [from, to, login] of [
        ['console', 'me', 'nina'],
        ['me', 'console', 'ada@example.com'],
      ] as const) {
        const visitor = aVisitor();
        const url = await answered(from, login, { visitor });
        await refused(visitor, url.replace(`/${from}/sign-in/`, `/${to}/sign-in/`), to);
      }
    });

    it('after ten minutes', async () => {
      const visitor = aVisitor();
      const url = await answered('me', 'ada@example.com', { visitor });
      service.clock.wind(10 * MINUTE);
      await refused(visitor, url);
    });

    const seconds = (): number => Math.floor(Date.now() / 1000);
    it.each<readonly [string, (claims: JWTPayload) => Promise<string>]>([
      ['a nonce of another sign-in', (claims) => provider.sign({ ...claims, nonce: 'n'.repeat(43) })],
      ['no nonce', ({ nonce: _nonce, ...claims }) => provider.sign(claims)],
      ['another audience', (claims) => provider.sign({ ...claims, aud: 'candor-console' })],
      ['two audiences and no word for whom', (claims) => provider.sign({ ...claims, aud: ['candor-portal', 'other'] })],
      ['another issuer', (claims) => provider.sign({ ...claims, iss: 'https://other.example.com' })],
      ['a time that is over', (claims) => provider.sign({ ...claims, exp: seconds() - 3600, iat: seconds() - 7200 })],
      ['a time that has not come', (claims) => provider.sign({ ...claims, nbf: seconds() + 3600 })],
      ['no signature', (claims) => provider.sign(claims, { by: 'nobody' })],
      ['the signature of a stranger', (claims) => provider.sign(claims, { by: 'a stranger' })],
      ['no account', ({ sub: _sub, ...claims }) => provider.sign(claims)],
      ['the account of somebody else', (claims) => provider.sign({ ...claims, sub: 'ben@example.com' })],
    ])('whose ID token has %s', async (_what, forged) => {
      provider.forges(forged);
      try {
        const visitor = aVisitor();
        await refused(visitor, await answered('me', 'ada@example.com', { visitor }));
      } finally {
        provider.forges(undefined);
      }
    });

    it('and says so in the security log, with nothing of the answer', async () => {
      await turn();
      expect(events('sign-in.refused').length).toBeGreaterThanOrEqual(20);
      for (const text of [readFileSync(security, 'utf8')])
        for (const word of ['ada@example.com', 'nina', ...Object.values(SECRETS), 'code='])
          expect(text).not.toContain(word);
    });
  });

  describe('a sign-in that is no longer fresh', () => {
    /** The provider says when somebody signed in by the clock of the house, which is wound here and never back. */
    const provedAt = (ago = 0) =>
      provider.forges((claims) =>
        provider.sign({ ...claims, auth_time: Math.floor((service.clock.now() - ago) / 1000) }),
      );
    beforeEach(() => provedAt());
    afterEach(() => provider.forges(undefined));

    it('is asked for again before data leaves or goes, and goes on where it was', async () => {
      const visitor = aVisitor();
      await comesIn('me', 'ada@example.com', { visitor, query: '?fresh=yes' });
      expect(await opens(visitor, '/me/data')).toBe(200);
      service.clock.wind(16 * MINUTE);
      const page = await visitor.go(`${base}/me/data`);
      expect(page.status).toBe(403);
      expect(page.text).toContain('you need a sign-in of the last 15 minutes');
      expect(page.text).toContain('href="/me/sign-in/begin?to=%2Fme%2Fdata&amp;fresh=yes"');
      const form = await visitor.go(`${base}/me/requests/new?kind=erasure`);
      const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
      const sent = await visitor.go(`${base}/me/requests`, { csrf, kind: 'erasure', message: 'All of it.' });
      expect(sent.status).toBe(403);
      const asked = new URL(await begun(visitor, 'me', '?fresh=yes&to=%2Fme%2Fdata')).searchParams;
      expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0']);
      const again = await comesIn('me', 'ada@example.com', { visitor, query: '?fresh=yes&to=%2Fme%2Fdata' });
      expect(again.page.location).toBe(`${base}/me/data`);
      expect(await opens(visitor, '/me/data')).toBe(200);
      // What was open in a tab can still be sent.
      const later = await visitor.go(`${base}/me/requests`, { csrf, kind: 'access', message: 'A copy.' });
      expect(later.status).toBe(200);
    });

    it('is not what an old sign-in at the provider makes of it', async () => {
      const visitor = aVisitor();
      const url = await answered('me', 'ada@example.com', { visitor, query: '?fresh=yes' });
      provedAt(5 * MINUTE);
      expect((await visitor.go(url)).status).toBe(401);
      provider.forges(({ auth_time: _at, ...claims }) => provider.sign(claims));
      expect((await comesIn('me', 'ada@example.com', { visitor, query: '?fresh=yes' })).page.status).toBe(401);
      // Where nobody asked for a fresh one it lets in, and opens nothing that needs one.
      expect((await comesIn('me', 'ada@example.com', { visitor })).page.status).toBe(303);
      expect(await opens(visitor, '/me/data')).toBe(403);
    });
  });

  describe('signing out', () => {
    const leave = async (visitor: Visitor, place: Place) => {
      const page = await visitor.go(`${base}/${place}`);
      const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      return visitor.go(`${base}/${place}/leave`, { csrf });
    };

    it('offers to sign out at the provider, which then ends every other session of it here', async () => {
      const visitor = aVisitor();
      await comesIn('me', 'ada@example.com', { visitor });
      const elsewhere = (await comesIn('me', 'ada@example.com')).visitor;
      const left = await leave(visitor, 'me');
      expect([left.status, await opens(visitor, '/me')]).toEqual([200, 401]);
      expect(left.text).toContain('You are signed out here.');
      const url = /href="([^"]*\/session\/end[^"]*)"/.exec(left.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const back = await throughProvider(visitor, url, { login: '', back: `${base}/me/sign-in` });
      expect(back).toBe(`${base}/me/sign-in`);
      expect(await opens(visitor, '/me/sign-in')).toBe(200);
      // Another session at the provider is another sign-in, and goes on.
      expect(await opens(elsewhere, '/me')).toBe(200);
    });

    it('at the provider ends what began by that session there, at both doors', async () => {
      const visitor = aVisitor();
      await comesIn('console', 'nina', { visitor });
      const cookie = visitor.cookie('__Host-candor') ?? '';
      const page = await leaveThere(visitor);
      expect(page).toBe(true);
      await expect
        .poll(
          async () =>
            (await service.call('GET', '/console', { headers: { cookie: `__Host-candor=${cookie}` } })).status,
        )
        .toBe(401);
      await turn();
      expect(events('session.ended').some(({ route }) => route === '/console/backchannel-logout')).toBe(true);
    });
    const leaveThere = async (visitor: Visitor): Promise<boolean> => {
      const end = `${provider.issuer}/session/end?${new URLSearchParams({ client_id: CLIENTS.console, post_logout_redirect_uri: `${base}/console/sign-in` })}`;
      return (await throughProvider(visitor, end, { login: '', back: `${base}/console/sign-in` })).startsWith(base);
    };

    const said = (claims: JWTPayload): JWTPayload => {
      const now = Math.floor(Date.now() / 1000);
      return {
        iss: provider.issuer,
        aud: CLIENTS.me,
        iat: now,
        exp: now + 7200,
        jti: crypto.randomUUID(),
        sub: 'ben@example.com',
        events: { [LOGOUT]: {} },
        ...claims,
      };
    };
    const tell = (token: string, place: Place = 'me') =>
      fetch(`${base}/${place}/backchannel-logout`, {
        method: 'POST',
        body: new URLSearchParams({ logout_token: token }),
      });

    const forged: readonly (readonly [what: string, claims: JWTPayload, how?: Parameters<AProvider['sign']>[1]])[] = [
      ['for somebody else', { aud: CLIENTS.console }],
      ['of another issuer', { iss: 'https://other.example.com' }],
      ['that is over', { iat: 1_700_000_000, exp: 1_700_000_100 }],
      ['without an end', { exp: undefined as never }],
      ['without an id', { jti: undefined as never }],
      ['about nobody', { sub: undefined as never }],
      ['with a nonce', { nonce: 'n' }],
      ['of another event', { events: { 'https://example.com/event': {} } }],
      ['without an event', { events: undefined as never }],
      ['that a stranger signed', {}, { by: 'a stranger' }],
      ['that nobody signed', {}, { by: 'nobody' }],
      ['of another kind', {}, { typ: 'at+jwt' }],
    ];
    const rows = forged.map(([what, claims, how = {}]) => ({ what, claims, how }));
    it.each(rows)('is not done by a token $what', async ({ claims, how }) => {
      const { visitor } = await comesIn('me', 'ben@example.com');
      const told = await tell(await provider.sign(said(claims), { typ: 'logout+jwt', ...how }));
      expect(told.status).toBe(400);
      expect(await opens(visitor, '/me')).toBe(200);
    });

    it('of an account ends all of its sessions and nobody else’s, and a token counts once', async () => {
      const [one, two, ada] = await Promise.all(
        ['ben@example.com', 'ben@example.com', 'ada@example.com'].map(
          async (login) => (await comesIn('me', login)).visitor,
        ),
      );
      const token = await provider.sign(said({}), { typ: 'logout+jwt' });
      const told = await tell(token);
      expect([told.status, told.headers.get('cache-control')]).toEqual([200, 'no-store']);
      for (const visitor of [one, two]) expect(await opens(visitor as Visitor, '/me')).toBe(401);
      expect(await opens(ada as Visitor, '/me')).toBe(200);
      const { visitor } = await comesIn('me', 'ben@example.com');
      expect((await tell(token)).status).toBe(400);
      expect(await opens(visitor, '/me')).toBe(200);
      await turn();
      expect(events('logout.refused').length).toBeGreaterThan(0);
    });

    it('is refused where no token is sent', async () => {
      for (const body of ['', 'logout_token=x', 'logout_token=a&logout_token=b'])
        expect(
          (await fetch(`${base}/me/backchannel-logout`, { method: 'POST', body: new URLSearchParams(body) })).status,
        ).toBe(400);
    });
  });

  it.each(['down', 'hanging'] as const)(
    'lets nobody in while the provider is %s, says so, and who is in stays',
    async (state) => {
      const { visitor } = await comesIn('me', 'ada@example.com');
      const under = aVisitor();
      const url = await answered('me', 'ada@example.com', { visitor: under });
      // What the provider said of itself is asked for again.
      service.clock.wind(2 * MINUTE);
      await provider.is(state);
      try {
        for (const address of [url, `${base}/me/sign-in/begin?to=%2Fme%2Fchoices`]) {
          const page = await under.go(address);
          expect(page.status).toBe(503);
          expect(page.headers.get('retry-after')).toBe('5');
          expect(page.text).toContain('Signing in is not possible just now');
          expect(page.text).toContain('href="/me/sign-in/begin');
        }
        const token = await provider.sign({ iss: provider.issuer, aud: CLIENTS.me });
        const body = new URLSearchParams({ logout_token: token });
        expect((await fetch(`${base}/me/backchannel-logout`, { method: 'POST', body })).status).toBe(503);
        await isOutside(under, 'me');
        expect(await opens(visitor, '/me')).toBe(200);
      } finally {
        await provider.is('up');
      }
    },
  );
});
