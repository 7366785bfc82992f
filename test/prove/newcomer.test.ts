import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { run, type Served, serve } from '../given/commands.ts';

const scripts = Object.keys(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts,
);
const example = (name: string): string => join(root, 'examples', name);

let folder = '';
const at = (...parts: readonly string[]): string => join(folder, ...parts);
const written = (name: string, text: string | Uint8Array): string => {
  writeFileSync(at(name), text);
  return at(name);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-newcomer-'));
  expect(await run(['build'])).toEqual({ code: 0, out: '', err: '' });
  expect(await run(['import', '--data', at('data'), example('start.ndjson')])).toMatchObject({ code: 0 });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run help', () => {
  it('lists every command with one line, and no other', async () => {
    const { code, out } = await run(['help']);
    const listed = out.split('\n').flatMap((line) => /^ {2}npm run (\S+) +\S/.exec(line)?.[1] ?? []);
    expect({ code, listed: listed.sort() }).toEqual({ code: 0, listed: [...scripts].sort() });
  });

  it('is pointed to, with the nearest command, where a command does not exist', async () => {
    const { code, out, err } = await run(['tokn']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Did you mean "token"\? "npm run help"/);
  });
});

describe('--help', () => {
  it.each(['start', 'build', 'house', 'check', 'types', 'lint', 'test', 'prove', 'bench', 'demo', 'verify'])(
    'of %s says what it does and what its exit codes mean, and does nothing',
    async (name) => {
      const { code, out, err } = await run([name, '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/Exit: 0/);
    },
  );

  it.each(['write-openapi', 'write-migrations'])('of %s too', async (name) => {
    expect(await run([name, '--help'])).toMatchObject({ code: 0, out: expect.stringMatching(/\bexit\b/i), err: '' });
  });

  it('a word that start does not know is refused, and nothing starts', async () => {
    expect(await run(['start', '--port', '9000'])).toMatchObject({ code: 2, err: expect.stringContaining('--port') });
  });
});

describe('a token is there at once', () => {
  it('takes a fraction of a second of work, for it loads nothing of the house', async () => {
    const meter = written(
      'meter.cjs',
      `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').appendFileSync(process.env.METER, (user + system) / 1000 + '\\n'); });`,
    );
    for (let time = 0; time < 3; time += 1)
      expect(
        await run(['token', '--data', at('data'), '--sub', 'me', '--scope', 'admin'], {
          env: { NODE_OPTIONS: `--require ${meter}`, METER: at('meter') },
        }),
      ).toMatchObject({ code: 0 });
    const spent = readFileSync(at('meter'), 'utf8').trim().split('\n').map(Number);
    expect(Math.min(...spent)).toBeLessThan(1000);
  });

  it.each(['token', 'link'])(
    '%s reaches neither the house, its edge, a driver of PostgreSQL nor the tables of law',
    (name) => {
      const seen = new Set<string>();
      const look = (file: string): void => {
        if (seen.has(file)) return;
        seen.add(file);
        if (!file.startsWith(join(root, 'dist'))) return;
        for (const [, wanted = ''] of readFileSync(file, 'utf8').matchAll(
          /^(?:import|export) [^;]*?['"]([^'"]+)['"];/gm,
        ))
          look(wanted.startsWith('.') ? join(file, '..', wanted) : wanted);
      };
      look(join(root, 'dist', 'scripts', `${name}.js`));
      const short = [...seen].map((file) => file.replace(join(root, 'dist'), ''));
      expect(short).toContain('/src/config.js');
      expect(
        short.filter((file) =>
          /house\.js|service\.js|\/app\.js|law\.js|^pg$|drizzle|express|^jose$|temporal/.test(file),
        ),
      ).toEqual([]);
    },
  );
});

describe('link', () => {
  const data = (): string => at('data');
  let service: Served;
  beforeAll(async () => {
    service = await serve({ CANDOR_DATA_DIR: data(), CANDOR_COMPANY: 'Example Bank' });
  }, 60_000);
  afterAll(() => service.end('SIGTERM'));

  it('finds the running service on whatever port it listens', async () => {
    const { code, out } = await run(['link', '--data', data(), '--sub', '1001', '--new', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ url: expect.stringContaining('/me/enter/'), known: expect.any(Boolean) });
  });

  it('says that nobody is recorded under a number, and makes the link only where that is meant', async () => {
    const asked = ['link', '--data', data(), '--sub', 'nobody-at-all'];
    expect(await run(asked)).toEqual({
      code: 1,
      out: '',
      err: 'Nobody is recorded as customer:nobody-at-all. Is the number right? To let them in all the same, add --new.\n',
    });
    expect(await run([...asked, '--new'])).toMatchObject({ code: 0, out: expect.stringContaining('/me/enter/') });
    expect(await run(['link', '--data', data(), '--sub', ''])).toMatchObject({ code: 2 });
  });

  it('an import with a wrong token says so once, with the line, and records nothing', async () => {
    const { code, out, err } = await run(['import', example('start.ndjson'), '--url', service.url, '--token', 'a.b.c']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.match(/does not take this token/g)).toHaveLength(1);
    expect(err).toMatch(/^Line 1: .*\nNothing was recorded\./);
  });

  it('an import whose token lacks a scope says so once, too', async () => {
    const { out: token } = await run(['token', '--data', data(), '--sub', 'me', '--scope', 'use']);
    const { code, err } = await run(['import', example('start.ndjson'), '--url', service.url, '--token', token.trim()]);
    expect(code).toBe(2);
    expect(err.match(/lacks a scope/g)).toHaveLength(1);
  });

  it('a second service on the folder is told who holds it, and an import where to send its lines', async () => {
    const second = await run(['start'], { env: { CANDOR_DATA_DIR: data(), PORT: '0' } });
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/Another process \(process \d+\) holds the data folder .* \(CANDOR_DATA_DIR\)/);
    const { err } = await run(['import', '--data', data(), example('start.ndjson')]);
    expect(err).toContain(`--url ${service.url}`);
  });

  it('a port in use is said with its variable, and nothing stays open', async () => {
    const port = new URL(service.url).port;
    const { code, err } = await run(['start'], { env: { CANDOR_DATA_DIR: at('other'), PORT: port } });
    expect(code).toBe(1);
    expect(err).toBe(
      `Candor could not start: Port ${port} of 127.0.0.1 is in use by another program. Stop that one, or name another port with PORT.\n`,
    );
    const metrics = { CANDOR_DATA_DIR: at('other'), PORT: '0', METRICS_PORT: port };
    expect((await run(['start'], { env: metrics })).err).toContain('with METRICS_PORT');
  });

  it('where a service was killed, its address is noticed to be stale', async () => {
    const killed = await serve({ CANDOR_DATA_DIR: at('killed') });
    await killed.end('SIGKILL');
    const { code, err } = await run(['link', '--data', at('killed'), '--sub', '42'], { env: { PORT: '1' } });
    expect(code).toBe(1);
    expect(err).toContain(`left its address ${killed.url} behind`);
    const again = await serve({ CANDOR_DATA_DIR: at('killed') });
    expect(await run(['link', '--data', at('killed'), '--sub', '42', '--new'])).toMatchObject({ code: 0 });
    await again.end('SIGTERM');
  });
});

describe('npm run authzen', () => {
  it('serves the scenarios of the working group, with a header to send, at the address that is named', async () => {
    const base = 'https://pdp.example.org';
    const service = await serve({ CANDOR_BASE_URL: base }, 'authzen');
    try {
      const [, authorization = ''] = /^Authorization: (Bearer \S+)$/m.exec(service.said()) ?? [];
      const told = await (await fetch(`${service.url}/.well-known/authzen-configuration`)).json();
      expect(told).toMatchObject({ policy_decision_point: base });
      const decide = async (id: string, name: string, record: string) => {
        const body = { subject: { type: 'user', id }, action: { name }, resource: { type: 'record', id: record } };
        const headers = { authorization, 'content-type': 'application/json' };
        const sent = { method: 'POST', headers, body: JSON.stringify(body) };
        return (await fetch(`${service.url}/access/v1/evaluation`, sent)).json();
      };
      expect(await decide('alice', 'read', 'record-1')).toEqual({ decision: true });
      expect(await decide('erin', 'view', '115')).toEqual({ decision: true });
      expect(await decide('erin', 'view', '101')).toEqual({ decision: false });
    } finally {
      await service.end('SIGTERM');
    }
  });

  it('refuses an address that is none', async () => {
    expect(await run(['authzen', '--url', 'pdp'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['authzen', '--pack', at('none.json')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('none.json'),
    });
  });
});

describe('what is configured wrongly is said in a sentence with its variable', () => {
  const start = (env: Readonly<Record<string, string>>) =>
    run(['start'], { env: { PORT: '0', CANDOR_DATA_DIR: at('fresh'), ...env } });
  const raw = /\b(E[A-Z]{4,}|SQLITE_\w+|ECONN\w+)\b|\bat .*\.js:\d+/;

  it.each([
    ['CANDOR_DATADIR', 'CANDOR_DATA_DIR'],
    ['CANDOR_PORT', 'PORT'],
    ['candor_database_url', 'DATABASE_URL'],
    ['CANDOR_DATA_FOLDER', 'CANDOR_DATA_DIR'],
    ['CANDOR_TIMEZONE', 'CANDOR_TIME_ZONE'],
    ['candor_company', 'CANDOR_COMPANY'],
  ])('%s does not exist; %s is meant', async (name, meant) => {
    const { code, err } = await start({ [name]: 'x' });
    expect(code).toBe(2);
    expect(err).toContain(`${name}: there is no such variable. Did you mean ${meant}?`);
    const demo = await run(['token', '--demo', '--sub', '1', '--scope', 'self'], { env: { [name]: 'x' } });
    expect(demo.err).toContain(name);
  });

  it('a folder that cannot be made ends at once, for every command', async () => {
    const env = { CANDOR_DATA_DIR: '/proc/nope' };
    for (const argv of [['start'], ['import', example('start.ndjson')]]) {
      const { code, err } = await run(argv, { env });
      expect(code).toBeGreaterThan(0);
      expect(err).toContain('/proc/nope (CANDOR_DATA_DIR)');
      expect(err).not.toMatch(raw);
    }
    expect((await run(['backup', '/proc/nope', '--data', at('data')])).err).toContain('/proc/nope');
  });

  it('a file where a folder is meant, and a folder where a file is meant', async () => {
    const file = written('a-file', 'x');
    const folderOfKey = at('a-folder');
    mkdirSync(folderOfKey, { mode: 0o700 });
    chmodSync(folderOfKey, 0o700);
    for (const [name, value] of [
      ['CANDOR_DATA_DIR', file],
      ['CANDOR_DATA_DIR', join(file, 'below')],
      ['CANDOR_WITNESS_DIR', file],
      ['CANDOR_MASTER_KEY_FILE', folderOfKey],
      ['CANDOR_MASTER_KEY_FILE', at('nowhere', 'master.key')],
    ] as const) {
      const { code, err } = await start({ CANDOR_DATA_DIR: at(`fresh-${name}`), [name]: value });
      expect(code).toBe(1);
      expect(err).toContain(name);
      expect(err).not.toMatch(raw);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  }, 60_000);

  it('PostgreSQL that is not there: variable, host and port, never the password', async () => {
    for (const [name, more] of [
      ['DATABASE_URL', {}],
      ['KEYSTORE_URL', {}],
    ] as const) {
      const { code, err } = await start({ ...more, [name]: 'postgres://candor:s3cret@127.0.0.1:1/candor' });
      expect(code).toBe(1);
      expect(err).toContain(`127.0.0.1:1 (${name})`);
      expect(err).not.toMatch(/s3cret/);
      expect(err).not.toMatch(raw);
    }
    const verified = await run([
      'verify',
      '--all',
      '--data',
      at('data'),
      '--database-url',
      'postgres://a:s3cret@127.0.0.1:1/c',
    ]);
    expect(verified).toMatchObject({ code: 2, err: expect.stringContaining('127.0.0.1:1') });
    expect(verified.err).not.toContain('s3cret');
  });

  it.each(['mysql://a:s3cret@host/db', 'localhost:5432/candor', 'postgres', 'http://host'])(
    'a DATABASE_URL that is none: %s',
    async (url) => {
      const { code, err } = await start({ DATABASE_URL: url });
      expect({ code, secret: err.includes('s3cret') }).toEqual({ code: 2, secret: false });
      expect(err).toContain('DATABASE_URL: must be a URL such as postgres://name:password@host:5432/candor');
    },
  );

  it.each([
    ['PORT', '80a', 'must be a port'],
    ['HOST', 'no.such.machine.invalid', 'HOST'],
    ['LOG_LEVEL', 'loud', 'must be one of'],
    ['CANDOR_COMPANY', 'x'.repeat(101), 'at most 100 characters'],
  ])('%s=%s', async (name, value, words) => {
    const { code, err } = await start({ [name]: value });
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(words);
    expect(err).not.toMatch(raw);
  });
});

describe('a file that cannot be read is called what it is', () => {
  it.each([
    ['import', (file: string) => ['import', file]],
    ['verify', (file: string) => ['verify', file, '--data']],
    ['plain', (file: string) => ['plain', file]],
    ['sample-choices', (file: string) => ['sample-choices', file, '--purpose', 'a', '--ai-system', 'b']],
    ['recompute-reasons', (file: string) => ['recompute-reasons', file, file]],
    ['explain-all', (file: string) => ['explain-all', file]],
    ['restore', (file: string) => ['restore', file]],
  ] as const)('by %s', async (name, argvFor) => {
    const argv = (file: string) => [...argvFor(file), ...(name === 'verify' ? [at('data')] : [])];
    const missing = await run(argv(at('not-there')), { env: { CANDOR_DATA_DIR: at('unmade') } });
    expect(missing.code).toBeGreaterThan(0);
    expect(missing.err).toMatch(/not-there.* is missing/);
    expect(missing.err).not.toMatch(/ENOENT/);
    const isFolder = await run(argv(folder), { env: { CANDOR_DATA_DIR: at('unmade') } });
    expect(isFolder.code).toBeGreaterThan(0);
    expect(isFolder.err).not.toMatch(/EISDIR/);
  });
});

describe('an import of lines as they come', () => {
  const purpose = readFileSync(example('start.ndjson'), 'utf8').split('\n')[0] ?? '';
  const person = (id: number) => `{"kind":"subject","subject":"customer:l-${id}","language":"en"}`;
  const latin = Buffer.from(
    `${purpose}\n${person(1)}\n{"kind":"subject","subject":"customer:Andr\xe9"}\n${person(2)}\n`,
    'latin1',
  );
  const read = async (name: string, ...more: readonly string[]) => {
    const { code, out, err } = await run(['import', '--data', at(name), written(`${name}.ndjson`, latin), ...more]);
    return { code, out, err };
  };

  it('a Latin-1 byte is named by line and byte, and the other lines go on', async () => {
    const { code, out, err } = await read('latin');
    expect(code).toBe(1);
    expect(err).toContain('line 3: malformed-encoding. Byte 43 of the line (0xE9) is no UTF-8.');
    expect(out).toBe('4 lines: 3 recorded, 1 refused.\n');
  });

  it('or the import stops there, by choice, and nothing after it is recorded', async () => {
    const { code, out, err } = await read('latin-stop', '--stop');
    expect(code).toBe(1);
    expect(err).toContain('line 3: malformed-encoding.');
    expect(out).toBe('3 lines: 2 recorded, 1 refused.\n');
  });

  it('a consent in the wrong order stands without effect, and is counted and named as such', async () => {
    const consent = (state: string, month: string) =>
      JSON.stringify({
        kind: 'consent',
        subject: 'customer:o',
        purpose: 'support-drafts',
        state,
        occurredAt: `2026-${month}-01T10:00:00.000Z`,
      });
    const file = written('order.ndjson', `${consent('withdrawn', '06')}\n${consent('given', '02')}\n`);
    await run(['import', '--data', at('order'), example('start.ndjson')]);
    const { code, out, err } = await run(['import', '--data', at('order'), file, '--name', 'one']);
    expect({ code, out }).toEqual({ code: 0, out: '2 lines: 2 recorded, 1 of these without effect.\n' });
    expect(err).toContain('line 2: without effect. The person said no after this, so it changes nothing.');
    const { out: json } = await run(['import', '--data', at('order'), file, '--name', 'two', '--json']);
    expect(JSON.parse(json)).toMatchObject({ withoutEffect: [{ line: 2 }], refused: [] });
  });

  it('a decision with something missing is counted and named', async () => {
    const lines = readFileSync(example('credit-decisions.ndjson'), 'utf8').trim().split('\n');
    const decisions = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const declined = { ...decisions.find(({ adverse }) => adverse === true), counterfactuals: [] };
    const file = written('decision.ndjson', `${JSON.stringify(declined)}\n`);
    await run(['import', '--data', at('quality'), example('credit-register.ndjson')]);
    const how = ['--as', 'automated-decision', '--drop', 'actual'];
    const { code, out, err } = await run(['import', '--data', at('quality'), ...how, file]);
    expect({ code, out }).toEqual({ code: 0, out: '1 line: 1 recorded, 1 of these with something missing.\n' });
    expect(err).toMatch(/^line 1: incomplete\. \S/);
  });
});

describe('a Node that is too old', () => {
  it('is told in the one friendly line, by every command', async () => {
    const old = written(
      'old.cjs',
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '16.20.2' } });`,
    );
    const said = await Promise.all(scripts.map((name) => run([name], { env: { NODE_OPTIONS: `--require ${old}` } })));
    for (const { code, out, err } of said) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^Candor needs Node 22\.18 or newer, and this is Node 16\.20\.2: run "npm ci" .*\n$/);
    }
  });

  it('is checked before anything else is loaded, by every npm script', () => {
    const { scripts: lines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(Object.values(lines).filter((line) => !/^node scripts\/run\.cjs [a-z-]+$/.test(line))).toEqual([]);
    expect(readFileSync(join(root, 'scripts/run.cjs'), 'utf8')).toMatch(/^require\('\.\/check-node\.cjs'\);\nrequire/m);
  });
});

describe('a port that somebody else listens on', () => {
  it('is not taken for the service', async () => {
    const other = await new Promise<Server>((resolve) => {
      const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'));
      server.listen(0, '127.0.0.1', () => resolve(server));
    });
    const { port } = other.address() as { readonly port: number };
    const { code, err } = await run(['link', '--data', at('data'), '--sub', '1', '--url', `http://127.0.0.1:${port}`]);
    other.close();
    expect({ code, err }).toEqual({
      code: 1,
      err: `What answers at http://127.0.0.1:${port} is not Candor. Name the right address with --url.\n`,
    });
  });
});
