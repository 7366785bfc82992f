/**
 * The notice that people read before an AI system takes part in a decision about them.
 * Flow:    ../en.ts → here.
 * Promise: every sentence stands in the text whose hash is kept, so a change here is another notice.
 * Source:  11 CCR 7220(c).
 */
export const noticeMessages = {
  'notice.title': 'Before AI takes part in a decision about you',
  'notice.lead': 'What “{aiSystem}” does with your data, and what you can do about it.',
  'notice.purpose.title': 'What it is for',
  'notice.decisions': 'It takes part in these decisions: {list}.',
  'notice.how.title': 'How it works',
  'notice.data': 'These kinds of data affect the result: {list}.',
  'notice.output.title': 'What comes out, and what we do with it',
  'notice.sole': 'The result alone decides.',
  'notice.not-sole': 'The result is not the only thing that counts.',
  'notice.others': 'These things count as well: {list}.',
  'notice.human.title': 'What people do',
  'notice.opt-out.title': 'How to say no',
  'notice.opt-out':
    'You can say no. Then this AI system takes no part in decisions about you. You do not have to give a reason.',
  'notice.opt-out.button': 'Say no to this AI system',
  'notice.no-opt-out.title': 'Why you cannot opt out here',
  'notice.appeal':
    'You can ask a person to look at the decision again. That person can change it, and looks at everything you send.',
  'notice.appeal.button': 'Ask a person to decide',
  'notice.alternative.title': 'What happens if you say no',
  'notice.access.title': 'How to ask what it did',
  'notice.access':
    'You can ask how this AI system was used for a decision about you. We tell you the reasons, the data and the result.',
  'notice.access.button': 'Ask how it was used',
  'notice.own.title': 'What we wrote ourselves',
  'notice.own': 'Our own text about this is “{title}”, version {version}.',
  'notice.not-written': 'This is not written down yet.',
  'notice.gaps.title': 'What is still missing here',
  'notice.gap.appeal': 'How to ask a person to decide instead is not written down.',
  'notice.version': 'This text was made from what we have published: {list}.',
  'notice.version.one': '“{name}”, version {version}',
  'notice.check': 'Check value of this text: {hash}',
  'notice.told':
    'We told you about it beforehand, on {day}.{acknowledged, select, true { You confirmed that you saw it.} other {}}',
  'notice.for-whom':
    'This text follows the law of California, and everybody can read it. What your own law gives you stands on your own page.',
  'notice.beforehand': 'Read what we tell people beforehand',
} as const satisfies Record<string, string>;
