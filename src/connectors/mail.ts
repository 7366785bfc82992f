/**
 * The way out for messages: mail over SMTP, or files in a folder where no mail server is named.
 * Flow:    the sender of messages → here → a mail server, or `<data>/mail/<message>.eml`.
 * Promise: the id of the mail is that of the message on every try, so that a mailbox shows it once; a file of an erased
 *          person is removed; an error is told as a code and never with what was sent.
 * Source:  RFC 5322, RFC 8058; docs/promises.md I26.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';

interface Letter {
  readonly id: string;
  /** Absent where we know no address. */
  readonly to?: string;
  readonly title: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
}

export interface Mail {
  readonly channel: 'email' | 'file';
  /** Throws a MailFault. */
  send(letter: Letter): Promise<void>;
  /** Removes what is kept here of these messages. */
  forget(messages: readonly string[]): Promise<void>;
  close(): void;
}

/** `lasting`: another try would end the same way. */
export class MailFault extends Error {
  readonly code: string;
  readonly lasting: boolean;
  constructor(code: string, lasting: boolean) {
    super(code);
    this.code = code;
    this.lasting = lasting;
  }
}

interface MailSettings {
  /** Absent: files. */
  readonly smtpUrl?: string;
  readonly from: string;
  /** For the ids of mails. */
  readonly domain: string;
  readonly folder: string;
}

const TIMEOUT_MS = 15_000;

const mailOf = ({ from, domain }: MailSettings, letter: Letter) => ({
  from,
  to: letter.to ?? 'nobody@localhost.invalid',
  subject: letter.title,
  text: letter.text,
  html: letter.html,
  messageId: `<${letter.id}@${domain}>`,
  headers: { 'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Replies of 500 and above are final (RFC 5321, 4.2.1). */
function faultOf(fault: unknown): MailFault {
  const { responseCode, code } = fault as { responseCode?: number; code?: string };
  if (typeof responseCode === 'number') return new MailFault(`smtp-${responseCode}`, responseCode >= 500);
  return new MailFault(typeof code === 'string' ? `mail-${code.toLowerCase()}` : 'mail-failed', false);
}

/** Loaded with the first letter, since a service that starts has none to send. */
function transportOf(options: Parameters<typeof import('nodemailer').createTransport>[0]) {
  let made: Promise<Transporter> | undefined;
  return {
    open: (): Promise<Transporter> => {
      made ??= import('nodemailer').then(({ createTransport }) => createTransport(options));
      return made;
    },
    close: (): void => void made?.then((open) => open.close()),
  };
}

function overSmtp(settings: MailSettings, url: string): Mail {
  const transport = transportOf({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    channel: 'email',
    async send(letter) {
      if (letter.to === undefined) throw new MailFault('no-address', true);
      await (await transport.open()).sendMail(mailOf(settings, letter)).catch((fault: unknown) => {
        throw faultOf(fault);
      });
    },
    forget: async () => undefined,
    close: transport.close,
  };
}

/** The same mail as a file, for a first look and for those who send by other means. */
function intoFolder(settings: MailSettings): Mail {
  const composer = transportOf({ streamTransport: true, buffer: true });
  const fileOf = (message: string): string => join(settings.folder, `${message}.eml`);
  return {
    channel: 'file',
    async send(letter) {
      const { message } = await (await composer.open()).sendMail(mailOf(settings, letter));
      await mkdir(settings.folder, { recursive: true, mode: 0o700 });
      await writeFile(`${fileOf(letter.id)}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${fileOf(letter.id)}.part`, fileOf(letter.id));
    },
    async forget(messages) {
      for (const message of messages)
        for (const end of ['', '.part']) await rm(`${fileOf(message)}${end}`, { force: true });
    },
    close: () => undefined,
  };
}

export const openMail = (settings: MailSettings): Mail =>
  settings.smtpUrl === undefined ? intoFolder(settings) : overSmtp(settings, settings.smtpUrl);
