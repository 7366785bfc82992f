/**
 * `npm run demo`: a sample company with a year of life, served on this machine, with requests to paste.
 * Flow:    demo/company (days of lines) → demo/live → house; then src/service → the terminal.
 * Promise: stays within data/demo; made once, through the same door as every import; `--fresh` begins again.
 * Source:  docs/design.md 9.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readAddress, urlAt, writeAddress } from '../src/address.ts';
import { systemClock, windUpClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { openHouse } from '../src/house.ts';
import { type Service, startService } from '../src/service.ts';
import { consoleScopes } from '../src/vocabulary/scope.ts';
import { command } from './command-line/command.ts';
import { beginOf, companyDays } from './demo/company.ts';
import { liveThrough } from './demo/live.ts';
import { type Paint, paintFor } from './demo/paint.ts';
import { tourText } from './demo/tour.ts';
import { describeTally } from './import/tally.ts';
import { configFor, demoFolder } from './installation/where.ts';

const HELP = `A sample company with a year of life, on this machine only.

  npm run demo               makes it once in ${demoFolder}, then serves it
  npm run demo -- --fresh    throws the demo away first and makes it again

PORT and HOST count as for npm start; where the port is taken, the next free one is used. NO_COLOR gives plain text.
Exit: 0 stopped as asked · 1 could not start · 2 the command cannot be understood.
`;

const importName = 'demo';
/** Left behind once the whole company is there, so that a demo that was cut short is made again. */
const complete = join(demoFolder, 'complete');

export const main = command({
  help: HELP,
  options: { fresh: { type: 'boolean' } },
  fault: { opening: 'The demo could not start: ' },
  async run({ values }) {
    const running = await runningAt();
    if (running !== undefined) {
      process.stderr.write(`The demo already runs at ${running}. Stop it first, with Ctrl-C where it was started.\n`);
      return 1;
    }
    const paint = paintFor({ isTerminal: process.stdout.isTTY === true, noColor: process.env['NO_COLOR'] });
    const config = configFor({ demo: true });
    if (values.fresh === true || !existsSync(complete)) {
      await makeCompany(config, paint);
      writeFileSync(complete, '');
    }
    const port = await freePort(config.host, config.port);
    const quiet = { ...config, port, logLevel: process.env['LOG_LEVEL'] ? config.logLevel : ('warn' as const) };
    const service = await startService(quiet);
    const forget = writeAddress(quiet, service.port);
    await welcome(service, quiet, paint);
    await stopSignal();
    forget();
    await service.stop();
    return 0;
  },
});

/** Where a demo on the same folder answers: it must not lose its folder while it runs. */
async function runningAt(): Promise<string | undefined> {
  const url = readAddress(demoFolder);
  if (url === undefined) return undefined;
  const answer = await fetch(new URL('/livez', url), { signal: AbortSignal.timeout(1000) }).catch(() => undefined);
  return answer?.ok === true ? url : undefined;
}

async function makeCompany(config: Config, paint: Paint): Promise<void> {
  process.stdout.write(paint.soft('Making the sample company …\n'));
  rmSync(demoFolder, { recursive: true, force: true });
  const now = systemClock.now();
  const clock = windUpClock(beginOf(now));
  const house = await openHouse(config, clock);
  try {
    const tally = await liveThrough({ house, clock, importName }, companyDays(now));
    if (tally.refused.length > 0)
      throw new Error(`the sample company was refused: ${JSON.stringify(tally.refused[0])}`);
    process.stdout.write(paint.soft(`${describeTally(tally)}\n`));
  } finally {
    await house.close();
  }
}

async function welcome(service: Service, config: Config, paint: Paint): Promise<void> {
  const url = urlAt(config.host, service.port);
  const ttl = 28_800;
  const tokens = {
    service: await service.token({ sub: 'sample-service', scope: 'use decide consent', ttl }),
    person: await service.token({ sub: '1001', scope: 'self', ttl }),
    admin: await service.token({ sub: 'sample-admin', scope: 'admin', ttl }),
  };
  process.stdout.write(
    tourText(
      {
        url,
        tokens,
        link: await service.link('customer:1001'),
        console: await service.consoleLink('credit-desk-1', consoleScopes),
      },
      paint,
    ),
  );
  process.stdout.write(`candor listening on ${url}\n`);
}

/** The port that was asked for, or the next one that nobody holds. */
async function freePort(host: string, first: number): Promise<number> {
  for (let port = first; port < first + 20; port += 1) if (await isFree(host, port)) return port;
  throw new Error(`no port from ${first} on is free; name another one with PORT`);
}

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
