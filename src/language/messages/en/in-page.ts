/**
 * What stands on pages of the company, beside the place where AI is at work.
 * Flow:    ../en.ts → here.
 * Promise: says that it is AI before it says anything else; a failure says whether anything was changed.
 * Source:  AI Act 50(1); decision 0128.
 */
export const inPageMessages = {
  'in-page.title': 'AI is at work here: {aiSystem}',
  'in-page.why': 'What for',
  'in-page.data': 'What data it uses',
  'in-page.more': 'All about AI and your data',
  'in-page.working': 'One moment …',
  'in-page.failed': 'That did not work. Nothing was changed.',
  'in-page.unsure': 'We heard no answer, so it may not be saved. Load this page again to see how it stands.',
  'in-page.expired': 'This page has been open for long. Load it again, then choose. Nothing was changed.',
  'in-page.fact': 'This was done on a page of ours. Who you are was said by: {role}.',
  'in-page.audit.through': 'On a page whose pass was made by',
} as const satisfies Record<string, string>;
