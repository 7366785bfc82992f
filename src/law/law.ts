/**
 * The door of this room: the few questions about law that other rooms ask, each in one sentence.
 * Flow:    evaluation, commands, answers → here → the dated tables beside it.
 * Promise: every answer comes from a dated row with its source; nothing here reads a clock.
 * Source:  docs/law.md 0.
 */

/** Below which age a parent consents to an online service, and from which a person may have their data sold. */
export { mayBeUnder, minorAge, optInAges } from './ages.ts';

/** When one answer about many decisions may stand beside the single ones. */
export { aggregateRuleFor, aggregateWindow } from './aggregate-answer.ts';

/** What an answer must hold, and which law asks for it. */
export { answerListFor, type RequiredItem, requiredBy } from './answer-lists.ts';

/** The rules that ask for a member of an answer about AI. */
export { type AnswerLaw, type AnswerTag, answerRules, tagApplies } from './answer-rules.ts';

/** Which legal basis a purpose may publish where, and who wants a yes before sensitive data is used. */
export { basisAllowedIn, basisFault, wantsOptInForSensitive } from './bases.ts';

/** When a request must be answered, by the earliest of the person's laws. */
export { lawChangesAfter } from './changes.ts';
export { type Calendar, clockFor, type RequestClock } from './clock.ts';

/** The UTC day of an instant, as the dated rows want it. */
export { dayOf } from './dated.ts';

/** The grounds for refusing, and which of them fit a request. */
export { denialCodesFor, denialFor, regimesOfDenial } from './denials.ts';

/** Whether the reasons of a review say anything. */
export { isSaidAgain, leastCharacters, saysLittle, saysNothing } from './empty-words.ts';

/** The whole list of what an answer about AI must hold, field by field. */
export { type ChecklistField, explanationChecklist } from './explanation-checklist.ts';

/** The sets of public holidays that can be configured. */
export { holidaySetNames } from './holidays.ts';

/** Whether a human review was meaningful. */
export {
  authorityToChange,
  humanInvolvementOf,
  leastTime,
  type ReviewerWork,
  type TimeSpent,
  timeAlone,
} from './human-involvement.ts';

/** Who must be told about an automated decision: beforehand, when it is made, and when it went against the person. */
export {
  type AdverseClock,
  adverseNoticeClock,
  adverseNoticesSince,
  owesPreUseNotice,
  preUseNoticeFrom,
  sparesChild,
  tellsOfAutomation,
} from './notices.ts';

/** What one may wait for while a request is paused. */
export { type Pause, pauseMoves, pauseReasonsFor } from './pauses.ts';

/** What a person is and law protects: never held out as the thing to change. */
export { protectedFeatureIn } from './protected-features.ts';

/**
 * Every regime code, and how a rule is found for one: the exact code, then the part before the hyphen, Québec alone.
 */
export { allFallUnder, fallsUnder, forRegime, isRegime, isUnderGdpr, regimeCodes, regimesToTry } from './regimes.ts';

/** Whether a kind of request is a right at all. */
export { hasRight } from './request-kinds.ts';

/** The rights of a person, and where they can complain. */
export { type ComplaintRoute, complaintRoutes, opensCourt, type Right, rightsFor } from './rights.ts';

/** Under which laws the privacy signal of a browser is an opt-out. */
export { knowsSignal } from './signals.ts';

/** How sure one has to be who asks before a request is answered, and which levels are enough. */
export { isSureEnough, leastLevelsFor, levelsFor, wantsVerification } from './verification.ts';
