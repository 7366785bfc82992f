import { describe, expect, it } from 'vitest';
import { isProblem, problem, readProblem } from '../../src/vocabulary/problems.ts';

const refused = problem('validation-failed', 'why', [{ pointer: '/a', code: 'c', message: 'm', fix: 'f' }]);
const kept = (): Record<string, unknown> => JSON.parse(JSON.stringify(refused));

describe('a refusal', () => {
  it('is told by its tag, and no data passes for one', () => {
    expect(isProblem(refused)).toBe(true);
    for (const data of [kept(), { ...refused }, { problem: 'not-found' }, [], 'problem', null, undefined])
      expect(isProblem(data)).toBe(false);
  });
  it('is written down with its members alone, and absent ones are not named', () => {
    expect(Object.keys(kept())).toEqual(['problem', 'detail', 'errors']);
    expect(JSON.stringify(problem('not-found'))).toBe('{"problem":"not-found"}');
    expect(Object.keys(problem('not-found'))).toEqual(['problem']);
  });
  it('is read back where it was kept, and nothing else is', () => {
    const back = readProblem(kept());
    expect(isProblem(back)).toBe(true);
    expect(back).toEqual(refused);
    for (const other of [{}, { problem: 'unheard-of' }, { problem: 7 }, { problem: 'toString' }])
      expect(readProblem(other)).toBeUndefined();
  });
});
