/**
 * What we write to a person, and the page where they find it again.
 * Flow:    ../en.ts → here.
 * Promise: each template has a title and a text; a blank line starts a paragraph. A text says what happened, until when
 *          we answer, and what the person can do.
 * Source:  docs/law.md 3.7 (adverse outcome), 7 (result and own reasons to the person).
 */
export const messageMessages = {
  'message.greeting': 'Hello,',
  'message.closing': 'You can find this message, and everything else about how AI uses your data, on your own page.',
  'message.open': 'Open your page',
  'message.no-tracking': 'This message contains no tracking. We do not see whether you open it.',
  'message.no-language': 'We do not write in your language yet, so this message is in English.',
  'message.explanation-ready.title': 'Your explanation is ready',
  'message.explanation-ready.text':
    'On {day} you asked us how AI was used for decisions about you. The answer is ready.\n\nIt shows the reasons, the data that was used, and what you can do now.',
  'message.review-opened.title': 'A person will look at a decision about you',
  'message.review-opened.text':
    '{why, select, contested {On {day} you asked us to look again at this decision: {what}.} before_effect {This decision about you was prepared with AI: {what}. It has no effect until a person has looked at it.} stop_list {We stopped an AI system because we doubt its results. It took part in this decision about you: {what}.} other {On {day} our staff asked for a second look at this decision: {what}.}}\n\nA person who can change the decision will look at it, and at everything you sent us. We answer by {due}.',
  'message.review-concluded.title': 'We have looked at a decision about you',
  'message.review-concluded.text':
    'A person has looked at this decision: {what}.\n\n{outcome, select, upheld {The decision stays as it was.} changed {The decision was changed. It is now: {newOutcome}.} withdrawn {The decision was taken back. It no longer counts.} re_run {Some of the data was wrong. The decision will be made again with the right data.} other {The look is finished.}}\n\nThe reasons of the person who looked: {reasons}\n\nIf you do not agree, tell us.{hasComplaint, select, yes { {complaint}} other {}} You will not be treated worse for it.',
  'message.adverse-outcome.title': 'A decision about you, and what you can do',
  'message.adverse-outcome.text':
    'On {day} a decision was made about you: {what}. The result: {outcome}.\n\nThe AI system “{aiSystem}” took part. {role}\n\n{hasData, select, yes {These kinds of data were used: {data}.} other {Which data was used is not on record.}}{hasSources, select, yes { They came from: {sources}.} other {}}\n\nOn your own page you see more with one click: each value, where it came from, and the reasons. There you can have wrong data corrected. There you can ask a person to look at the decision again. It costs nothing, and you will not be treated worse for it.',
  'message.limit-lifted.title': 'We said no to your request',
  'message.limit-lifted.text':
    'On {day} you sent us this request: “{request}”. We have to say no.\n\nWhy: {ground}{hasWords, select, yes { {words}} other {}}\n\nWhat you had stopped can now start again. If you do not agree, tell us.{hasComplaint, select, yes { {complaint}} other {}} You will not be treated worse for it.',
  'message.request-extended.title': 'We need more time for your request',
  'message.request-extended.text':
    'On {day} you sent us this request: “{request}”. We need more time, and answer by {due}.\n\nWhy: {words}',
  'message.request-paused.title': 'We have a question about your request',
  'message.request-paused.text':
    'On {day} you sent us this request: “{request}”. {asked, select, identity {Before we can go on, we have to be sure that it is yours.} authority {Before we can go on, we have to be sure that you may ask this.} fee {Before we can go on, we need a payment from you.} other {Before we can go on, we need an answer from you.}}\n\nWhat we ask: {words}\n\n{clock, select, starts_then {Our time to answer starts on the day on which we have it.} not_counted {The days in which we wait for you do not count. After that, our time to answer goes on.} other {The day does not move: we answer by {due}.}}',
  'message.request-received.title': 'We have your request',
  'message.request-received.text':
    '{by, select, agent {On {day} somebody sent us this request for you: “{request}”. If you did not want it, tell us.} other {On {day} you sent us this request: “{request}”.}} It is with us, and we answer by {due}.\n\n{sure, select, yes {You need to do nothing more.} other {Before we answer, we have to be sure that it is really yours. We ask you if we need something for that.}}',
  'message.request-resumed.title': 'We go on with your request',
  'message.request-resumed.text':
    'Thank you. We have what we asked you for, and go on with your request of {day}: “{request}”. We answer by {due}.{moved, select, yes { The days in which we waited for you do not count.} other {}}',
  'message.request-denied.title': 'Our answer to your request is no',
  'message.request-denied.text':
    '{appealed, select, yes {On {day} you sent us this request: “{request}”. We looked at it again, as you asked. The answer stays no.} other {On {day} you sent us this request: “{request}”. We have to say no.}}\n\nWhy: {ground}{hasWords, select, yes { {words}} other {}}\n\n{law}{goesOn, select, yes {\n\nAI may use your data again from today on.} other {}}\n\nIf you do not agree, tell us.{canAppeal, select, yes { {appeal}} other {}}{hasComplaint, select, yes { {complaint}} other {}} You will not be treated worse for it.',
  'message.request-answered.title': 'Our answer to your request is here',
  'message.request-answered.text':
    'On {day} you sent us this request: “{request}”. {appealed, select, yes {We looked at it again, as you asked. } other {}}The answer is on your page.{inPart, select, yes { A part of it is left out. The answer says which part, and why.} other {}}\n\nIf something in it is wrong, tell us.',
  'message.request-cancelled.title': 'Your request was taken back',
  'message.request-cancelled.text':
    'Your request of {day} was taken back: “{request}”. We do nothing more about it. You can ask again at any time.{goesOn, select, yes {\n\nAI may use your data again from today on.} other {}}{hasWords, select, yes {\n\nWhat we noted: {words}} other {}}\n\nIf you did not want this, tell us.',
  'message.request-appealed.title': 'We look at your request again',
  'message.request-appealed.text':
    'You do not agree with our answer to your request of {day}: “{request}”. Somebody else now looks at it again. We answer by {due}.',
  'messages.title': 'Messages',
  'messages.lead': 'What we wrote to you, word for word. It stays here even if a letter or mail got lost.',
  'messages.none': 'We have not written to you yet.',
  'messages.older': 'Older messages',
  'messages.about': 'Open what it is about',
} as const satisfies Record<string, string>;
