/**
 * Buttons and what follows from them, and how a choice stands.
 * Flow:    ../en.ts → here.
 * Promise: a button says what happens and when; yes and no are equally short.
 * Source:  docs/design.md 12 (words); docs/law.md 5.2.
 */
export const actionMessages = {
  'choice.agreed-on': 'You agreed on {day}',
  'choice.refused-on': 'You said no on {day}',
  'choice.withdrawn-on': 'You took back your yes on {day}',
  'choice.objected-on': 'You objected on {day}',
  'choice.opted-out-on': 'You opted out on {day}',
  'choice.none': 'No use of this system is on record.',
  'choice.several':
    '{allowed, plural, =0 {None} one {One} other {#}} of {all} uses of this system {allowed, plural, one {is} other {are}} allowed right now.',
  'action.withdraw': 'Turn off',
  'action.withdraw.effect': 'Turning this off takes effect at once.',
  'action.agree': 'Read and decide',
  'action.agree.effect': 'You see the full text first. Nothing changes until you say yes.',
  'action.lift': 'Allow it again',
  'action.lift.effect': 'First you see what it is about.',
  'action.object': 'Object to this use',
  'action.object.effect': 'It stops at once.',
  'action.opt-out': 'Opt out of this use',
  'action.opt-out.effect': 'It stops at once.',
  'action.ask-human': 'Ask a person to look again',
  'action.ask-human.effect': 'Free of charge. Somebody who can change the decision looks at it.',
  'action.ask-explanation': 'Ask why',
  'action.ask-explanation.effect': 'You get the recorded reasons as a letter.',
  'action.complain': 'Complain',
  'action.refuse': 'Say no',
  'choice.weighed': 'We weighed our own interest against yours. You can object.',
} as const satisfies Record<string, string>;
