/**
 * Mails that no message of the record holds, because they carry a code: a sign-in link, and the question whether an
 * address is the person's.
 * Flow:    http (POST /v1/links with `send`), send-messages → here → connectors/mail.
 * Promise: the code stands in no message of the record and in no log; a sign-in link goes to a confirmed address only;
 *          an erasure removes what is kept here as a file.
 * Source:  decision 0042; decision 0045.
 */
import type { Mail } from '../connectors/mail.ts';
import { codeLetter } from '../pages/message-letter.tsx';
import type { Reads } from '../ports/reads.ts';
import { defined } from '../vocabulary/defined.ts';
import { codeMailsOf } from '../vocabulary/message.ts';

interface CodeMailing extends Pick<Reads, 'see' | 'addressOf' | 'settings' | 'now'> {
  readonly mail: Mail;
}

interface CodeMail {
  readonly kind: 'sign-in' | 'address';
  readonly subject: string;
  readonly email: string;
  readonly link: string;
  /** The language on record for the person. */
  readonly wanted?: string | undefined;
}

export async function sendCode(
  { mail, settings, now }: Pick<CodeMailing, 'mail' | 'settings' | 'now'>,
  { kind, subject, email, link, wanted = 'en' }: CodeMail,
): Promise<void> {
  const letter = codeLetter(kind, wanted, { link, ...defined({ company: settings.company }) });
  await mail.send({ id: `${kind}_${now()}`, file: codeMailsOf(subject)[kind], to: email, ...letter });
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
