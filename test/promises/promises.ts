/**
 * Every sentence of the catalogues that promises an effect, with the rule that makes it true and a drive that shows it.
 * Flow:    the areas beside it → here → test/house/promises.test.ts, test/prove/promises.test.ts.
 * Promise: an entry drives the real service over HTTP, finds the sentence where a person reads it, and the effect.
 */
import { choicePromises } from './choices.ts';
import { consoleBreachPromises } from './console-breaches.ts';
import { consoleNoticePromises } from './console-notices.ts';
import { consoleRequestPromises } from './console-requests.ts';
import { consoleReviewPromises } from './console-reviews.ts';
import { consoleStaffPromises } from './console-staff.ts';
import { consoleSystemPromises } from './console-systems.ts';
import { digestPromises } from './digests.ts';
import { erasurePromises } from './erasures.ts';
import { explanationPromises } from './explanations.ts';
import { failurePromises } from './failures.ts';
import { inPagePromises } from './in-page.ts';
import { letterPromises } from './letters.ts';
import { packagePromises } from './packages.ts';
import { recordPromises } from './record.ts';
import { refusalPromises } from './refusals.ts';
import { requestPromises } from './requests.ts';
import { rightPromises } from './rights.ts';
import type { Promised } from './scene.ts';
import { secondPersonPromises } from './second-person.ts';
import { signInPromises } from './sign-in.ts';
import { toldPromises } from './told.ts';
import { trainingPromises } from './trainings.ts';

export const promises: readonly Promised[] = [
  ...choicePromises,
  ...requestPromises,
  ...toldPromises,
  ...digestPromises,
  ...letterPromises,
  ...packagePromises,
  ...recordPromises,
  ...refusalPromises,
  ...failurePromises,
  ...consoleBreachPromises,
  ...consoleNoticePromises,
  ...consoleReviewPromises,
  ...consoleRequestPromises,
  ...consoleStaffPromises,
  ...consoleSystemPromises,
  ...rightPromises,
  ...erasurePromises,
  ...explanationPromises,
  ...secondPersonPromises,
  ...signInPromises,
  ...trainingPromises,
  ...inPagePromises,
];
