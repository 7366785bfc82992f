/**
 * Somebody comes in by a sign-in link.
 * Flow:    http (the button of a link) → here → fact `link.opened`, whose actor names who made the link.
 * Promise: it stands before the session begins; where it cannot be recorded, nobody is let in.
 * Source:  decision 0042.
 */
import type { LinkOpened } from '../../facts/link.ts';
import type { LinkMakerWord } from '../../vocabulary/access.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { CommandRule } from '../command.ts';
import { aboutHolder, type LinkHolder } from './make-link.ts';

const draws = { opened: 'fact' } as const;

interface OpenLink extends LinkHolder {
  readonly link: string;
  readonly by: LinkMakerWord;
  readonly role: string;
  readonly sent?: 'email';
}

export const openLink: CommandRule<OpenLink, object, typeof draws> = {
  kind: 'link.open',
  draws: () => draws,
  keys: ({ holder }) => ({ people: [holder] }),
  decide(state, { input, ids }) {
    const { place, by, role, link, sent } = input;
    const payload: LinkOpened = { v: 1, place, by, role, link, ...defined({ sent }) };
    return { facts: [aboutHolder(state, input, { id: ids.opened, kind: 'link.opened', payload })], result: {} };
  },
  reply: (_, entry) => ({ status: 201, body: { ...defined({ entry }) } }),
};
