/**
 * The text of one file of snapshots, and which lines of it would differ from the rules.
 * Flow:    write-holidays.ts → here → rules.ts, sets.ts.
 * Promise: a line that stands is kept word for word unless its set is named to be written anew.
 */
import { writtenDays } from '../../src/law/holidays.ts';
import { lineOf } from './rules.ts';
import { files } from './sets.ts';

type Sets = (typeof files)[string];

interface Line {
  readonly set: string;
  readonly year: number;
  readonly stands: string | undefined;
  readonly given: string;
}

/** Put together here, since it is an import of the file that is written. */
const IMPORT = ['import type', '{ HolidaySet }', 'from', "'./holiday-set.ts';"].join(' ');

const years = Array.from({ length: 9 }, (_, index) => 2024 + index);

/** Every line that these sets have, or should have. */
export const holidayLines = (sets: Sets, stood = writtenDays, gives = lineOf): readonly Line[] =>
  Object.keys(sets).flatMap((set) =>
    years.map((year) => ({ set, year, stands: stood(set, year), given: gives(set, year) })),
  );

const key = (name: string): string => (/^[A-Z]+$/.test(name) ? name : `'${name}'`);

/** The module `src/law/holidays/<name>.ts`; the sets named in `anew` are written from the rules. */
export function textOf(name: string, lines: readonly Line[], anew: readonly string[] = []): string {
  const bodies = Object.entries(files[name] ?? {}).map(([set, { regime, source }]) => {
    const rows = lines
      .filter((line) => line.set === set)
      .map(({ year, stands, given }) => `      ${year}: '${anew.includes(set) ? given : (stands ?? given)}',`);
    const head = [`  ${key(set)}: {`, `    regime: '${regime}',`, `    source: '${source}',`, '    years: {'];
    return [...head, ...rows, '    },', '  },'].join('\n');
  });
  return `/**
 * Public holidays from Monday to Friday, one line a year (${name}). Written by \`npm run holidays\`.
 * Flow:    ../holidays.ts → here.
 * Source:  decision 0112.
 */
${IMPORT}

export const ${name} = {
${bodies.join('\n')}
} as const satisfies Record<string, HolidaySet>;
`;
}
