/**
 * The areas in which the record of a person is handed out, and which facts belong to each.
 * Flow:    answers/held-data, answers/package, openapi/package-schemas → here.
 * Promise: every entry of a person has one area; what fits none is under `others`.
 */

/** The head of the fact kinds, and the member they stand under. */
export const heldMembers = {
  subject: 'person',
  consent: 'consents',
  limit: 'limits',
  use: 'uses',
  training: 'trainings',
  decision: 'automatedDecisions',
  review: 'reviews',
  file: 'files',
  message: 'messages',
  note: 'notes',
  notice: 'notices',
  request: 'requests',
  look: 'looks',
  link: 'signIns',
} as const;
export type HeldMember = (typeof heldMembers)[keyof typeof heldMembers];

/** The area of a kind of fact, or undefined where it fits none. */
export function heldMemberOf(kind: string | undefined): HeldMember | undefined {
  const head = kind?.split('.')[0] ?? '';
  return Object.hasOwn(heldMembers, head) ? heldMembers[head as keyof typeof heldMembers] : undefined;
}
