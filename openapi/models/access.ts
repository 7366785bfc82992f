/**
 * Sessions of a person, what was ended of tokens and principals, and acts that wait for a second person.
 * Flow:    here → endpoints/access.ts, http/handlers/{sessions,revocations,proposals}.ts.
 * Promise: no code, cookie or token is ever in a reply.
 * Source:  decision 0042; decision 0043; decision 0044.
 */
import { z } from 'zod';
import { linkMakers, revocationCauses } from '../../src/vocabulary/access.ts';
import { At, Entry } from './basics.ts';

const random = '[0-9a-hjkmnp-tv-z]{26}';
export const SessionId = z
  .string()
  .max(30)
  .regex(/^ses_[A-Za-z0-9_-]{10,26}$/);
export const RevocationId = z
  .string()
  .max(30)
  .regex(new RegExp(`^rvk_${random}$`));
export const ProposalId = z
  .string()
  .max(30)
  .regex(new RegExp(`^prp_${random}$`));

export const OwnSessionModel = z
  .object({
    id: SessionId,
    begunAt: At,
    lastUsedAt: At.describe('To within a few minutes.'),
    endsAt: At.describe('At the latest; earlier where it is left alone.'),
    device: z.string().max(60).nullable(),
    linkBy: z.enum(linkMakers).nullable().describe('Who made the link it began with.'),
    ownLink: z.boolean().describe('False where whoever made the link could have opened it.'),
  })
  .meta({ id: 'OwnSession', description: 'A browser in which I am signed in.' });
export const SessionsEnded = z.object({ ended: z.int().min(0) }).meta({ id: 'SessionsEnded' });

export const RevocationBody = z
  .strictObject({
    tokenId: z.string().min(1).max(255).exactOptional().describe('The `jti` of a token.'),
    principal: z
      .string()
      .min(1)
      .max(255)
      .exactOptional()
      .describe(
        'The `sub` of tokens, a member of staff, or `customer:<id>`: everything of theirs, until it is lifted.',
      ),
    cause: z.enum(revocationCauses).default('other'),
  })
  .superRefine(({ tokenId, principal }, context) => {
    if ((tokenId === undefined) !== (principal === undefined)) return;
    context.addIssue({
      code: 'custom',
      path: ['tokenId'],
      message: 'A revocation ends one token or everything of one principal.',
      params: { code: 'required', fix: 'Send tokenId or principal.' },
    });
  })
  .meta({ id: 'RevocationBody', description: 'What counts no more.' });
export const RevocationModel = z
  .object({
    id: RevocationId,
    what: z.enum(['token', 'principal']),
    key: z.string().max(100).describe('A keyed hash of the token id, or the pseudonym that the principal acts under.'),
    cause: z.enum(revocationCauses),
    at: At,
    liftedAt: At.nullable(),
    holdsWithin: z
      .int()
      .optional()
      .describe('Seconds after which every node refuses; the one that answered refuses already.'),
    entry: Entry.optional(),
  })
  .meta({ id: 'Revocation' });
export const Revocations = z.object({ items: z.array(RevocationModel).max(10_000) }).meta({ id: 'Revocations' });
