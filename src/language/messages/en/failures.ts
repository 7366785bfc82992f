/**
 * What a person reads in the browser when something does not work.
 * Flow:    ../en.ts → here.
 * Promise: it says what happened and what to do next; programs get the catalogue of problems instead.
 * Source:  RFC 9457; WCAG 3.3.1, 3.3.3.
 */
export const failureMessages = {
  'failure.not-found.title': 'There is nothing here',
  'failure.not-found.text':
    'This page does not exist, or it is not yours to see. Go to your pages and look from there.',
  'failure.sign-in-needed.title': 'Please sign in',
  'failure.sign-in-needed.text':
    'This page is only for you, so you need to sign in. Open the sign-in link you were given, or ask for a new one.',
  'failure.sign-in-needed.here':
    'This page is only for you, so you need to sign in. You can do that here, or by a sign-in link that you were given.',
  'failure.fresh-sign-in-needed.title': 'Please sign in once more',
  'failure.fresh-sign-in-needed.text':
    'To have data deleted or to get a copy, you need a sign-in of the last 15 minutes. Nothing was changed. Sign in again and do this step once more.',
  'failure.sign-in-failed.title': 'This sign-in did not work',
  'failure.sign-in-failed.text': 'You were not signed in, and nothing was changed. Please begin again from here.',
  'failure.sign-in-without-access.title': 'This account opens nothing here',
  'failure.sign-in-without-access.text':
    'You did sign in, but your account is not known here. Please tell those who gave it to you.',
  'failure.sign-in-unavailable.title': 'Signing in is not possible just now',
  'failure.sign-in-unavailable.text':
    'The service that signs you in does not answer. Please try again in a few minutes, or use a sign-in link if you have one.',
  'failure.own-sign-in-needed.title': 'This needs a sign-in of your own',
  'failure.own-sign-in-needed.text':
    'You came in by a link that somebody else made. To have your data deleted or to get a copy, ask us to send you a link by e-mail, and come in by that one.',
  'failure.package-expired.title': 'This copy is no longer here',
  'failure.package-expired.text':
    'You could fetch it for thirty days after our answer. Ask for a new copy, and you get what is on record then.',
  'failure.typed': 'What you had written',
  'failure.typed.lead': 'It was not sent. Save it before you go on.',
  'failure.csrf.title': 'This form was open too long',
  'failure.csrf.text':
    'The form no longer fits your session, or it came from another site. Open the page again and send the form from there.',
  'failure.link-expired.title': 'This sign-in link no longer works',
  'failure.link-expired.text':
    'A sign-in link works once and for ten minutes. Ask for a new one where you got this one.',
  'failure.rate-limited.title': 'Too many tries',
  'failure.rate-limited.text': 'That was more often than we can answer. Please wait a few minutes and try again.',
  'failure.subject-erased.title': 'Your data was deleted',
  'failure.subject-erased.text': 'We deleted your data, so there is nothing to show here.',
  'failure.invalid-transition.title': 'That is no longer possible',
  'failure.invalid-transition.text':
    'Your request has moved on in the meantime, so this step no longer applies. Open the request to see how it stands.',
  'failure.validation-failed.title': 'Something in the form is not right',
  'failure.validation-failed.text':
    'We could not take this the way it was sent. Nothing was changed. Please go back, look at what you wrote or chose, and send it again.',
  'failure.invalid-query.title': 'This address is not right',
  'failure.invalid-query.text':
    'Something in the address of this page is wrong. Go to your pages and find it from there.',
  'failure.payload-too-large.title': 'That is too much at once',
  'failure.payload-too-large.text': 'What you sent is larger than we can take. Please send less, or in several parts.',
  'failure.unavailable.title': 'Not available just now',
  'failure.unavailable.text': 'We cannot answer safely at the moment, so we do not. Please try again in a few minutes.',
  'failure.internal.title': 'Something went wrong here',
  'failure.internal.text':
    'The fault is ours. If you were sending something, please look at your pages to see whether it arrived. Then try again.',
  'failure.other.title': 'That did not work',
  'failure.other.text': 'We could not do this. Go back to your pages and try from there.',
  'failure.for-programmers': 'The rest of this page is for programmers. It is in English.',
} as const satisfies Record<string, string>;
