/**
 * What every page needs around its own content.
 * Flow:    handlers of pages → here → pages.
 * Promise: forms appear only where a session carries their token.
 * Source:  docs/design.md 12.
 */

import type { Caller } from '../commands/command.ts';
import type { Chrome } from '../pages/chrome.ts';
import type { Reads } from '../ports/reads.ts';
import { defined } from '../vocabulary/defined.ts';
import type { Circumstances } from './bind.ts';

/** For customers: staff know by whose link they came in, and the record names it. */
const throughFor = (caller: Caller | undefined): string | undefined =>
  caller?.self === undefined ? undefined : caller.actor.through?.role;

export const chromeOf = (
  { settings }: Pick<Reads, 'settings'>,
  {
    language,
    csrf,
    address,
    caller,
  }: Pick<Circumstances, 'language' | 'csrf' | 'address'> & { readonly caller?: Caller | undefined },
): Chrome => ({
  language,
  timeZone: settings.timeZone,
  ...defined({ company: settings.company, links: settings.pageLinks, address }),
  ...(csrf === undefined ? {} : { session: { csrf, ...defined({ through: throughFor(caller) }) } }),
});
