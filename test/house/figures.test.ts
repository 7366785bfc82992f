import { describe, expect, it } from 'vitest';
import { circlesIn } from '../../scripts/house/circles.ts';
import { danglingCitations } from '../../scripts/house/dangling.ts';
import { shared, untaken } from '../../scripts/house/exports.ts';
import { type FigureName, houseFigures, unboundHandlers, words } from '../../scripts/house/figures.ts';
import { emptyId, payloadCast, placesOf, wideLines } from '../../scripts/house/lines.ts';
import { unusedDoors } from '../../scripts/house/unused-doors.ts';
import * as table from './doors.ts';
import { checkout, sourceOf } from './sources.ts';

/** What each figure may be at most: lowered with every change that lowers the figure, and never raised. */
const CEILINGS: Readonly<Partial<Record<FigureName, number>>> = {
  'double-casts': 3,
  'never-casts': 2,
  'payload-casts': 2,
  'open-records': 32,
  'empty-ids': 0,
  'shared-names': 0,
  'names-across-rooms': 0,
  untaken: 0,
  circles: 0,
  'unused-doors': 0,
  'wide-code': 0,
  dangling: 0,
  'unbound-handlers': 0,
};

const figures = houseFigures(checkout, table);

describe('the figures of the house', () => {
  it.each(Object.entries(CEILINGS))('%s: at most %i', (name, ceiling) => {
    const places = figures[name as FigureName];
    expect(places.length > ceiling ? places : [], words[name as FigureName]).toEqual([]);
  });
});

describe('how they are counted', () => {
  const files = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([path, text]) => sourceOf(path, text));

  it('a circle is found through types as well, once, whatever way it is entered', () => {
    const circle = files({
      'src/a/one.ts': "import { b } from './two.ts';",
      'src/a/two.ts': "import type { C } from '../c/three.ts';",
      'src/c/three.ts': "import { a } from '../a/one.ts';",
      'src/c/four.ts': "import { a } from '../a/one.ts';",
    });
    expect(circlesIn(circle)).toEqual([['src/a/one.ts', 'src/a/two.ts', 'src/c/three.ts']]);
    expect(circlesIn(circle.slice(1))).toEqual([]);
  });

  it('an export that nobody takes is found, and one that is taken by any of the ways is not', () => {
    const house = files({
      'src/a.ts': 'export const one = 1;\nexport interface Two {}\nexport const { three, four: five } = six;',
      'src/b.ts': "import { one, type Two } from './a.ts';\nexport { three as drei } from './a.ts';",
      'src/c.ts': 'export const six = 6;',
      'src/d.ts': "import * as c from './c.ts';",
    });
    expect(untaken(house, house)).toEqual([{ path: 'src/a.ts', room: 'src/a.ts', name: 'five' }]);
  });

  it('a name that two files declare is found; a name that is handed on is not declared again', () => {
    const house = files({
      'src/a/a.ts': 'export const one = 1;\nexport type One = 1;',
      'src/b/b.ts': 'export function one() {}',
      'src/c/c.ts': "export { one } from '../a/a.ts';",
    });
    expect([...shared(house).keys()]).toEqual(['one']);
  });

  it('a door counts as used where an import needs it, not where it passes anyway', () => {
    const doors = {
      'src/a': { rooms: ['src/b', 'src/c', 'src/d'], types: ['src/e'], packages: ['zod', 'node:*', 'pg'] },
      'src/gone': { rooms: [] },
    };
    const house = files({
      'src/a/a.ts':
        "import { b } from '../b/b.ts';\nimport type { C } from '../c/c.ts';\nimport type { D } from '../d/d.ts';\nimport 'zod';\nimport 'node:fs';",
    });
    expect(unusedDoors({ doors, OPEN_TO_ALL: { rooms: [], types: ['src/c'] } }, house)).toEqual([
      'src/a → src/c',
      'src/a → src/e (types)',
      'src/a → pg',
      'src/gone: the room does not exist',
    ]);
  });

  it.each([
    ['payload as X', 1],
    ['payload.items as readonly string[]', 1],
    ['(fact.payload as unknown) as X', 1],
    ['payload as const', 0],
  ])('%s: %i casts of a payload', (code, count) =>
    expect(placesOf(files({ 'src/a.ts': code }), payloadCast)).toHaveLength(count),
  );

  it.each([
    ["ids.request ?? ''", 1],
    ["ids['request'] ??\n  ''", 1],
    ["ids.request ?? 'none'", 0],
    ["// ids.request ?? ''", 0],
  ])('%j: %i empty ids', (code, count) => expect(placesOf(files({ 'src/a.ts': code }), emptyId)).toHaveLength(count));

  it('a line is as wide as its characters; one that is wide for a quoted text alone counts apart', () => {
    const wide = wideLines(
      files({
        'src/a.ts': `${'→'.repeat(120)}\n${'x'.repeat(121)}\nconst a = '${'y'.repeat(121)}';\nconst b = \`\n${'z'.repeat(121)}\`;`,
        'src/language/messages/en/a.ts': `  a: ${'w'.repeat(121)}`,
      }),
    );
    expect(wide.code).toEqual(['src/a.ts:2 121 columns']);
    expect(wide.text).toHaveLength(3);
  });

  it('a citation of a document that is not there is found, and one that is there is not', () => {
    const [here, gone] = ['here', 'gone'].map((name) => `${'docs'}/${name}.md`);
    const house = files({
      'src/a.ts': `/**\n * A.\n * Source:  ${here} 1, ${gone} 2; DESIGN 3\n *          and LAW 4.\n */\n`,
    });
    expect(danglingCitations({ files: [here!], house, tests: [] })).toEqual([
      `src/a.ts cites ${gone}`,
      'src/a.ts cites DESIGN',
      'src/a.ts cites LAW',
    ]);
  });

  it('a handler binds an endpoint, or it is no handler', () => {
    const house = files({
      'src/http/handlers/a.ts': 'export const all = () => [on(people.getSubject)(() => 1)];',
      'src/http/handlers/b.ts': '// on(people)\nexport const paged = (x) => x.on(done);',
    });
    expect(unboundHandlers(house)).toEqual(['src/http/handlers/b.ts']);
  });
});
