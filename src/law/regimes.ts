/**
 * Which body of law a person stands under: the codes, and how a rule is found for one of them.
 * Flow:    subjects and purposes (their regimes) → here → every table of this room, and the evaluation.
 * Promise: a lookup takes the exact code, then the part before the hyphen; Québec MUST NOT fall back to Canada.
 * Source:  docs/design.md 7.
 */
import { type Dated, rowInForce } from './dated.ts';

/** Member States, with Iceland, Liechtenstein and Norway, where the GDPR applies through the EEA Agreement. */
const memberStates = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
);

const usStates = (
  'AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY ' +
  'OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY'
).split(' ');

/** Every regime code that a person or a purpose may name. */
export const regimeCodes: readonly string[] = [
  'EU',
  ...memberStates.map((state) => `EU-${state}`),
  'UK',
  'US',
  ...usStates.map((state) => `US-${state}`),
  'BR',
  'CA',
  'CA-QC',
  'CH',
  'IN',
];

const known = new Set(regimeCodes);

export const isRegime = (code: string): boolean => known.has(code);

/** A law of its own that does not build on the wider one. */
const standsAlone = new Set(['CA-QC']);

/** The codes to try in order: `EU-DE` then `EU`; `CA-QC` alone. */
export function regimesToTry(regime: string): readonly string[] {
  const hyphen = regime.indexOf('-');
  return hyphen < 0 || standsAlone.has(regime) ? [regime] : [regime, regime.slice(0, hyphen)];
}

/** The row for a regime: exact code first, then the part before the hyphen. */
export function forRegime<T>(table: Readonly<Record<string, T>>, regime: string): T | undefined {
  for (const code of regimesToTry(regime)) {
    if (Object.hasOwn(table, code)) return table[code];
  }
  return undefined;
}

/** The dated row in force for a regime: its own where one stands on that day, else the wider one. */
export function ruleFor<R extends Dated>(
  table: Readonly<Record<string, readonly R[]>>,
  regime: string,
  day: string,
): R | undefined {
  for (const code of regimesToTry(regime)) {
    const found = Object.hasOwn(table, code) ? rowInForce(table[code], day) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Does `regime` fall under `wider`? `EU-DE` falls under `EU`, `US-TX` under `US`, every code under itself. */
export const fallsUnder = (regime: string, wider: string): boolean => regimesToTry(regime).includes(wider);

/** Does one of these regimes fall under one of the wider ones? */
export const anyFallsUnder = (regimes: readonly string[], wider: readonly string[]): boolean =>
  regimes.some((regime) => wider.some((each) => fallsUnder(regime, each)));

/** Does every one of these regimes fall under one of the wider ones? */
export const allFallUnder = (regimes: readonly string[], wider: readonly string[]): boolean =>
  regimes.every((regime) => wider.some((each) => fallsUnder(regime, each)));

/** The GDPR, of the Union or of the United Kingdom. */
export const isUnderGdpr = (regime: string): boolean => fallsUnder(regime, 'EU') || fallsUnder(regime, 'UK');
