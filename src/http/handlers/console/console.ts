/**
 * Every handler of the console in one list.
 * Flow:    handlers.ts → here → app.
 * Promise: none of them decides anything itself: they call what the API calls.
 */
import type { House } from '../../../ports/house.ts';
import type { Bound } from '../../bind.ts';
import { consoleDeskHandlers } from './desk.ts';
import { consoleOversightHandlers } from './oversight.ts';
import { consoleRequestHandlers } from './requests.ts';
import { consoleReviewHandlers } from './reviews.ts';
import { startHandlers } from './start.ts';
import { consoleSystemHandlers } from './systems.ts';

export const consoleHandlers = (house: House): readonly Bound[] => [
  ...startHandlers(house),
  ...consoleReviewHandlers(house),
  ...consoleRequestHandlers(house),
  ...consoleDeskHandlers(house),
  ...consoleSystemHandlers(house),
  ...consoleOversightHandlers(house),
];
