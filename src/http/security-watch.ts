/**
 * What the security log hears of while the service runs: tokens let in, answers, who may do what, keys destroyed, start
 * and stop.
 * Flow:    service → here → security-log; authenticate, visit and whoever erases tell it.
 * Promise: under the pseudonyms of the ledger; its own faults are counted and stop nothing.
 * Source:  decision 0048.
 */
import type { Caller } from '../commands/command.ts';
import type { CommandKind } from '../commands/commands.ts';
import type { House } from '../ports/house.ts';
import { isProblem } from '../vocabulary/problems.ts';
import type { SecurityEventName } from '../vocabulary/security-event.ts';
import type { Edge } from './edge.ts';
import type { Metrics } from './metrics.ts';
import { logAnswer, openSecurityLog } from './security-log.ts';

type Answered = Parameters<NonNullable<Edge['security']>['answered']>[0];

/** What is done by these, over whichever call or page: heard of once it stands, and not where it is told again. */
const events: Partial<Readonly<Record<CommandKind, SecurityEventName>>> = {
  'staff.describe': 'access.changed',
  'access.revoke': 'access.changed',
  'access.restore': 'access.changed',
  'proposal.make': 'four-eyes.step',
  'proposal.settle': 'four-eyes.step',
  'webhook.make': 'webhook.changed',
  'webhook.change': 'webhook.changed',
  'webhook.end': 'webhook.changed',
};

interface Watched<H extends House> {
  readonly house: H;
  readonly to: string | undefined;
  readonly metrics: Metrics | undefined;
}

export function watchSecurity<H extends House>({ house, to, metrics }: Watched<H>) {
  const log = openSecurityLog(to, () => house.now());
  const actorFor = (caller: Caller): string => house.actorOf(caller.self ?? caller.principal);
  metrics?.gauge('candor_security_log_lost', 'Lines of the security log that could not be written.', log.lost);
  log.event('service.started');
  const erase: House['erase'] = (identifier, why) => {
    const { requestId, caller } = why.sender;
    log.event('key.destroyed', { requestId, actor: actorFor(caller) });
    return house.erase(identifier, why);
  };
  const record: House['record'] = async (kind, input, sender) => {
    const recorded = await house.record(kind, input, sender);
    const name = events[kind];
    if (name !== undefined && !isProblem(recorded) && !('proposed' in recorded) && !recorded.replayed)
      log.event(name, { requestId: sender.requestId, actor: actorFor(sender.caller) });
    return recorded;
  };
  return {
    watching: { ...house, erase, record },
    accepted: (caller: Caller) => log.event('authn.token.accepted', { actor: actorFor(caller) }),
    came: ({ caller, requestId }: { readonly caller: Caller; readonly requestId: string }) =>
      log.event('sign-in.done', { requestId, actor: actorFor(caller) }),
    answered: ({ caller, ...line }: Answered) =>
      logAnswer(log, { ...line, actor: () => (caller === undefined ? undefined : actorFor(caller)) }),
    stop: async () => {
      log.event('service.stopped');
      await log.stop();
    },
  };
}
