/**
 * The settings as they are, for a page: of each its group, where its value comes from, and the value unless it is a
 * secret.
 * Flow:    config (what was given and what was read) → here → house → http/handlers/console/settings → pages.
 * Promise: the value of a secret is dropped here, before anything that draws a page can hold it; an address is shown
 *          without the name, the password and the query in it. config.ts asks for a kind for every variable.
 * Source:  decision 0092; decision 0126.
 */
import type { SettingGroup, SettingShown } from './vocabulary/setting.ts';

interface SettingKind {
  readonly group: SettingGroup;
  /** Holds a password: never on a page, never in a file that others read, never in values of a chart. */
  readonly isSecret?: true;
  /** Names a file that holds what counts; the name is shown, the file is not opened. */
  readonly isFile?: true;
}

const network = { group: 'network' } as const;
const storage = { group: 'storage' } as const;
const law = { group: 'law' } as const;
const pages = { group: 'pages' } as const;
const sending = { group: 'sending' } as const;
const signIn = { group: 'sign-in' } as const;
const models = { group: 'models' } as const;
const backups = { group: 'backups' } as const;
const watching = { group: 'watching' } as const;
const secret = { isSecret: true } as const;
const file = { isFile: true } as const;

const kinds = {
  PORT: network,
  HOST: network,
  CANDOR_BASE_URL: network,
  CANDOR_DATA_DIR: storage,
  CANDOR_WITNESS_DIR: storage,
  DATABASE_URL: { ...storage, ...secret },
  KEYSTORE_URL: { ...storage, ...secret },
  CANDOR_MASTER_KEY_FILE: { ...storage, ...file },
  CANDOR_ISSUER: signIn,
  CANDOR_AUDIENCE: signIn,
  CANDOR_JWKS_URL: signIn,
  CANDOR_SUBJECT_CLAIM: signIn,
  CANDOR_ORIGIN: storage,
  CANDOR_REGIME: law,
  CANDOR_TIME_ZONE: law,
  CANDOR_HOLIDAYS: law,
  CANDOR_BACKUP_LIFE: backups,
  CANDOR_KEEP_CONSENT_PROOF: law,
  CANDOR_COMPANY: pages,
  CANDOR_CONTACT: pages,
  CANDOR_DPO: pages,
  CANDOR_PRIVACY_URL: pages,
  CANDOR_ACCESSIBILITY_URL: pages,
  CANDOR_HELP_URL: pages,
  CANDOR_PAGE_ORIGINS: pages,
  SMTP_URL: { ...sending, ...secret },
  CANDOR_MAIL_FROM: sending,
  CANDOR_DIGEST_TO: sending,
  CANDOR_DIGEST_HOUR: sending,
  CANDOR_TRUSTED_PROXIES: network,
  CANDOR_WEBHOOK_NETWORKS: sending,
  CANDOR_DATA_MAPS: sending,
  CANDOR_SYSTEM_SECRETS: { ...sending, ...file },
  CANDOR_SESSION_IDLE: signIn,
  CANDOR_SIGN_IN_SERVICE: signIn,
  CANDOR_SUBJECT_SIGN_IN: signIn,
  CANDOR_SUBJECT_CLIENT: signIn,
  CANDOR_SUBJECT_CLIENT_SECRET_FILE: { ...signIn, ...file },
  CANDOR_SUBJECT_ASK: signIn,
  CANDOR_SUBJECT_SIGN_IN_CLAIM: signIn,
  CANDOR_STAFF_SIGN_IN: signIn,
  CANDOR_STAFF_CLIENT: signIn,
  CANDOR_STAFF_CLIENT_SECRET_FILE: { ...signIn, ...file },
  CANDOR_STAFF_ASK: signIn,
  CANDOR_STAFF_CLAIM: signIn,
  CANDOR_STAFF_GROUPS: signIn,
  CANDOR_STAFF_SCOPES: signIn,
  CANDOR_KEEP_ALIVE: network,
  CANDOR_STOP_AFTER: network,
  CANDOR_FOUR_EYES: law,
  CANDOR_TRACES_SUBJECT: models,
  CANDOR_TRACES_PURPOSE: models,
  CANDOR_TRACES_AI_SYSTEM: models,
  CANDOR_SECURITY_LOG: watching,
  CANDOR_AUTHZEN_PACKS: { ...models, ...file },
  CANDOR_GATE_PORT: models,
  CANDOR_GATE_UPSTREAM: models,
  CANDOR_GATE_UPSTREAM_KEY_FILE: { ...models, ...file },
  CANDOR_GATE_TOKENS_FILE: { ...models, ...file },
  CANDOR_GATE_PATHS: models,
  CANDOR_GATE_FORWARD_CREDENTIALS: models,
  CANDOR_GATE_MOST_BYTES: models,
  CANDOR_URL: models,
  CANDOR_TOKEN_FILE: { ...models, ...file },
  CANDOR_BACKUP_TO: backups,
  CANDOR_BACKUP_EVERY: backups,
  CANDOR_BACKUP_KEEP: backups,
  CANDOR_BACKUP_KEY_FILE: { ...backups, ...file },
  AWS_ENDPOINT_URL_S3: backups,
  AWS_REGION: backups,
  AWS_ACCESS_KEY_ID: { ...backups, ...secret },
  AWS_SECRET_ACCESS_KEY: { ...backups, ...secret },
  AWS_SESSION_TOKEN: { ...backups, ...secret },
  CANDOR_OTLP_TO: watching,
  METRICS_PORT: watching,
  LOG_LEVEL: watching,
} as const satisfies Readonly<Record<string, SettingKind>>;

type KindedName = keyof typeof kinds;

export const settingKinds: Readonly<Record<KindedName, SettingKind>> = kinds;

type Values = Readonly<Partial<Record<KindedName, unknown>>>;

interface Read {
  /** As it stood in the environment; what was empty is not here. */
  readonly given: Values;
  /** As it counts, with the defaults. */
  readonly read: Values;
  /** Places that follow from others where nothing was given. */
  readonly following: Readonly<Record<string, string>>;
}

const textOf = (value: unknown): string | null =>
  value === undefined ? null : Array.isArray(value) ? value.join(',') : String(value);

/** An address may carry a password before its host or a token behind its path, whatever it is an address of. */
function withoutCredentials(text: string): string {
  const url = URL.parse(text);
  return url === null || url.host === '' ? text : text.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
}

const shownOf = (name: KindedName, { given, read, following }: Read): SettingShown => {
  const { group, isSecret = false, isFile = false } = settingKinds[name];
  const isGiven = given[name] !== undefined;
  const value = textOf(given[name]) ?? textOf(read[name]) ?? following[name] ?? null;
  const source = value === null ? 'nothing' : !isGiven ? 'default' : isFile ? 'file' : 'environment';
  return { name, group, source, isSecret, value: isSecret || value === null ? null : withoutCredentials(value) };
};

/** In the order of the schema. */
export const settingsShown = (names: readonly KindedName[], known: Read): readonly SettingShown[] =>
  names.map((name) => shownOf(name, known));
