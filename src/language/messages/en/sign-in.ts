/**
 * Signing in: where somebody is signed in, links that others made, mails with a code, confirming an address.
 * Flow:    ../en.ts → here.
 * Promise: who made a link is said without blame; what a button ends is said beside it.
 * Source:  decision 0042; decision 0043; decision 0045.
 */
export const signInMessages = {
  'sessions.title': 'Where you are signed in',
  'sessions.lead': 'Each browser in which you are signed in, with a button to sign it out.',
  'sessions.this': '{device, select, none {This browser} other {This browser ({device})}}',
  'sessions.browser': '{device, select, none {A browser} other {A browser ({device})}}',
  'sessions.times': 'Since {begun}, last used {used}.',
  'sessions.link.staff': 'It began with a link that a member of our staff made.',
  'sessions.link.operator': 'It began with a link that the people who run this service made.',
  'sessions.link.administrator': 'It began with a link that an administrator made.',
  'sessions.end': 'Sign out',
  'sessions.end-all': 'Sign out everywhere',
  'sessions.end-all.effect':
    'This signs you out of every browser, also this one. Sign-in links that nobody has opened stop working.',
  'sign-in.lead': 'You sign in at {provider}, as you do elsewhere at {company}. Then you come back here.',
  'sign-in.button': 'Sign in at {provider}',
  'sign-in.again': 'Sign in again',
  'sign-in.here': 'Sign in',
  'left.provider': 'You are signed out here. At {provider} you may still be signed in.',
  'left.provider.button': 'Sign out at {provider}, too',
  'sign-in.mail.title': 'Your sign-in link',
  'sign-in.mail.text':
    'With this link you come to your own pages. It works once and for ten minutes. If you did not ask for it, you need not do anything.',
  'address.title': 'Is this your address?',
  'address.lead': '{company} was told that this e-mail address is yours. Confirm it, and letters to you go there.',
  'address.button': 'Yes, it is mine',
  'address.done.title': 'Your address is confirmed',
  'address.done.lead': 'Letters to you go there from now on. You can close this window.',
  'address.mail.title': 'Is this your e-mail address?',
  'address.mail.text':
    'We were told that this address is yours. Please confirm it with the link. Until then we send nothing else here. If it is not yours, you need not do anything.',
  'through.note':
    'You came in by a link that {role} made. What you do here is recorded with that. To have your data deleted or to get a copy, ask us to send you a link by e-mail.',
  'through.fact': 'This was done through a sign-in link that {role} made.',
  'use.sign-ins.title': 'Sign-in links made for you',
  'use.sign-in':
    '{made, select, yes {{day}: a} other {A}} link to your pages was made by {role}{sent, select, yes { and sent to you by e-mail} other {}}. {opened, select, yes {It was opened.} other {It was not opened.}}{acts, plural, =0 {} one { One entry of your record was made through it.} other { # entries of your record were made through it.}}',
} as const satisfies Record<string, string>;
