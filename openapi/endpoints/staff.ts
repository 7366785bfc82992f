/**
 * Routes of staff and of the support desk.
 * Flow:    models/staff.ts → here → endpoints.ts, http/handlers/{staff,desk}.ts.
 * Promise: whoever looks at a person's file leaves that in the person's record before anything is shown.
 * Source:  docs/law.md 7; docs/design.md 8.
 */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { ProposedModel } from '../models/proposal.ts';
import { DeskAnswerModel, DeskSearchBody, Note, NoteBody, Staff, StaffBody, StaffId } from '../models/staff.ts';

const params = z.object({ id: StaffId });

export const putStaff = endpoint({
  id: 'putStaff',
  method: 'put',
  path: '/v1/staff/{id}',
  summary: 'Describe a member of staff',
  description:
    'Role, training and authority, as a review has to know them. Replaces what stood before; sealed under their own key. Who describes themself may need a second person to confirm it (202).',
  tags: ['staff'],
  who: ['admin'],
  params,
  body: StaffBody,
  replies: { 200: Staff, 202: ProposedModel },
  fails: ['subject-erased'],
  records: ['staff.described', 'subject.linked', 'proposal.made', 'proposal.recorded'],
});
export const getStaff = endpoint({
  id: 'getStaff',
  method: 'get',
  path: '/v1/staff/{id}',
  summary: 'Read a member of staff',
  tags: ['staff'],
  who: ['admin', 'reviews'],
  params,
  replies: { 200: Staff },
  fails: ['not-found'],
});
export const searchDesk = endpoint({
  id: 'searchDesk',
  method: 'post',
  path: '/v1/desk/search',
  summary: 'One search for a customer',
  description:
    'Choices, decisions, open requests and reviews, messages, notes, and for each AI system what to say and what to offer. Recorded as a look.',
  tags: ['desk'],
  who: ['audit'],
  body: DeskSearchBody,
  replies: { 200: DeskAnswerModel },
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});
export const addNote = endpoint({
  id: 'addNote',
  method: 'post',
  path: '/v1/desk/notes',
  summary: 'Note something in the record of a person',
  tags: ['desk'],
  who: ['requests', 'reviews'],
  body: NoteBody,
  replies: { 201: Note },
  fails: ['not-found', 'subject-erased'],
  records: ['note.added'],
});
