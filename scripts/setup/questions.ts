/**
 * What is asked for a production set-up, in the order in which people think of it.
 * Flow:    here → setup (flags, questions, the file of settings).
 * Promise: each is a setting of the table; what is not asked for is given with --set, or stands in the environment.
 */
import type { SettingName } from '../../src/config.ts';

export interface SetupQuestion {
  readonly name: SettingName;
  readonly flag: string;
  readonly ask: string;
  /** Nothing is written without it. */
  readonly isNeeded?: true;
  /** What is taken where nobody says otherwise. */
  readonly usual?: (known: ReadonlyMap<string, string>) => string | undefined;
  /** Asked only where this one was answered. */
  readonly after?: SettingName;
}

const hostOf = (url: string | undefined): string | undefined => URL.parse(url ?? '')?.hostname;

export const questions: readonly SetupQuestion[] = [
  { name: 'CANDOR_BASE_URL', flag: 'url', ask: 'The https address that people will see', isNeeded: true },
  {
    name: 'CANDOR_ORIGIN',
    flag: 'origin',
    ask: 'The name of the ledger, for ever',
    isNeeded: true,
    usual: (known) => hostOf(known.get('CANDOR_BASE_URL')),
  },
  {
    name: 'CANDOR_TRUSTED_PROXIES',
    flag: 'proxies',
    ask: 'From which addresses or networks your proxy comes',
    isNeeded: true,
    usual: () => '127.0.0.1',
  },
  { name: 'CANDOR_COMPANY', flag: 'company', ask: 'The name of your company' },
  { name: 'CANDOR_CONTACT', flag: 'contact', ask: 'Whom people write to, as name; e-mail; postal address' },
  { name: 'CANDOR_DPO', flag: 'dpo', ask: 'Your data protection officer, as name; e-mail' },
  { name: 'CANDOR_REGIME', flag: 'regime', ask: 'The law of people about whom nothing is known', usual: () => 'EU' },
  { name: 'CANDOR_TIME_ZONE', flag: 'time-zone', ask: 'The time zone of deadlines', usual: () => 'UTC' },
  { name: 'CANDOR_ISSUER', flag: 'issuer', ask: 'The issuer of your identity provider' },
  { name: 'CANDOR_JWKS_URL', flag: 'jwks', ask: 'The address of its keys', after: 'CANDOR_ISSUER' },
  {
    name: 'CANDOR_AUDIENCE',
    flag: 'audience',
    ask: 'For whom its tokens are issued',
    after: 'CANDOR_ISSUER',
    usual: (known) => known.get('CANDOR_BASE_URL'),
  },
  {
    name: 'DATABASE_URL',
    flag: 'database',
    ask: 'PostgreSQL, as postgres://name:password@host/candor (empty: SQLite)',
  },
  { name: 'SMTP_URL', flag: 'smtp', ask: 'Your mail server, as smtps://name:password@host' },
  { name: 'CANDOR_MAIL_FROM', flag: 'mail-from', ask: 'The address that messages come from', after: 'SMTP_URL' },
  { name: 'CANDOR_DATA_DIR', flag: 'data', ask: 'The data folder', usual: () => '/var/lib/candor' },
  {
    name: 'CANDOR_WITNESS_DIR',
    flag: 'witness',
    ask: 'The witness folder, on another disk',
    usual: () => '/var/lib/candor-witness',
  },
];
