/**
 * Who may come in: tokens of our issuer or of one outside, links, sessions, and who has left.
 * Flow:    service → here → http/authenticate, http/session, house.
 * Promise: a key taken out of an outside list counts ten minutes at most; whoever has left is let in nowhere.
 * Source:  docs/design.md 8 (identity); decision 0042; decision 0043; decision 0047.
 */
import { publicUrl } from '../address.ts';
import { isOwn } from '../answers/person.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../commands/command.ts';
import type { Config } from '../config.ts';
import type { Actor, Role } from '../facts/fact.ts';
import type { OpenHouse } from '../house.ts';
import { createAuthenticate } from '../http/authenticate.ts';
import type { Edge } from '../http/edge.ts';
import { type OutsideKeys, outsideKeys } from '../http/issuer.ts';
import type { ServiceLog } from '../http/log.ts';
import type { Metrics } from '../http/metrics.ts';
import { createPasses, type Passes } from '../http/pass.ts';
import { addressesOf } from '../http/record/addresses.ts';
import { linkRecordsOf } from '../http/record/links.ts';
import { createAddressCodes } from '../http/session/addresses.ts';
import { createSessions } from '../http/session/kept-sessions.ts';
import { tokenName } from '../http/session/token-name.ts';
import { sendLink } from '../jobs/send-link.ts';
import type { House } from '../ports/house.ts';
import { nameByHash, newId, newSecret } from '../seal/seal.ts';
import { defined } from '../vocabulary/defined.ts';
import { staffIdentifier } from '../vocabulary/identifier.ts';
import { MINUTE_MS, SECOND_MS } from '../vocabulary/instant.ts';
import type { OwnIssuer } from './own-issuer.ts';
import { signInDoors } from './sign-in-doors.ts';

export const AUDIENCE = 'candor';

/** What the edge asks and records beside its handlers. */
export const whatTheHouseKnows = (
  house: OpenHouse,
  {
    codes,
    hasLeft,
    signIn,
    signInService,
    sessions,
    passes,
  }: ReturnType<typeof signInOf> & Pick<Config, 'signInService'>,
) => ({
  ...defined({ signIn }),
  sessions,
  passes,
  links: linkRecordsOf(house, signInService),
  addresses: addressesOf(house, codes),
  sendLink: (holder: string, url: string) => sendLink(house, holder, url),
  languageOf: (self: string) => languageOnRecord(house, self),
  hasLeft,
  isKnown: (holder: string) => isKnown(house, holder),
  isOwn: (...[id, of]: Parameters<NonNullable<Edge['isOwn']>>) => isOwn(house, id, of),
});

/** Passes for pages of the company, which nothing is kept of. */
const passesOf = ({ config, house, clock }: Omit<SigningIn, 'digest'>): Passes =>
  createPasses({
    origins: config.pageOrigins,
    now: () => clock.now(),
    newId,
    seal: (bytes) => house.keyring.sealForHouse('pass', bytes),
    open: (sealed) => house.keyring.openForHouse('pass', sealed),
    isEnded: (principals, begunAt) =>
      house.access.isEnded({ principals: principals.map((each) => house.actorOf(each)), begunAt }),
  });

type SigningIn = Pick<Authenticating, 'config' | 'clock' | 'house' | 'digest'>;

/** Links, sessions and codes of addresses, kept in the store, and who is let in no more. */
export function signInOf({ config, clock, house, digest }: SigningIn) {
  const tools = { now: () => clock.now(), random: () => newSecret(), digest };
  const sessions = createSessions(house.sessions, {
    ...tools,
    actorOf: actorsOf(house),
    idleMs: config.sessionIdleMs,
    isEnded: (principals, begunAt) =>
      house.access.isEnded({ principals: principals.map((each) => house.actorOf(each)), begunAt }),
  });
  const signIn = signInDoors(config, { baseUrl: publicUrl(config, config.port), keeper: house.sessions, tools });
  return {
    sessions,
    passes: passesOf({ config, clock, house }),
    codes: createAddressCodes(house.sessions, tools),
    hasLeft: hasLeftOf(house),
    ...defined({ signIn }),
  };
}

async function languageOnRecord(house: House, self: string): Promise<string | undefined> {
  const { people } = await house.see([self]);
  const [person] = people;
  return person?.found === 'known' ? person.standing.language : undefined;
}

/** Somebody whom nobody described yet may come in: that is how the first ones begin. */
async function isGone(house: House, staff: string): Promise<boolean> {
  const [person] = (await house.see([staffIdentifier(staff)])).people;
  return person?.found === 'erased' || (person?.found === 'known' && person.standing.staff?.active === false);
}

type HasLeft = (staff: string) => boolean | Promise<boolean>;

/** More than members of staff who call between two writes. */
const MOST_ASKED = 1000;

/**
 * Whether a member of staff no longer works here, by the record of this moment. Where nobody else writes, the record is
 * the same until this process writes again, and it is looked at once in between and not for every call.
 */
function hasLeftOf(house: OpenHouse): HasLeft {
  const answers = new Map<string, boolean>();
  let writes: number | undefined;
  return (staff) => {
    const now = house.store.writes();
    if (now === undefined || now !== writes || answers.size >= MOST_ASKED) answers.clear();
    writes = now;
    const known = answers.get(staff);
    if (known !== undefined) return known;
    return isGone(house, staff).then((left) => {
      if (now !== undefined && now === house.store.writes()) answers.set(staff, left);
      return left;
    });
  };
}

/** Somebody of whom nothing is recorded may come in, too; whoever makes the link is told. */
async function isKnown(house: House, holder: string): Promise<boolean> {
  return (await house.see([holder])).people[0]?.found === 'known';
}

interface Authenticating {
  readonly config: Config;
  readonly clock: Clock;
  readonly house: OpenHouse;
  readonly identity: OwnIssuer;
  readonly digest: (text: string) => string;
  /** The keys of an issuer outside, where one is configured. */
  readonly outside: OutsideKeys | undefined;
  readonly accepted: (caller: Caller) => void;
  readonly hasLeft: HasLeft;
}

export function outsideIssuer(
  { issuer }: Config,
  clock: Clock,
  { log, metrics }: { readonly log: ServiceLog; readonly metrics: Metrics | undefined },
): OutsideKeys | undefined {
  if (issuer === undefined) return undefined;
  const keys = outsideKeys(issuer.jwksUrl, {
    issuer: issuer.issuer,
    now: () => clock.now(),
    report: (code) => log.notice(code),
  });
  metrics?.gauge('candor_issuer_keys_faulty', '1 where something is wrong with the keys of the issuer.', keys.isFaulty);
  metrics?.gauge('candor_issuer_keys_age_seconds', 'How old the key list of the issuer is; below 0: none.', () =>
    Math.round(keys.age() / 1000),
  );
  return keys;
}

/** How long a token is remembered without a look at the keys of an outside issuer, which may take one out. */
const REMEMBERED_MS = 4 * MINUTE_MS;

/** A token is as hard to guess as its signature, so its hash needs no key. */
const fingerprint = nameByHash;

/** Whether a token was ended. Its names are keyed hashes that never change, so they are made once and not a call. */
function endedIn(
  { access, actorOf }: OpenHouse,
  { digest, isPast }: Pick<Authenticating, 'digest'> & Pick<OwnIssuer, 'isPast'>,
) {
  type Token = Parameters<NonNullable<Parameters<typeof createAuthenticate>[0]['isEnded']>>[0];
  type Named = Parameters<typeof access.isEnded>[0];
  const named = new WeakMap<Token, Named>();
  const nameOf = ({ principal, self, id, issuedAt }: Token): Named => ({
    principals: (self === undefined ? [principal] : [principal, self]).map((each) => actorOf(each)),
    ...(id === undefined ? {} : { token: digest(tokenName(id)) }),
    // A token says its time to the second, so it counts as made at the end of that second.
    begunAt: issuedAt + SECOND_MS - 1,
  });
  return (token: Token): boolean => {
    if (isPast(token.keyId)) return true;
    const known = named.get(token) ?? nameOf(token);
    named.set(token, known);
    return access.isEnded(known);
  };
}

export const authenticateFor = ({
  config,
  clock,
  house,
  identity,
  digest,
  outside,
  accepted,
  hasLeft,
}: Authenticating) =>
  createAuthenticate({
    ...(outside ?? identity.keys),
    issuer: identity.issuer,
    audience: config.issuer?.audience ?? AUDIENCE,
    subjectClaim: config.subjectClaim,
    now: () => clock.now(),
    digest: fingerprint,
    actorOf: actorsOf(house),
    ...(config.issuer === undefined ? {} : { rememberedMs: REMEMBERED_MS }),
    hasLeft,
    isEnded: endedIn(house, { digest, isPast: outside === undefined ? identity.isPast : () => false }),
    accepted,
  });

const actorsOf =
  ({ keyring }: OpenHouse) =>
  (principal: string, role: Role): Actor =>
    role === 'self' ? { id: 'self', role } : { id: keyring.actorPseudonym(principal), role };
