/**
 * Texts of the AI-use answer: the first sentence, silence made explicit, looks, proof, oversight.
 * Flow:    ../en.ts → here.
 * Promise: a sentence says what is on record, never that a use was lawful.
 * Source:  docs/design.md 12 (words); docs/design.md 8.1.
 */
export const useMessages = {
  'use.summary.used':
    '{span}, <b>{systemsThatUsedYourData, plural, one {one AI system} other {# AI systems}} used your data {uses, plural, one {once} other {# times}}</b>.{agreedTo, plural, =0 {} one { You agreed to one use.} other { You agreed to # uses.}}',
  'use.summary.decided-only': '{span}, <b>no single use of your data was recorded</b>, but a decision about you was.',
  'use.summary.refused-only':
    '{span}, <b>AI systems asked for your data {refused, plural, one {once} other {# times}} and were refused every time</b>.',
  'use.summary.nothing': '{span}, <b>no use of your data by AI was recorded</b>.',
  'use.summary.decisions':
    '{decisions, plural, =0 {No decision about you by AI is on record.} one {<b>One decision</b> about you used AI} other {<b># decisions</b> about you used AI}}{decisions, plural, =0 {} other {{decisionsCheckedByAPerson, plural, =0 {. No person is on record as having checked and been able to change {decisions, plural, one {it} other {them}}.} one {, and a person checked {checked, select, all {it} other {one}}.} other {, and a person checked {checked, select, all {{decisions, plural, =2 {both} other {all of them}}} other {#}}.}}}}',
  'use.span.twelve-months': 'In the last 12 months',
  'use.span.since': 'Since {day}',
  'use.span.from-to': 'From {from} to {to}',
  'use.period.all': 'Everything on record, the last twelve months first',
  'use.period.from-to': '{from} to {to}',
  'use.none.since': 'No use of your data by an AI system was recorded since {day}, when our record began.',
  'use.none.never': 'No use of your data by an AI system was recorded. Our record is still empty.',
  'use.none.silent':
    '{count, plural, one {One AI system has} other {# AI systems have}} never reported a use of anybody’s data. No report is not the same as no use.',
  'use.interaction': 'This is an AI system: a computer program, not a person.',
  'use.oversight.none': 'No person checks its results.',
  'use.oversight.after-the-fact': 'A person can look at its results afterwards.',
  'use.oversight.before-effect': 'A person decides before anything happens to you.',
  'use.exception': 'There is an exception to opting out here, on record as “{code}”.',
  'use.exception.human-appeal': 'You cannot opt out here, but you can have a person decide instead.',
  'use.exception.hiring-admission': 'You cannot opt out here: it is about hiring or admission.',
  'use.exception.exempt-data': 'You cannot opt out here: other laws protect this data.',
  'use.exception.work-allocation': 'You cannot opt out here: it is about who does which work.',
  'use.exception.human-involved': 'You cannot opt out here, because a person is really involved.',
  'use.exception.permitted-sensitive-use': 'You cannot opt out here: the law permits this use of sensitive data.',
  'use.trained.title': 'Models your data went into',
  'use.trained.note': 'What a model has learned from your data stays in that version of it.',
  'use.trained':
    '{state, select, finished {Your data was used to train {aiSystem}, version {version}. It went in on {day}.} open {Your data went into the training of {aiSystem}, version {version}, on {day}. The training goes on.} other {Your data went into the training of {aiSystem}, version {version}, on {day}. The training was not finished.}}',
  'use.training.yes': 'Your data is used to train it.',
  'use.training.no': 'Your data is not used to train it.',
  'use.suspended': 'Switched off since {day}. It may not use anybody’s data.',
  'use.decisions.count': '{count, plural, one {One decision is on record.} other {# decisions are on record.}}',
  'use.decisions.count-shown':
    '{count, plural, one {One decision is on record.} other {# decisions are on record, the newest {shown} are shown.}}',
  'use.decisions.none': 'No decision about you by AI is on record.',
  'use.decisions.not-made': 'Our AI systems only assist. None of them makes an important decision about you.',
  'use.look': '{day}: {role} looked at your record. Reason: {reason}.',
  'use.look.role':
    '{role, select, officer {our privacy team} support {our support team} admin {an administrator} service {another service of ours} other {our staff}}',
  'use.look.reason':
    '{reason, select, request {a request of yours} review {a person checked a decision} support {you asked our support} audit {a check of our own work} other {not stated}}',
  'use.proof':
    '{entries, plural, =0 {No entry} one {One entry} other {# entries}} of a sealed record {entries, plural, one {is} other {are}} about you. Nobody can change or remove one unseen.',
  'use.proof.empty': 'The record is still empty.',
  'request.about': 'About decision {id}.',
  'request.about-request': 'About my request {id}.',
  'use.summary.without-permission':
    '<b>{usesWithoutPermission, plural, one {One use of your data} other {# uses of your data}} had no permission.</b>',
  'use.without.title': 'Used without permission',
  'use.without.words':
    '{systems, plural, one {One AI system} other {# AI systems}} used your data {count, plural, one {once} other {# times}} without permission. We learned of it only afterwards.',
  'use.without.on': '{count, plural, one {One use had} other {# uses had}} no permission: on {day}.',
  'use.without.between':
    '{count, plural, one {One use had} other {# uses had}} no permission: between {from} and {to}.',
  'use.without.object.effect': 'When the AI system asks for your data, the answer is no.',
  'use.without.do': 'What you can do',
  'use.without.why': 'Why there was no permission',
  'contact.title': 'Who answers you',
  'contact.controller': 'Write to us: {contact}',
  'contact.data-protection-officer': 'Our data protection officer: {contact}',
} as const satisfies Record<string, string>;
