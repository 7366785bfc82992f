/**
 * Why a use was or was not allowed, for every code of the evaluation, in two voices.
 * Flow:    ../en.ts → here.
 * Promise: a code of docs/design.md 7 has exactly two sentences: `reason.<code>` for the person and
 *          `reason.<code>.officer`.
 * Source:  docs/design.md 7.
 */
export const reasonMessages = {
  'reason.unavailable': 'We could not be sure, so the AI system was not allowed to use your data.',
  'reason.unavailable.officer':
    'The service could not answer safely (sealed, integrity doubt or storage fault); nothing was permitted.',
  'reason.erased': 'Your data was deleted, so nothing may use it.',
  'reason.erased.officer':
    'An erased mark stands for this identifier; no purpose that a legal ground keeps was asked for.',
  'reason.unknown-purpose': 'The AI system asked for something we have not written down, so it was not allowed.',
  'reason.unknown-purpose.officer': 'No purpose with this key is published.',
  'reason.unknown-ai-system': 'We do not have this AI system on our list, so it was not allowed.',
  'reason.unknown-ai-system.officer': 'No AI system with this key is published.',
  'reason.ai-system-suspended': 'We have switched this AI system off for now.',
  'reason.ai-system-suspended.officer': 'The AI system is suspended by the stop switch.',
  'reason.ai-system-retired': 'This AI system is no longer in use.',
  'reason.ai-system-retired.officer': 'The AI system is published as retired.',
  'reason.use-not-declared': 'The AI system asked for more than we have written down for it, so it was not allowed.',
  'reason.use-not-declared.officer':
    'The AI system does not declare this purpose, or one of the data categories asked for.',
  'reason.unknown-subject': 'We could not tell who this was about, so it was not allowed.',
  'reason.unknown-subject.officer': 'The e-mail address, phone number or pseudonym resolves to nobody.',
  'reason.restricted': 'You asked us to put the use of your data on hold, and it is on hold.',
  'reason.restricted.officer':
    'A restriction stands on this data and the purpose publishes no allowance for restricted data.',
  'reason.erasure-asked': 'You asked us to erase your data. Until that is done, AI may not use it.',
  'reason.erasure-asked.officer':
    'A request for erasure is open. Only what an erasure would not end either goes on (GDPR 17(3)).',
  'reason.objected': 'You objected to this use, so it has stopped.',
  'reason.objected.officer':
    'An objection stands on this purpose or on all, and the basis or the marketing purpose yields to it.',
  'reason.opted-out': 'You opted out of this use, so it has stopped.',
  'reason.opted-out.officer':
    'An opt-out (or an opt-out signal) stands that covers this purpose, without a published exception.',
  'reason.no-legal-basis': 'We have not written down why the law would allow this, so it was not allowed.',
  'reason.no-legal-basis.officer':
    'The purpose publishes no legal basis that the law of one of the regimes of this person knows.',
  'reason.refused': 'You said no to this.',
  'reason.refused.officer': 'The newest effective choice for this purpose is a refusal.',
  'reason.withdrawn': 'You took back your agreement, so it has stopped.',
  'reason.withdrawn.officer': 'The newest effective choice for this purpose is a withdrawal.',
  'reason.no-special-category-condition':
    'This would touch especially sensitive data without the extra ground that the law asks for, so it was not allowed.',
  'reason.no-special-category-condition.officer':
    'The purpose is sensitive and publishes no condition of Article 9(2) for the EU or UK.',
  'reason.no-criminal-data-ground':
    'This would touch data about crimes without the ground of its own that the law asks for, so it was not allowed.',
  'reason.no-criminal-data-ground.officer':
    'The purpose uses data about crimes and names no ground of Article 10 for the EU or UK. Name it in criminalDataGround.',
  'reason.no-automated-decision-ground':
    'A decision of this weight may not be left to a machine alone here, so it was not allowed.',
  'reason.no-automated-decision-ground.officer':
    'A significant automated decision without human oversight before effect lacks its ground (Article 22 gateway, or UK 22B).',
  'reason.notice-not-shown': 'Nobody told you beforehand how AI takes part in this decision, so it was not allowed.',
  'reason.notice-not-shown.officer':
    'No notice about the versions in force of this AI system and purpose is on record as shown (11 CCR 7220). Show it, and record that with POST /v1/notices/shown.',
  'reason.minor-without-parent': 'For somebody of your age a parent has to agree first.',
  'reason.minor-without-parent.officer':
    'The person is below the age of consent of the regime and no parent has consented.',
  'reason.never-asked': 'You have not been asked about this yet, so it is not allowed.',
  'reason.never-asked.officer': 'The basis is consent and no choice is on record.',
  'reason.expired': 'Your agreement has run out, so it is no longer allowed.',
  'reason.expired.officer': 'The consent is older than the consent validity of the purpose.',
  'reason.notice-outdated': 'What you agreed to has changed since, so your old agreement no longer counts.',
  'reason.notice-outdated.officer': 'A material version of the notice or the purpose was published after the consent.',
  'reason.category-not-covered': 'You did not agree to the use of this kind of data.',
  'reason.category-not-covered.officer': 'A data category asked for lies outside the consent.',
  'reason.ai-system-not-covered': 'Your agreement does not include this AI system.',
  'reason.ai-system-not-covered.officer': 'The consent was given on a notice that names other AI systems.',
  'reason.not-explicit': 'This needs a clear yes of its own, and we do not have one from you.',
  'reason.not-explicit.officer': 'The basis asks for explicit consent and the recorded act is not an explicit one.',
  'reason.minor-opt-in-needed': 'For somebody of your age this needs a yes first, and there is none.',
  'reason.minor-opt-in-needed.officer':
    'Sale or sharing about a minor needs an opt-in (by a parent below the second age).',
  'reason.consent-given': 'You agreed to this.',
  'reason.consent-given.officer': 'A consent stands that covers this purpose, these categories and this AI system.',
  'reason.contract': 'We need this to do what we promised you in our contract.',
  'reason.contract.officer': 'The published basis is contract.',
  'reason.legal-obligation': 'A law makes us do this.',
  'reason.legal-obligation.officer': 'The published basis is a legal obligation.',
  'reason.vital-interests': 'This protects somebody’s life or health.',
  'reason.vital-interests.officer': 'The published basis is vital interests.',
  'reason.public-task': 'This is part of a task we carry out for the public. You can object.',
  'reason.public-task.officer': 'The published basis is a public task; no objection stands.',
  'reason.legitimate-interests': 'We do this in our own interest. You can object.',
  'reason.legitimate-interests.officer': 'The published basis is legitimate interests; no objection stands.',
  'reason.recognised-legitimate-interests': 'The law names this as a good reason to use data. You can object.',
  'reason.recognised-legitimate-interests.officer':
    'The published basis is a recognised legitimate interest (UK); no objection stands.',
  'reason.opt-out-not-exercised': 'This is allowed unless you opt out, and you have not.',
  'reason.opt-out-not-exercised.officer': 'The published basis is opt-out and no opt-out stands.',
  'reason.unknown': 'The reason is on record as “{code}”.',
} as const satisfies Record<string, string>;
