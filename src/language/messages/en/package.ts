/**
 * Texts of the folder that answers a copy or a portability: its two pages and the check.
 * Flow:    ../en.ts → here.
 * Promise: said offline and for good; `{files}`, `{entries}` and `{count}` of the check are put in by its script.
 * Source:  GDPR 12(1), 15(3), 20(1).
 */
export const packageMessages = {
  'package.title': 'Your data, to keep',
  'package.lead':
    'This folder is our answer to your request of {day}. You can read it without the internet and without us.',
  'package.provided':
    'It holds what you gave us, and what you did here. What we or a computer worked out about you is not in it.',
  'package.letter': 'Read the letter',
  'package.letter-pdf': 'The letter as a PDF',
  'package.contents': 'What is inside',
  'package.forms': 'CSV opens in a spreadsheet. JSON is for programs, and the folder “schemas” says how it is built.',
  'package.foot': 'Keep this folder as you would keep a letter from your bank.',
  'package.back': 'Back to the overview',
  'package.download': 'Download everything as one folder (ZIP)',
  'package.until': 'You can fetch it here until {day}, right after you signed in.',
  'package.check.title': 'Check that nothing was changed',
  'package.check.words':
    'Choose this folder below. Your browser then compares every file with the signed list, and checks the sealed record. Nothing leaves your computer.',
  'package.check.choose': 'Choose this folder',
  'package.check.key': 'Whose signature to believe',
  'package.check.key-words':
    'This key came along with the folder. Compare it with the one that the company publishes elsewhere, or put that one here.',
  'package.check.working': 'Checking…',
  'package.check.good':
    'Nothing was changed: {files} files are as they were signed, and {entries} entries of the record are proven.',
  'package.check.bad': 'Something is wrong in {count} places. Do not rely on this folder.',
  'package.check.no-script': 'Checking needs the script in this folder. All the rest can be read without it.',
  'package.topic.person': 'You, as we know you',
  'package.topic.consents': 'Your choices',
  'package.topic.limits': 'What you told us to stop',
  'package.topic.uses': 'When AI used your data',
  'package.topic.trainings': 'Training of AI',
  'package.topic.automatedDecisions': 'Decisions made with AI',
  'package.topic.decisionInputs': 'What went into decisions',
  'package.topic.reviews': 'Second looks by a human',
  'package.topic.files': 'What you sent us',
  'package.topic.messages': 'Messages to you',
  'package.topic.notes': 'Notes about you',
  'package.topic.notices': 'Notices you were shown',
  'package.topic.requests': 'Your requests',
  'package.topic.looks': 'Who looked at your data',
  'package.topic.signIns': 'Your sign-ins',
  'package.topic.others': 'Other entries',
  'package.topic.aiUse': 'How AI uses your data, as one answer',
  'package.topic.withheld': 'What was left out, and why',
  'package.topic.evidence': 'The sealed record, for the check',
  'package.topic.letter': 'The letter',
  'package.topic.schema': 'How the files are built',
} as const;
