/**
 * Handlers of sessions: where somebody is signed in, signing one browser out, signing out everywhere.
 * Flow:    app → here → http/session → pages/sessions-page.
 * Promise: nobody sees or ends a session of somebody else; one that is not there is not found.
 * Source:  decision 0043; ASVS 5.0 7.4 and 7.5.
 */
import * as access from '../../../openapi/endpoints/access.ts';
import type { Caller } from '../../commands/command.ts';
import { consoleSessionsPage, type SessionShown, sessionsPage } from '../../pages/sessions-page.tsx';
import type { Reads } from '../../ports/reads.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { SeeOther } from '../answer.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import { chromeOf } from '../chrome.ts';
import { consoleChrome } from '../console.ts';
import type { AccessEvent } from '../edge.ts';
import type { OwnSession, Sessions } from '../session/sessions.ts';

interface SessionRoom {
  readonly sessions: Sessions;
  readonly happened?: (event: AccessEvent) => void;
}

/** Under whom the sessions of a caller stand. */
const holderOf = ({ self, principal }: Caller): string => self ?? staffIdentifier(principal);

const shown = ({ id, begunAt, seenAt, until, device, made }: OwnSession) => ({
  id,
  begunAt: timeOf(begunAt),
  lastUsedAt: timeOf(seenAt),
  endsAt: timeOf(until),
  device: device ?? null,
  linkBy: made?.by ?? null,
  ownLink: made?.through === undefined,
});

type Ending = Pick<Circumstances, 'session' | 'requestId'> & { readonly caller: Caller };

function endings({ sessions, happened }: SessionRoom) {
  const told = (what: AccessEvent['what'], { caller, requestId }: Ending): void =>
    happened?.({ what, requestId, actor: caller.actor.id });
  return {
    async one(id: string, context: Ending): Promise<boolean> {
      const found = await sessions.endOwn(holderOf(context.caller), id);
      if (found) told('session-ended', context);
      return found;
    },
    async all(context: Ending): Promise<number> {
      const ended = await sessions.endAll(holderOf(context.caller));
      told('signed-out-everywhere', context);
      return ended;
    },
  };
}

const apiHandlers = (room: SessionRoom): readonly Bound[] => {
  const end = endings(room);
  return [
    on(access.listMySessions)(async ({ caller }) => ({
      status: 200,
      body: { items: (await room.sessions.list(holderOf(caller))).map(shown) },
    })),
    on(access.endMySession)(async (context) =>
      (await end.one(context.params.id, context)) ? { status: 200, body: { ended: 1 } } : problem('not-found'),
    ),
    on(access.endMySessions)(async (context) => ({ status: 200, body: { ended: await end.all(context) } })),
  ];
};

const pageHandlers = (reads: Reads, room: SessionRoom): readonly Bound[] => {
  const end = endings(room);
  const listed = async ({ caller, session }: Ending): Promise<readonly SessionShown[]> => {
    const here = session === undefined ? undefined : room.sessions.idOf(session);
    return (await room.sessions.list(holderOf(caller))).map((each) => ({ ...shown(each), isThis: each.id === here }));
  };
  const endOne = (place: `/${string}`) => async (context: Ending & { readonly body: { readonly id: string } }) =>
    (await end.one(context.body.id, context)) ? back(place) : problem('not-found');
  const endAll = (place: `/${string}`) => async (context: Ending) => {
    await end.all(context);
    return back(place);
  };
  return [
    on(access.showSessions)(async (context) => ({
      status: 200,
      text: sessionsPage(await listed(context), chromeOf(reads, context)),
    })),
    on(access.endSession)(endOne('/me/sessions')),
    on(access.endSessions)(endAll('/me/sessions')),
    on(access.showConsoleSessions)(async (context) => ({
      status: 200,
      text: consoleSessionsPage(await listed(context), await consoleChrome(reads, context)),
    })),
    on(access.endConsoleSession)(endOne('/console/sessions')),
    on(access.endConsoleSessions)(endAll('/console/sessions')),
  ];
};

const back = (place: `/${string}`): SeeOther | Problem => ({ see: place });

export const sessionHandlers = (reads: Reads, room: SessionRoom): readonly Bound[] => [
  ...apiHandlers(room),
  ...pageHandlers(reads, room),
];
