/**
 * What is read of the views that staff save at the console.
 * Flow:    house → here → reads.ts → answers/console.
 * Promise: read only; each member of staff sees their own.
 * Source:  decision 0130.
 */
import type { SavedView } from '../vocabulary/saved-view.ts';

export interface SavedViewReads {
  /** Of this member of staff (`act_…`), in the order in which they saved them. */
  savedViews(staff: string): Promise<readonly SavedView[]>;
}
