/**
 * What is kept for whoever works here or reads along: how far they read, their views, and which digests left.
 * Flow:    house → here → feed-reads, saved-views, digests.
 * Promise: everything here is kept in notes, and none of it is a fact.
 * Source:  decision 0038; decision 0130; decision 0134.
 */
import { digestsOf } from './digests.ts';
import { feedReads } from './feed-reads.ts';
import { savedViews } from './saved-views.ts';
import type { NoteRoom } from './sealed-notes.ts';

export const ownNotes = (room: NoteRoom & { now(): number }) => ({
  ...feedReads(room),
  ...savedViews(room),
  digests: digestsOf(room),
});

export type OwnNotes = ReturnType<typeof ownNotes>;
