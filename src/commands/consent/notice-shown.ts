/**
 * Which notice a person was shown when they chose, in which version and language.
 * Flow:    commands/consent → here.
 * Promise: what the message names must exist and fit; what it leaves out is filled in and named as assumed.
 * Source:  docs/design.md 8.1; docs/law.md 5.1.
 */
import { inForceOrFirst, type Notice, type Purpose, type Registry } from '../../evaluation/registry.ts';
import type { Instant } from '../../facts/fact.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import { unfit } from '../refusal.ts';

export interface NoticeNamed {
  readonly notice?: { readonly key: string; readonly version?: number };
  readonly language?: string;
}

export interface Shown {
  readonly notice: Notice;
  readonly language: string;
  readonly assumed: readonly string[];
}

interface Showing {
  readonly purpose: Purpose;
  readonly moment: Instant;
  /** The language of the person, where it is known. */
  readonly spoken: string | undefined;
}

/** Undefined where no notice is named and the purpose has none. */
export function noticeShown(registry: Registry, named: NoticeNamed, showing: Showing): Shown | Problem | undefined {
  const key = named.notice?.key ?? showing.purpose.body.defaultNotice;
  if (key === undefined) return undefined;
  const versions = registry.notices.get(key);
  const wanted = named.notice?.version;
  const notice =
    wanted === undefined ? inForceOrFirst(versions, showing.moment) : versions?.find((each) => each.version === wanted);
  if (notice === undefined) {
    const fix = 'Publish the notice first, or name one that is published.';
    return unfit('/notice', 'unknown-notice', {
      message: 'No such notice, or no such version of it, is published.',
      fix,
    });
  }
  if (!notice.body.purposes.includes(showing.purpose.key)) {
    return unfit('/notice', 'notice-for-another-purpose', {
      message: 'This notice does not name the purpose.',
      fix: 'Name a notice that was shown for this purpose.',
    });
  }
  const language = languageOf(notice, named.language, showing.spoken);
  if (language === undefined) {
    return unfit('/language', 'language-missing', {
      message: 'The notice has no text in this language.',
      fix: 'Name a language of the notice, or leave it out.',
    });
  }
  const assumed = [
    ...(named.notice === undefined ? ['notice'] : []),
    ...(wanted === undefined ? ['notice-version'] : []),
    ...(named.language === undefined ? ['language'] : []),
  ];
  return { notice, language, assumed };
}

function languageOf(notice: Notice, named: string | undefined, spoken: string | undefined): string | undefined {
  const offered = Object.keys(notice.body.body);
  if (named !== undefined) return offered.find((each) => each.toLowerCase() === named.toLowerCase());
  return offered.find((each) => each === spoken) ?? offered.find((each) => each === 'en') ?? offered[0];
}
