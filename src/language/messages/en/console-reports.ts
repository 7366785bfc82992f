/**
 * Texts of the reports in the console.
 * Flow:    ../en.ts → here.
 * Promise: headings and one sentence a report; what a figure means is said where it stands.
 * Source:  docs/law.md 8.
 */
export const consoleReportMessages = {
  'console.nav.reports': 'Reports',
  'console.reports.lead':
    'What the law wants to be counted and written down. Each report can be printed and saved as a file.',
  'console.reports.requests': 'How many requests came, what became of them, and how fast.',
  'console.reports.processing':
    'What each kind of data is for, what allows it, and what happened without being on record there.',
  'console.reports.open': 'Open the report',
  'console.reports.table': 'Save as a table',
  'console.reports.log': 'Save the log of requests',
  'console.reports.data': 'Save as JSON',
  'console.reports.from': 'From',
  'console.reports.to': 'To, this day included',
  'console.reports.law': 'Law',
  'console.reports.law.all': 'All laws',
} as const;
