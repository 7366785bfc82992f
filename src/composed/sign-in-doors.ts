/**
 * The doors of signing in at a provider: who an answer says that somebody is, by the claims that are configured.
 * Flow:    service → here → connectors/openid; http/session/sign-in asks it.
 * Promise: nobody comes in without the claim that names them, and no member of staff without a group that opens
 *          something; what a group opens is configured and never read from a token.
 * Source:  decision 0107.
 */
import type { Config } from '../config.ts';
import { type LoggedOut, type NotVouched, openIdClient, type Vouched } from '../connectors/openid.ts';
import { fileText } from '../gate/file-text.ts';
import { createArrivals } from '../http/session/arrivals.ts';
import type { SessionKeeper } from '../http/session/keeper.ts';
import type { SessionTools } from '../http/session/kept-sessions.ts';
import type { LetIn, ProviderDoor, ShutOut, SignInDoors } from '../http/session/provider.ts';
import type { ProviderSettings, StaffProviderSettings } from '../sign-in-settings.ts';
import { defined } from '../vocabulary/defined.ts';
import { normalIdentifier, printableWord, staffIdentifier } from '../vocabulary/identifier.ts';
import { SECOND_MS } from '../vocabulary/instant.ts';
import type { Scope } from '../vocabulary/scope.ts';

type Claims = Vouched['claims'];

/** A claim by its whole name, or along its dots into an object. */
function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let at: unknown = claims;
  for (const part of name.split('.'))
    at = typeof at === 'object' && at !== null ? Object.getOwnPropertyDescriptor(at, part)?.value : undefined;
  return at;
}

const wordOf = (claims: Claims, name: string): string | undefined => {
  const value = claimOf(claims, name);
  return typeof value === 'string' ? printableWord(value, 255) : undefined;
};

/** A list, or one text with spaces between. */
function groupsIn(claims: Claims, name: string): readonly string[] {
  const value = claimOf(claims, name);
  if (typeof value === 'string') return [value, ...value.split(' ')];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

const subjectIn = (claims: Claims, name: string): string | undefined => {
  const word = wordOf(claims, name);
  return word === undefined ? undefined : normalIdentifier(`customer:${word}`);
};

type Who = Pick<LetIn, 'self' | 'scopes' | 'knownAs'>;

const subjectBy =
  ({ claim }: ProviderSettings) =>
  (claims: Claims): Who | undefined => {
    const self = subjectIn(claims, claim);
    return self === undefined ? undefined : { self };
  };

const staffBy =
  ({ claim, groups, scopesOf }: StaffProviderSettings, subject: ProviderSettings | undefined, issuer: string) =>
  (claims: Claims): Who | undefined => {
    const id = wordOf(claims, claim);
    const scopes = [...new Set<Scope>(groupsIn(claims, groups).flatMap((group) => scopesOf.get(group) ?? []))];
    if (id === undefined || scopes.length === 0) return undefined;
    // Where subjects and staff have accounts of one issuer, whoever is both does nothing about themself.
    const knownAs = subject?.issuer === issuer ? subjectIn(claims, subject.claim) : undefined;
    return { self: staffIdentifier(id), scopes, ...defined({ knownAs }) };
  };

/** Under which name a session or an account of the provider is remembered. */
const nameOf = (issuer: string, kind: 'sid' | 'sub', value: string): string => JSON.stringify([issuer, kind, value]);

function letIn(
  { issuer, sub, sid, authTime, idToken, claims }: Vouched,
  whoIs: (claims: Claims) => Who | undefined,
): LetIn | ShutOut {
  const who = whoIs(claims);
  if (who === undefined) return { fault: 'without-access', why: 'no-claim-or-group' };
  const namedBy = [nameOf(issuer, 'sub', sub), ...(sid === undefined ? [] : [nameOf(issuer, 'sid', sid)])];
  const provedAt = authTime === undefined ? undefined : authTime * SECOND_MS;
  return { ...who, idToken, namedBy, ...defined({ provedAt }) };
}

interface Door {
  readonly settings: ProviderSettings;
  readonly claims: readonly string[];
  readonly whoIs: (claims: Claims) => Who | undefined;
  readonly base: string;
  now(): number;
}

function doorOf({ settings, claims, whoIs, base, now }: Door): ProviderDoor {
  const { issuer, client, secretFile, ask } = settings;
  const secret = secretFile === undefined ? {} : { secret: fileText(secretFile) };
  const asking = openIdClient({ issuer, client, ask, claims, ...secret }, now);
  const back = `${base}/sign-in/answer`;
  return {
    name: new URL(issuer).host,
    begin: (fresh) => asking.begin({ back, fresh }),
    async answer(query, expected) {
      const answered = new URL(back);
      for (const [name, value] of Object.entries(query)) answered.searchParams.set(name, value);
      const found = await asking.answer(answered, expected);
      return 'fault' in found ? found : letIn(found, whoIs);
    },
    endUrl: (idToken) => asking.endUrl({ idToken, back: `${base}/sign-in` }),
    async loggedOut(token) {
      const said = await asking.loggedOut(token);
      return 'fault' in said ? said : endedBy(said);
    },
  };
}

function endedBy({ issuer, id, sid, sub, until }: Exclude<LoggedOut | NotVouched, NotVouched>) {
  const ends = sid === undefined ? nameOf(issuer, 'sub', sub ?? '') : nameOf(issuer, 'sid', sid);
  return { id: JSON.stringify([issuer, id]), ends, until: (until + 60) * SECOND_MS };
}

type Tools = Pick<SessionTools, 'now' | 'random' | 'digest'>;

/** Undefined where no provider is configured. */
export function signInDoors(
  { signIn: { subject, staff } }: Pick<Config, 'signIn'>,
  { baseUrl, keeper, tools }: { readonly baseUrl: string; readonly keeper: SessionKeeper; readonly tools: Tools },
): SignInDoors | undefined {
  if (subject === undefined && staff === undefined) return undefined;
  const now = tools.now;
  const me =
    subject === undefined
      ? undefined
      : doorOf({
          settings: subject,
          claims: [subject.claim],
          whoIs: subjectBy(subject),
          base: `${baseUrl}/me`,
          now,
        });
  const atWork =
    staff === undefined
      ? undefined
      : doorOf({
          settings: staff,
          claims: [staff.claim, staff.groups],
          whoIs: staffBy(staff, subject, staff.issuer),
          base: `${baseUrl}/console`,
          now,
        });
  return { arrivals: createArrivals(keeper, tools), doors: defined({ me, console: atWork }) };
}
