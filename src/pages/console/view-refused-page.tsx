/**
 * A view that could not be saved: why, the views there are, and the way back.
 * Flow:    http/handlers/console/views.ts → here → frame.tsx.
 * Promise: where there is no room, one can be removed here.
 * Source:  decision 0130.
 */
import { sayOn } from '../chrome.ts';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { ViewsPanel } from './saved-views.tsx';

interface Refused {
  readonly error: string;
  readonly back: string;
}

export const viewRefusedPage = ({ error, back }: Refused, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.views.title'),
    chrome,
    error,
    back: { href: back, label: sayOn(chrome, 'console.views.back') },
    children: <ViewsPanel chrome={chrome} />,
  });
