/** Source: test/vectors/law-grounds.ts. */
import { describe, expect, it } from 'vitest';
import { denialCodesFor, denialFor, denials, regimesOfDenial } from '../../src/law/denials.ts';
import { regimeCodes, regimesToTry } from '../../src/law/regimes.ts';
import { hasRight } from '../../src/law/request-kinds.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';
import { writtenGrounds } from '../vectors/law-grounds.ts';

// A day on which every ground stands.
const DAY = '2028-06-01';

describe('what each ground may refuse', () => {
  it('every ground has its line, and no line is about anything else', () => {
    expect(denials.map(({ code }) => code).sort()).toEqual(writtenGrounds.map(({ code }) => code).sort());
  });

  it.each(writtenGrounds)(
    '$code: under which laws, of what, on which terms, and where it stands',
    ({ code, places, ...written }) => {
      const ground = denialFor(code);
      const terms = [
        ground?.needsText === true ? ['text'] : [],
        ground?.partialOk === true ? ['part'] : [],
        ground?.aboutIdentity === true ? ['unknown'] : [],
        ground?.onlyPaused === true ? ['paused'] : [],
        ground?.onlyWithoutRight === true ? ['no-right'] : [],
      ].flat();
      const found = {
        regimes: ground?.regimes,
        except: ground?.except ?? [],
        kinds: [...(ground?.appliesTo ?? [])].sort(),
      };
      expect({ ...found, terms }).toEqual(written);
      expect(places.filter((place) => ground?.source.includes(place) !== true)).toEqual([]);
    },
  );

  it('is offered for a request exactly where its law and its kind are', () => {
    const wrong: unknown[] = [];
    for (const regime of regimeCodes)
      for (const kind of requestKinds) {
        const question = { kind, regimes: [regime], day: DAY };
        const fitting = writtenGrounds.filter(
          ({ regimes, except, kinds, terms }) =>
            kinds.includes(kind) &&
            !except.includes(regime) &&
            regimes.some((law) => law === '*' || regimesToTry(regime).includes(law)) &&
            !(terms.includes('no-right') && hasRight(kind, regime, DAY)),
        );
        const wanted = fitting.map(({ code }) => code).join();
        if (denialCodesFor(question).join() !== wanted) wrong.push({ ...question, wanted });
        for (const { code } of fitting) expect(regimesOfDenial(code, question)).toEqual([regime]);
      }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
