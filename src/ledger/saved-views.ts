/**
 * The views that each member of staff saved.
 * Flow:    http (console) → here → their note, sealed.
 * Promise: one note a member of staff, named by pseudonym; two that are saved at once, on any nodes, are both kept.
 * Source:  decision 0130.
 */
import type { Reads } from '../ports/reads.ts';
import type { Records } from '../ports/records.ts';
import type { SavedView } from '../vocabulary/saved-view.ts';
import { type NoteRoom, sealedNotes } from './sealed-notes.ts';

const nameOf = (staff: string): string => `saved-views ${staff}`;

export function savedViews(room: NoteRoom): Pick<Reads, 'savedViews'> & Pick<Records, 'changeViews'> {
  const notes = sealedNotes<readonly SavedView[]>(room, []);
  return {
    savedViews: (staff) => notes.read(nameOf(staff)),
    changeViews: (staff, change) =>
      notes.change(nameOf(staff), (views) => {
        const content = change(views);
        return { content, gives: content !== undefined };
      }),
  };
}
