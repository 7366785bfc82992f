/**
 * What is read of those who work here, beside how they are described.
 * Flow:    house → here → reads.ts → answers/console/staff.
 * Promise: pseudonyms alone, and of those alone who acted as staff.
 * Source:  decision 0139.
 */
import type { SavedViewReads } from './saved-view-reads.ts';

export interface StaffReads extends SavedViewReads {
  /** Whoever acted as staff and stands in the ledger, by whatever they came in; nobody twice. */
  staffWhoActed(): Promise<readonly string[]>;
}
