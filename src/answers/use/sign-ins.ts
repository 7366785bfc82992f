/**
 * Sign-in links that were made for a person, whether somebody came in by them, and what was done through them.
 * Flow:    ask.ts → here → assemble.ts.
 * Promise: who made a link is told as long as the record knows it; an act through a link that was made before the
 *          person was known is counted, too.
 * Source:  decision 0042.
 */
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Instant, timeOf } from '../../vocabulary/instant.ts';
import { isByPass } from '../../vocabulary/pass.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import type { Reader } from '../reader.ts';
import type { When } from './answer-parts.ts';

const LINKS = 50;
const ACTS = 500;

/** What a person does in a session. */
const actKinds = [
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'limit.set',
  'limit.lifted',
  'request.received',
  'request.cancelled',
  'request.appealed',
  'review.opened',
  'review.cancelled',
  'notice.shown',
  'file.added',
] as const;

export interface SignIn {
  readonly link: string;
  readonly role: string;
  readonly madeAt?: Instant;
  readonly openedAt?: Instant;
  /** It went to the mailbox of the person and was seen there only. */
  readonly sent: boolean;
  /** How many entries of the record were made through it. */
  readonly acts: number;
}

export interface SignInAnswer {
  readonly madeAt: When | null;
  readonly openedAt: When | null;
  readonly role: string;
  /** True where nobody but the person could have opened it. */
  readonly own: boolean;
  readonly acts: number;
  readonly words: string;
}

export async function askSignIns(reads: Reads, subject: string, upTo: { readonly upTo?: TreePoint }) {
  const found = new Map<string, SignIn>();
  const add = (link: string, more: Partial<SignIn> & { readonly role: string }): void => {
    found.set(link, { ...(found.get(link) ?? { sent: false, acts: 0 }), ...more, link });
  };
  const links = await reads.chain(subject, { limit: LINKS, kinds: ['link.made', 'link.opened'], ...upTo });
  for (const { id, kind, at, payload } of links.items) {
    if (payload === undefined) continue;
    const link = String(kind === 'link.made' ? id : payload.link);
    const moment = kind === 'link.made' ? { madeAt: at } : { openedAt: at };
    add(link, { role: String(payload.role), sent: payload.sent === 'email', ...defined(moment) });
  }
  const acts = await reads.chain(subject, { limit: ACTS, kinds: actKinds, ...upTo });
  for (const { actor } of acts.items) {
    const through = actor?.through;
    // What was done on a page of the company came by no link; the act itself says so.
    if (through !== undefined && !isByPass(through.link))
      add(through.link, { role: through.role, acts: (found.get(through.link)?.acts ?? 0) + 1 });
  }
  return [...found.values()];
}

export function signInAnswer({ role, madeAt, openedAt, sent, acts }: SignIn, reader: Reader): SignInAnswer {
  const day = madeAt ?? openedAt;
  const values = {
    day: day === undefined ? '' : reader.date(day),
    role: reader.say('use.look.role', { role }),
    made: day === undefined ? 'no' : 'yes',
    sent: sent ? 'yes' : 'no',
    opened: openedAt === undefined ? 'no' : 'yes',
    acts,
  };
  return {
    madeAt: madeAt === undefined ? null : timeOf(madeAt),
    openedAt: openedAt === undefined ? null : timeOf(openedAt),
    role,
    own: sent,
    acts,
    words: reader.say('use.sign-in', values),
  };
}
