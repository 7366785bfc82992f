/**
 * Where law gives people a human who looks again at what an AI system helped to decide.
 * Flow:    register.ts → here → law (rights).
 * Promise: said to everybody, so it names the laws and claims nothing for the others; a wider law stands for those
 *          that only repeat it, and an AI system that decides nothing about people has none.
 * Source:  GDPR 22(3); 11 CCR 7221(b)(1); decision 0061.
 */
import type { Purpose } from '../../evaluation/registry.ts';
import { listWords } from '../../language/dates.ts';
import { regimeWords } from '../../language/regions.ts';
import { dayOf, fallsUnder, regimeCodes, regimesToTry, rightsFor } from '../../law/law.ts';
import { promisesHumanAppeal } from '../../vocabulary/purpose.ts';
import type { Reader } from '../reader.ts';

interface HumanReviewGiven {
  /** The laws under which data is used here and that give it. */
  readonly regimes: readonly string[];
  readonly words: string;
}

function gives({ body }: Purpose, regime: string, day: string): boolean {
  const isUsedHere = Object.keys(body.legalBasis).some((wider) => fallsUnder(regime, wider));
  const humanAppeal = (body.optOutExceptions ?? []).some(
    (exception) => fallsUnder(regime, exception.regime) && promisesHumanAppeal(exception.code),
  );
  return (
    isUsedHere &&
    rightsFor([regime], day, { humanAppeal }).some(({ right, available }) => right === 'human-review' && available)
  );
}

/** Nothing where no purpose decides about people, or no law of the places where it is used gives it. */
export function humanReviewGiven(
  purposes: readonly Purpose[],
  { now, reader }: { readonly now: number; readonly reader: Reader },
): HumanReviewGiven | null {
  const deciding = purposes.filter(({ significant }) => significant);
  const giving = regimeCodes.filter((regime) => deciding.some((purpose) => gives(purpose, regime, dayOf(now))));
  const regimes = giving.filter(
    (regime) =>
      !regimesToTry(regime)
        .slice(1)
        .some((wider) => giving.includes(wider)),
  );
  if (regimes.length === 0) return null;
  const places = listWords(
    reader.language,
    regimes.map((regime) => regimeWords(reader.language, regime)),
  );
  return { regimes, words: reader.say('register.human.where', { places }) };
}
