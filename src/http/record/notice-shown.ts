/**
 * Records that a person was shown a notice, with the hash of its text.
 * Flow:    handlers/notices.ts → here → command `notice.show`.
 * Promise: the text whose hash is recorded is the text that stood there at the moment it was shown, to the letter.
 * Source:  11 CCR 7220; docs/design.md 8.
 */

import { findPreUseNotice } from '../../answers/notice/pre-use-notice.ts';
import type { InputOf } from '../../commands/commands.ts';
import { type NamedAsShown, whatWasShown } from '../../commands/notice/what-was-shown.ts';
import { unfit } from '../../commands/refusal.ts';
import type { House } from '../../ports/house.ts';
import { sha256 } from '../../seal/hashes.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { renderRecorded } from '../reply.ts';

/** Base64, as the proof of a notice holds it. */
export const hashText = (text: string): string => base64(sha256(text));

interface NoticeShowing extends NamedAsShown {
  readonly how: InputOf<'notice.show'>['how'];
  readonly acknowledged: boolean;
  readonly occurredAt?: string;
  readonly hash?: string;
}

export async function recordNoticeShown(
  house: House,
  { subject, body }: { readonly subject: string; readonly body: NoticeShowing },
  call: AuthenticatedCall,
): Promise<BytesAnswer | Problem> {
  const { aiSystem = '', purpose, hash, how, acknowledged, language, occurredAt } = body;
  const registry = await house.registry();
  const on = occurredAt === undefined ? house.now() : Date.parse(occurredAt);
  const found = whatWasShown(registry, body, on);
  if (isProblem(found)) return found;
  const { settings } = house;
  const made = findPreUseNotice(registry, { aiSystem, language, settings, on, ...defined({ purpose }) });
  const text = found.notice?.body.body[language] ?? made?.text ?? '';
  if (hash !== undefined && hash !== hashText(text)) return refuseOtherText();
  const own = found.notice === undefined ? {} : { notice: { key: found.notice.key, version: found.notice.version } };
  const said = { how, acknowledged, language, ...defined({ occurredAt }) };
  const input = { subject, covers: found.covers, ...own, ...said, hash: hashText(text) };
  return renderRecorded(await house.record('notice.show', input, senderOf(call)));
}

const refuseOtherText = (): Problem =>
  unfit('/hash', 'another-text', {
    message: 'This is not the text that stood there at that moment.',
    fix: 'Show the text of GET /v1/pre-use-notices/{aiSystem} as it stands, and send its hash.',
  });
