import { expect, it } from 'vitest';
import { takings, wholesale } from '../../src/ledger/bound/keep-state.ts';
import { summedTables } from '../../src/ledger/bound/sums.ts';
import { sources } from './sources.ts';

/** What takes rows out of a summed table is known where sums are kept, or the next start permits nothing. */
it('every statement that changes a summed table is known to whoever keeps the head of the state', () => {
  const found = sources
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ text }) =>
      [...text.matchAll(/writeQuery<[^(]*>\(\)\(\s*'(\w+)',[^;]*?db\s*\.(delete|update)\(t\.(\w+)\)/g)].map(
        ([, name = '', verb = '', table = '']) => ({ name, verb, table }),
      ),
    )
    .filter(({ table }) => (summedTables as readonly string[]).includes(table));
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter(({ verb }) => verb === 'update')).toEqual([]);
  expect(found.filter(({ name }) => !takings.has(name) && !wholesale.has(name))).toEqual([]);
});
