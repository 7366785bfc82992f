/**
 * How long an answer may take, where a person can complain, and what stays after an erasure.
 * Flow:    ../en.ts → here.
 * Promise: the English complaint routes and clock rules are those of src/law, and a test holds them together.
 * Source:  docs/law.md 2.1, 3.4, 6.4; GDPR 12(3), 77.
 */
export const lawMessages = {
  'clock.months':
    '{n, plural, one {One month} other {# months}} from the day the request arrived. If that day is a weekend or a public holiday, the next working day.',
  'clock.days': '{n} days after the day the request arrived, weekends and holidays included.',
  'clock.business-days': '{n} working days after the day the request arrived.',
  'clock.at-once': 'At once, and at the latest by the end of the day the request arrived.',
  'complaint.EU':
    'You can complain to a data protection authority: where you live, where you work, or where it happened. You can also go to court.',
  'complaint.EU.to': 'The data protection authority where you live or work',
  'complaint.UK':
    'Tell us first what went wrong; we answer within 30 days that we got it. Then you can complain to the Information Commissioner, and you can go to court.',
  'complaint.UK.to': 'The Information Commissioner (ICO)',
  'complaint.US-CA': 'You can complain to the California Privacy Protection Agency or to the Attorney General.',
  'complaint.US-CA.to': 'The California Privacy Protection Agency or the Attorney General of California',
  'complaint.US': 'You can complain to the Attorney General of your state.',
  'complaint.appeal': 'You can appeal to us: somebody else then looks at our answer.',
  'complaint.US.to': 'The Attorney General of your state',
  'complaint.BR': 'You can complain to the Brazilian authority ANPD, and you can go to court.',
  'complaint.BR.to': 'The ANPD',
  'complaint.CA': 'You can complain to the Privacy Commissioner of Canada.',
  'complaint.CA.to': 'The Privacy Commissioner of Canada',
  'complaint.CA-QC': 'You can go to the Commission d’accès à l’information of Québec.',
  'complaint.CA-QC.to': 'The Commission d’accès à l’information',
  'complaint.CH': 'You can report to the Swiss commissioner (FDPIC), and you can go to court.',
  'complaint.CH.to': 'The Federal Data Protection and Information Commissioner',
  'complaint.IN': 'Tell us first what went wrong; then you can complain to the Data Protection Board of India.',
  'complaint.IN.to': 'The Data Protection Board of India',
  'scope.US-FL': 'Only if this law covers you: it speaks of very large online platforms.',
  'scope.US-WA': 'Only if this law covers you: it speaks of health data.',
  'scope.US-NV': 'Only if this law covers you: it speaks of the sale of data and of health data.',
  'clock.appeal': '{n} days after the day your appeal arrived, weekends and holidays included.',
  'region.name': '{name}',
  'stays.request-record': 'The note that a request was made',
  'stays.erased-mark': 'The mark that keeps you erased',
  'stays.suppression-mark': 'Your wish to be left alone',
  'stays.legal-hold': 'A part of your record that we must keep',
  'stays.kept-purpose': 'What we must go on doing for “{purpose}”',
  'stays.consent-proof': 'Proof that choices were made, without your name',
  'stays.told-name': 'The random name under which others heard of your deletion',
  'stays.ledger-hashes': 'Bare hashes that say nothing about you',
  'stays.certificate': 'This certificate',
} as const satisfies Record<string, string>;
