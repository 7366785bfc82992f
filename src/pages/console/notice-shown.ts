/**
 * What the page of a notice or purpose shows, for its parts.
 * Flow:    http/handlers/console/notices.ts fills it → here → notice-page, notice-form, notice-preview.
 * Promise: types and one address, nothing else.
 * Source:  decision 0127.
 */
import type { PublishedOne, TextChange } from '../../answers/console/published.ts';
import type { Chrome } from '../chrome.ts';

export interface NoticePage extends PublishedOne {
  /** The texts that can be written, the title or name first, and the languages for them. */
  readonly members: readonly string[];
  readonly languages: readonly string[];
  /** The texts by the names of their fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly material: 'yes' | 'no';
  readonly override: string;
  /** What is hard to read, by field. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
  readonly hasUnmeasured: boolean;
  /** What the new version changes; null before it was seen. */
  readonly preview: readonly TextChange[] | null;
  readonly error: string | undefined;
  readonly wrong: readonly string[];
  readonly isDone: boolean;
}

export interface NoticeProps {
  readonly page: NoticePage;
  readonly chrome: Chrome;
}

/** What a first version is for; nothing for the ones after it. */
export const firstFor = ({ newest, body }: NoticePage): string | undefined =>
  newest > 0 ? undefined : (body as { readonly purposes?: readonly string[] }).purposes?.[0];

export const pathOf = ({ area, key }: Pick<NoticePage, 'area' | 'key'>): string => `/console/notices/${area}/${key}`;
