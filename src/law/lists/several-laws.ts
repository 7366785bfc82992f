/**
 * What answers must hold that several laws ask for: explanations, human review, erasure, and the other US states.
 * Flow:    here → answer-lists.ts.
 * Promise: an explanation names what was actually applied to this person; a formula is neither needed nor enough.
 * Source:  C-203/22; AI Act 86; 11 CCR 7222; Minn. Stat. 325M.14; docs/law.md 3.7, 4, 6.4, 7.
 */
import { itemsUnder, type ListItem } from './item.ts';

const gdpr = itemsUnder({ regimes: ['EU', 'UK'], from: '2018-05-25', law: 'GDPR' });
const uk = itemsUnder({ regimes: ['UK'], from: '2026-02-05', law: 'UK GDPR', checked: 'law' });
const aiAct = itemsUnder({ regimes: ['EU'], from: '2027-12-02', law: 'AI Act', checked: 'law' });
const california = itemsUnder({ regimes: ['US-CA'], from: '2027-01-01', law: '11 CCR', checked: 'law' });
const deletion = itemsUnder({ regimes: ['US-CA'], from: '2023-03-29', law: '11 CCR', checked: 'law' });
const minnesota = itemsUnder({ regimes: ['US-MN'], from: '2025-07-31', law: 'Minn. Stat.', checked: 'law' });
const connecticut = itemsUnder({ regimes: ['US-CT'], from: '2026-07-01', law: 'Conn. SB 1295', checked: 'notes' });
const colorado = itemsUnder({ regimes: ['US-CO'], from: '2027-01-01', law: 'Colo. SB 26-189', checked: 'notes' });
const states = itemsUnder({ regimes: ['US'], from: '2023-01-01', law: 'state privacy acts' });
const quebec = itemsUnder({ regimes: ['CA-QC'], from: '2023-09-22', law: 'Act P-39.1' });

export const severalLawsLists: Readonly<Record<string, readonly ListItem[]>> = {
  'ai-use': [
    gdpr('inputs', '15(1)(h); C-203/22', 'The data of this person that was actually used.'),
    minnesota('inputs', '325M.14', 'The data used, to be reviewed.'),
    quebec('inputs', '12.1', 'The data used to reach the decision.'),
    gdpr('factors', '15(1)(h); C-203/22', 'The principles actually applied, in plain words.'),
    california('factors', '7222(b)(2)', 'The logic and the main factors of the output.'),
    minnesota('factors', '325M.14', 'The reason for the result.'),
    connecticut('factors', '', 'The reason for the result.'),
    aiAct('aiRole', '86(1)', 'The part the AI system played, and the main elements of the decision.'),
    california('humanInvolvement', '7222(b)(3)', 'Who or what else decided, and how.'),
    gdpr('consequences', '15(1)(h)', 'How much it matters and what may follow.'),
    minnesota('counterfactuals', '325M.14', 'What could have led, and could lead, to another decision.'),
    colorado('moreInformation', '6-1-1704', 'A simple way to ask for more about inputs and sources.'),
    california('noRetaliation', '7222(b)(4)', 'That nobody is treated worse for asking.'),
  ],
  'human-review': [
    gdpr('reviewer', '22(3)', 'That a person with the power to change the decision looked again.'),
    uk('statementHeard', '22C(2)(b)', 'That what the person said was considered.'),
    california('statementHeard', '7221(b)(1)', 'That what the person sent was considered.'),
    gdpr('outcome', '22(3)', 'The result and the reasons.'),
    uk('outcome', '22C(2)(d)', 'The result of contesting it.'),
    colorado('outcome', '6-1-1705', 'The result of the new look.'),
  ],
  erasure: [
    gdpr('actionTaken', '12(3), 17', 'What was erased, where and how, and when.'),
    gdpr('retained', '17(3)', 'What stays, on which ground, until when.'),
    gdpr('recipientsTold', '17(2), 19', 'Who else was told.'),
    gdpr('complaint', '12(4)', 'The way to the authority and to court.'),
    deletion('retained', '7022', 'What was not deleted, and why.'),
    states('actionTaken', '', 'What was deleted, and when.'),
    states('appeal', '', 'How to appeal, and the Attorney General.'),
  ],
  'us-access': [
    states('confirmation', '', 'Whether data about the person is used at all.'),
    states('copy', '', 'A copy of the data in a portable form.'),
    states('appeal', '', 'If something was refused: how to appeal.'),
  ],
  'us-correct': [
    states('correctedValue', '', 'What was corrected.'),
    states('appeal', '', 'If refused: why, and how to appeal.'),
  ],
  'us-third-parties': [
    states('recipients', '', 'The named others who received the data, or if unknown any who may have.'),
  ],
  'us-opt-out': [
    states('confirmation', '', 'That the use stopped.'),
    states('appeal', '', 'If refused: why, and how to appeal.'),
  ],
  'us-appeal': [
    states('reasons', '', 'The result in writing, with reasons.'),
    states('attorneyGeneral', '', 'If refused again: how to reach the Attorney General.'),
  ],
};
