/**
 * What is configured about signing in at a provider of OpenID Connect: one for subjects, one for staff, or both.
 * Flow:    environment → config → here → composed/sign-in-doors.
 * Promise: a secret is named by its file and never stands in the environment; a group opens scopes of the console only,
 *          and none is opened that is not named here.
 * Source:  OpenID Connect Core 1.0; decision 0107.
 */
import { z } from 'zod';
import { consoleScopes, type Scope } from './vocabulary/scope.ts';

/** A provider, and who we are to it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly client: string;
  /** A file with the secret of this client; absent: it has none, and PKCE alone protects the code. */
  readonly secretFile: string | undefined;
  /** The scopes of OpenID Connect that are asked for, with spaces between. */
  readonly ask: string;
  /** The claim that says who somebody is here: the number of a subject, or the id of a member of staff. */
  readonly claim: string;
}

export interface StaffProviderSettings extends ProviderSettings {
  /** The claim with the groups of a member of staff; dots lead into objects. */
  readonly groups: string;
  readonly scopesOf: ReadonlyMap<string, readonly Scope[]>;
}

export interface SignInSettings {
  readonly subject: ProviderSettings | undefined;
  readonly staff: StaffProviderSettings | undefined;
}

const here = ['localhost', '127.0.0.1', '[::1]'];
const issuerWords = 'must be the https URL of the issuer, without a query, for example https://login.example.com';
const issuer = z.string().refine((text) => {
  const url = URL.parse(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && here.includes(url.hostname));
  return isSafe && url.username === '' && !/[?#]/.test(text);
}, issuerWords);
const ask = z
  .string()
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'must be scopes with spaces between')
  .refine((text) => text.split(' ').includes('openid'), 'must ask for openid, for example "openid groups"')
  .default('openid');
const claim = (usual: string) => z.string().min(1).max(200).default(usual);

const scopeWords = `must be groups with the scopes that they open, for example "privacy-office=audit requests; helpdesk=requests"; scopes: ${consoleScopes.join(', ')}`;
const isConsoleScope = (word: string): word is (typeof consoleScopes)[number] =>
  (consoleScopes as readonly string[]).includes(word);

/** `group=scope scope; group=scope`; undefined where a part of it is none. */
function scopesByGroup(text: string): ReadonlyMap<string, readonly Scope[]> | undefined {
  const found = new Map<string, readonly Scope[]>();
  for (const part of text.split(';').map((each) => each.trim())) {
    const at = part.lastIndexOf('=');
    const [group, words] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    const scopes = words.split(/ +/).filter(isConsoleScope);
    if (at < 1 || group === '' || found.has(group) || scopes.length !== words.split(/ +/).length) return undefined;
    found.set(group, scopes);
  }
  return found;
}

export const signInVariables = {
  CANDOR_SUBJECT_SIGN_IN: issuer.optional(),
  CANDOR_SUBJECT_CLIENT: z.string().min(1).max(255).optional(),
  CANDOR_SUBJECT_CLIENT_SECRET_FILE: z.string().optional(),
  CANDOR_SUBJECT_ASK: ask,
  CANDOR_SUBJECT_SIGN_IN_CLAIM: claim('sub'),
  CANDOR_STAFF_SIGN_IN: issuer.optional(),
  CANDOR_STAFF_CLIENT: z.string().min(1).max(255).optional(),
  CANDOR_STAFF_CLIENT_SECRET_FILE: z.string().optional(),
  CANDOR_STAFF_ASK: ask,
  CANDOR_STAFF_CLAIM: claim('sub'),
  CANDOR_STAFF_GROUPS: claim('groups'),
  CANDOR_STAFF_SCOPES: z
    .string()
    .transform((text) => scopesByGroup(text))
    .refine((found) => found !== undefined, scopeWords)
    .optional(),
};

type Environment = z.output<z.ZodObject<typeof signInVariables>>;

/** What is missing beside what is there; a provider that is configured by half lets nobody in and says nothing. */
export function missingForSignIn(
  env: Environment,
): { readonly name: keyof Environment; readonly why: string } | undefined {
  const { CANDOR_SUBJECT_SIGN_IN: subject, CANDOR_STAFF_SIGN_IN: staff } = env;
  if (subject !== undefined && env.CANDOR_SUBJECT_CLIENT === undefined)
    return { name: 'CANDOR_SUBJECT_CLIENT', why: 'CANDOR_SUBJECT_SIGN_IN needs it: the client id at that issuer' };
  if (staff !== undefined && env.CANDOR_STAFF_CLIENT === undefined)
    return { name: 'CANDOR_STAFF_CLIENT', why: 'CANDOR_STAFF_SIGN_IN needs it: the client id at that issuer' };
  if (staff !== undefined && env.CANDOR_STAFF_SCOPES === undefined)
    return {
      name: 'CANDOR_STAFF_SCOPES',
      why: 'CANDOR_STAFF_SIGN_IN needs it: which group may do what in the console',
    };
  return undefined;
}

export const signInSettingsOf = (env: Environment): SignInSettings => ({
  subject:
    env.CANDOR_SUBJECT_SIGN_IN === undefined
      ? undefined
      : {
          issuer: env.CANDOR_SUBJECT_SIGN_IN,
          client: env.CANDOR_SUBJECT_CLIENT ?? '',
          secretFile: env.CANDOR_SUBJECT_CLIENT_SECRET_FILE,
          ask: env.CANDOR_SUBJECT_ASK,
          claim: env.CANDOR_SUBJECT_SIGN_IN_CLAIM,
        },
  staff:
    env.CANDOR_STAFF_SIGN_IN === undefined
      ? undefined
      : {
          issuer: env.CANDOR_STAFF_SIGN_IN,
          client: env.CANDOR_STAFF_CLIENT ?? '',
          secretFile: env.CANDOR_STAFF_CLIENT_SECRET_FILE,
          ask: env.CANDOR_STAFF_ASK,
          claim: env.CANDOR_STAFF_CLAIM,
          groups: env.CANDOR_STAFF_GROUPS,
          scopesOf: env.CANDOR_STAFF_SCOPES ?? new Map(),
        },
});
