/**
 * The door of this room: the few questions about law that other rooms ask.
 * Flow:    evaluation, commands, answers → here → the dated tables beside it.
 * Promise: every answer comes from a dated row with its source; nothing here reads a clock.
 * Source:  LAW.
 */
export { mayBeUnder, minorAge, type OptInAges, optInAges } from './ages.ts';
export { basisAllowedIn, wantsOptInForSensitive } from './bases.ts';
export { fallsUnder, forRegime, isRegime, regimeCodes, regimesToTry } from './regimes.ts';
