/**
 * Judges a certificate of erasure: signed by whom you trust, with two heads of the ledger around what it says was
 * erased.
 * Flow:    certificate, trust → here → report.
 * Promise: only what stands inside the signed note counts; what is shown around it is compared, under whatever name and
 *          in whatever form, and never believed. What became known since the signing is no difference.
 * Source:  docs/design.md 6; docs/law.md 6.4; C2SP signed-note.
 */
import type { Checkpoint } from './checkpoint.ts';
import { type Range, rangesIn } from './covers.ts';
import { openNote } from './note.ts';
import { isCount, isObject, type JsonObject, parseStrictJson } from './strict-json.ts';
import { openTrusted, type Trust } from './trust.ts';
import { renamed } from './vkey.ts';
import { type Finding, type Findings, isWrong, findings as noFindings, type Wrong, wrong } from './wrong.ts';

const VERSION = 'candor-certificate/v1';

export interface CertificateVerdict {
  readonly findings: readonly Finding[];
  readonly origin: string;
  readonly request: string | null;
  readonly erasedAt: string;
  readonly inBackupsUntil: string;
  readonly entries: number;
  readonly recipients: readonly string[];
  /** Tree sizes before and after. */
  readonly before: number;
  readonly after: number;
}

/** The signed note in a certificate file, or the note itself; undefined for what is no certificate. */
export function certificateIn(text: string): { readonly note: string; readonly shown: JsonObject } | undefined {
  if (text.startsWith(`${VERSION}\n`)) return { note: text, shown: {} };
  const json = parseStrictJson(text);
  if (isWrong(json) || !isObject(json.value) || typeof json.value['signed'] !== 'string') return undefined;
  return { note: json.value['signed'], shown: json.value };
}

export function verifyCertificate(
  { note, shown }: { readonly note: string; readonly shown: JsonObject },
  trust: Trust,
): CertificateVerdict {
  const findings = noFindings();
  const opened = openCertificate(note, trust);
  if (isWrong(opened)) {
    findings.add('signed', opened.wrong);
    return { findings: findings.list, ...nothing };
  }
  const { origin, content } = opened;
  compareShown(shown, content, findings);
  const ranges = rangesIn(JSON.stringify(content)) ?? [];
  if (!Array.isArray(content['covers'])) findings.add('covers', 'are missing');
  const entries = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (content['entries'] !== entries)
    findings.add('entries', `says ${String(content['entries'])}, and the ranges hold ${entries}`);
  const heads = checkHeads(content, ranges, { trust, findings });
  return {
    findings: findings.list,
    origin,
    request: textOf(content['request']) || null,
    erasedAt: textOf(content['unreadableHereAt']),
    inBackupsUntil: textOf(content['unreadableInBackupsFrom']),
    entries,
    recipients: recipientsIn(content['recipients']),
    ...heads,
  };
}

const nothing = {
  origin: '',
  request: null,
  erasedAt: '',
  inBackupsUntil: '',
  entries: 0,
  recipients: [],
  before: 0,
  after: 0,
};
/** Members that the service shows as they were signed. */
const COMPARED = [
  'id',
  'request',
  'regimes',
  'receivedAt',
  'begunAt',
  'covers',
  'entries',
  'method',
  'marks',
  'stays',
  'traces',
  'unreadableHereAt',
  'unreadableInBackupsFrom',
  'erasedBy',
  'recipients',
  'contacts',
  'toldAt',
  'toldPosition',
  'held',
  'heads',
  'entry',
];
/** Those that it shows under another name, and the name under which they were signed. */
const SIGNED_AS: Readonly<Record<string, string>> = {
  erasedAt: 'unreadableHereAt',
  unreadableHere: 'unreadableHereAt',
  unreadableInBackups: 'unreadableInBackupsFrom',
};

/** Each item in one form: the ground has two names, an open end is left out or null, reading is known after signing. */
const inOneForm: Readonly<Record<string, (item: JsonObject) => JsonObject>> = {
  stays: ({ code, ground = code, until = null, ...rest }) => ({ ...rest, ground, until }),
  recipients: ({ told: _told, readBy: _readBy, ...rest }) => rest,
};

function comparable(name: string, value: unknown): unknown {
  const form = inOneForm[name];
  return form === undefined || !Array.isArray(value)
    ? value
    : value.map((item) => (isObject(item) ? form(item) : item));
}

function compareShown(shown: JsonObject, content: JsonObject, findings: Findings): void {
  for (const name of [...COMPARED, ...Object.keys(SIGNED_AS)]) {
    const signed = content[SIGNED_AS[name] ?? name];
    if (shown[name] !== undefined && !isSame(comparable(name, shown[name]), comparable(name, signed)))
      findings.add(name, 'is not what was signed');
  }
}

function openCertificate(
  note: string,
  { keys }: Trust,
): { readonly origin: string; readonly content: JsonObject } | Wrong {
  const opened = openNote(
    note,
    keys.map((key) => renamed(key, `${key.name}/certificate`)),
  );
  if (isWrong(opened)) return opened;
  const [version, origin, text, ...more] = opened.text.slice(0, -1).split('\n');
  if (version !== VERSION || origin === undefined || text === undefined || more.length > 0)
    return wrong(`is not a certificate (${VERSION})`);
  if (`${origin}/certificate` !== opened.signedBy.name) return wrong('is signed under a name that is not its origin');
  const json = parseStrictJson(text);
  return isWrong(json) || !isObject(json.value) ? wrong('holds no JSON object') : { origin, content: json.value };
}

interface HeadCheck {
  readonly trust: Trust;
  readonly findings: Findings;
}

/** What was erased stood in the ledger before the second head; the certificate itself was recorded after it. */
function checkHeads(
  content: JsonObject,
  ranges: readonly Range[],
  { trust, findings }: HeadCheck,
): { readonly before: number; readonly after: number } {
  const heads = isObject(content['heads']) ? content['heads'] : {};
  const entry = isObject(content['entry']) ? content['entry'] : {};
  const open = (place: string, note: unknown): Checkpoint | undefined => {
    const opened = typeof note === 'string' ? openTrusted(note, trust.keys, trust.policy) : wrong('is missing');
    if (!isWrong(opened)) return opened;
    findings.add(place, opened.wrong);
    return undefined;
  };
  const before = open('heads.before', heads['before']);
  const after = open('heads.after', heads['after']);
  const own = open('entry.checkpoint', entry['checkpoint']);
  const { log, index } = entry;
  if (!isCount(log) || !isCount(index)) findings.add('entry', 'is no place in a log');
  else if (after !== undefined && own !== undefined && before !== undefined) {
    if (before.size > after.size || after.size > index || index >= own.size)
      findings.add('heads', 'do not stand around what they should');
    if (new Set([before.origin, after.origin, own.origin]).size > 1 || !own.origin.endsWith(`/${log}`))
      findings.add('heads', 'are of different logs');
    if (ranges.some((range) => range.log > log || (range.log === log && range.to >= after.size)))
      findings.add('covers', 'reach beyond the second head');
  }
  return { before: before?.size ?? 0, after: after?.size ?? 0 };
}

const recipientsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map((each) => (isObject(each) ? textOf(each['recipient']) : '')) : [];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Of parsed JSON; the order of members does not count. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}
