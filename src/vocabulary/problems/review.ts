/**
 * Failures of reviews and of the files that people send for them.
 * Flow:    here → ../problems.ts.
 * Promise: as in ../problems.ts.
 * Source:  docs/law.md 7; docs/promises.md I21.
 */
import type { ProblemKind } from './kind.ts';

export const reviewProblems = {
  'separation-of-duty': {
    status: 403,
    title: 'This is for somebody else to do',
    meaning:
      'Nobody at work acts about themself. Nobody reviews a decision that they made or confirmed, that is about themself, whose result they have seen, or that they already review on the other seat.',
    fix: 'Ask a colleague, or assign somebody else.',
  },
  'not-assigned': {
    status: 403,
    title: 'This step is for the assigned reviewer',
    meaning:
      'Only the member of staff who was assigned to the review, and who still works here, takes its steps and opens its files.',
    fix: 'Assign them first with POST /v1/reviews/{id}/assign.',
  },
  'authority-needed': {
    status: 403,
    title: 'This reviewer may not change the outcome',
    meaning:
      'A decision that waits for a human, and any outcome but "upheld", needs a reviewer with the authority change-outcome.',
    fix: 'Give the authority with PUT /v1/staff/{id} and assign the reviewer again, or assign somebody who has it.',
  },
  'review-open': {
    status: 409,
    title: 'A review of this decision is open',
    meaning: 'One review of a decision at a time is enough; it takes everything into account that was sent for it.',
    fix: 'Follow the open review that detail names. Once it is concluded, a new one can be opened.',
  },
  'too-many-files': {
    status: 429,
    title: 'Too many files for one day',
    meaning: 'One person can send a limited number of files a day.',
    fix: 'Send the rest tomorrow, or put several pages into one file.',
  },
} as const satisfies Record<string, ProblemKind>;
