/**
 * What answers under the CCPA must hold.
 * Flow:    here → answer-lists.ts.
 * Promise: the most dangerous data is never shown, but it is said that it is held.
 * Source:  Cal. Civ. Code 1798.100–.130; 11 CCR 7020–7028; docs/law.md 3.6.
 */
import { itemsUnder, type ListItem } from './item.ts';

const regimes = ['US-CA'];
const code = itemsUnder({ regimes, from: '2020-01-01', law: 'Cal. Civ. Code' });
const rules = itemsUnder({ regimes, from: '2023-03-29', law: '11 CCR' });
const rules2026 = itemsUnder({ regimes, from: '2026-01-01', law: '11 CCR', checked: 'notes' });

export const californiaLists: Readonly<Record<string, readonly ListItem[]>> = {
  'ca-know': [
    code('dataCategories', '1798.110(a)(1)', 'Which categories of data were collected.'),
    code('sources', '1798.110(a)(2)', 'From which categories of sources.'),
    code('purposes', '1798.110(a)(3)', 'Why it was collected, sold or shared.'),
    code('recipients', '1798.110(a)(4), 1798.115', 'Which categories of others received it, category by category.'),
    code('copy', '1798.110(a)(5)', 'The specific pieces of data, with what was inferred from them.'),
    rules2026('period', '7020', 'The period asked for, or everything since 1 January 2022.'),
    rules(
      'neverShown',
      '7024(d)',
      'Kinds of data that are held but must not be shown, for example identity numbers and passwords.',
    ),
  ],
  'ca-delete': [
    rules('actionTaken', '7022', 'Whether it was done.'),
    rules('recordKept', '7022', 'That a record of the request is kept.'),
    rules('retained', '7022', 'What was not deleted and why, in fact and in law; it is used for nothing else.'),
    rules('recipientsTold', '7022', 'That service providers and those who bought the data were told.'),
    rules('optOutOffered', '7022', 'If refused while data is sold or shared: the way to opt out.'),
  ],
  'ca-correct': [
    rules('correctedValue', '7023', 'What was corrected, in all systems.'),
    rules('reason', '7023', 'If not corrected: why, looking at everything.'),
    rules2026('sources', '7023', 'Who gave the wrong data, or that they were told.'),
  ],
  'ca-opt-out': [
    rules2026('confirmation', '7026, 7027, 7221', 'A visible confirmation that the choice is honoured.'),
    rules('recipientsTold', '7026(f)', 'That those who received the data meanwhile were told.'),
  ],
};
