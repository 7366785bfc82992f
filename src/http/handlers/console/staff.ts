/**
 * Handlers of staff in the console: the list and its file, one of them, ending their access and letting them in again.
 * Flow:    app → here → answers/console/staff, commands `access.revoke` and `access.restore` (as the API) → pages.
 * Promise: whoever is not on the list is not found, so that nothing is ended that nobody sees; a form that is sent
 *          again records nothing twice.
 * Source:  decision 0043; decision 0133.
 */
import { getStaffFile } from '../../../../openapi/endpoints/console-files.ts';
import * as staff from '../../../../openapi/endpoints/console-staff.ts';
import { staffFile } from '../../../answers/console/list-files.ts';
import { askStaffMembers, canComeIn, type StaffMember, withLastSeen } from '../../../answers/console/staff.ts';
import { staffMemberPage } from '../../../pages/console/staff-member-page.tsx';
import { type StaffShow, staffPage } from '../../../pages/console/staff-page.tsx';
import type { House } from '../../../ports/house.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import { type Bound, on } from '../../bind.ts';
import { type PageCall, senderOf } from '../../call.ts';
import { consoleChrome } from '../../console.ts';
import type { AccessEvent } from '../../edge.ts';
import type { Sessions } from '../../session/sessions.ts';
import { streamedList } from '../../table-answer.ts';

const A_PAGE = 50;

interface StaffRoom {
  readonly sessions: Sessions;
  readonly happened?: (event: AccessEvent) => void;
}

type OnMember = PageCall & { readonly params: { readonly actor: string } };

function asking(house: House, { sessions }: StaffRoom) {
  const everybody = async (): Promise<readonly StaffMember[]> => askStaffMembers(house, await sessions.openOfStaff());
  return {
    async shown(show: StaffShow): Promise<readonly StaffMember[]> {
      const all = await everybody();
      return show === 'all' ? all : all.filter((member) => canComeIn(member) === (show === 'in'));
    },
    async one(actor: string): Promise<StaffMember | Problem> {
      return (await everybody()).find((member) => member.actor === actor) ?? problem('not-found');
    },
  };
}

const reading = (house: House, room: StaffRoom): readonly Bound[] => {
  const ask = asking(house, room);
  return [
    on(staff.showStaff)(async (context) => {
      const { show, page } = context.query;
      const all = await ask.shown(show);
      const from = (page - 1) * A_PAGE;
      const members = await Promise.all(all.slice(from, from + A_PAGE).map((member) => withLastSeen(house, member)));
      const list = { members, show, from, total: all.length, page, hasMore: from + A_PAGE < all.length };
      return { status: 200, text: staffPage(list, await consoleChrome(house, context)) };
    }),
    on(getStaffFile)(async ({ query: { show }, params: { file } }) => {
      const members = await ask.shown(show);
      return streamedList(
        file,
        staffFile(members, (member) => withLastSeen(house, member)),
      );
    }),
    on(staff.showStaffMember)(async (context) => {
      const found = await ask.one(context.params.actor);
      if (isProblem(found)) return found;
      const { cause, done } = context.query;
      const isOwn = found.actor === context.caller.actor.id;
      const page = { member: await withLastSeen(house, found), isOwn, ...defined({ cause, done }) };
      return { status: 200, text: staffMemberPage(page, await consoleChrome(house, context)) };
    }),
  ];
};

const back = ({ params: { actor } }: OnMember, done: 'ended' | 'restored') =>
  ({ see: `/console/staff/${actor}?done=${done}#saved` }) as const;

const sending = (house: House, room: StaffRoom): readonly Bound[] => {
  const ask = asking(house, room);
  const told = (what: AccessEvent['what'], { caller, requestId }: PageCall): void =>
    room.happened?.({ what, requestId, actor: caller.actor.id });
  return [
    on(staff.sendAccessEnd)(async (context) => {
      const found = await ask.one(context.params.actor);
      if (isProblem(found)) return found;
      if (found.ended.length > 0) return back(context, 'ended');
      const input = { what: 'principal', key: found.actor, cause: context.body.cause } as const;
      const recorded = await house.record('access.revoke', input, senderOf(context));
      if (isProblem(recorded)) return recorded;
      told('access-revoked', context);
      return back(context, 'ended');
    }),
    on(staff.sendAccessBack)(async (context) => {
      const found = await ask.one(context.params.actor);
      if (isProblem(found)) return found;
      // Ended twice, by two people or over the API, it is lifted twice.
      for (const { id } of found.ended) {
        const recorded = await house.record('access.restore', { revocation: id }, senderOf(context));
        if (isProblem(recorded)) return recorded;
        told('access-restored', context);
      }
      return back(context, 'restored');
    }),
  ];
};

export const consoleStaffHandlers = (house: House, room: StaffRoom): readonly Bound[] => [
  ...reading(house, room),
  ...sending(house, room),
];
