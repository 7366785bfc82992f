/**
 * Texts of human review: the form to disagree with a decision, and how far a second look is.
 * Flow:    ../en.ts → here.
 * Promise: says what happens next and until when; a look that was no real look is not called one.
 * Source:  docs/law.md 7; GDPR 22(3).
 */
export const reviewMessages = {
  'review.state.open': 'We have what you sent. A person will look at it.',
  'review.state.assigned': 'A person is looking at it.',
  'review.state.cancelled': 'You called this off. Nothing was changed.',
  'review.due': 'You will have our answer by {day}.',
  'review.outcome.upheld': 'A person looked at it. The decision stays as it was.',
  'review.outcome.changed': 'A person looked at it and changed the decision.',
  'review.outcome.withdrawn': 'A person looked at it and took the decision back. It no longer counts.',
  'review.outcome.re-run':
    'A person looked at it. Some data was wrong, so the decision will be made again with the right data.',
  'review.not-meaningful':
    'It is not on record that this was a full review, so we still count the decision as made by AI alone.',
  'review.title': 'A second look',
  'review.lead': 'Decisions about you that a person is looking at, or has looked at, a second time.',
  'review.all': 'Decisions looked at again',
  'review.none': 'You have not asked for a second look yet. You can do that on the page of each decision.',
  'review.column.about': 'Decision',
  'review.column.state': 'Status',
  'review.column.opened': 'Since',
  'review.column.due': 'Answer by',
  'review.about': 'The decision',
  'review.statement': 'What you wrote',
  'review.statement.staff': 'What our staff wrote',
  'review.corrections': 'Data that you say is wrong',
  'review.correction': '{label}: it should be {value}',
  'review.corrected': 'Data that was corrected',
  'review.corrected.row': '{name}: {to} instead of {from}',
  'review.files': 'Files you sent',
  'review.file': 'Save file {count}',
  'review.reasons': 'The reasons of the person who looked',
  'review.new-outcome': 'The decision is now: {outcome}',
  'review.cancel': 'Cancel this second look',
  'review.cancel.effect': 'Then nobody looks at it, and the decision stays as it is. You can ask again.',
  'contest.title': 'I do not agree with this decision',
  'contest.lead':
    'A person who can change the decision looks at what you write and send. It costs nothing, and you will not be treated worse for it.',
  'contest.statement': 'What do you want to say?',
  'contest.statement.hint': 'In your own words. The person reads this before they see the result of the AI.',
  'contest.corrections': 'Is any of this data wrong?',
  'contest.corrections.hint': 'Write what it should be. Leave blank what is right.',
  'contest.was': 'Used: {value}',
  'contest.should-be': 'Right value for {label}',
  'contest.files': 'Files that show it',
  'contest.files.hint':
    'PDF, PNG, JPEG or plain text, up to 5 files and 5 MB in all. Only the person who looks can open them.',
  'contest.send': 'Send',
  'contest.open-already': 'A person is already looking at this decision.',
  'contest.see-open': 'See where it stands',
  'review.next': 'You get the answer and the reasons by {day}.',
} as const satisfies Record<string, string>;
