/**
 * Four eyes: an act that needs a second person becomes a proposal, and is done when somebody else confirms it.
 * Flow:    service (around the house) → here → commands `proposal.make`, `proposal.settle`, then the act itself.
 * Promise: the one place that asks for a second person; what a command declares holds for everybody who records
 *          through here. What was confirmed and broken off is done when the same person confirms it again.
 * Source:  decision 0044.
 */
import { askProposal } from '../../answers/proposal/ask.ts';
import { identifiersAtWork, refusedAboutThemself } from '../../commands/about-themself.ts';
import type { Caller, FourEyes } from '../../commands/command.ts';
import { commands, type InputOf } from '../../commands/commands.ts';
import { type EndHoldWish, type EraseWish, endHoldGuard, eraseGuard, guards } from '../../commands/proposal/guarded.ts';
import type { House } from '../../ports/house.ts';
import type { UnfinishedErasure } from '../../ports/reads.ts';
import type { Proposed, Recorded, Sender } from '../../ports/records.ts';
import { everyoneBehind, isSamePerson } from '../../vocabulary/behind.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { GuardedAct } from '../../vocabulary/proposal.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { readBodyOf } from '../reply.ts';

/** Whether two people are asked for now. */
export type NeedsTwo = () => boolean;

async function propose<I extends object>(
  house: House,
  { guard, wish, sender }: { readonly guard: FourEyes<I>; readonly wish: I; readonly sender: Sender },
): Promise<Recorded> {
  const { act } = guard;
  return house.record('proposal.make', { act, ...defined({ about: guard.about(wish) }), wish }, sender);
}

/**
 * An open request of the person for their erasure stands for the second person, unless whoever erases has entered it
 * and nobody else made sure who asked.
 */
async function isAskedFor(house: House, subject: string, why: Parameters<House['erase']>[1]): Promise<boolean> {
  if (why.request === undefined) return false;
  const [row, [person]] = [await house.request(why.request), (await house.see([subject])).people];
  if (row === undefined || person?.found !== 'known' || row.subject !== person.subject) return true;
  const behind = everyoneBehind(why.sender.caller.actor);
  const { openedBy, verifiedBy = [] } = row;
  const isTheirs = openedBy !== undefined && isSamePerson(openedBy, why.sender.caller.actor);
  const isSure = !isTheirs || verifiedBy.some((each) => !behind.includes(each));
  return row.kind === 'erasure' && isOpenRequest(row.state) && isSure;
}

/** The end of a hold names nobody, so whose it was is asked by how whoever acts at work is known. */
async function refusedOwnHold(house: House, hold: string, caller: Caller): Promise<Problem | undefined> {
  const kept = await Promise.all(identifiersAtWork(caller).map((identifier) => house.holdsOf(identifier)));
  return kept.flat().some(({ id }) => id === hold) ? refusedAboutThemself(caller) : undefined;
}

/** The house as the handlers of the edge record through it. */
export function withSecondPerson(house: House, needsTwo: NeedsTwo): House {
  const waits = (sender: Sender): boolean => sender.confirmed === undefined && needsTwo();
  const asProposed = (recorded: Recorded): Proposed | Problem =>
    isProblem(recorded) ? recorded : { proposed: recorded };
  return {
    ...house,
    async record(kind, input, sender) {
      const guard = commands.get(kind)?.fourEyes;
      return guard?.applies(input, sender.caller) === true && waits(sender)
        ? propose(house, { guard, wish: input as object, sender })
        : house.record(kind, input, sender);
    },
    async erase(subject, why) {
      if (!waits(why.sender) || (await isAskedFor(house, subject, why))) return house.erase(subject, why);
      const wish: EraseWish = { subject, ...defined({ keep: why.keep }) };
      return asProposed(await propose(house, { guard: eraseGuard, wish, sender: why.sender }));
    },
    async endHold(hold, why, by) {
      if (by === undefined || !waits(by.sender)) return house.endHold(hold, why, by);
      const refused = await refusedOwnHold(house, hold, by.sender.caller);
      if (refused !== undefined) return refused;
      return asProposed(await propose(house, { guard: endHoldGuard, wish: { hold }, sender: by.sender }));
    },
  };
}

/** What each act does once it is confirmed. */
const doing: Readonly<
  Record<GuardedAct, (house: House, wish: unknown, sender: Sender) => Promise<object | undefined>>
> = {
  'subject.erase': (house, wish, sender) => {
    const { subject, ...keep } = wish as EraseWish;
    return house.erase(subject, { sender, ...keep });
  },
  'hold.end': (house, wish) => house.endHold((wish as EndHoldWish).hold, 'lifted'),
  'hold.lift': (house, wish, sender) => house.record('hold.lift', wish as InputOf<'hold.lift'>, sender),
  'staff.describe': (house, wish, sender) => house.record('staff.describe', wish as InputOf<'staff.describe'>, sender),
};

const isUnfinished = (done: object): done is UnfinishedErasure => 'underWay' in done;

/** Whether this caller may be the second person for such an act, whoever proposed it. */
export const maySettle = (act: GuardedAct, { scopes }: Caller): boolean =>
  scopes.includes(guards[act].scope) || scopes.includes('confirm');

/** Refuses it; whoever proposed it takes it back. */
export async function declineProposal(house: House, id: string, call: AuthenticatedCall): Promise<Recorded> {
  const proposal = await askProposal(house, id);
  if (proposal === undefined) return problem('not-found');
  const isOwn = proposal.by === call.caller.actor.id;
  if (!isOwn && !maySettle(proposal.act, call.caller)) return problem('insufficient-scope');
  if (proposal.settled !== undefined) return problem('invalid-transition', 'This proposal is settled already.');
  return house.record('proposal.settle', { proposal: id, outcome: 'declined' }, senderOf(call));
}

/** Confirms and does it; the answer is that of the act, also where it is an erasure that goes on by itself. */
export async function confirmProposal(
  house: House,
  id: string,
  call: AuthenticatedCall,
): Promise<{ readonly act: GuardedAct; readonly result: object } | UnfinishedErasure | Problem> {
  const proposal = await askProposal(house, id);
  if (proposal === undefined) return problem('not-found');
  const { act, settled, input, subject } = proposal;
  if (!maySettle(act, call.caller)) return problem('insufficient-scope');
  if (input === undefined) return problem('subject-erased');
  const isAgain = settled?.outcome === 'confirmed' && settled.by === call.caller.actor.id;
  if (settled !== undefined && !isAgain) return problem('invalid-transition', 'This proposal is settled already.');
  const { caller, requestId } = call;
  const sender: Sender = { caller, requestId, confirmed: id };
  const refused =
    act === 'hold.end' ? await refusedOwnHold(house, (JSON.parse(input) as EndHoldWish).hold, caller) : undefined;
  if (refused !== undefined) return refused;
  if (!isAgain) {
    const settling = { proposal: id, outcome: 'confirmed', ...defined({ about: subject }) } as const;
    const recorded = await house.record('proposal.settle', settling, senderOf(call));
    if (isProblem(recorded)) return recorded;
  }
  const done = await doing[act](house, JSON.parse(input), sender);
  if (done === undefined) return problem('not-found');
  if (isProblem(done) || isUnfinished(done)) return done;
  return { act, result: 'bytes' in done ? readBodyOf(done as { readonly bytes: Uint8Array }) : done };
}
