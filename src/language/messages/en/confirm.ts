/**
 * Texts of the console: what waits for a second person.
 * Flow:    ../en.ts → here.
 * Promise: says what happens once it is confirmed, and that nothing has happened before.
 * Source:  decision 0044; decision 0067.
 */
export const confirmMessages = {
  'console.confirm.waiting': '{count, plural, one {one waits} other {# wait}}',
  'console.confirm.title': 'Two people',
  'console.confirm.lead': 'One person proposes, another confirms. What stands here has not happened.',
  'console.confirm.none': 'Nothing waits for a second person.',
  'console.confirm.ended': 'Ended lately',
  'console.confirm.ended.cut': 'The newest {count} are shown. The files hold all of them.',
  'console.confirm.ended.none': 'Nothing ended in the last weeks.',
  'console.confirm.act.subject.erase': 'Erase everything about a person',
  'console.confirm.act.hold.lift': 'End a legal hold',
  'console.confirm.act.hold.end': 'End a legal hold on data of somebody who was erased',
  'console.confirm.act.staff.describe': 'Change how a colleague is described',
  'console.confirm.effect.subject.erase':
    'Once confirmed, the data of this person is destroyed, but for what a hold keeps. Nobody can bring it back.',
  'console.confirm.effect.hold.lift':
    'Once confirmed, an erasure of this person destroys what this hold would have kept.',
  'console.confirm.effect.hold.end': 'Once confirmed, what this hold kept is destroyed. Nobody can bring it back.',
  'console.confirm.effect.staff.describe': 'Once confirmed, this is how the colleague is described.',
  'console.confirm.person': 'Person',
  'console.confirm.hold': 'Hold',
  'console.confirm.reason': 'Why it was set',
  'console.confirm.kept': 'Purposes kept',
  'console.confirm.staff': 'Colleague',
  'console.confirm.name': 'Name',
  'console.confirm.roles': 'Roles',
  'console.confirm.training': 'Training',
  'console.confirm.authority': 'May decide',
  'console.confirm.active': 'Works here',
  'console.confirm.yes': 'Yes',
  'console.confirm.no': 'No',
  'console.confirm.by': 'Proposed by',
  'console.confirm.you': 'You',
  'console.confirm.colleague': 'A colleague',
  'console.confirm.through': 'By a link of',
  'console.confirm.at': 'Proposed on',
  'console.confirm.until': 'Open until',
  'console.confirm.settled': 'Ended by',
  'console.confirm.own': 'You proposed this, so a colleague decides.',
  'console.confirm.other-scope': 'Somebody with another role decides this.',
  'console.confirm.gone': 'The person was erased meanwhile.',
  'console.confirm.sure': 'I am sure. This cannot be undone.',
  'console.confirm.confirm': 'Confirm',
  'console.confirm.refuse': 'Refuse',
  'console.confirm.take-back': 'Take it back',
  'console.confirm.state.confirmed': 'Confirmed',
  'console.confirm.state.declined': 'Refused or taken back',
  'console.confirm.state.expired': 'Ran out',
  'console.failure.second-person-needed':
    'A second person is needed. Whoever proposed it, or is not described as working here, cannot confirm it.',
  'console.failure.own-sign-in-needed':
    'You came in by a link that somebody else made. This needs a sign-in of your own.',
} as const satisfies Record<string, string>;
