/**
 * `npm run authzen`: a service for test suites of AuthZEN, with the packs of the working group's scenarios.
 * Flow:    command line → examples/authzen, src/service → the terminal.
 * Promise: a house of its own that begins empty each time; no other installation is opened.
 * Source:  docs/authzen.md; decision 0082.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { root } from '../src/root.ts';
import { startService } from '../src/service.ts';
import { command, Misused } from './command-line/command.ts';

const folder = join('data', 'authzen');
const scenarios = ['certification', 'search', 'todo'];

const HELP = `A service for test suites of AuthZEN, with the scenarios of the working group: ${scenarios.join(', ')}.

  npm run authzen                                   on http://127.0.0.1:8080
  npm run authzen -- --url https://pdp.example.org  the same behind a proxy with TLS at that address
  npm run authzen -- --pack mine.json               another pack instead; may be given several times

PORT and HOST count as for npm start. It begins empty each time, in ${folder}, and prints the header to send.
Exit: 0 stopped as asked · 1 could not start · 2 the command cannot be understood.
`;

export const main = command({
  help: HELP,
  options: { url: { type: 'string' }, pack: { type: 'string', multiple: true } },
  fault: { opening: 'The service could not start: ' },
  async run({ values }) {
    const packs = values.pack ?? scenarios.map((name) => join(root, 'examples', 'authzen', `${name}.json`));
    const config = readConfig({
      ...Object.fromEntries(['PORT', 'HOST'].map((name) => [name, process.env[name]])),
      LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
      CANDOR_DATA_DIR: folder,
      CANDOR_AUTHZEN_PACKS: packs.join(','),
      CANDOR_BASE_URL: values.url,
    });
    if ('faults' in config) throw new Misused(config.faults.join('\n'));
    rmSync(folder, { recursive: true, force: true });
    const service = await startService(config);
    const token = await service.token({ sub: 'authzen', scope: 'use', ttl: 86_400 });
    const well = `${service.url}/.well-known/authzen-configuration`;
    process.stdout.write(`Metadata: ${well}\nAuthorization: Bearer ${token}\n`);
    if (!service.url.startsWith('https:'))
      process.stdout.write('The standard wants https in the metadata: name that address with --url.\n');
    process.stdout.write(`candor listening on http://${config.host}:${service.port}\n`);
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', () => resolve());
      process.once('SIGINT', () => resolve());
    });
    await service.stop();
    return 0;
  },
});
