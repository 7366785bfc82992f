/**
 * Handlers of notices: what people read beforehand, and the proof that they were shown it.
 * Flow:    app → here → house (registry) → answers/notice → command `notice.show`.
 * Promise: the text whose hash is recorded is the text that stood there at the moment it was shown, to the letter.
 * Source:  11 CCR 7220; docs/design.md 8.
 */

import * as endpoints from '../../../openapi/endpoints/notices.ts';
import { type PreUseNotice, preUseNotice } from '../../answers/notice/pre-use-notice.ts';
import { readerOf } from '../../answers/reader.ts';
import { publishedNow } from '../../answers/use/published.ts';
import type { InputOf } from '../../commands/commands.ts';
import { type NamedAsShown, whatWasShown } from '../../commands/notice/what-was-shown.ts';
import { unfit } from '../../commands/refusal.ts';
import type { Registry } from '../../evaluation/registry.ts';
import type { House } from '../../house-port.ts';
import { preUseNoticePage } from '../../pages/notice/pre-use-notice-page.tsx';
import { sha256 } from '../../seal/hashes.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { selfOf } from './me.ts';
import { answered, base64, type Calling, senderOf, told } from './reply.ts';

const hashOf = (text: string): string => base64(sha256(text));

interface Wanted {
  readonly aiSystem: string;
  readonly language: string;
  readonly purpose?: string;
  /** As it stood at that moment. */
  readonly on: number;
}

function noticeIn(
  registry: Registry,
  { settings }: House,
  { aiSystem, language, on, purpose }: Wanted,
): PreUseNotice | undefined {
  const published = publishedNow(registry, on);
  const system = published.systems.find(({ key }) => key === aiSystem);
  if (system === undefined || (purpose !== undefined && !system.body.purposes.includes(purpose))) return undefined;
  return preUseNotice(system, {
    published,
    reader: readerOf(language, settings.timeZone),
    on,
    ...defined({ purpose }),
  });
}

interface Showing extends NamedAsShown {
  readonly how: InputOf<'notice.show'>['how'];
  readonly acknowledged: boolean;
  readonly occurredAt?: string;
  readonly hash?: string;
}

async function shown(
  house: House,
  { subject, body }: { readonly subject: string; readonly body: Showing },
  context: Calling,
) {
  const { aiSystem = '', purpose, hash, how, acknowledged, language, occurredAt } = body;
  const registry = await house.registry();
  const on = occurredAt === undefined ? house.now() : Date.parse(occurredAt);
  const found = whatWasShown(registry, body, on);
  if (isProblem(found)) return found;
  const made = noticeIn(registry, house, { aiSystem, language, on, ...defined({ purpose }) });
  const text = found.notice?.body.body[language] ?? made?.text ?? '';
  if (hash !== undefined && hash !== hashOf(text)) return anotherText();
  const own = found.notice === undefined ? {} : { notice: { key: found.notice.key, version: found.notice.version } };
  const said = { how, acknowledged, language, ...defined({ occurredAt }) };
  return answered(
    await house.record(
      'notice.show',
      { subject, covers: found.covers, ...own, ...said, hash: hashOf(text) },
      senderOf(context),
    ),
  );
}

const anotherText = (): Problem =>
  unfit('/hash', 'another-text', {
    message: 'This is not the text that stood there at that moment.',
    fix: 'Show the text of GET /v1/pre-use-notices/{aiSystem} as it stands, and send its hash.',
  });

export const noticeHandlers = (house: House): readonly Bound[] => [
  on(endpoints.getPreUseNotice)(async (context) => {
    const { params, query, language, form } = context;
    const wanted = { aiSystem: params.aiSystem, language, on: house.now(), ...defined({ purpose: query.purpose }) };
    const notice = noticeIn(await house.registry(), house, wanted);
    if (notice === undefined) return problem('not-found');
    const answer = { ...notice, hash: hashOf(notice.text) };
    return form === 'html'
      ? { status: 200, text: preUseNoticePage(answer, chromeOf(house, context)) }
      : told(200, answer);
  }),
  on(endpoints.postNoticeShown)((context) =>
    shown(house, { subject: context.body.subject, body: context.body }, context),
  ),
  on(endpoints.postMyNoticeShown)((context) =>
    shown(house, { subject: selfOf(context.caller), body: context.body }, context),
  ),
];
