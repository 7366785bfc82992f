/**
 * Routes of saved views: the present filters of a list under a name, and away again.
 * Flow:    here → endpoints.ts, http/handlers/console/views.ts.
 * Promise: whoever is signed in keeps views of their own and sees no others; what is kept is an address of the console
 *          that names nobody.
 * Source:  decision 0130.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { showStart } from './console.ts';

const sending = {
  method: 'post',
  tags: ['console'],
  page: true,
  who: showStart.who,
  replies: {
    303: media('', 'Back to the page it was sent from.'),
    200: media('text/html; charset=utf-8', 'A page.'),
  },
} as const;
const csrf = z.string().min(1).max(200);
const name = z.string().max(400);

export const sendView = endpoint({
  ...sending,
  id: 'sendView',
  path: '/console/views',
  summary: 'Save the present view under a name; the same name again replaces it',
  body: z.strictObject({ csrf, name, address: z.string().max(2000) }),
});
export const sendViewRemoved = endpoint({
  ...sending,
  id: 'sendViewRemoved',
  path: '/console/views/remove',
  summary: 'Remove a saved view',
  body: z.strictObject({ csrf, name }),
});
