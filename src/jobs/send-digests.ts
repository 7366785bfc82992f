/**
 * Sends the digest for staff, once a day to each address.
 * Flow:    answers/digest (numbers) → ledger/digests (taken by one node) → pages (letter) → connectors/mail.
 * Promise: at most one a day and address, on any nodes and after a kill; one that a mail server did not take is tried
 *          again that day as letters are; nothing to say is no mail. No fault stops the house, and none goes untold.
 * Source:  decision 0134.
 */
import { askDigest, type DigestNumbers } from '../answers/digest/ask.ts';
import { type DigestWords, digestDay, digestWords } from '../answers/digest/digest.ts';
import type { Mail, MailFault } from '../connectors/mail.ts';
import type { Digests, DigestTaken } from '../ledger/digests.ts';
import { digestHtml, digestText } from '../pages/digest-letter.tsx';
import type { House } from '../ports/house.ts';
import { defined } from '../vocabulary/defined.ts';
import type { DigestSettings } from '../vocabulary/digest.ts';
import { lastWaitFor } from './last-wait.ts';
import { startRounds } from './rounds.ts';
import { waits } from './send-messages.ts';

type Told = 'digest-failed' | 'digest-given-up';

interface SendingDigests {
  readonly house: House;
  readonly digests: Digests;
  readonly mail: Pick<Mail, 'send'>;
  readonly digest: DigestSettings;
  /** Told a code, never an address. */
  readonly report: (code: Told) => void;
}

/** One round; tells how many left. On a house that is not ready nothing can be noted, so nothing is sent. */
export async function sendDigests(sending: SendingDigests, isEnding: () => boolean = () => false): Promise<number> {
  const { house, digests, digest } = sending;
  const { timeZone } = house.settings;
  const day = digestDay(house.now(), timeZone, digest.hour);
  if (day === undefined || house.status().state !== 'ready') return 0;
  let numbers: DigestNumbers | undefined;
  let left = 0;
  for (const reader of digest.to) {
    if (isEnding() || !(await digests.isDue({ email: reader.email, day }))) continue;
    numbers ??= await askDigest(house);
    const words = digestWords(numbers, { language: reader.language, now: house.now(), timeZone });
    const taken = await digests.take({ email: reader.email, day });
    if (taken !== undefined && words !== undefined && (await sendOne(sending, taken, words))) left += 1;
  }
  return left;
}

async function sendOne(
  { house, digests, mail, report }: SendingDigests,
  taken: DigestTaken,
  words: DigestWords,
): Promise<boolean> {
  const { baseUrl, company } = house.settings;
  const shown = { ...words, baseUrl, ...defined({ company }) };
  const name = digests.nameOf(taken.email);
  const { title, language } = words;
  const letter = { to: taken.email, title, language, text: digestText(shown), html: digestHtml(shown) };
  try {
    // The id stays the same on every try, so that a mailbox shows it once; a file of another day is written over.
    await mail.send({ ...letter, id: `digest-${taken.day}-${name}`, file: `digest-${name}` });
    return true;
  } catch (fault) {
    const wait = waits[taken.tries - 1];
    const isOver = (fault as Partial<MailFault>).lasting === true || wait === undefined;
    if (!isOver) await digests.postpone(taken, house.now() + wait);
    report(isOver ? 'digest-given-up' : 'digest-failed');
    return false;
  }
}

/** Looks twice a minute, until it is stopped; nothing runs where nobody wants a digest. */
export function startDigests(sending: SendingDigests, everyMs = 30_000): { stop(): Promise<void> } | undefined {
  if (sending.digest.to.length === 0) return undefined;
  let ending = false;
  let hasFailed = false;
  const run = async (): Promise<void> => {
    try {
      await sendDigests(sending, () => ending);
      hasFailed = false;
    } catch {
      if (!hasFailed) sending.report('digest-failed');
      hasFailed = true;
    }
  };
  const rounds = startRounds({ everyMs, run });
  return {
    async stop() {
      rounds.end();
      ending = true;
      await lastWaitFor(rounds.last());
    },
  };
}
