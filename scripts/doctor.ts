/**
 * `npm run doctor`: looks at the configuration, the keys, the mark, the clock and the ledger, beside a running server.
 * Flow:    command line → here → doctor/ and verify/ → findings.
 * Promise: changes nothing; every fault is named with the way to mend it.
 * Source:  docs/design.md 5 and 9.
 */
import { type Config, readConfig } from '../src/config.ts';
import { defined } from '../src/vocabulary/defined.ts';
import { command, print, wordsOfFault } from './command-line/command.ts';
import { lookAtContents } from './doctor/contents.ts';
import { bad, type DoctorFinding, good, note } from './doctor/finding.ts';
import { lookAtHeld } from './doctor/held.ts';
import {
  lookAtClock,
  lookAtContacts,
  lookAtFiles,
  lookAtKeys,
  lookAtMasterKey,
  lookAtWitness,
} from './doctor/place.ts';
import { lookAtPostgres, lookAtProduction, lookAtRetention, withoutDoubles } from './doctor/production.ts';
import { lookAtService } from './doctor/service.ts';
import { lookAtViews } from './doctor/views.ts';
import { isInstalled } from './installation/keys.ts';
import { environmentFor, type Where } from './installation/where.ts';
import { readMarks } from './verify/mark.ts';
import { openSource } from './verify/open-source.ts';
import type { Rows } from './verify/stored-log.ts';
import { trusted } from './verify/trust.ts';
import { isOfTheStore, whyStopped } from './verify/unread.ts';
import { verifyLog } from './verify/verify-log.ts';
import { isWrong } from './verify/wrong.ts';

const HELP = `Looks at an installation and changes nothing. The server may run meanwhile.

  npm run doctor                  configuration, keys, mark, clock, ledger, and what the running service noticed
  npm run doctor -- --open        opens every content too, compares it with what its entry committed to, and
                                  folds every view anew: each row that differs is named
  npm run doctor -- --production  what must not go live is bad: no TLS or proxy, mark or master key beside the data,
                                  a random origin, no identity provider, contact, mail server or backup of today, a
                                  clock that nobody keeps in step, unsafe settings of PostgreSQL, a noisy log,
                                  retention that never ran

  --data <folder>    the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo             the data folder of the demo, data/demo
  --clock-is-kept    you have looked: the clock is kept in step (for containers, where nothing can tell)
  --json             the findings as JSON
  --help             this text

Exit: 0 good, perhaps with notes · 1 something is bad · 2 the configuration has faults, or nothing is there.
`;

export const main = command({
  help: HELP,
  options: {
    open: { type: 'boolean' },
    production: { type: 'boolean' },
    'clock-is-kept': { type: 'boolean' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  fault: { code: 2 },
  async run({ values }) {
    const { open = false, production = false, 'clock-is-kept': isClockKept = false } = values;
    const { findings, code } = await examine(values, { open, ...(production ? { production: { isClockKept } } : {}) });
    print(values.json, { findings }, findings.map(lineOf).join('\n'));
    return code;
  },
});

const sign = { good: 'good', note: 'note', bad: 'BAD ' } as const;
const lineOf = ({ about, state, words }: DoctorFinding): string => `${sign[state]}  ${about.padEnd(14)} ${words}`;

/** What is looked at besides the usual. */
interface Wish {
  readonly open: boolean;
  /** Whether it may go live. */
  readonly production?: { readonly isClockKept: boolean };
}

interface Examined {
  readonly findings: readonly DoctorFinding[];
  readonly code: number;
}

async function examine(where: Where, wish: Wish): Promise<Examined> {
  const config = readConfig(environmentFor(where));
  if ('faults' in config) return { findings: config.faults.map((fault) => bad('configuration', fault)), code: 2 };
  const { production } = wish;
  const forbidden = production === undefined ? [] : lookAtProduction(config, production.isClockKept);
  const read = good('configuration', 'every variable is understood');
  if (!isInstalled(config)) {
    const none = bad('installation', `there is none in ${config.dataDir} yet; npm start makes one`);
    return { findings: [read, none, ...forbidden], code: 2 };
  }
  const found = [
    read,
    lookAtMasterKey(config),
    await lookAtKeys(config),
    lookAtWitness(config),
    ...lookAtContacts(config),
    ...lookAtFiles(config),
    ...(await lookAtService(config)),
    ...(await lookAtLedger(config, wish)),
  ];
  const findings = withoutDoubles(found, forbidden);
  return { findings, code: findings.some(({ state }) => state === 'bad') ? 1 : 0 };
}

async function lookAtLedger(config: Config, { open, production }: Wish): Promise<readonly DoctorFinding[]> {
  const source = await openSource(placeOf(config));
  if (isWrong(source)) return [bad('ledger', source.wrong)];
  try {
    return [
      await lookAtClock(source),
      ...(await lookAtStructure(config, source)),
      ...(production === undefined ? [] : await lookAtWhatRuns(config, source)),
      ...(open
        ? [
            ...(await lookAtContents(config, source)),
            ...(await lookAtHeld(config, source)),
            ...(await lookAtViews(config)),
          ]
        : []),
    ];
  } catch (fault) {
    return [bad('ledger', isOfTheStore(fault) ? whyStopped(placeOf(config), fault) : wordsOfFault(fault))];
  } finally {
    await source.close();
  }
}

const lookAtWhatRuns = async ({ databaseUrl }: Config, source: Rows): Promise<readonly DoctorFinding[]> => [
  await lookAtRetention(source),
  ...(databaseUrl === undefined ? [] : await lookAtPostgres(source)),
];

const placeOf = ({ dataDir, databaseUrl }: Config) => ({ dataFolder: dataDir, ...defined({ databaseUrl }) });

async function lookAtStructure(config: Config, source: Rows): Promise<readonly DoctorFinding[]> {
  const trust = trusted({ vkeys: [], dataFolder: config.dataDir });
  if (isWrong(trust)) return [bad('ledger', trust.wrong)];
  const marks = readMarks(config.witnessDir);
  const { findings, logs, mark } = await verifyLog(source, trust, isWrong(marks) ? [] : marks);
  const isEmpty = logs.every(({ size }) => size === 0);
  if (isWrong(marks) && !isEmpty) return [bad('ledger', marks.wrong)];
  if (isWrong(marks) && findings.length === 0) return [note('ledger', 'nothing is recorded yet, so there is no mark')];
  if (findings.length > 0) return findings.map(({ place, what }) => bad('ledger', `${place} ${what}`));
  return logs.map(({ log, size, people }) =>
    good('ledger', `log ${log}: ${size} entries about ${people} people, the tree as signed; the mark ${mark}`),
  );
}
