/**
 * The gate: nothing is published to people that they would not understand, unless somebody says why.
 * Flow:    publish.ts → here → language/plain.
 * Promise: every sentence that fails is named with its place, its reason and a way to mend it. With an override the
 *          same findings are recorded instead of refused, so that everybody sees what was let through and by whom.
 * Source:  decision 0005; docs/plain-language.md.
 */
import type { PlainFinding } from '../../facts/registry.ts';
import { judgePlain, type TextFinding } from '../../language/plain/plain.ts';
import { type PublishedArea, textsIn } from '../../language/plain/texts-for-people.ts';
import { type FieldError, type Problem, problem } from '../../vocabulary/problems.ts';

interface Overridable {
  readonly plainLanguageOverride?: { readonly reason: string };
}

interface Fault extends TextFinding {
  readonly pointer: string;
}

interface Gate {
  readonly faults: readonly Fault[];
  /** Texts stand in a language that has no measures of its own. */
  readonly hasUnmeasured: boolean;
}

/** A writer mends the first ones and asks again. */
const MOST_FAULTS = 50;

export function gateOf(area: PublishedArea, body: object): Gate {
  const judged = textsIn(area, body).map((each) => ({ pointer: each.pointer, ...judgePlain(each.text, each) }));
  return {
    faults: judged
      .flatMap(({ pointer, findings }) => findings.map((finding) => ({ pointer, ...finding })))
      .slice(0, MOST_FAULTS),
    hasUnmeasured: judged.some(({ measured }) => !measured),
  };
}

const errorOf = ({ pointer, measure, place, why, sentence, fix }: Fault): FieldError => ({
  pointer,
  code: measure,
  message: `Sentence ${place}: ${why} (“${sentence}”)`,
  fix,
});

/** Nothing where the texts are plain, or where the publisher says why they are published all the same. */
export function refusedBy({ faults }: Gate, { plainLanguageOverride }: Overridable): Problem | undefined {
  return faults.length === 0 || plainLanguageOverride !== undefined
    ? undefined
    : problem('not-plain-enough', undefined, faults.map(errorOf));
}

/** What an override let through, as the fact keeps it: the sentences themselves stand in the body. */
export const letThrough = ({ faults }: Gate): { readonly notPlain?: PlainFinding[] } =>
  faults.length === 0
    ? {}
    : {
        notPlain: faults.map(({ pointer, measure, place, value, limit }) => ({
          pointer,
          measure,
          sentence: place,
          value,
          limit,
        })),
      };
