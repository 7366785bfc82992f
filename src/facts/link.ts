/**
 * That a sign-in link was made for somebody, and that somebody came in by it.
 * Flow:    commands/link → here → ledger → answers (the person reads who let whom in).
 * Promise: in the chain of a person it says who made the link, in which role; where nobody is known yet it names no
 *          person. The code of a link stands nowhere.
 * Source:  decision 0042.
 */
import { z } from 'zod';
import { linkMakers, linkPlaces } from '../vocabulary/access.ts';
import { v1 } from './form.ts';

const about = {
  v: v1,
  place: z.enum(linkPlaces),
  by: z.enum(linkMakers),
  /** Of whoever made it. */
  role: z.string().max(20),
  /** It left by e-mail to the person alone, so that whoever asked for it never saw it. */
  sent: z.literal('email').exactOptional(),
};

export const LinkMade = z.strictObject(about);
export type LinkMade = z.infer<typeof LinkMade>;

/** For somebody of whom nothing is recorded; a member of staff by their pseudonym. */
export const LinkMadeForNobody = z.strictObject({ ...about, staff: z.string().startsWith('act_').exactOptional() });

const opened = { ...about, link: z.string().startsWith('lnk_') };
export const LinkOpened = z.strictObject(opened);
export type LinkOpened = z.infer<typeof LinkOpened>;
export const LinkOpenedForNobody = z.strictObject({ ...opened, staff: z.string().startsWith('act_').exactOptional() });
