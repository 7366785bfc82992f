/**
 * Handlers of saved views: kept under a name, and removed.
 * Flow:    app → here → the note of whoever is signed in.
 * Promise: a name that is taken is replaced and not kept twice, so that a form that is sent again changes nothing; what
 *          cannot be kept is told, with a way on.
 * Source:  decision 0130.
 */
import * as views from '../../../../openapi/endpoints/console-views.ts';
import { say } from '../../../language/say.ts';
import { viewRefusedPage } from '../../../pages/console/view-refused-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isBlank } from '../../../vocabulary/blank.ts';
import { longestName, mostViews } from '../../../vocabulary/saved-view.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { consoleChrome } from '../../console.ts';
import { keptView } from '../../saved-views.ts';

type Refusal = 'console.views.full' | 'console.views.unnamed' | 'console.views.unfit';

export function consoleViewHandlers(house: House): readonly Bound[] {
  const refused = async (context: PageCall, why: Refusal, address: string | undefined) => {
    const error = say(context.language, why, { count: mostViews });
    const back = address ?? '/console';
    return { status: 422, text: viewRefusedPage({ error, back }, await consoleChrome(house, context)) };
  };
  return [
    on(views.sendView)(async (context) => {
      const { address } = keptView(context.body.address) ?? {};
      const name = [...context.body.name.trim().replaceAll(/\s+/g, ' ')].slice(0, longestName).join('');
      if (address === undefined) return refused(context, 'console.views.unfit', address);
      if (isBlank(name)) return refused(context, 'console.views.unnamed', address);
      const isKept = await house.changeViews(context.caller.actor.id, (kept) => {
        const others = kept.filter((view) => view.name !== name);
        return others.length >= mostViews ? undefined : [...others, { name, address }];
      });
      if (!isKept) return refused(context, 'console.views.full', address);
      return { see: `${address as `/${string}`}#views` };
    }),
    on(views.sendViewRemoved)(async ({ body: { name }, caller }) => {
      await house.changeViews(caller.actor.id, (kept) => kept.filter((view) => view.name !== name));
      return { see: '/console#views' };
    }),
  ];
}
