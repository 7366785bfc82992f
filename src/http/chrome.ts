/**
 * What every page needs around its own content.
 * Flow:    handlers of pages → here → pages.
 * Promise: forms appear only where a session carries their token.
 * Source:  docs/design.md 12.
 */

import type { Chrome } from '../pages/chrome.ts';
import type { Reads } from '../ports/reads.ts';
import { defined } from '../vocabulary/defined.ts';
import type { Circumstances } from './bind.ts';

export const chromeOf = (
  { settings }: Pick<Reads, 'settings'>,
  { language, csrf, address }: Pick<Circumstances, 'language' | 'csrf' | 'address'>,
): Chrome => ({
  language,
  timeZone: settings.timeZone,
  ...defined({ company: settings.company, address }),
  ...(csrf === undefined ? {} : { session: { csrf } }),
});
