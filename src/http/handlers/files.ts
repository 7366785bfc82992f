/**
 * Handlers of the files that people send.
 * Flow:    app → here → command `file.add`, answers/file.
 * Promise: a file of somebody else is the same 404 as a missing one.
 * Source:  docs/design.md 8; docs/promises.md 3.1.
 */

import * as reviews from '../../../openapi/endpoints/reviews.ts';
import { askOwnFile } from '../../answers/file/ask.ts';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { selfOf, senderOf } from '../call.ts';
import { readFileInput, renderFile } from '../files.ts';
import { renderRecorded } from '../reply.ts';

export const fileHandlers = (house: House): readonly Bound[] => [
  on(reviews.postMyFile)(async (context) => {
    const { name } = context.query;
    const input = readFileInput({ ...context.body, ...defined({ name }) });
    return isProblem(input) ? input : renderRecorded(await house.record('file.add', input, senderOf(context)));
  }),
  on(reviews.getMyFile)(async ({ params, caller }) => renderFile(await askOwnFile(house, params.id, selfOf(caller)))),
];
