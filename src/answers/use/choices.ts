/**
 * How each purpose of a system stands for the person, in words, and what they can do about it.
 * Flow:    systems.ts → here → language.
 * Promise: what is shown is the answer a check would get now; taking back takes as many steps as agreeing, and agreeing
 *          never happens without the text of the notice in view.
 * Source:  GDPR 7(3), 21; docs/law.md 5.2; docs/design.md 7.
 */
import type { Purpose } from '../../evaluation/registry.ts';
import { basisWords, reasonSentence } from '../../language/reasons.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Reader } from '../reader.ts';
import type { StandingNow } from './material.ts';
import type { ChoiceState, PurposeChoice } from './system-answer.ts';

const states: Readonly<Record<string, ChoiceState>> = {
  'consent-given': 'agreed',
  'never-asked': 'not-agreed',
  refused: 'not-agreed',
  withdrawn: 'not-agreed',
  expired: 'not-agreed',
  'notice-outdated': 'not-agreed',
  'not-explicit': 'not-agreed',
  'category-not-covered': 'not-agreed',
  'ai-system-not-covered': 'not-agreed',
  'minor-opt-in-needed': 'not-agreed',
  'minor-without-parent': 'not-agreed',
  objected: 'stopped',
  'opted-out': 'stopped',
  restricted: 'stopped',
  contract: 'needed',
  'legal-obligation': 'needed',
  'vital-interests': 'needed',
  'legitimate-interests': 'allowed-by-default',
  'recognised-legitimate-interests': 'allowed-by-default',
  'public-task': 'allowed-by-default',
  'opt-out-not-exercised': 'allowed-by-default',
};

const stateOf = (reason: string): ChoiceState => states[reason] ?? 'unavailable';

/** Says that interests were weighed only where the assessment is named. */
const isWeighed = ({ body }: Purpose, reason: string): boolean =>
  reason === 'legitimate-interests' && body.legitimateInterest?.assessmentRef !== undefined;

function wordsOf(standing: StandingNow, purpose: Purpose, reader: Reader): string {
  const { reason, since } = standing;
  const day = since === undefined ? undefined : reader.date(since);
  if (reason === 'consent-given' && day !== undefined) return reader.say('choice.agreed-on', { day });
  if (reason === 'refused' && day !== undefined) return reader.say('choice.refused-on', { day });
  if (reason === 'withdrawn' && day !== undefined) return reader.say('choice.withdrawn-on', { day });
  if (reason === 'objected' && day !== undefined) return reader.say('choice.objected-on', { day });
  if (reason === 'opted-out' && day !== undefined) return reader.say('choice.opted-out-on', { day });
  if (isWeighed(purpose, reason)) return reader.say('choice.weighed');
  return reasonSentence(reader.language, reason, 'customer');
}

interface ChoiceContext {
  readonly reader: Reader;
  readonly standing: readonly StandingNow[];
}

/** The choice for one purpose of one system. Without an evaluation it is told as unavailable, never guessed. */
export function choiceOf(system: string, purpose: Purpose, context: ChoiceContext): PurposeChoice {
  const { reader } = context;
  const standing = context.standing.find((one) => one.aiSystem === system && one.purpose === purpose.key);
  const found: StandingNow = standing ?? {
    aiSystem: system,
    purpose: purpose.key,
    allowed: false,
    reason: 'unavailable',
    bases: [],
  };
  const bases = found.bases.map(({ regime, basis }) => ({
    regime,
    basis: basis ?? 'none',
    words: basisWords(reader.language, basis ?? 'none'),
  }));
  return {
    purpose: purpose.key,
    version: purpose.version,
    name: reader.text(purpose.body.name) ?? purpose.key,
    description: reader.text(purpose.body.description) ?? '',
    kind: purpose.body.kind,
    bases,
    allowed: found.allowed,
    reason: found.reason,
    state: stateOf(found.reason),
    since: found.since === undefined ? null : timeOf(found.since),
    words: wordsOf(found, purpose, reader),
  };
}

/** One sentence over all purposes of a system. */
export function choiceWords(choices: readonly PurposeChoice[], reader: Reader): string {
  const [only] = choices;
  if (only === undefined) return reader.say('choice.none');
  if (choices.length === 1) return only.words;
  return reader.say('choice.several', {
    allowed: choices.filter((choice) => choice.allowed).length,
    all: choices.length,
  });
}
