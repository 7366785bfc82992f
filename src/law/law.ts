/**
 * The door of this room: the few questions about law that other rooms ask.
 * Flow:    evaluation, commands, answers → here → the dated tables beside it.
 * Promise: every answer comes from a dated row with its source; nothing here reads a clock.
 * Source:  LAW.
 */
// biome-ignore-all lint/performance/noBarrelFile: this is the door of the room, the only place through which others come in.
export { mayBeUnder, minorAge, type OptInAges, optInAges } from './ages.ts';
export { answerListFor, requiredBy } from './answer-lists.ts';
export { basisAllowedIn, wantsOptInForSensitive } from './bases.ts';
export { MIN_MONTHS } from './calendar.ts';
export { type Calendar, type ClockQuestion, clockFor, type RegimeClock, type RequestClock } from './clock.ts';
export { dayOf } from './dated.ts';
export { type Denial, denialCodesFor, denialFor, regimesOfDenial } from './denials.ts';
export { holidaySetNames, isHolidaySetName } from './holidays.ts';
export { fallsUnder, forRegime, isRegime, regimeCodes, regimesToTry } from './regimes.ts';
export { verificationFor, wantsVerification } from './request-kinds.ts';
export { type ComplaintRoute, complaintRoutes, type Right, rightsFor } from './rights.ts';
