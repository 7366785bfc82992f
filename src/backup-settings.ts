/**
 * The settings of backups: where they go, how often, how many stay, and who may write there.
 * Flow:    config → here.
 * Promise: storage is named by the variables that other tools read, too.
 * Source:  docs/backups.md.
 */
import { z } from 'zod';
import { HOUR_MS } from './vocabulary/instant.ts';

const atLeastOne = 'must be a number of backups, at least 1';

export const backupVariables = {
  CANDOR_BACKUP_TO: z.string().optional(),
  CANDOR_BACKUP_EVERY: z
    .string()
    .regex(/^PT(?:[1-9]|[1-9]\d|1[0-5]\d|16[0-8])H$/, 'must be 1 to 168 hours, for example PT24H')
    .default('PT24H'),
  CANDOR_BACKUP_KEEP: z.coerce.number(atLeastOne).int(atLeastOne).min(1, atLeastOne).optional(),
  CANDOR_BACKUP_KEY_FILE: z.string().optional(),
  AWS_ENDPOINT_URL_S3: z
    .string()
    .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), 'must be a URL such as https://s3.example.com')
    .optional(),
  AWS_REGION: z.string().default('us-east-1'),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  AWS_SESSION_TOKEN: z.string().optional(),
};

const Variables = z.object(backupVariables);
type Variables = z.output<typeof Variables>;

export interface BackupSettings {
  /** Where backups go by themselves; absent: nowhere. */
  readonly to: string | undefined;
  readonly everyMs: number;
  /** How many stay at most; absent: all within their life. */
  readonly keep: number | undefined;
  /** Absent: the master key seals them. */
  readonly keyFile: string | undefined;
}

/** S3-compatible storage. */
export interface StorageSettings {
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: string | undefined;
  readonly sessionToken: string | undefined;
}

export const backupSettingsOf = (env: Variables): BackupSettings => ({
  to: env.CANDOR_BACKUP_TO,
  everyMs: Number(env.CANDOR_BACKUP_EVERY.slice(2, -1)) * HOUR_MS,
  keep: env.CANDOR_BACKUP_KEEP,
  keyFile: env.CANDOR_BACKUP_KEY_FILE,
});

export const storageSettingsOf = (env: Variables): StorageSettings => ({
  endpoint: env.AWS_ENDPOINT_URL_S3,
  region: env.AWS_REGION,
  accessKeyId: env.AWS_ACCESS_KEY_ID,
  secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
  sessionToken: env.AWS_SESSION_TOKEN,
});
