/**
 * Where a person can complain, as a message says it: by the laws of this person, and nothing where no law of theirs
 * names an authority.
 * Flow:    commands that tell somebody of a no → here → law (complaint routes), language.
 * Promise: the same words as the end of a letter; nobody is sent to an authority that their law does not know.
 * Source:  GDPR 12(4), 77; docs/law.md 3.4.
 */
import { complaintWords } from '../../language/law-words.ts';
import { complaintRoutes, dayOf } from '../../law/law.ts';

interface ComplaintValues {
  readonly hasComplaint: 'yes' | 'no';
  readonly complaint: string;
}

/** `now` is epoch milliseconds. */
export function complaintValues(language: string, regimes: readonly string[], now: number): ComplaintValues {
  const routes = complaintRoutes(regimes, dayOf(now));
  const said = routes.map(({ regime, words }) => complaintWords(language, regime)?.words ?? words);
  return { hasComplaint: said.length === 0 ? 'no' : 'yes', complaint: [...new Set(said)].join(' ') };
}
