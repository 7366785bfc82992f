/**
 * Sends what waits in the outbox, and tries again where that failed.
 * Flow:    ledger/outbox (taken under a lease) → fact opened → pages (HTML) → connectors/mail → command
 *          `message.settle`.
 * Promise: a message leaves at least once and is settled once; after the last try it is given up and stays on the
 *          person's own page; no fault here ever stops the house, and none goes untold.
 * Source:  docs/design.md 11 (jobs with leases, a retry schedule over about two days).
 */

import { findWrittenMessage } from '../answers/message/ask.ts';
import type { Mail, MailFault } from '../connectors/mail.ts';
import type { MessageWritten } from '../facts/message.ts';
import type { Outbox, OutboxMessage } from '../ledger/outbox.ts';
import { letterHtml, letterText } from '../pages/message-letter.tsx';
import type { House } from '../ports/house.ts';
import type { Sender } from '../ports/records.ts';
import { defined } from '../vocabulary/defined.ts';
import { MINUTE_MS } from '../vocabulary/instant.ts';
import { isProblem } from '../vocabulary/problems.ts';
import { lastWaitFor } from './last-wait.ts';
import { startRounds } from './rounds.ts';
import { sendCode } from './send-link.ts';

/** After the n-th try, how long to wait for the next one; after the last there is none. */
export const waits: readonly number[] = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * MINUTE_MS);
const LEASE_MS = 5 * MINUTE_MS;
const WIDTH = 20;

export interface Sending {
  readonly house: Pick<House, 'facts' | 'addressOf' | 'record' | 'settings' | 'now' | 'status'>;
  readonly outbox: Outbox;
  readonly mail: Mail;
  /** Under whose name it is recorded. */
  readonly sender: Sender;
  /** A code for an address that a service added; nothing where one went there not long ago. */
  readonly codeFor?: (identifier: string) => Promise<string | undefined>;
}

/**
 * One round; tells how many messages it took. While the house records nothing, nothing is sent: what could not be told
 * as sent would reach the same mailbox again. What is left when the service stops is taken up again after its lease.
 */
export async function sendWaiting(sending: Sending, isEnding: () => boolean = () => false): Promise<number> {
  if (sending.house.status().state !== 'ready') return 0;
  const taken = await sending.outbox.take(WIDTH, LEASE_MS);
  for (const each of taken) if (!isEnding()) await sendOne(sending, each);
  return taken.length;
}

async function sendOne(sending: Sending, taken: OutboxMessage): Promise<void> {
  const { house, mail, outbox } = sending;
  const written = await findWrittenMessage(house, taken.message);
  // An erasure on its way: the row goes with it.
  if (written === undefined) return;
  const address = await house.addressOf(taken.subject);
  try {
    if (address?.confirmed === false) await askToConfirm(sending, taken, { written, email: address.email });
    await mail.send(letterOf(sending, taken, { written, ...defined({ email: address?.email }) }));
    await settle(sending, taken, { written });
  } catch (fault) {
    const { code, lasting } = fault as Partial<MailFault>;
    const wait = waits[taken.tries - 1];
    if (lasting === true || wait === undefined) await settle(sending, taken, { written, code: code ?? 'mail-failed' });
    else await outbox.postpone(taken, house.now() + wait);
  }
}

interface Written {
  readonly written: MessageWritten;
  readonly email?: string;
}

/** Nothing about a person goes to an address that nobody but a service has named: it waits until they confirm it. */
async function askToConfirm(
  { house, mail, codeFor }: Sending,
  { subject }: OutboxMessage,
  { written, email }: Required<Written>,
): Promise<never> {
  const code = await codeFor?.(`email:${email}`);
  if (code !== undefined) {
    const link = `${house.settings.baseUrl}/me/address/${code}`;
    await sendCode(
      { mail, settings: house.settings, now: () => house.now() },
      { kind: 'address', subject, email, link, wanted: written.language },
    );
  }
  throw Object.assign(new Error('address-unconfirmed'), { code: 'address-unconfirmed' });
}

function letterOf({ house }: Sending, { message }: OutboxMessage, { written, email }: Written) {
  const { title, text, language, href } = written;
  const { baseUrl, company } = house.settings;
  const shown = { title, text, language, link: `${baseUrl}${href ?? '/me/messages'}`, ...defined({ company }) };
  return {
    id: message,
    title,
    language,
    text: letterText(shown),
    html: letterHtml(shown),
    ...defined({ to: email }),
  };
}

async function settle(
  { house, mail, sender }: Sending,
  { message, tries }: OutboxMessage,
  { written: { about }, code }: Pick<Written, 'written'> & { readonly code?: string },
): Promise<void> {
  const settled = await house.record(
    'message.settle',
    { message, channel: mail.channel, tries, ...defined({ about, code }) },
    sender,
  );
  // The person was erased while it was on its way: nothing of it may stay here.
  if (isProblem(settled)) await mail.forget([message]);
}

/**
 * While nothing can be sent it is told again after this many rounds: with a round every two seconds, about every five
 * minutes.
 */
const REPORT_EVERY_ROUNDS = 150;

interface Rounds {
  readonly everyMs?: number;
  /** Told a fixed code and a number of rounds, never a person or a message. */
  readonly report: (code: 'mail-stands-still' | 'mail-goes-on', numbers: { readonly rounds: number }) => void;
}

/** Looks every few seconds, until it is stopped; a round that fails as a whole is told and tried again. */
export function startSending(sending: Sending, { everyMs = 2_000, report }: Rounds): { stop(): Promise<void> } {
  let failed = 0;
  let ending = false;
  const goesOn = (): void => {
    if (failed > 0) report('mail-goes-on', { rounds: failed });
    failed = 0;
  };
  const standsStill = (): void => {
    failed += 1;
    if (failed % REPORT_EVERY_ROUNDS === 1) report('mail-stands-still', { rounds: failed });
  };
  const rounds = startRounds({ everyMs, run: () => sendWaiting(sending, () => ending).then(goesOn, standsStill) });
  return {
    async stop() {
      rounds.end();
      ending = true;
      await lastWaitFor(rounds.last());
    },
  };
}
