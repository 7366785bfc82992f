/**
 * `npm run authzen`: a service for test suites of AuthZEN, with the packs of the working group's scenarios.
 * Flow:    command line → examples/authzen, src/service → the terminal.
 * Promise: a house of its own in a temporary folder, which goes when it is stopped; no other installation is opened.
 * Source:  docs/authzen.md; decision 0082.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getAuthzenConfiguration } from '../openapi/endpoints/authzen.ts';
import { urlAt } from '../src/address.ts';
import { type Config, readConfig } from '../src/config.ts';
import { root } from '../src/root.ts';
import { startService } from '../src/service.ts';
import { command, Misused } from './command-line/command.ts';

const scenarios = ['certification', 'search', 'todo', 'gateways'];

const HELP = `A service for test suites of AuthZEN, with the scenarios of the working group: ${scenarios.join(', ')}.

  npm run authzen                                   on http://127.0.0.1:8080
  npm run authzen -- --url https://pdp.example.org  the same behind a proxy with TLS at that address
  npm run authzen -- --pack mine.json               another pack instead; may be given several times

PORT, HOST and CANDOR_BASE_URL (for --url) count as for npm start. It begins empty, keeps nothing when it is stopped, and
prints the header to send.
Exit: 0 stopped as asked · 1 could not start · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: { url: { type: 'string' }, pack: { type: 'string', multiple: true } },
  fault: { opening: 'The service could not start: ' },
  async run({ values }) {
    const packs = values.pack ?? scenarios.map((name) => join(root, 'examples', 'authzen', `${name}.json`));
    const folder = mkdtempSync(join(tmpdir(), 'candor-authzen-'));
    const config = readConfig({
      ...Object.fromEntries(['PORT', 'HOST'].map((name) => [name, process.env[name]])),
      LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
      CANDOR_DATA_DIR: folder,
      CANDOR_AUTHZEN_PACKS: packs.join(','),
      CANDOR_BASE_URL: values.url ?? process.env['CANDOR_BASE_URL'],
    });
    try {
      if ('faults' in config) throw new Misused(config.faults.join('\n'));
      await serve(config);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return 0;
  },
});

async function serve(config: Config): Promise<void> {
  const service = await startService(config);
  const token = await service.token({ sub: 'authzen', scope: 'use', ttl: 86_400 });
  process.stdout.write(`Metadata: ${service.url}${getAuthzenConfiguration.path}\nAuthorization: Bearer ${token}\n`);
  if (!service.url.startsWith('https:'))
    process.stdout.write('The standard wants https in the metadata: name that address with --url.\n');
  process.stdout.write(`candor listening on ${urlAt(config.host, service.port)}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  await service.stop();
}
