import { expect, it } from 'vitest';
import { sources } from './sources.ts';

/**
 * A connection keeps its statements by their names: two queries of one name would be one statement, whichever came
 * first.
 */
it('no two queries share a name', () => {
  const names = sources.flatMap(({ text }) =>
    [...text.matchAll(/(?:rowsQuery|writeQuery)<[^(]*>\(\)\(\s*'(\w+)'/g)].map((found) => found[1] ?? ''),
  );
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
