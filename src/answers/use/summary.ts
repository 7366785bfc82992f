/**
 * The first sentence of the answer, and the numbers it stands on.
 * Flow:    assemble.ts → here → language.
 * Promise: a sentence never says more than the numbers; where nothing is recorded it says exactly that.
 * Source:  docs/design.md 12 (the lead is one sentence with the three numbers that matter); docs/design.md 8.1
 *          (`summary`).
 */

import { summaryParts } from '../../language/summary.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { DecisionAnswer } from '../decision/decision-answer.ts';
import type { Reader } from '../reader.ts';
import type { NoUseRecorded, Numbers } from './ai-use-answer.ts';
import type { AiUseMaterial } from './material.ts';
import type { SystemAnswer } from './system-answer.ts';
import type { Tally } from './tally.ts';

const usedTimes = ({ allowed, reported }: Tally): number => allowed + reported;
const sumOf = (tallies: readonly Tally[], count: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + count(tally), 0);

export function numbersOf(
  systems: readonly SystemAnswer[],
  decisions: readonly DecisionAnswer[],
  material: AiUseMaterial,
): Numbers {
  const agreed = new Set(
    systems.flatMap(({ choice }) =>
      choice.purposes.filter(({ state }) => state === 'agreed').map(({ purpose }) => purpose),
    ),
  );
  // An AI system that nobody published has no card, and its uses count all the same.
  const tallies = Object.values(material.tallies);
  return {
    systems: systems.length,
    systemsThatUsedYourData: tallies.filter((tally) => usedTimes(tally) > 0).length,
    uses: sumOf(tallies, usedTimes),
    refused: sumOf(tallies, ({ refused }) => refused),
    decisions: material.decisionCount,
    decisionsCheckedByAPerson:
      material.decisionsChecked ?? decisions.filter(({ humanInvolvement }) => humanInvolvement.qualifies).length,
    agreedTo: agreed.size,
    usesWithoutPermission: sumOf(tallies, ({ withoutPermission }) => withoutPermission.count),
  };
}

/** The same sentence as on the page, without its bold. */
export const summaryOf = (numbers: Numbers, span: string, reader: Reader): string =>
  summaryParts(reader.language, numbers, span)
    .map(({ text }) => text)
    .join('');

/** The explicit sentence where no use stands in the record, and which systems have never reported anything. */
export function noUseOf(numbers: Numbers, material: AiUseMaterial, reader: Reader): NoUseRecorded | null {
  if (numbers.uses > 0 || numbers.decisions > 0) return null;
  const silent = material.published.systems.filter(({ key }) => !material.systemsReporting.includes(key));
  const since = material.recordsSince;
  const lead =
    since === null ? reader.say('use.none.never') : reader.say('use.none.since', { day: reader.date(since) });
  return {
    since: since === null ? null : timeOf(since),
    systemsNotReporting: silent.map(({ key, body }) => ({ key, name: reader.text(body.name) ?? key })),
    words: silent.length === 0 ? lead : `${lead} ${reader.say('use.none.silent', { count: silent.length })}`,
  };
}
