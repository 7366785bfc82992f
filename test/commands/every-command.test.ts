/**
 * What every command asks for, records, does beside it and answers, frozen: a release that decides otherwise than the
 * one before it shows that here, line by line. Written anew with
 * `WRITE_VECTORS=1 npx vitest run test/commands/every-command.test.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { root } from '../../src/root.ts';
import { breaches } from '../suites/decided/breaches.ts';
import { choices } from '../suites/decided/choices.ts';
import { decisions } from '../suites/decided/decisions.ts';
import { house } from '../suites/decided/house.ts';
import { outcomesOf } from '../suites/decided/kit.ts';
import { looks } from '../suites/decided/looks.ts';
import { people } from '../suites/decided/people.ts';
import { requests } from '../suites/decided/requests.ts';
import { uses } from '../suites/decided/uses.ts';

const PATH = join(root, 'test', 'vectors', 'decided.json');
const isWritten = process.env['WRITE_VECTORS'] === '1';
type Outcomes = Record<string, Record<string, unknown>>;
const frozen = (isWritten ? {} : JSON.parse(readFileSync(PATH, 'utf8'))) as Record<string, Outcomes>;
const histories = { house, people, uses, requests, choices, decisions: [...decisions, ...looks], breaches };

/** One step a line, so that a change of one shows as one line. */
function inLines(areas: Record<string, Outcomes>): string {
  const shown = Object.entries(areas).map(([area, found]) => {
    const lines = Object.entries(found).map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`);
    return `${JSON.stringify(area)}:{\n${lines.join(',\n')}\n}`;
  });
  return `{${shown.join(',\n')}}\n`;
}

describe('what a command decides', () => {
  it.each(Object.keys(histories) as (keyof typeof histories)[])('is what it was: %s', (area) => {
    const now = JSON.parse(JSON.stringify(outcomesOf(histories[area]))) as Outcomes;
    if (isWritten) {
      frozen[area] = now;
      writeFileSync(PATH, inLines(frozen));
    }
    const before = frozen[area] ?? {};
    expect(Object.keys(now)).toEqual(Object.keys(before));
    for (const [name, outcome] of Object.entries(now)) expect(outcome, name).toEqual(before[name]);
  });

  it('is looked at for every command', () => {
    const steps = Object.values(histories).flatMap((history) =>
      history.flatMap((each) => ('kind' in each ? [each] : [])),
    );
    expect([...new Set(steps.map(({ kind }) => kind))].sort()).toEqual([...commands.keys()].sort());
  });
});
