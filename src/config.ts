/**
 * The only reader of the environment: one schema, every fault listed at once, printed without secrets.
 * Flow:    environment → here → main, scripts → house.
 * Promise: an empty variable counts as unset; a fault names the variable and how to mend it, never its value.
 * Source:  docs/design.md 9.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  type BackupSettings,
  backupSettingsOf,
  backupVariables,
  type StorageSettings,
  storageSettingsOf,
} from './backup-settings.ts';
import {
  address,
  atMost,
  contact,
  database,
  keptProof,
  keystore,
  namesInTraces,
  networks,
  origins,
  port,
  unknownWords,
  webUrl,
  zone,
} from './config-forms.ts';
import { type GateSettings, gateSettingsOf, gateVariables, missingForGate } from './gate/settings.ts';
import { holidaySetNames } from './law/holidays.ts';
import { isRegime } from './law/regimes.ts';
import { type SendingSettings, sendingSettingsOf, sendingVariables } from './sending-settings.ts';
import { settingsShown } from './settings-shown.ts';
import { missingForSignIn, type SignInSettings, signInSettingsOf, signInVariables } from './sign-in-settings.ts';
import type { Contact } from './vocabulary/contact.ts';
import { defined } from './vocabulary/defined.ts';
import { type KeepGround, keepGrounds } from './vocabulary/hold.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from './vocabulary/instant.ts';
import type { PageLinks } from './vocabulary/page-link.ts';
import type { SettingShown } from './vocabulary/setting.ts';

const fourEyesWishes = ['auto', 'on', 'off'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Every variable that is read, by name. Files of settings, a chart and a table in the documents are made from it. */
export const Variables = z.object({
  PORT: port.default(8080),
  HOST: z.string().default('127.0.0.1'),
  CANDOR_BASE_URL: address.optional(),
  CANDOR_DATA_DIR: z.string().default('./data'),
  CANDOR_WITNESS_DIR: z.string().optional(),
  DATABASE_URL: database.optional(),
  KEYSTORE_URL: keystore.optional(),
  CANDOR_MASTER_KEY_FILE: z.string().optional(),
  CANDOR_ISSUER: webUrl('https://login.example.com').optional(),
  CANDOR_AUDIENCE: z.string().optional(),
  CANDOR_JWKS_URL: webUrl('https://login.example.com/jwks').optional(),
  CANDOR_SUBJECT_CLAIM: z.string().default('sub'),
  CANDOR_ORIGIN: z
    .string()
    .regex(/^[!-*,-~]{1,180}$/, 'must be ASCII without space or +')
    .optional(),
  CANDOR_REGIME: z.string().refine(isRegime, 'must be a regime, for example EU').default('EU'),
  CANDOR_TIME_ZONE: zone.default('UTC'),
  CANDOR_HOLIDAYS: z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .refine(
      (names) => names.every((name) => (holidaySetNames as readonly string[]).includes(name)),
      `must name holiday sets: ${holidaySetNames.join(', ')}`,
    )
    .optional(),
  CANDOR_BACKUP_LIFE: z
    .string()
    .regex(/^P\d{1,4}D$/, 'must be days, for example P30D')
    .default('P30D'),
  CANDOR_KEEP_CONSENT_PROOF: z
    .string()
    .transform((text) => keptProof(text))
    .refine(
      (kept) => kept !== undefined,
      `must be a duration and a ground, for example "P3Y art17-3-e-legal-claims"; grounds: ${keepGrounds.join(', ')}`,
    )
    .optional(),
  CANDOR_COMPANY: atMost(100).optional(),
  CANDOR_CONTACT: contact.optional(),
  CANDOR_DPO: contact.optional(),
  CANDOR_PRIVACY_URL: webUrl('https://www.example.com/privacy').optional(),
  CANDOR_ACCESSIBILITY_URL: webUrl('https://www.example.com/accessibility').optional(),
  CANDOR_HELP_URL: webUrl('https://www.example.com/help').optional(),
  ...sendingVariables,
  CANDOR_TRUSTED_PROXIES: networks('10.0.0.0/8').optional(),
  CANDOR_WEBHOOK_NETWORKS: networks('10.20.0.0/16').optional(),
  CANDOR_DATA_MAPS: z.string().optional(),
  CANDOR_SYSTEM_SECRETS: z.string().optional(),
  CANDOR_SESSION_IDLE: z
    .string()
    .regex(/^PT(?:[1-9]|[1-5]\d|60)M$/, 'must be 1 to 60 minutes, for example PT30M')
    .default('PT30M'),
  CANDOR_SIGN_IN_SERVICE: z.string().min(1).max(255).optional(),
  CANDOR_PAGE_ORIGINS: origins.optional(),
  ...signInVariables,
  CANDOR_KEEP_ALIVE: z
    .string()
    .regex(/^PT(?:[5-9]|[1-9]\d{1,2}|[1-3]\d{3})S$/, 'must be 5 to 3999 seconds, for example PT90S')
    .default('PT90S'),
  CANDOR_STOP_AFTER: z
    .string()
    .regex(/^PT(?:\d|[1-5]\d|60)S$/, 'must be 0 to 60 seconds, for example PT3S')
    .default('PT0S'),
  CANDOR_FOUR_EYES: z.enum(fourEyesWishes, `must be one of: ${fourEyesWishes.join(', ')}`).default('auto'),
  CANDOR_TRACES_SUBJECT: namesInTraces(['candor.subject', 'enduser.id', 'user.id']),
  CANDOR_TRACES_PURPOSE: namesInTraces(['candor.purpose']),
  CANDOR_TRACES_AI_SYSTEM: namesInTraces(['candor.ai_system', 'gen_ai.agent.id', 'gen_ai.agent.name', 'service.name']),
  CANDOR_SECURITY_LOG: z.string().optional(),
  CANDOR_AUTHZEN_PACKS: z
    .string()
    .transform((text) => text.split(',').map((path) => path.trim()))
    .refine((paths) => paths.every((path) => path !== ''), 'must be files, with commas between')
    .optional(),
  ...gateVariables,
  CANDOR_URL: webUrl('https://privacy.example.com').optional(),
  CANDOR_TOKEN_FILE: z.string().optional(),
  ...backupVariables,
  CANDOR_OTLP_TO: webUrl('http://collector:4318/v1/traces').optional(),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of: ${logLevels.join(', ')}`).default('info'),
});

const Environment = Variables.refine(
  (env) => (env.CANDOR_ISSUER === undefined) === (env.CANDOR_JWKS_URL === undefined),
  {
    path: ['CANDOR_JWKS_URL'],
    message: 'an outside issuer needs both CANDOR_ISSUER and CANDOR_JWKS_URL',
  },
)
  .refine((env) => env.SMTP_URL === undefined || env.CANDOR_MAIL_FROM !== undefined, {
    path: ['CANDOR_MAIL_FROM'],
    message: 'a mail server needs CANDOR_MAIL_FROM, the address that messages come from',
  })
  .refine((env) => env.CANDOR_ISSUER === undefined || env.CANDOR_AUDIENCE !== undefined, {
    path: ['CANDOR_AUDIENCE'],
    message: 'an outside issuer needs CANDOR_AUDIENCE, so that tokens for other services are refused',
  })
  .superRefine((env, context) => {
    const missing = missingForSignIn(env);
    if (missing !== undefined) context.addIssue({ code: 'custom', path: [missing.name], message: missing.why });
  })
  .superRefine((env, context) => {
    if (env.CANDOR_GATE_PORT === undefined) return;
    // Only the built-in issuer makes a token for the gate by itself.
    const isWithoutToken = env.CANDOR_ISSUER !== undefined && env.CANDOR_TOKEN_FILE === undefined;
    const missing = missingForGate(env) ?? (isWithoutToken ? 'CANDOR_TOKEN_FILE' : undefined);
    if (missing === undefined) return;
    context.addIssue({
      code: 'custom',
      path: [missing],
      message: `a gate (CANDOR_GATE_PORT) needs it: ${needs[missing]}`,
    });
  });

const needs = {
  CANDOR_GATE_UPSTREAM: 'where calls go, such as https://api.openai.com/v1',
  CANDOR_GATE_TOKENS_FILE: 'a file with the tokens of those who may call, one a line',
  CANDOR_URL: 'where Candor listens, such as https://privacy.example.com',
  CANDOR_TOKEN_FILE: 'a file with a token for Candor that has the scope use',
} as const;

type Environment = z.output<typeof Environment>;

export type SettingName = keyof typeof Variables.shape;

export interface Config extends SendingSettings {
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string | undefined;
  readonly dataDir: string;
  readonly witnessDir: string;
  readonly databaseUrl: string | undefined;
  readonly keystoreUrl: string | undefined;
  readonly masterKeyFile: string;
  readonly issuer: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string } | undefined;
  readonly subjectClaim: string;
  readonly origin: string | undefined;
  readonly regime: string;
  readonly timeZone: string;
  readonly holidays: readonly string[];
  readonly backupLifeMs: number;
  readonly backup: BackupSettings;
  readonly storage: StorageSettings;
  /** Absent: an erasure keeps no proof of choices. */
  readonly keepConsentProof: { readonly duration: string; readonly ground: KeepGround } | undefined;
  readonly company: string | undefined;
  /** Who answers for the data, and their data protection officer. */
  readonly contact: Contact | undefined;
  readonly dpo: Contact | undefined;
  readonly pageLinks: PageLinks;
  /** Proxies of ours, whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[];
  /** Inner networks that webhooks may be sent into. */
  readonly webhookNetworks: readonly string[];
  /** The folder with `systems.yaml` and the data maps; absent: no system is connected. */
  readonly dataMaps: string | undefined;
  /** The folder with a file for each credential of a connected system. */
  readonly systemSecrets: string | undefined;
  /** After how long without a request a session of a browser ends. */
  readonly sessionIdleMs: number;
  /** The `sub` of the service behind the company's own sign-in; a link that it makes is a sign-in of one's own. */
  readonly signInService: string | undefined;
  /** Origins of pages of the company that may show what AI does there. */
  readonly pageOrigins: readonly string[];
  /** Providers of OpenID Connect, by whom somebody comes in beside a link. */
  readonly signIn: SignInSettings;
  /** How long a connection may lie idle before it is closed. */
  readonly keepAliveMs: number;
  /** For how long it goes on answering once it was asked to stop. */
  readonly stopAfterMs: number;
  /** `auto`: where two members of staff could. */
  readonly fourEyes: (typeof fourEyesWishes)[number];
  /** Under which names a trace says whom, for what and by which AI system. */
  readonly traceNames: Readonly<Record<'subject' | 'purpose' | 'aiSystem', readonly string[]>>;
  /** A file or `stdout`; absent: security events are written nowhere. */
  readonly securityLog: string | undefined;
  /** Files of rules about what is no data of people, for AuthZEN. */
  readonly authzenPacks: readonly string[];
  /** Absent: no gate beside the service. */
  readonly gate: GateSettings | undefined;
  /** A token of the outside issuer, for the gate; absent: the built-in one makes its tokens. */
  readonly gateTokenFile: string | undefined;
  readonly metricsPort: number | undefined;
  /** Where spans of our own are sent; absent: none are made. */
  readonly otlpTo: string | undefined;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** All of it as it was read, without secrets, for the page that shows it. */
  readonly shown: readonly SettingShown[];
}

/** A gate as a process of its own. */
interface GateConfig extends Pick<Config, 'host' | 'metricsPort' | 'logLevel'> {
  readonly settings: GateSettings;
  readonly candorUrl: string;
  readonly candorTokenFile: string;
}

type ConfigFaults = { readonly faults: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Env = process.env): Config | ConfigFaults {
  const read = readEnvironment(env);
  return 'faults' in read ? read : { ...configOf(read), shown: shownAs(env, read) };
}

const USUAL_GATE_PORT = 8090;

const secondsOf = (span: string): number => Number(span.slice(2, -1)) * SECOND_MS;
const keepAliveOf = ({ CANDOR_KEEP_ALIVE: keep }: Environment): number => secondsOf(keep);

export function readGateConfig(env: Env = process.env): GateConfig | ConfigFaults {
  const read = readEnvironment(env);
  if ('faults' in read) return read;
  const settings = gateSettingsOf(read, {
    keepAliveMs: keepAliveOf(read),
    port: read.CANDOR_GATE_PORT ?? USUAL_GATE_PORT,
  });
  const { CANDOR_URL: candorUrl, CANDOR_TOKEN_FILE: candorTokenFile } = read;
  if (settings === undefined || candorUrl === undefined || candorTokenFile === undefined) {
    const missing = (Object.keys(needs) as (keyof typeof needs)[]).filter((name) => read[name] === undefined);
    return { faults: missing.map((name) => `${name}: the gate needs it: ${needs[name]}`) };
  }
  return {
    settings,
    candorUrl,
    candorTokenFile,
    host: read.HOST,
    metricsPort: read.METRICS_PORT,
    logLevel: read.LOG_LEVEL,
  };
}

/** An empty variable counts as one that is not there. */
const givenIn = (env: Env): Env =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

function shownAs(env: Env, read: Environment): Config['shown'] {
  const { witnessDir, masterKeyFile } = placesOf(read);
  const following = { CANDOR_WITNESS_DIR: witnessDir, CANDOR_MASTER_KEY_FILE: masterKeyFile };
  return settingsShown(names, { given: givenIn(env), read, following });
}

function readEnvironment(env: Env): Environment | ConfigFaults {
  const given = givenIn(env);
  const unknown = unknownNames(given).map((name) => unknownWords(name, names));
  const read = Environment.safeParse(given);
  if (!read.success)
    return { faults: [...unknown, ...read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)] };
  return unknown.length > 0 ? { faults: unknown } : read.data;
}

const names = Object.keys(Variables.shape) as SettingName[];

/** Names that begin as ours do and that nothing reads: a setting that was mistyped would otherwise be lost unsaid. */
export const unknownNames = (env: Env): readonly string[] =>
  Object.keys(env).filter((name) => /^candor_/i.test(name) && !(names as readonly string[]).includes(name));

const traceNamesOf = (env: Environment): Config['traceNames'] => ({
  subject: env.CANDOR_TRACES_SUBJECT,
  purpose: env.CANDOR_TRACES_PURPOSE,
  aiSystem: env.CANDOR_TRACES_AI_SYSTEM,
});

const issuerOf = (env: Environment): Config['issuer'] =>
  env.CANDOR_ISSUER === undefined
    ? undefined
    : { issuer: env.CANDOR_ISSUER, audience: env.CANDOR_AUDIENCE ?? '', jwksUrl: env.CANDOR_JWKS_URL ?? '' };

/** Whom people read about, and what they are led to. */
const shownOf = (env: Environment) => ({
  contact: env.CANDOR_CONTACT,
  dpo: env.CANDOR_DPO,
  pageLinks: defined({
    privacy: env.CANDOR_PRIVACY_URL,
    accessibility: env.CANDOR_ACCESSIBILITY_URL,
    help: env.CANDOR_HELP_URL,
  }),
});

/** Where whoever runs it is told how it goes. */
const toldOf = (env: Environment): Pick<Config, 'metricsPort' | 'otlpTo' | 'logLevel'> => ({
  metricsPort: env.METRICS_PORT,
  otlpTo: env.CANDOR_OTLP_TO,
  logLevel: env.LOG_LEVEL,
});

/** Where this installation keeps itself. */
const placesOf = (env: Environment): Pick<Config, 'dataDir' | 'witnessDir' | 'masterKeyFile'> => ({
  dataDir: env.CANDOR_DATA_DIR,
  witnessDir: env.CANDOR_WITNESS_DIR ?? join(env.CANDOR_DATA_DIR, 'witness'),
  masterKeyFile: env.CANDOR_MASTER_KEY_FILE ?? join(env.CANDOR_DATA_DIR, 'master.key'),
});

function configOf(env: Environment): Omit<Config, 'shown'> {
  return {
    port: env.PORT,
    host: env.HOST,
    baseUrl: env.CANDOR_BASE_URL?.replace(/\/$/, ''),
    ...placesOf(env),
    databaseUrl: env.DATABASE_URL,
    keystoreUrl: env.KEYSTORE_URL,
    issuer: issuerOf(env),
    subjectClaim: env.CANDOR_SUBJECT_CLAIM,
    origin: env.CANDOR_ORIGIN,
    regime: env.CANDOR_REGIME,
    timeZone: env.CANDOR_TIME_ZONE,
    holidays: env.CANDOR_HOLIDAYS ?? [],
    backupLifeMs: Number(env.CANDOR_BACKUP_LIFE.slice(1, -1)) * DAY_MS,
    backup: backupSettingsOf(env),
    storage: storageSettingsOf(env),
    keepConsentProof: env.CANDOR_KEEP_CONSENT_PROOF,
    company: env.CANDOR_COMPANY,
    ...shownOf(env),
    ...sendingSettingsOf(env),
    trustedProxies: env.CANDOR_TRUSTED_PROXIES ?? [],
    webhookNetworks: env.CANDOR_WEBHOOK_NETWORKS ?? [],
    dataMaps: env.CANDOR_DATA_MAPS,
    systemSecrets: env.CANDOR_SYSTEM_SECRETS,
    sessionIdleMs: Number(env.CANDOR_SESSION_IDLE.slice(2, -1)) * MINUTE_MS,
    signInService: env.CANDOR_SIGN_IN_SERVICE,
    pageOrigins: env.CANDOR_PAGE_ORIGINS ?? [],
    signIn: signInSettingsOf(env),
    keepAliveMs: keepAliveOf(env),
    stopAfterMs: secondsOf(env.CANDOR_STOP_AFTER),
    ...toldOf(env),
    fourEyes: env.CANDOR_FOUR_EYES,
    traceNames: traceNamesOf(env),
    securityLog: env.CANDOR_SECURITY_LOG,
    authzenPacks: env.CANDOR_AUTHZEN_PACKS ?? [],
    gate: gateSettingsOf(env, { keepAliveMs: keepAliveOf(env) }),
    gateTokenFile: env.CANDOR_TOKEN_FILE,
  };
}

/** The keystore's own file, where it is one: beside a SQLite database, or where keys are kept apart from PostgreSQL. */
export const keystoreFile = ({
  dataDir,
  databaseUrl,
  keystoreUrl,
}: Pick<Config, 'dataDir' | 'databaseUrl' | 'keystoreUrl'>): string | undefined => {
  if (keystoreUrl?.startsWith('file:') === true) return fileURLToPath(keystoreUrl);
  return (keystoreUrl ?? databaseUrl) === undefined ? join(dataDir, 'keys.db') : undefined;
};
