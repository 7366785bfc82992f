/**
 * Handlers of the support desk: one search for a person, and notes.
 * Flow:    app → here → record/look, then answers/desk; command `note.add`.
 * Promise: the look stands in the ledger, in the person's own record too, before a byte of the answer is made.
 * Source:  docs/design.md 8.
 */

import * as endpoints from '../../../openapi/endpoints/staff.ts';
import { askDesk } from '../../answers/desk/ask.ts';
import type { House } from '../../ports/house.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf, senderWithoutKey } from '../call.ts';
import { recordLook } from '../record/look.ts';
import { renderJson, renderRecorded } from '../reply.ts';

export const deskHandlers = (house: House): readonly Bound[] => [
  on(endpoints.searchDesk)(async (context) => {
    const { subject: identifier, language = context.language } = context.body;
    // Every answer is made anew, so every one is a look of its own, also under a key that was used before.
    const look = { subject: identifier, what: 'desk', reason: 'support' } as const;
    const refused = await recordLook(house, look, senderWithoutKey(context));
    if (refused !== undefined) return refused;
    const found = await askDesk(house, { identifier, language, staff: context.caller.actor.id });
    return isProblem(found) ? found : renderJson(200, found);
  }),
  on(endpoints.addNote)(async (context) =>
    renderRecorded(await house.record('note.add', context.body, senderOf(context))),
  ),
];
