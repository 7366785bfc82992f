/**
 * The handler of settings in the console: what this service was started with.
 * Flow:    app → here (the settings as config read them) → pages/console.
 * Promise: nothing is read from the environment here; what config left out as a secret cannot be shown.
 * Source:  decision 0126.
 */
import { showSettings } from '../../../../openapi/endpoints/console-settings.ts';
import { settingsPage } from '../../../pages/console/settings-page.tsx';
import type { Reads } from '../../../ports/reads.ts';
import { type Bound, on } from '../../bind.ts';
import { consoleChrome } from '../../console.ts';

export const consoleSettingsHandlers = (reads: Reads): readonly Bound[] => [
  on(showSettings)(async (context) => ({
    status: 200,
    text: settingsPage(
      { settings: reads.settings.shown ?? [], show: context.query.show },
      await consoleChrome(reads, context),
    ),
  })),
];
