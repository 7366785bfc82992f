/**
 * The receipt of a choice, for the person who chose.
 * Flow:    ../en.ts → here.
 * Promise: the words of what was recorded; nothing is promised here that the files do not show.
 */
export const receiptMessages = {
  'receipt.title': 'Receipt of your choice',
  'receipt.lead':
    '{chosen, select, given {You said yes to: {purpose}} refused {You said no to: {purpose}} withdrawn {You took back your yes to: {purpose}} other {This was recorded and changed nothing: {purpose}}}',
  'receipt.chosen': 'When you chose',
  'receipt.recorded': 'When it was recorded',
  'receipt.how': 'How you answered',
  'receipt.by': 'Who answered',
  'receipt.ended': 'Ended by a later no',
  'receipt.for': 'What you were asked about',
  'receipt.data': 'Kinds of data',
  'receipt.systems': 'AI systems',
  'receipt.recipients': 'Who else receives data for this',
  'receipt.basis': 'Why it is allowed',
  'receipt.notice': 'The text you were shown',
  'receipt.files': 'Take it along',
  'receipt.files.words':
    'The signed receipt shows what we said when. The proof file shows that it stands in our record. Both can be checked without us.',
  'receipt.file.jws': 'Signed receipt',
  'receipt.file.jsonld': 'Receipt for machines',
  'receipt.file.proof': 'Proof file',
  'receipt.open': 'Receipt',
  'receipt.method.checkbox': 'With a box you ticked',
  'receipt.method.button': 'With a button you pressed',
  'receipt.method.signed': 'With your signature',
  'receipt.method.spoken': 'In a conversation',
  'receipt.method.web-form': 'On a web form',
  'receipt.method.api-delegated': 'Through another service',
  'receipt.giver.self': 'You',
  'receipt.giver.parent': 'Your parent',
  'receipt.giver.agent': 'Somebody you asked to act for you',
} as const satisfies Record<string, string>;
