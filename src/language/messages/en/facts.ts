/**
 * One sentence for each kind of fact, as it stands in a person's record.
 * Flow:    ../en.ts → here.
 * Promise: every kind that the ledger may hold is named here; the sentence says who did what, not how it was stored.
 * Source:  docs/design.md 5.
 */
export const factMessages = {
  'fact.erased':
    'The content of this entry was deleted. Its place and its seal remain, so nobody can pretend that it never existed.',
  'fact.subject.linked': 'A way to recognise you was added to your record.',
  'fact.subject.described': 'It was noted which law protects you, your age group or your language.',
  'fact.purpose.published': 'We published what we use data for: “{name}”.',
  'fact.notice.published': 'We published a text for people to read first: “{name}”.',
  'fact.ai-system.published': 'We published an AI system: “{name}”.',
  'fact.recipient.published': 'We published who else receives data: “{name}”.',
  'fact.ai-system.suspended': 'We switched an AI system off.',
  'fact.ai-system.resumed': 'We switched an AI system on again.',
  'fact.consent.given':
    '{givenBy, select, parent {A parent} agent {Somebody you asked} other {You}} said yes to “{purpose}”.{effect, select, none { This changed nothing, because a later no stands.} other {}}',
  'fact.consent.refused':
    '{givenBy, select, parent {A parent} agent {Somebody you asked} other {You}} said no to “{purpose}”.{effect, select, none { This use does not depend on a yes, so it goes on.} other {}}',
  'fact.consent.withdrawn':
    '{givenBy, select, parent {A parent} agent {Somebody you asked} other {You}} took back the yes to “{purpose}”.{effect, select, none { This use does not depend on a yes, so it goes on.} other {}}',
  'fact.limit.set': '{limit}{hasPurpose, select, yes {: “{purpose}”} other {}}.',
  'fact.limit.lifted':
    'This no longer stands: {limit}{hasPurpose, select, yes {: “{purpose}”} other {}}.{effect, select, none { It changed nothing.} other {}}',
  'limit.restriction': 'You had your data put on hold',
  'limit.erasure-asked': 'You asked for your data to be erased',
  'limit.objection': 'You objected',
  'limit.objection-marketing': 'You objected to marketing',
  'limit.opt-out': 'You opted out',
  'limit.opt-out-sale-share': 'You said no to the sale and sharing of your data',
  'limit.opt-out-sensitive': 'You limited the use of sensitive data',
  'limit.opt-out-admt': 'You asked to leave AI out of decisions that matter',
  'limit.opt-out-profiling': 'You said no to profiles about you',
  'fact.use.allowed': '{aiSystem} used your data for “{purpose}”. {reason}',
  'fact.use.refused': '{aiSystem} asked for your data for “{purpose}” and was refused. {reason}',
  'fact.use.reported':
    '{aiSystem} reported that it used your data for “{purpose}”. {covered, select, true {A permission was on record.} other {No permission was on record.}}',
  'fact.use.ended':
    '{aiSystem} {ended, select, finished {finished what it used your data for: “{purpose}”.} stopped {stopped before it was done with “{purpose}”.} other {did not get done with “{purpose}”, because something failed.}}',
  'fact.use.observed':
    '{aiSystem} called a model for “{purpose}”. {ended, select, finished {It got an answer.} other {It got no answer, because something failed.}}',
  'fact.use.uncovered': 'An AI model was called and nobody had asked for it beforehand. No names were noted.',
  'fact.training.registered': 'A training run of an AI system was registered.',
  'fact.training.included': 'Your data went into the training of {aiSystem}, for “{purpose}”. {reason}',
  'fact.training.counted': 'It was noted how many people’s data went into a training run, without names.',
  'fact.training.ended': 'A training run of an AI system ended.',
  'fact.decision.recorded': 'A decision about you with {aiSystem}: {what}: {outcome}.',
  'fact.decision.reported': 'A decision about somebody was reported.',
  'fact.request.received': 'You asked us: {request}.',
  'fact.request.verified': 'We made sure that the request came from you.',
  'fact.request.extended': 'We took more time for your request and told you why.',
  'fact.request.paused': 'Your request was paused until we hear from you.',
  'fact.request.resumed': 'Your request goes on.',
  'fact.request.denied': 'We said no to your request and told you why.',
  'fact.request.fulfilled': 'We answered your request.',
  'fact.request.cancelled': 'Your request was cancelled.',
  'fact.request.appealed': 'You asked us to look at our answer again.',
  'fact.task.opened': 'We ask {name} for your request.',
  'fact.task.moved':
    '{to, select, running {We began with {name} for your request.} failed {{name} could not be asked. We try again.} parked {{name} could not be asked. A person looks after it.} other {{name} is asked again for your request.}}',
  'fact.task.done': '{name} is done with your request.',
  'fact.request.logged': 'It was noted that a request was made and how it ended, without saying by whom.',
  'fact.review.opened':
    '{why, select, before_effect {A decision waits until a person has looked at it.} stop_list {We opened a second look, because we stopped the AI system.} contested {You asked a person to look at a decision again.} other {A second look at a decision was opened.}}',
  'fact.review.assigned': 'A person was asked to look at the decision.',
  'fact.review.evidence-viewed': 'That person looked at what the decision rests on and at what you sent.',
  'fact.review.view-noted': 'That person wrote down their own view before they saw the result of the AI.',
  'fact.review.second-opinion': 'A second person gave their view.',
  'fact.review.concluded':
    'The second look ended: {ended, select, upheld {the decision stays} changed {the decision was changed} withdrawn {the decision was taken back} re_run {the decision is made again with corrected data} other {it is finished}}.',
  'fact.review.cancelled': 'The second look was called off.',
  'fact.file.added': 'You sent a file.',
  'fact.notice.shown':
    'You were shown a text about how AI uses your data.{acknowledged, select, true { You confirmed that you saw it.} other {}}',
  'fact.message.written': 'We wrote to you: “{name}”.',
  'fact.message.sent':
    '{channel, select, file {The message was put in a folder, to be sent on.} other {The message was sent to you.}}',
  'fact.message.handed-over': 'We gave you a message in another way.',
  'fact.message.given-up': 'The message could not be sent. It waits for you here.',
  'fact.note.added': 'Our support staff made a note.',
  'fact.staff.described': 'It was noted what you do here and what you may decide.',
  'fact.look.taken': 'A member of our staff looked at a record.',
  'fact.look.recorded': '{role} looked at your record. Reason: {reason}.',
  'fact.link.made':
    'A sign-in link for you was made by {role}.{sent, select, email { It was sent to you by e-mail.} other {}}',
  'fact.link.opened':
    'Somebody came in to your pages by a sign-in link.{sent, select, email { It had been sent to you by e-mail.} other { It had been made by {role}.}}',
  'fact.access.revoked': 'A sign-in was ended.',
  'fact.access.restored': 'Somebody may sign in again.',
  'fact.breach.recorded': 'A breach of personal data was recorded.',
  'fact.breach.noted': 'More was written down about a breach of personal data.',
  'fact.breach.told': 'Somebody was told of a breach of personal data.',
  'fact.breach.not-told': 'It was written down why somebody is not told of a breach of personal data.',
  'fact.webhook.made': 'An address was set up to which changes are sent.',
  'fact.webhook.changed': 'Something about an address to which changes are sent was altered.',
  'fact.webhook.ended': 'Changes are no longer sent to an address.',
  'fact.proposal.made': 'Something was proposed that a second person has to confirm.',
  'fact.proposal.recorded': 'Something about you was proposed that a second person has to confirm.',
  'fact.proposal.settled': 'A second person confirmed or declined what was proposed.',
  'fact.address.confirmed': 'You confirmed your e-mail address.',
  'fact.person.erased': 'The content of a record was deleted.',
  'fact.erasure.certified': 'The deletion was confirmed.',
  'fact.hold.set':
    'A part of your record was put on hold, so it stays even if you ask us to delete your data. {ground}',
  'fact.hold.lifted': 'The hold on a part of your record was lifted.',
  'fact.hold.ended': 'A hold on the record of somebody who was deleted ended, and what it kept is deleted, too.',
  'fact.consent.proof-kept': 'Proof that choices were made was kept, without saying whose.',
  'fact.payload.expired': 'The content of old entries was deleted at the end of its storage time.',
  'fact.log.key-changed': 'The key that seals the record was changed.',
  'fact.log.continued': 'The record goes on after a restored backup.',
  'fact.key.rotated': 'A key that protects the records was changed for a new one.',
} as const satisfies Record<string, string>;
