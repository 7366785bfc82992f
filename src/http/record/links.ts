/**
 * Records that a sign-in link was made and that it was opened.
 * Flow:    session/enter → here → commands `link.make`, `link.open`.
 * Promise: the record comes first: what cannot be recorded is neither made nor opened. Whoever made a link is named in
 *          all that is done through it, but for a link of their own, one that only the mailbox of its person saw, and
 *          one of the service behind the company's own sign-in, which made sure who it is.
 * Source:  decision 0042; decision 0066.
 */
import type { Caller } from '../../commands/command.ts';
import type { LinkHolder } from '../../commands/link/make-link.ts';
import type { Actor } from '../../facts/fact.ts';
import type { House } from '../../ports/house.ts';
import type { LinkMakerWord } from '../../vocabulary/access.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import type { LinkRecords } from '../edge.ts';
import { readBodyOf, renderRecorded } from '../reply.ts';

const staffIn = (holder: string): string | undefined => {
  const prefix = staffIdentifier('');
  return holder.startsWith(prefix) ? holder.slice(prefix.length) : undefined;
};

const holderOf = (house: House, holder: string): LinkHolder => {
  const staff = staffIn(holder);
  return staff === undefined ? { holder, place: 'me' } : { holder, place: 'console', staff: house.actorOf(staff) };
};

/** Somebody who makes a link for themselves acts for themselves; a link that went to a mailbox was seen there only. */
function couldHaveOpened(
  { actor, principal }: Caller,
  about: { readonly holder: string; readonly sent?: 'email'; readonly signInService?: string | undefined },
): Actor | undefined {
  const isTheirOwn = staffIn(about.holder) === principal || principal === about.signInService;
  return about.sent === undefined && !isTheirOwn ? actor : undefined;
}

export const linkRecordsOf = (house: House, signInService?: string): LinkRecords => ({
  async made({ caller, requestId }, about) {
    const input = { ...holderOf(house, about.holder), ...defined({ sent: about.sent }) };
    const recorded = await house.record('link.make', input, { caller, requestId });
    if (isProblem(recorded)) return recorded;
    const { id, by } = readBodyOf(recorded) as { readonly id: string; readonly by: LinkMakerWord };
    const maker = couldHaveOpened(caller, { ...about, signInService });
    const through = maker === undefined ? undefined : { id: maker.id, link: id, role: maker.role };
    const standsBehind = maker === undefined ? {} : { through, maker: caller.principal };
    return { link: id, by, role: caller.actor.role, ...defined({ sent: about.sent, ...standsBehind }) };
  },
  async opened(caller, { holder, made, requestId }) {
    const { link, by, role, sent } = made;
    const input = { ...holderOf(house, holder), link, by, role, ...defined({ sent }) };
    const reply = renderRecorded(await house.record('link.open', input, { caller, requestId }));
    return isProblem(reply) ? reply : undefined;
  },
});
