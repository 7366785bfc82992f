/**
 * `npm run capacity`: what machines so many people and uses a day need, with the arithmetic.
 * Flow:    command line → capacity/reckon → the terminal.
 * Promise: reckons from measured figures and says where they end; asks no service and reads no data.
 * Source:  docs/capacity.md.
 */
import { type Capacity, reckon } from './capacity/reckon.ts';
import { command, Misused, print } from './command-line/command.ts';

const HELP = `Says what machines so many people and uses a day need, line by line.

  npm run capacity -- --people 2e6 --uses-a-day 4e7

  --people <number>        customers on record
  --uses-a-day <number>    uses by AI systems a day, asked or reported
  --checks-a-day <number>  questions that record nothing (default: 0)
  --peak <number>          how much more the busiest minutes bring than the mean of a day (default: 3)
  --json                   the same as JSON
  --help                   this text

The figures are those of docs/bench.md, measured on a small and busy machine; docs/capacity.md says what they are worth.
Exit: 0 reckoned, and within what was measured · 1 beyond what was measured · 2 the command cannot be understood.
`;

/** 2e6 and 2000000 alike. */
function numberOf(name: string, text: string | undefined, usual?: number): number {
  const number = text === undefined ? usual : /^\d+(?:\.\d+)?(?:e\d{1,2})?$/i.test(text) ? Number(text) : undefined;
  if (number === undefined || number > 1e12) throw new Misused(`--${name} wants a number, such as 2e6.`);
  return number;
}

const wordsOf = ({ lines, nodes, engine, diskGibibytesAYear }: Capacity): string =>
  `${lines.map((line) => `  ${line}`).join('\n')}\n\n${nodes === 1 ? 'One node' : `${nodes} nodes`} on ${engine}, ${diskGibibytesAYear.toFixed(0)} GiB more a year.`;

export const main = command({
  help: HELP,
  options: {
    people: { type: 'string' },
    'uses-a-day': { type: 'string' },
    'checks-a-day': { type: 'string' },
    peak: { type: 'string' },
    json: { type: 'boolean' },
  },
  run({ values }) {
    const capacity = reckon({
      people: numberOf('people', values.people),
      usesADay: numberOf('uses-a-day', values['uses-a-day']),
      checksADay: numberOf('checks-a-day', values['checks-a-day'], 0),
      peak: numberOf('peak', values.peak, 3),
    });
    print(values.json, capacity, wordsOf(capacity));
    return capacity.isWithinMeasured ? 0 : 1;
  },
});
