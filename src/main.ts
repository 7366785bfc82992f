/**
 * Reads the configuration, opens the house, listens, closes gracefully; nothing else.
 * Flow:    npm start → here → service.
 * Source:  docs/design.md 9.
 */
import { readConfig } from './config.ts';
import { startOrSeal } from './service.ts';

const HELP = `npm start

Starts Candor on the data folder of CANDOR_DATA_DIR (./data), or on PostgreSQL where DATABASE_URL is set.
Stops on SIGTERM or SIGINT after answering what is under way.
Exit codes: 0 stopped as asked, 1 could not start, 2 the configuration has faults.
`;

export async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const config = readConfig();
  if ('faults' in config) {
    process.stderr.write(`The configuration has faults:\n${config.faults.map((fault) => `  ${fault}\n`).join('')}`);
    return 2;
  }
  try {
    const service = await startOrSeal(config);
    if (service.state === 'sealed') process.stderr.write(`Candor is sealed: ${service.why}\n`);
    process.stdout.write(`candor listening on http://${config.host}:${service.port}\n`);
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', () => resolve());
      process.once('SIGINT', () => resolve());
    });
    await service.stop();
    return 0;
  } catch (fault) {
    process.stderr.write(`Candor could not start: ${fault instanceof Error ? fault.message : 'unknown fault'}\n`);
    return 1;
  }
}
