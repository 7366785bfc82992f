/**
 * Mails that no message of the record holds, because they carry a code: a sign-in link, and the question whether an
 * address is the person's.
 * Flow:    http (POST /v1/links with `send`), send-messages → here → connectors/mail.
 * Promise: the code stands in no message of the record and in no log; a sign-in link goes to a confirmed address only;
 *          an erasure removes what is kept here as a file.
 * Source:  decisions 0042 and 0045.
 */
import type { Mail } from '../connectors/mail.ts';
import { say, speaks } from '../language/say.ts';
import { letterHtml, letterText } from '../pages/message-letter.tsx';
import type { Reads } from '../ports/reads.ts';
import { defined } from '../vocabulary/defined.ts';
import { codeMailsOf } from '../vocabulary/message.ts';

export interface CodeMailing extends Pick<Reads, 'see' | 'addressOf' | 'settings'> {
  readonly mail: Mail;
}

interface CodeMail {
  readonly kind: 'sign-in' | 'address';
  readonly subject: string;
  readonly email: string;
  readonly link: string;
  /** As it stands on record for the person. */
  readonly wanted?: string | undefined;
}

export async function sendCode(
  { mail, settings }: Pick<CodeMailing, 'mail' | 'settings'>,
  { kind, subject, email, link, wanted }: CodeMail,
): Promise<void> {
  const { language } = speaks(wanted ?? 'en');
  const [title, text] = [say(language, `${kind}.mail.title`), say(language, `${kind}.mail.text`)];
  const shown = { title, text, language, link, ...defined({ company: settings.company }) };
  await mail.send({
    id: `${kind}_${crypto.randomUUID()}`,
    file: codeMailsOf(subject)[kind],
    to: email,
    title,
    language,
    text: letterText(shown),
    html: letterHtml(shown),
  });
}

/** False where there is no address that the person has confirmed, or nobody is known. */
export async function sendLink(house: CodeMailing, holder: string, link: string): Promise<boolean> {
  const [person] = (await house.see([holder])).people;
  if (person?.found !== 'known') return false;
  const { subject, standing } = person;
  const address = await house.addressOf(subject);
  if (address === undefined || !address.confirmed) return false;
  await sendCode(house, { kind: 'sign-in', subject, email: address.email, link, wanted: standing.language });
  return true;
}
