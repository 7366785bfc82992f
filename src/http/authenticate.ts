/**
 * Says who calls, from a bearer token, or that nobody valid does.
 * Flow:    pipeline → here (jose, then memory) → Caller.
 * Promise: every reason for refusal looks the same outside, and missing keys are no
 *          reason for one; a token is never accepted more than five seconds past its
 *          `exp`; keys and algorithms are fixed by configuration and never by the token.
 * Source:  RFC 8725, RFC 9068; docs/promises.md finding 8 and rule 24.
 */
import {
  type CryptoKey,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import type { Caller } from '../commands/command.ts';
import type { Actor, Role } from '../facts/fact.ts';
import { defined } from '../vocabulary/defined.ts';
import { normalIdentifier, printableWord } from '../vocabulary/identifier.ts';
import { isStaffRole } from '../vocabulary/person.ts';
import { isProblem, type Problem, problem } from '../vocabulary/problems.ts';
import { roleFrom, scopesFrom } from '../vocabulary/scope.ts';
import { KeysUnavailable } from './key-list.ts';
import { longestLifeSeconds } from './token.ts';

/** `EdDSA` alone for the built-in issuer; an outside issuer may use one of the three. */
export type Algorithm = 'EdDSA' | 'ES256' | 'RS256';

interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly Algorithm[];
  /** A public key, or jose's createLocalJWKSet or createRemoteJWKSet. Never bytes. */
  readonly key: CryptoKey | JWTVerifyGetKey;
  /** The claim that names the customer in `self` tokens. */
  readonly subjectClaim: string;
  readonly now: () => number;
  /** A hash for the memory of verified tokens. */
  readonly digest: (text: string) => string;
  readonly actorOf: (principal: string, role: Role) => Actor;
  /** How old a token may be, in seconds; a day when left out. */
  readonly maxAge?: number;
  /** Hears of every token that was looked at and let in. */
  readonly accepted?: (caller: Caller) => void;
  /** How many verified tokens are remembered; 10,000 when left out. */
  readonly remembered?: number;
  /** For how long a verified token is remembered without a look at the keys, in milliseconds. */
  readonly rememberedMs?: number;
  /** Whether a token was ended; asked for every call. */
  readonly isEnded?: (token: TokenOnHand) => boolean;
  /** Whether a member of staff no longer works here; asked for every call of one. */
  readonly hasLeft?: (principal: string) => boolean | Promise<boolean>;
}

/** What of a verified token may have been ended since. */
interface TokenOnHand {
  readonly principal: string;
  readonly self?: string;
  /** Its `jti`, where it has one. */
  readonly id?: string;
  /** The key that it names, where it names one. */
  readonly keyId?: string;
  /** Epoch milliseconds, as exact as the token says it: to the second. */
  readonly issuedAt: number;
}

/** Whoever is not let in hears the same, whatever the reason. */
export type Authenticate = (authorization: string | undefined) => Caller | Problem | Promise<Caller | Problem>;

const nobody = problem('unauthenticated');

interface Known {
  readonly caller: Caller;
  readonly token: TokenOnHand;
  readonly until: number;
}

const bearer = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;
const mostCharacters = 8192;
const toleranceSeconds = 5;

export function createAuthenticate(rules: TokenRules): Authenticate {
  const memory = new Map<string, Known>();
  const most = rules.remembered ?? 10_000;
  const lookedAt = async (token: string, name: string): Promise<Caller | Problem> => {
    const fresh = await verified(token, rules);
    if (fresh === undefined || isProblem(fresh)) return fresh ?? nobody;
    if (memory.size >= most) memory.delete(memory.keys().next().value as string);
    memory.set(name, fresh);
    rules.accepted?.(fresh.caller);
    return stillThere(fresh, rules);
  };
  // A token that is remembered is answered without a wait, because it is asked about by every request.
  return (authorization) => {
    if (authorization === undefined || authorization.length > mostCharacters) return nobody;
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) return nobody;
    const name = rules.digest(token);
    const known = memory.get(name);
    if (known !== undefined && rules.now() < known.until) return stillThere(known, rules);
    memory.delete(name);
    return lookedAt(token, name);
  };
}

/** Answered without a wait but for staff, of whom the record itself says whether they still work here. */
function stillThere({ caller, token }: Known, rules: TokenRules): Caller | Problem | Promise<Caller | Problem> {
  if (rules.isEnded?.(token) === true) return nobody;
  if (rules.hasLeft === undefined || !isStaffRole(caller.actor.role)) return caller;
  const left = rules.hasLeft(caller.principal);
  if (typeof left === 'boolean') return left ? nobody : caller;
  return left.then((hasLeft) => (hasLeft ? nobody : caller));
}

async function verified(token: string, rules: TokenRules): Promise<Known | Problem | undefined> {
  try {
    const header = decodeProtectedHeader(token);
    if (bringsItsOwnRules(header)) return undefined;
    const maxAge = rules.maxAge ?? longestLifeSeconds;
    const options = {
      algorithms: [...rules.algorithms],
      issuer: rules.issuer,
      audience: rules.audience,
      typ: 'at+jwt',
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: toleranceSeconds,
      maxTokenAge: maxAge,
      currentDate: new Date(rules.now()),
    };
    const payload = await payloadOf(token, rules.key, options);
    const caller = callerOf(payload, rules);
    if (caller === undefined) return undefined;
    const { exp = 0, iat = 0, jti } = payload;
    const forgottenAt = rules.now() + (rules.rememberedMs ?? Number.POSITIVE_INFINITY);
    const { principal, self } = caller;
    const { kid: keyId } = header;
    return {
      caller,
      token: { principal, ...defined({ self, id: jti, keyId }), issuedAt: iat * 1000 },
      until: Math.min(Math.min(exp, iat + maxAge) * 1000, forgottenAt),
    };
  } catch (fault) {
    return fault instanceof KeysUnavailable ? keysMissing : undefined;
  }
}

/** A token that names no key, or one of a name that two keys share, is good where one of them has signed it. */
async function payloadOf(token: string, key: TokenRules['key'], options: JWTVerifyOptions): Promise<JWTPayload> {
  if (typeof key !== 'function') return (await jwtVerify(token, key, options)).payload;
  try {
    return (await jwtVerify(token, key, options)).payload;
  } catch (fault) {
    if (!(fault instanceof errors.JWKSMultipleMatchingKeys)) throw fault;
    for await (const each of fault) {
      const fits = await jwtVerify(token, each, options).catch((refused: unknown) => refused);
      if (!(fits instanceof Error)) return (fits as { readonly payload: JWTPayload }).payload;
      if (!(fits instanceof errors.JWSSignatureVerificationFailed)) throw fits;
    }
    throw fault;
  }
}

/** Nothing is said of the token: whoever comes again with it is let in. */
const keysMissing = problem('unavailable', 'The keys that this token was signed with cannot be looked up just now.');

/** A header that names a key or an extension tries to choose how it is checked. */
function bringsItsOwnRules(header: object): boolean {
  return ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'].some((name) => name in header);
}

function callerOf(payload: JWTPayload, rules: TokenRules): Caller | undefined {
  const { sub, scope } = payload;
  const principal = typeof sub === 'string' ? printableWord(sub, 255) : undefined;
  if (principal === undefined || typeof scope !== 'string') return undefined;
  const scopes = scopesFrom(scope);
  const role = roleFrom(scopes);
  const claimed = payload[rules.subjectClaim];
  const self = typeof claimed === 'string' ? normalIdentifier(`customer:${claimed}`) : undefined;
  // Whoever works here and is a customer, too, does nothing about themself; the `sub` itself is asked for anyway.
  const knownAs = rules.subjectClaim === 'sub' ? undefined : self;
  if (role !== 'self') return { principal, actor: rules.actorOf(principal, role), scopes, ...defined({ knownAs }) };
  return self === undefined ? undefined : { principal, actor: { id: 'self', role: 'self' }, scopes, self };
}
