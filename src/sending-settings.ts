/**
 * The settings of mail: by which server, from whom, and who of staff gets a digest at which hour.
 * Flow:    config → here.
 * Promise: an address and a language for each who gets one, nothing else about them.
 * Source:  docs/operating.md; decision 0134.
 */
import { z } from 'zod';
import { atMost, urlOf } from './config-forms.ts';
import type { DigestReader, DigestSettings } from './vocabulary/digest.ts';
import { isLanguageTag } from './vocabulary/language-tag.ts';

const readerIn = (text: string): DigestReader => {
  const [email = '', language = 'en'] = text.trim().split(/\s+/);
  return { email, language };
};

/** Addresses of staff, each with a language behind it or in English. */
const digestReaders = z
  .string()
  .refine(
    (text) => text.split(',').every((each) => /^\s*[^\s@<>]+@[^\s@<>]+(\s+\S+)?\s*$/.test(each)),
    'must be addresses with a language behind each, for example "privacy@example.com en, desk@example.com de"',
  )
  .transform((text) => text.split(',').map(readerIn))
  .refine((all) => all.every(({ language }) => isLanguageTag(language)), 'must have languages such as en or de-CH')
  .refine(
    (all) => new Set(all.map(({ email }) => email.toLowerCase())).size === all.length,
    'must name each address once',
  );

const hourForm = 'must be an hour of the day, 0 to 23';

export const sendingVariables = {
  SMTP_URL: urlOf(['smtp:', 'smtps:'], 'smtps://name:password@mail.example.com').optional(),
  CANDOR_MAIL_FROM: atMost(320).optional(),
  CANDOR_DIGEST_TO: digestReaders.optional(),
  CANDOR_DIGEST_HOUR: z.coerce.number(hourForm).int(hourForm).min(0, hourForm).max(23, hourForm).default(7),
};

const Variables = z.object(sendingVariables);

export interface SendingSettings {
  /** Absent: messages are written into the data folder. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly digest: DigestSettings;
}

export const sendingSettingsOf = (env: z.output<typeof Variables>): SendingSettings => ({
  smtpUrl: env.SMTP_URL,
  mailFrom: env.CANDOR_MAIL_FROM,
  digest: { to: env.CANDOR_DIGEST_TO ?? [], hour: env.CANDOR_DIGEST_HOUR },
});
