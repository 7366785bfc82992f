/**
 * The door of this room: the few questions about law that other rooms ask.
 * Flow:    evaluation, commands, answers → here → the dated tables beside it.
 * Promise: every answer comes from a dated row with its source; nothing here reads a clock.
 * Source:  LAW.
 */
export { mayBeUnder, minorAge, type OptInAges, optInAges } from './ages.ts';
export { basisAllowedIn, wantsOptInForSensitive } from './bases.ts';
export { fallsUnder, forRegime, isRegime, regimeCodes, regimesToTry } from './regimes.ts';
export { type Calendar, type ClockQuestion, clockFor, type RegimeClock, type RequestClock } from './clock.ts';
export { type Denial, denialCodesFor, denialFor, regimesOfDenial } from './denials.ts';
export { dayOf } from './dated.ts';
export { MIN_MONTHS } from './calendar.ts';
export { holidaySetNames, isHolidaySetName } from './holidays.ts';
export { verificationFor, wantsVerification } from './request-kinds.ts';
export { type ComplaintRoute, complaintRoutes, type Right, rightsFor } from './rights.ts';
