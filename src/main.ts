/**
 * Reads the configuration, opens the house, listens, closes gracefully; nothing else.
 * Flow:    npm start → here → service.
 * Source:  docs/design.md 9.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { urlAt, writeAddress } from './address.ts';
import { type Config, readConfig } from './config.ts';
import { startOrSeal } from './service.ts';

const HELP = `npm start

Starts Candor on the data folder of CANDOR_DATA_DIR (./data), or on PostgreSQL where DATABASE_URL is set.
It listens on PORT (8080) of HOST (127.0.0.1); docs/operating.md lists every variable.
Stops on SIGTERM or SIGINT after answering what is under way.
Exit: 0 stopped as asked · 1 could not start · 2 the configuration has faults, or the command cannot be understood.
`;

export async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const misused = misuse(argv);
  if (misused !== undefined) return refuse(`${misused}\n\n${HELP}`, 2);
  goOnWithoutOutput();
  const config = readConfig();
  if ('faults' in config)
    return refuse(`The configuration has faults:\n${config.faults.map((fault) => `  ${fault}\n`).join('')}`, 2);
  try {
    await serve(config);
    return 0;
  } catch (fault) {
    endSoon();
    return refuse(`Candor could not start: ${fault instanceof Error ? fault.message : 'unknown fault'}\n`, 1);
  }
}

/** For what is still to be printed. */
const LINGER_MS = 500;

async function serve(config: Config): Promise<void> {
  const service = await startOrSeal(config);
  const forget = addressTold(config, service.port);
  if (service.state === 'sealed') process.stderr.write(`Candor is sealed: ${service.why}\n`);
  process.stdout.write(`candor listening on ${urlAt(config.host, service.port)}\n`);
  giveBackMemory();
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  forget();
  await service.stop();
  endSoon();
}

/** Everything of ours is closed. What still holds the process, such as a silent mail server, ends with it. */
function endSoon(): void {
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

/** The address serves the commands beside it. A disk without room for it is no reason to answer nobody. */
function addressTold(config: Config, port: number): () => void {
  try {
    return writeAddress(config, port);
  } catch {
    process.stderr.write(
      'The address could not be written into the data folder: tell commands where it is by --url.\n',
    );
    return () => undefined;
  }
}

const QUIET_MS = 1_000;
/** Of a second; whoever is asked more than this has other things to do. */
const QUIET_SHARE = 0.1;

/**
 * Reading the modules makes room that V8 would go on holding, a fifth of the memory of a service that has little to do.
 * It goes back in the first second in which nobody asks much, for the collection stops everything for a moment.
 */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (wish: Readonly<Record<string, string>>) => void;
  // Compiled code is kept under the flags, so they are left as they were.
  setFlagsFromString('--no-expose-gc');
  let last = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(last);
    last = performance.eventLoopUtilization();
    if (utilization > QUIET_SHARE) return;
    clearInterval(timer);
    collect({ type: 'major', flavor: 'last-resort', execution: 'sync' });
  }, QUIET_MS).unref();
}

/** A full disk or a closed pipe under what is printed is no reason to stop answering; the log counts its own lines. */
function goOnWithoutOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners('error');
    stream.on('error', () => undefined);
  }
}

/** It takes no words: what it needs stands in the environment. */
function misuse(argv: string[]): string | undefined {
  try {
    parseArgs({ args: argv, options: {} });
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function refuse(words: string, code: number): number {
  process.stderr.write(words);
  return code;
}
