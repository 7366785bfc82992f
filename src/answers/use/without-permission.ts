/**
 * The sentence that a person needs most: which uses of their data had no permission, why, and what they can do.
 * Flow:    assemble.ts (counts of every AI system that reported, published or not) → here → actions.ts, language.
 * Promise: every use that was reported and was not covered is told, also where nobody has published the AI system.
 * Source:  docs/design.md 8.1 (`usesWithoutPermission`); GDPR 5(1)(a), 77; docs/law.md 4.
 */
import { wordsOfCode } from '../../language/categories.ts';
import { reasonSentence } from '../../language/reasons.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Reader } from '../reader.ts';
import { actionsAgainst } from './actions.ts';
import type { UsesWithoutPermission, WithoutPermission } from './ai-use-answer.ts';
import type { AiUseMaterial } from './material.ts';
import type { RightsContext } from './rights-context.ts';
import type { SystemAnswer } from './system-answer.ts';
import type { UncoveredTally } from './tally.ts';

/** How often, and when: one day, or from the first to the last. */
export function uncoveredWords({ count, firstAt, lastAt }: UncoveredTally, reader: Reader): string {
  const [from, to] = [reader.date(firstAt), reader.date(lastAt)];
  return from === to
    ? reader.say('use.without.on', { count, day: from })
    : reader.say('use.without.between', { count, from, to });
}

const nameOf = (key: string, systems: readonly SystemAnswer[]): string =>
  systems.find((system) => system.key === key)?.name ?? wordsOfCode(key);

const byMost = (one: readonly [string, number], other: readonly [string, number]): number =>
  other[1] - one[1] || (one[0] < other[0] ? -1 : 1);

interface Told {
  readonly systems: readonly SystemAnswer[];
  readonly rights: RightsContext;
}

function ofSystem(key: string, tally: UncoveredTally, { systems, rights }: Told): WithoutPermission {
  const { reader, audience } = rights;
  const voice = audience === 'officer' ? 'officer' : 'customer';
  return {
    aiSystem: { key, name: nameOf(key, systems) },
    count: tally.count,
    firstAt: timeOf(tally.firstAt),
    lastAt: timeOf(tally.lastAt),
    words: uncoveredWords(tally, reader),
    because: Object.entries(tally.reasons)
      .sort(byMost)
      .map(([reason, count]) => ({ reason, count, words: reasonSentence(reader.language, reason, voice) })),
  };
}

/** Nothing where every use on record was permitted. */
export function usesWithoutPermission(
  { tallies }: Pick<AiUseMaterial, 'tallies'>,
  told: Told,
): UsesWithoutPermission | null {
  const { reader } = told.rights;
  const found = Object.entries(tallies)
    .filter(([, { withoutPermission }]) => withoutPermission.count > 0)
    .map(([key, { withoutPermission }]) => ({ key, tally: withoutPermission }))
    .sort((one, other) => other.tally.count - one.tally.count || (one.key < other.key ? -1 : 1));
  if (found.length === 0) return null;
  const count = found.reduce((sum, { tally }) => sum + tally.count, 0);
  const purposes = new Set(found.flatMap(({ tally }) => Object.keys(tally.purposes)));
  const choices = told.systems.flatMap(({ choice }) => choice.purposes.filter(({ purpose }) => purposes.has(purpose)));
  return {
    count,
    firstAt: timeOf(Math.min(...found.map(({ tally }) => tally.firstAt))),
    lastAt: timeOf(Math.max(...found.map(({ tally }) => tally.lastAt))),
    title: reader.say('use.without.title'),
    words: reader.say('use.without.words', { count, systems: found.length }),
    systems: found.map(({ key, tally }) => ofSystem(key, tally, told)),
    whatYouCanDo: actionsAgainst(choices, told.rights),
  };
}
