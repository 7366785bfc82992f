/**
 * Texts of the reports that law asks for, as pages for staff.
 * Flow:    ../en.ts → here.
 * Promise: headings and counts only; whoever reads them works with requests.
 * Source:  11 CCR 7102; GDPR 30(1).
 */
export const reportMessages = {
  'report.span.officer': 'From {from} to {to}',
  'report.what.officer': 'What',
  'report.count.officer': 'How many',
  'report.requests.title.officer': 'Requests and their answers',
  'report.requests.metric.officer': 'Kind of request',
  'report.requests.received.officer': 'Received',
  'report.requests.complied.officer': 'Complied with',
  'report.requests.denied.officer': 'Denied',
  'report.requests.open.officer': 'Open',
  'report.requests.withdrawn.officer': 'Withdrawn',
  'report.requests.mean.officer': 'Days, mean',
  'report.requests.median.officer': 'Days, median',
  'report.requests.on-time.officer': 'Answered in time',
  'report.requests.extended.officer': 'Extended',
  'report.requests.late.officer': 'Open and late',
  'report.processing.title.officer': 'Records of processing',
  'report.processing.name.officer': 'Purpose',
  'report.processing.basis.officer': 'Legal basis',
  'report.processing.data.officer': 'Kinds of data',
  'report.processing.systems.officer': 'AI systems',
  'report.processing.recipients.officer': 'Recipients',
  'report.processing.retention.officer': 'How long it is kept',
  'report.processing.missing.officer': 'Missing',
  'report.processing.undeclared.officer': 'Done, and declared nowhere',
  'report.processing.nothing.officer': 'Nothing of the kind is on record.',
  'report.processing.service.officer': 'Service',
  'report.processing.system.officer': 'AI system',
  'report.metric.delete.officer': 'Delete',
  'report.metric.correct.officer': 'Correct',
  'report.metric.know.officer': 'Know',
  'report.metric.access-admt.officer': 'Access to automated decisions',
  'report.metric.opt-out-sale-share.officer': 'Opt out of sale or sharing',
  'report.metric.limit.officer': 'Limit sensitive data',
  'report.metric.opt-out-admt.officer': 'Opt out of automated decisions',
} as const;
