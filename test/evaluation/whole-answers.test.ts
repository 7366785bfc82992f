/**
 * Every case of the table, answered whole and asked again otherwise: later, by a browser that opts out, under another
 * law, about one kind of data. Frozen, so that an answer that becomes another shows line by line. Written anew with
 * `WRITE_VECTORS=1 npx vitest run test/evaluation/whole-answers.test.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { QuestionBody } from '../../src/evaluation/question.ts';
import { isNewSignal, isSignalKnown } from '../../src/evaluation/signal.ts';
import { suppressionsOf } from '../../src/evaluation/suppressions.ts';
import { root } from '../../src/root.ts';
import { runCase } from '../given/evaluation/run-case.ts';
import type { World } from '../given/evaluation/world.ts';
import { evaluationCases } from '../suites/evaluation-cases.ts';

const PATH = join(root, 'test', 'vectors', 'answered.json');
const isWritten = process.env['WRITE_VECTORS'] === '1';
type Answered = Record<string, unknown>;
const frozen = (isWritten ? {} : JSON.parse(readFileSync(PATH, 'utf8'))) as Answered;

const DAY = 86_400_000;
/** What is asked otherwise, how much later, and how. */
const others: readonly (readonly [string, number, Partial<QuestionBody>])[] = [
  ['a day later', DAY, {}],
  ['two years later', 730 * DAY, {}],
  ['a browser that opts out', 0, { context: { gpc: true } }],
  ['in California', 0, { context: { regime: 'US-CA' } }],
  ['in Britain', 0, { context: { regime: 'UK' } }],
  ['about purchases', 0, { dataCategories: ['purchases'] }],
  ['about health', 0, { dataCategories: ['health'] }],
];

const inShort = ({ allowed, reason, basis, until }: ReturnType<World['ask']>): string =>
  [
    allowed ? 'yes' : 'no',
    reason,
    basis ?? '-',
    until === null ? '-' : new Date(until).toISOString().slice(0, 10),
  ].join(' ');

describe('the answer to each case of the table', () => {
  it('is whole what it was, and so is what is asked otherwise', () => {
    const found: Answered = {};
    for (const each of evaluationCases) {
      const { ask } = each;
      if (ask === undefined) continue;
      const { at, ...body } = ask;
      const now = Date.parse(at);
      const world = runCase(each);
      const person = world.person(body.subject);
      const law = (regime: string) => ({ regime, on: now });
      found[each.title] = {
        answer: world.ask(body, now),
        otherwise: others.map(([, later, more]) => inShort(world.ask({ ...body, ...more }, now + later))).join('; '),
        signal: ['EU', 'US-CA', 'US-CO'].map((regime) => [
          isNewSignal(person, law(regime)),
          isSignalKnown(person, law(regime)),
        ]),
        kept: person.found === 'known' ? suppressionsOf(person.standing, world.registry, now) : [],
      };
    }
    const now = JSON.parse(JSON.stringify(found)) as Answered;
    if (isWritten) {
      const lines = Object.entries(now).map(([title, each]) => `${JSON.stringify(title)}:${JSON.stringify(each)}`);
      writeFileSync(PATH, `{${lines.join(',\n')}}\n`);
      Object.assign(frozen, now);
    }
    expect(Object.keys(now)).toEqual(Object.keys(frozen));
    for (const [title, each] of Object.entries(now)) expect(each, title).toEqual(frozen[title]);
  });
});
