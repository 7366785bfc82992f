/**
 * The door of this room: the few questions about law that other rooms ask, each in one sentence.
 * Flow:    evaluation, commands, answers → here → the dated tables beside it.
 * Promise: every answer comes from a dated row with its source; nothing here reads a clock.
 * Source:  LAW.
 */
import * as ages from './ages.ts';
import * as aggregate from './aggregate-answer.ts';
import * as lists from './answer-lists.ts';
import * as answers from './answer-rules.ts';
import * as bases from './bases.ts';
import * as calendar from './calendar.ts';
import * as clock from './clock.ts';
import * as dated from './dated.ts';
import * as grounds from './denials.ts';
import * as words from './empty-words.ts';
import * as checklist from './explanation-checklist.ts';
import * as holidays from './holidays.ts';
import * as human from './human-involvement.ts';
import * as notices from './notices.ts';
import * as features from './protected-features.ts';
import * as regimes from './regimes.ts';
import * as kinds from './request-kinds.ts';
import * as rights from './rights.ts';

export type { OptInAges } from './ages.ts';
export type { ListLaw, RequiredItem } from './answer-lists.ts';
export type { AnswerLaw, AnswerRule, AnswerTag } from './answer-rules.ts';
export type { Calendar, ClockQuestion, RegimeClock, RequestClock } from './clock.ts';
export type { Denial, DenialQuestion } from './denials.ts';
export type { ChecklistField, ChecklistRow } from './explanation-checklist.ts';
export type { HumanInvolvement, LimbEvidence, ReviewWork } from './human-involvement.ts';
export type { AdverseClock } from './notices.ts';
export type { ComplaintRoute, Right } from './rights.ts';

/** Every regime code that a person or a purpose may name. */
export const { regimeCodes, isRegime } = regimes;
/** How a rule is found for a regime: the exact code, then the part before the hyphen, Québec alone. */
export const { regimesToTry, forRegime, fallsUnder } = regimes;
/** The UTC day of an instant, as the dated rows want it. */
export const { dayOf } = dated;

/** Below which age a parent consents to an online service, and from which a person may have their data sold. */
export const { minorAge, optInAges, mayBeUnder } = ages;
/** Which legal basis a purpose may publish where, and who wants a yes before sensitive data is used. */
export const { basisAllowedIn, wantsOptInForSensitive } = bases;

/** When a request must be answered, by the earliest of the person's laws. */
export const { clockFor } = clock;
/** The first day after a minimum period of months. */
export const { MIN_MONTHS } = calendar;
/** The sets of public holidays that can be configured. */
export const { holidaySetNames, isHolidaySetName } = holidays;

/** How a kind of request is verified, and whether it must be before it is answered. */
export const { verificationFor, wantsVerification, hasRight } = kinds;
/** The grounds for refusing, and which of them fit a request. */
export const { denialFor, denialCodesFor, regimesOfDenial } = grounds;
/** The rights of a person, and where they can complain. */
export const { rightsFor, complaintRoutes } = rights;
/** What an answer must hold, and which law asks for it. */
export const { answerListFor, requiredBy } = lists;
/** Whether a human review was meaningful, and whether its reasons say anything. */
export const { humanInvolvementOf, authorityToChange, leastTime } = human;
export const { saysLittle, leastCharacters } = words;
/** What a person is and law protects: never held out as the thing to change. */
export const { protectedFeatureIn } = features;
/** Who must be told about an automated decision: beforehand, when it is made, and when it went against the person. */
export const { owesPreUseNotice, preUseNoticeFrom, tellsOfAutomation, adverseNoticeClock } = notices;
/** When one answer about many decisions may stand beside the single ones. */
export const { aggregateRuleFor, aggregateWindow } = aggregate;
/** The rules that ask for a member of an answer about AI, and the whole list of what such an answer must hold. */
export const { answerRules, tagApplies } = answers;
export const { explanationChecklist } = checklist;
