/**
 * The figures of the house: what is counted about its files, each with the places behind the number.
 * Flow:    sources.ts of a checkout → exports, circles, unused-doors, dangling, lines → here → house-figures,
 *          test/house.
 * Promise: the command and the tests of the house count with the same functions; a lower number is better.
 */
import { circlesIn } from './circles.ts';
import { danglingCitations } from './dangling.ts';
import { type Exported, shared, untaken } from './exports.ts';
import { doubleCast, emptyId, neverCast, openRecord, payloadCast, placesOf, wideLines } from './lines.ts';
import type { Checkout, Source } from './sources.ts';
import { type Doors, unusedDoors } from './unused-doors.ts';

type Places = readonly string[];

/** By name, in the order of the table. */
export type Figures = Readonly<Record<FigureName, Places>>;
export type FigureName = keyof typeof words;

export const words = {
  'double-casts': '`as unknown as` in src',
  'never-casts': '`as never` in src',
  'payload-casts': 'casts of payloads in src',
  'open-records': '`Record<string, unknown>` in src',
  'empty-ids': "`ids.x ?? ''` in src",
  'shared-names': 'exported names that two or more files declare',
  'shared-in-src': 'exported names that two or more files of src declare',
  'names-across-rooms': 'exported names that two or more rooms declare',
  untaken: 'exports that no other file imports',
  'taken-by-tests': 'exports that only tests import',
  circles: 'import circles',
  'unused-doors': 'doors that nobody uses',
  'wide-code': 'lines over 120 columns, code',
  'wide-text': 'lines over 120 columns, catalogues and quoted texts',
  dangling: '`Source:` lines that lead nowhere',
  'unbound-handlers': 'files in http/handlers that bind no endpoint',
} as const;

export function houseFigures(checkout: Checkout, doors: Doors): Figures {
  const { house, tests } = checkout;
  const src = house.filter(({ path }) => path.startsWith('src/'));
  const places = (pattern: RegExp): Places => placesOf(src, pattern);
  const free = untaken(house, [...house, ...tests]).map(named);
  const wide = wideLines([...house, ...tests]);
  const names = [...shared(house)];
  return {
    'double-casts': places(doubleCast),
    'never-casts': places(neverCast),
    'payload-casts': places(payloadCast),
    'open-records': places(openRecord),
    'empty-ids': placesOf(src, emptyId),
    'shared-names': shown(names),
    'shared-in-src': shown([...shared(src)]),
    'names-across-rooms': shown(names.filter(([, all]) => new Set(all.map(({ room }) => room)).size > 1)),
    untaken: free,
    'taken-by-tests': untaken(house, house)
      .map(named)
      .filter((each) => !free.includes(each)),
    circles: circlesIn(house).map((files) => files.join(' ↔ ')),
    'unused-doors': unusedDoors(doors, house),
    'wide-code': wide.code,
    'wide-text': wide.text,
    dangling: danglingCitations(checkout),
    'unbound-handlers': unboundHandlers(house),
  };
}

const shown = (names: readonly (readonly [string, readonly Exported[]])[]): Places =>
  names.map(([name, all]) => `${name}: ${all.map(({ path }) => path).join(', ')}`);

const named = ({ path, name }: Exported): string => `${path} exports ${name}`;

/** The file that puts the handlers of all areas into one list binds none of its own. */
const LIST = 'src/http/handlers/handlers.ts';

export const unboundHandlers = (house: readonly Source[]): Places =>
  house
    .filter(({ path }) => path.startsWith('src/http/handlers/') && path !== LIST)
    .filter(({ bare }) => !/(?<![\w.])on\(\s*\w/.test(bare))
    .map(({ path }) => path);
