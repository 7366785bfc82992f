/**
 * What answers under the GDPR and the UK GDPR must hold.
 * Flow:    here → answer-lists.ts.
 * Promise: recipients are named, not only their categories (C-154/21); the answer is this person's data, not a policy.
 * Source:  GDPR 12, 15–21; C-154/21; C-487/21; docs/law.md 3.5.
 */
import { itemsUnder, type ListItem } from './item.ts';

const gdpr = itemsUnder({ regimes: ['EU', 'UK'], from: '2018-05-25', law: 'GDPR' });
const uk = itemsUnder({ regimes: ['UK'], from: '2026-06-19', law: 'DPA 2018', checked: 'notes' });

const everyAnswer: readonly ListItem[] = [
  gdpr('actionTaken', '12(3)', 'What was done, and when.'),
  gdpr('extension', '12(3)', 'If more time was taken: that it was, and why.'),
  gdpr('complaint', '12(4)', 'If something was refused: why, and the way to the authority and to court.'),
];

export const gdprLists: Readonly<Record<string, readonly ListItem[]>> = {
  'gdpr-access': [
    gdpr('confirmation', '15(1)', 'Whether data about the person is used at all.'),
    gdpr('purposes', '15(1)(a)', 'What it is used for.'),
    gdpr('dataCategories', '15(1)(b)', 'Which kinds of data.'),
    gdpr('recipients', '15(1)(c); C-154/21', 'Who received it, by name unless that is impossible.'),
    gdpr('retention', '15(1)(d)', 'How long it is kept, or how that is decided.'),
    gdpr('rights', '15(1)(e)', 'The rights to correct, erase, freeze and object.'),
    gdpr('complaint', '15(1)(f)', 'The right to complain to an authority.'),
    gdpr('sources', '15(1)(g)', 'Where the data came from, if not from the person.'),
    gdpr('automatedDecisions', '15(1)(h)', 'Automated decisions: the logic, how much they matter, what may follow.'),
    gdpr('transfers', '15(2)', 'Safeguards for data sent to other countries.'),
    gdpr(
      'copy',
      '15(3); C-487/21',
      'A faithful copy of the data, with the context needed to understand it, in a common electronic form.',
    ),
    gdpr('rightsOfOthers', '15(4)', 'Data of other people is blacked out, and that is said.'),
    ...everyAnswer,
  ],
  'gdpr-rectification': [
    gdpr('correctedValue', '16', 'What was wrong and what stands there now, or the statement added.'),
    gdpr('recipientsTold', '19', 'Who else was told about the change.'),
    ...everyAnswer,
  ],
  'gdpr-restriction': [
    gdpr('ground', '18(1)', 'Which of the four reasons applies.'),
    gdpr('toldBeforeLifting', '18(3)', 'The person is told before the freeze is lifted.'),
    gdpr('recipientsTold', '19', 'Who else was told about it.'),
    ...everyAnswer,
  ],
  'gdpr-portability': [
    gdpr('providedData', '20(1)', 'The data the person gave or that was observed, not what was worked out from it.'),
    gdpr('machineReadable', '20(1)', 'A common machine-readable form, with its description.'),
    gdpr('directTransfer', '20(2)', 'Sent on directly where that is possible and asked for.'),
    ...everyAnswer,
  ],
  'gdpr-objection': [
    gdpr('stopped', '21(1)', 'That the use stopped, or the pressing reasons for going on.'),
    gdpr('restrictedMeanwhile', '18(1)(d)', 'That the data was frozen while this was decided.'),
    ...everyAnswer,
  ],
  'uk-complaint': [
    uk('acknowledged', 's 164A', 'When we said that we got the complaint.'),
    uk('outcome', 's 164A', 'What we found and did, and the way to the Information Commissioner.'),
  ],
};
