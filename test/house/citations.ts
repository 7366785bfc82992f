/**
 * Follows what comments cite: a section of docs/, a decision, a document, or a source outside that has a name.
 * Flow:    headers and comments of the house and its tests, docs/ → here → citations.test.ts, the figures of the house.
 * Promise: a citation counts as resolved only where its section exists and holds the words that stand in brackets.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { files, read, root, sources } from './sources.ts';

export interface Dangling {
  readonly path: string;
  readonly line: number;
  readonly cited: string;
  readonly why: string;
}

/** Label of a section or item → its text, in lower case and without marks. */
export type Anchors = ReadonlyMap<string, string>;

const OUTSIDE: readonly RegExp[] = [
  /^(RFC \d|BCP 47|draft-ietf-|IETF draft-|WHATWG|WCAG \d|WOFF \d|Fetch Metadata|OpenAPI 3|JSON Schema 2020-12|UTS 46|E\.164)/,
  /^(C2SP |ISO \d|ISO\/IEC TS \d|JSON-LD 1|IAB (?:GPP|TCF)|FIPS \d|NIST SP |PNG 3|ITU T\.|DIN \d|DPV |ASVS \d|CVE-\d{4}-\d+|Global Privacy Control|OpenID AuthZEN |OpenID Connect |Standard Webhooks|OpenDSR \d|GOV\.UK )/,
  /^(UK )?GDPR \d/,
  /^(AI Act|Regulation|EU Charter|EDPB|Equality Act 2010 s|DPA 2018 s|DPA 2018 Sch|C\.R\.S\.|Minn\. Stat\.) ?\d/,
  /^C-\d+\/\d\d/,
  /^\d+ (CCR|CFR|U\.S\.C\.) \d/,
  /^(Cal\. Civ\. Code \d|Colorado Rule \d|COPPA|LGPD \d|PIPEDA |FADP \d|Act P-39\.1|Québec ARPPIPS \d|ICO ")/,
  /^(Grundgesetz|Banking and Financial Dealings Act \d|the (US )?state (acts|laws) named in the rows)/,
  /^(en: )?[A-Z][\p{L}-]+( [A-Z]\p{L}+)?(, [A-Z]\p{L}+)*( and others)? \d{4}/u,
  /^(OTLP specification|OpenTelemetry semantic conventions|opentelemetry-proto |Protocol Buffers encoding guide|google\.rpc\.)/,
  /^(sqlite\.org\/|no-color\.org|plainlanguage\.gov|Mulberry32, |Tarjan, )/,
];

const isOutside = (piece: string): boolean => OUTSIDE.some((pattern) => pattern.test(piece));
const plain = (text: string): string => text.replace(/[`*"]/g, '').replace(/\s+/g, ' ').toLowerCase();

/**
 * `## 4. Storage` is the anchor `4`, and an item that begins with `**F1**` or `**10.9**` is the anchor of that name.
 */
export function anchorsOf(document: string): Anchors {
  const lines = document.split('\n');
  const found = new Map<string, string>();
  lines.forEach((line, at) => {
    const [, marks = '', number] = /^(#+) (\d+(?:\.\d+)*)\.? /.exec(line) ?? [];
    const [, item] = /^(?:- |\| )\*\*((?:rule |finding |[FI])?\d+(?:\.\d+)?)\*\*/.exec(line) ?? [];
    const label = number ?? item;
    if (label === undefined) return;
    const isEnd = (next: string): boolean =>
      number === undefined ? /^(- |\||#|$)/.test(next) : /^#+ /.test(next) && next.indexOf(' ') <= marks.length;
    const length = lines.slice(at + 1).findIndex(isEnd);
    found.set(label, plain(lines.slice(at, length < 0 ? undefined : at + 1 + length).join('\n')));
  });
  return found;
}

const anchors = new Map<string, Anchors>();
function anchorsIn(path: string): Anchors {
  const known = anchors.get(path) ?? anchorsOf(read(path));
  anchors.set(path, known);
  return known;
}

interface Reference {
  readonly label: string;
  /** What stands in brackets behind it, or the level it names. */
  readonly words: readonly string[];
}

const REFERENCE =
  /^(,? (?:and )?| to )(?:(rules?|findings?) )?([FI]?\d+(?:\.\d+)?)(?!\d|\.\d| ?(?:CCR|CFR|U\.S\.C))(?: level (\d))?(?: \(([^()]*(?:\([^()]*\)[^()]*)*)\))?/;

/** From "8" to "10", from "F8" to "F10", from "3.4" to "3.6": what lies between. */
function between(from: string, to: string): readonly string[] {
  const [, head = '', first = ''] = /^(.*?)(\d+)$/.exec(from) ?? [];
  const [, , last = ''] = /^(.*?)(\d+)$/.exec(to) ?? [];
  return Array.from({ length: Math.max(0, Number(last) - Number(first)) }, (_, i) => `${head}${Number(first) + 1 + i}`);
}

/** Reads " 4, 6 and 8.1 (words)" or " rules 21 to 23, I1" behind the name of a document. */
export function referencesIn(behind: string): readonly Reference[] {
  const found: Reference[] = [];
  let rest = behind;
  let kind = '';
  for (let match = REFERENCE.exec(rest); match !== null; match = REFERENCE.exec(rest)) {
    const [whole, joint, said, number = '', level, brackets] = match;
    if (said !== undefined) kind = `${said.replace(/s$/, '')} `;
    else if (/\D/.test(number)) kind = '';
    const label = `${kind}${number}`;
    const words = [...(level === undefined ? [] : [`level ${level}`]), ...wordsIn(brackets ?? '')];
    const before = found.at(-1)?.label;
    const labels = joint === ' to ' && before !== undefined ? between(before, label) : [label];
    for (const each of labels) found.push({ label: each, words });
    rest = rest.slice(whole.length);
  }
  return found;
}

const LEVELS = /^levels? (\d)(?: (to|and) (\d))?$/;
function wordsIn(brackets: string): readonly string[] {
  return brackets.split(/[;,:] /).flatMap((part) => {
    const words = plain(part.replace(/^and /, '')).trim();
    if (words === '') return [];
    const [, first, , last] = LEVELS.exec(words) ?? [];
    return first === undefined ? [words] : [`level ${first}`, `level ${last ?? first}`];
  });
}

function whyUnresolved(document: string, behind: string): string | undefined {
  if (!existsSync(join(root, document))) return 'there is no such document';
  const known = anchorsIn(document);
  const named = referencesIn(behind);
  if (named.length === 0) {
    const [, brackets] = /^ \(([^()]*)\)/.exec(behind) ?? [];
    const whole = plain(read(document));
    const absent = wordsIn(brackets ?? '').find((words) => !whole.includes(words));
    if (absent !== undefined) return `"${absent}" does not stand in it`;
    return NUMBERED.has(document) ? 'it names no section' : undefined;
  }
  for (const { label, words } of named) {
    const text = known.get(label);
    if (text === undefined) return `it has no ${label}`;
    const absent = words.find((each) => !text.includes(each));
    if (absent !== undefined) return `"${absent}" does not stand under ${label}`;
  }
  return undefined;
}

const NUMBERED: ReadonlySet<string> = new Set(['design', 'law', 'promises'].map((name) => `docs/${name}.md`));
const decisions = files.filter((path) => path.startsWith('docs/decisions/'));
const isDecision = (number: string): boolean => decisions.some((path) => path.startsWith(`docs/decisions/${number}-`));

/** Comments that run over several lines become one, every other character stays where it was. */
const joined = (text: string): string =>
  text.replace(/\n[ \t]*\*[ \t]+(?![A-Z]\w+:)/g, (gap) => `\u0000${'\u0001'.repeat(gap.length - 1)}`);
const spaced = (text: string): string => text.replace(/\u0000\u0001*/g, ' ');

/** Splits at semicolons that stand outside brackets. */
function piecesOf(source: string): readonly string[] {
  const pieces = [''];
  let depth = 0;
  for (const character of source) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ';' && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces.map((piece) => piece.trim().replace(/\.$/, ''));
}

const isInside = (piece: string, path: string): boolean =>
  /^(docs\/[\w/-]+\.md|decision \d{4})/.test(piece) ||
  (/^[\w./-]+\.(ts|tsx|css)$/.test(piece) && [join(root, piece), join(root, path, '..', piece)].some(existsSync));

/** Everything in a file that is cited and cannot be followed. */
export function danglingIn(path: string, text: string): readonly Dangling[] {
  const whole = joined(text);
  const found: Dangling[] = [];
  const say = (at: number, cited: string, why: string): void => {
    found.push({ path, line: text.slice(0, at).split('\n').length, cited: spaced(cited).trim(), why });
  };
  for (const match of whole.matchAll(/docs\/[\w/-]+\.md/g)) {
    const why = whyUnresolved(match[0], spaced(whole.slice(match.index + match[0].length, match.index + 400)));
    if (why !== undefined) say(match.index, whole.slice(match.index, match.index + 60).split('\n')[0] ?? '', why);
  }
  for (const match of whole.matchAll(/\bdecision (\d{4})\b/g))
    if (!isDecision(match[1] ?? '')) say(match.index, match[0], 'there is no such decision');
  for (const match of whole.matchAll(/^[ \t]*(?:\*|\/\/|#|--)[ \t]*Source:(.*)$/gm)) {
    for (const piece of piecesOf(spaced(match[1] ?? '')))
      if (!isInside(piece, path) && !isOutside(piece)) say(match.index, piece, 'nobody can tell what this is');
  }
  return found;
}

/** Frozen vectors keep the comment they were made with; the test of this file cites what does not exist. */
const LEFT_OUT = /^test\/(vectors\/.*\.json|house\/citations\.test\.ts)$/;
const cites = (path: string): boolean => /^(scripts|test|schema)\/.*\.(ts|tsx|mjs)$/.test(path) && !LEFT_OUT.test(path);

/** Every citation of the house and its tests that leads nowhere. */
export function danglingCitations(): readonly Dangling[] {
  const paths = new Set([...sources.map(({ path }) => path), ...files.filter(cites)]);
  return [...paths].flatMap((path) => danglingIn(path, read(path)));
}
