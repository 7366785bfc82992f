/**
 * What S3-compatible storage says, as far as it is read: lists of objects and versions, and codes of faults.
 * Flow:    listing.ts, scripts/backup → here.
 * Promise: documents as simple as these are read without a parser; what is not understood is left out.
 * Source:  decision 0140.
 */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#13': '\r' };

/** What stands in the elements of this name. */
export const within = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole),
  );

export interface Listed {
  readonly key: string;
  readonly size: number;
  /** When it was put there, as the storage writes it. */
  readonly at: string;
  readonly version?: string;
  /** Of an upload that was begun and never ended. */
  readonly upload?: string;
  /** Stands for a version that was deleted. */
  readonly isMarker?: true;
}

export interface ListPage {
  /** What the document is. */
  readonly root: string;
  readonly items: readonly Listed[];
  /** What to ask with for the next page; empty on the last. */
  readonly next: Readonly<Record<string, string>>;
}

const item = /<(Contents|Version|DeleteMarker|Upload)>(.*?)<\/\1>/gs;
/** The members of a next page, and what each is asked with. */
const markers: readonly (readonly [said: string, asked: string])[] = [
  ['NextContinuationToken', 'continuation-token'],
  ['NextKeyMarker', 'key-marker'],
  ['NextVersionIdMarker', 'version-id-marker'],
  ['NextUploadIdMarker', 'upload-id-marker'],
];

export function pageIn(xml: string): ListPage {
  const isEncoded = within(xml, 'EncodingType')[0] === 'url';
  const plain = (text: string): string => (isEncoded ? decoded(text) : text);
  const items = [...xml.matchAll(item)].map(([, kind, inside = '']): Listed => {
    const [version] = within(inside, 'VersionId');
    const [upload] = kind === 'Upload' ? within(inside, 'UploadId') : [];
    return {
      key: plain(within(inside, 'Key')[0] ?? ''),
      size: Number(within(inside, 'Size')[0] ?? 0),
      at: within(inside, 'LastModified')[0] ?? '',
      ...(version === undefined ? {} : { version }),
      ...(upload === undefined ? {} : { upload }),
      ...(kind === 'DeleteMarker' ? { isMarker: true as const } : {}),
    };
  });
  const isCut = within(xml, 'IsTruncated')[0] === 'true';
  const next = markers.flatMap(([said, asked]) => {
    const [text] = within(xml, said);
    if (text === undefined || text === '') return [];
    return [[asked, asked === 'key-marker' ? plain(text) : text]];
  });
  return { root: /<([A-Za-z]+Result)\b/.exec(xml)?.[1] ?? '', items, next: isCut ? Object.fromEntries(next) : {} };
}

/** As a form writes it; what is none stays as it is, and is found to be nobody's then. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
