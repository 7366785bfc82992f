/**
 * People and uses a day → engine, nodes, cores, memory and disk a year, with the arithmetic line by line.
 * Flow:    capacity (command line) → here → its words.
 * Promise: pure; nothing but what was asked and the figures goes in. What was never measured is said and not guessed.
 * Source:  docs/capacity.md.
 */
import { figures, type MeasuredFigure } from './figures.ts';

interface CapacityQuestion {
  readonly people: number;
  readonly usesADay: number;
  readonly checksADay: number;
  /** How much more the busiest minutes bring than the mean of a day. */
  readonly peak: number;
}

export interface Capacity {
  readonly engine: 'SQLite' | 'PostgreSQL';
  readonly nodes: number;
  readonly coresANode: number;
  readonly memoryGibibytesANode: number;
  readonly diskGibibytesAtFirst: number;
  readonly diskGibibytesAYear: number;
  readonly usesAtPeak: number;
  /** Whether the busiest minutes stay below what one log was seen to take. */
  readonly isWithinMeasured: boolean;
  readonly lines: readonly string[];
}

const SECONDS_A_DAY = 86_400;
const DAYS_A_YEAR = 365;
const GIBIBYTE = 2 ** 30;
/** A thread that is busy for half of the time still answers at once. */
const MOST_BUSY = 0.5;
/** Beyond this, backups and restores of one file take hours. */
const MOST_ON_SQLITE_GIBIBYTES = 500;
/** One for the thread that answers; one for the garbage collector, the disk, TLS and whatever else runs there. */
const CORES_A_NODE = 2;
/** Four times what an idle node takes, so that exports and reports have room. */
const ROOM = 4;

const short = (number: number): string => {
  const digits = number >= 100 ? 0 : number >= 1 ? 1 : 3;
  return Number(number.toFixed(digits)).toLocaleString('en-US', { maximumFractionDigits: digits });
};
const shown = ({ value, unit }: MeasuredFigure): string => `${short(value)} ${unit}`;

interface Load {
  readonly usesAtPeak: number;
  readonly checksAtPeak: number;
  /** Threads that would be busy all the time. */
  readonly busy: number;
  readonly shareOfLog: number;
}

function loadOf({ usesADay, checksADay, peak }: CapacityQuestion): Load {
  const usesAtPeak = (usesADay / SECONDS_A_DAY) * peak;
  const checksAtPeak = (checksADay / SECONDS_A_DAY) * peak;
  const { useMicroseconds, checkMicroseconds, usesPerSecond } = figures;
  const busy = (usesAtPeak * useMicroseconds.value + checksAtPeak * checkMicroseconds.value) / 1e6;
  return { usesAtPeak, checksAtPeak, busy, shareOfLog: usesAtPeak / usesPerSecond.value };
}

const diskOf = ({ people, usesADay }: CapacityQuestion) => ({
  first: (people * figures.bytesAPerson.value) / GIBIBYTE,
  year: (usesADay * DAYS_A_YEAR * figures.bytesAUse.value) / GIBIBYTE,
});

export function reckon(asked: CapacityQuestion): Capacity {
  const load = loadOf(asked);
  const disk = diskOf(asked);
  const forProcessor = Math.max(1, Math.ceil(load.busy / MOST_BUSY));
  const isSmall =
    forProcessor === 1 && load.shareOfLog <= MOST_BUSY && disk.first + disk.year <= MOST_ON_SQLITE_GIBIBYTES;
  const nodes = isSmall ? 1 : Math.max(2, forProcessor);
  const memory = Math.max(1, Math.ceil((figures.idleMegabytes.value * ROOM) / 1024));
  const capacity = {
    engine: isSmall ? 'SQLite' : 'PostgreSQL',
    nodes,
    coresANode: CORES_A_NODE,
    memoryGibibytesANode: memory,
    diskGibibytesAtFirst: disk.first,
    diskGibibytesAYear: disk.year,
    usesAtPeak: load.usesAtPeak,
    isWithinMeasured: load.shareOfLog <= 1,
  } as const;
  return { ...capacity, lines: [...atPeak(asked, load), ...onDisk(asked, disk), ...chosen(capacity, load)] };
}

function atPeak({ usesADay, checksADay, peak }: CapacityQuestion, load: Load): readonly string[] {
  const { useMicroseconds, checkMicroseconds, usesPerSecond } = figures;
  return [
    `${short(usesADay)} uses a day / 86,400 s × ${short(peak)} at the peak = ${short(load.usesAtPeak)} uses a second`,
    ...(checksADay === 0
      ? []
      : [
          `${short(checksADay)} checks a day / 86,400 s × ${short(peak)} at the peak = ${short(load.checksAtPeak)} checks a second`,
        ]),
    `× ${shown(useMicroseconds)} a use${checksADay === 0 ? '' : ` and ${shown(checkMicroseconds)} a check`} = ${short(load.busy)} threads busy all the time; half of that is allowed for each node`,
    `one log was seen to take ${shown(usesPerSecond)}; the peak is ${short(load.shareOfLog * 100)} % of it`,
  ];
}

function onDisk({ people, usesADay }: CapacityQuestion, disk: ReturnType<typeof diskOf>): readonly string[] {
  const { bytesAPerson, bytesAUse, verifySecondsAMillion, importedPerSecond } = figures;
  const millions = (usesADay * DAYS_A_YEAR) / 1e6;
  return [
    `${short(people)} people × ${shown(bytesAPerson)} = ${short(disk.first)} GiB at first; an import of them takes ${short(people / importedPerSecond.value / 3600)} hours`,
    `${short(usesADay)} uses a day × 365 × ${shown(bytesAUse)} = ${short(disk.year)} GiB a year, and as much for each backup that is kept`,
    `${short(millions)} million entries a year × ${shown(verifySecondsAMillion)} = ${short((millions * verifySecondsAMillion.value) / 3600)} hours to check the structure of a whole year`,
  ];
}

type Chosen = Omit<Capacity, 'lines'>;

function chosen(
  { engine, nodes, coresANode, memoryGibibytesANode, isWithinMeasured }: Chosen,
  load: Load,
): readonly string[] {
  const { idleMegabytes, usesPerSecondInBatches } = figures;
  const machine = `${coresANode} cores and ${memoryGibibytesANode} GiB each (an idle node holds ${shown(idleMegabytes)}; four times that leaves room for exports)`;
  return [
    engine === 'SQLite'
      ? `one node on SQLite with ${machine}; a second machine only to restore to`
      : `${nodes} nodes on PostgreSQL with ${machine}, and a machine of its own for the database, whose speed was not measured`,
    ...(isWithinMeasured
      ? []
      : [
          `beyond what was measured: ${short(load.usesAtPeak)} uses a second go into one log, which one node writes at a time, so more nodes do not help. Send them in batches (POST /v1/uses/batch; ${shown(usesPerSecondInBatches)} were seen in process), remember permissions where uses repeat, keep a log for each line of business, and measure on your own machine with npm run bench`,
        ]),
  ];
}
