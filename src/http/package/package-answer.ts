/**
 * The package of a request as a file that is written while it is read.
 * Flow:    handlers → here → answers/package, pages/package, zip.ts.
 * Promise: the same files and the same signed list whoever fetches it, in the language of the request.
 * Source:  GDPR 12(3), 15(3), 20(1); decision 0113.
 */
import { readFile } from 'node:fs/promises';
import { areaForm, packageSchema } from '../../../openapi/package-schemas.ts';
import { askPackageParts, type PackagePart } from '../../answers/package/package-parts.ts';
import { askLetter } from '../../answers/request/ask-letter.ts';
import { askSteps } from '../../answers/request/ask-steps.ts';
import { fulfilmentOf, type LetterReading, letterLanguage } from '../../answers/request/fulfilment.ts';
import type { Letter } from '../../answers/request/letter.ts';
import { paperOf } from '../../answers/request/paper.ts';
import { assets, checkerFile } from '../../pages/assets.ts';
import type { Chrome } from '../../pages/chrome.ts';
import { packageIndex, packageLetter } from '../../pages/package/package-pages.tsx';
import type { Reads } from '../../ports/reads.ts';
import { letterPdf } from '../../print/letter-pdf.ts';
import { canonicalJson } from '../../seal/seal.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { DAY_MS, timeOf } from '../../vocabulary/instant.ts';
import type { StreamAnswer } from '../answer.ts';
import { writeZip, type ZippedFile } from './zip.ts';

type PackagedRow = RequestRow & { readonly subject: string; readonly closedAt: number };

/** The kinds of request whose answer is data. */
const packaged = new Set(['access', 'portability']);

export const isPackaged = (row: RequestRow): row is PackagedRow =>
  packaged.has(row.kind) && row.state === 'fulfilled' && row.subject !== undefined && row.closedAt !== undefined;

/** Until when a person fetches it by themself; staff can hand it out for as long as the record stands. */
export const packageUntil = ({ closedAt }: PackagedRow): number => closedAt + 30 * DAY_MS;

const CHECKER = 'package-check.js';
const looks = [
  ...Object.keys(assets).filter((name) => name.endsWith('.woff2')),
  'portal.css',
  'portal-parts.css',
  'mark.svg',
  CHECKER,
];

async function* asset(name: string): AsyncGenerator<string | Uint8Array> {
  const file = name === CHECKER ? checkerFile : assets[name]?.file;
  if (file === undefined) throw new Error(`There is no ${name} among the files of the pages.`);
  // On a disk no path begins at the root of a site.
  if (name.endsWith('.css')) yield (await readFile(file, 'utf8')).replaceAll('url("/assets/', 'url("');
  else yield await readFile(file);
}

async function* once(whole: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield whole;
}

const isDescribed = (part: PackagePart): boolean => part.path.endsWith('.json');
const schemaPath = ({ topic }: PackagePart): string => `schemas/${topic}.schema.json`;

function schemaParts(parts: readonly PackagePart[]): readonly PackagePart[] {
  return parts.filter(isDescribed).map((part) => ({
    topic: 'schema',
    path: schemaPath(part),
    pieces: () =>
      once(`${JSON.stringify(packageSchema(part.topic as Parameters<typeof packageSchema>[0]), undefined, 2)}\n`),
  }));
}

interface Signing {
  readonly row: PackagedRow;
  readonly parts: readonly PackagePart[];
}

/** What is signed: which request it answers, when, at which size of the ledger, and every file. */
function manifestOf(reads: Reads, { row, parts }: Signing, files: readonly ZippedFile[]): string {
  const schemas = new Map(parts.filter(isDescribed).map((part) => [part.path, schemaPath(part)]));
  const { id: request, kind, regimes, closedAt, treeSize, treeLog } = row;
  const content = {
    v: 1,
    request,
    kind,
    regimes,
    answeredAt: timeOf(closedAt),
    ...(treeSize === undefined ? {} : { treeSize, log: treeLog ?? 0 }),
    files: files.map((file) => {
      const schema = schemas.get(file.path);
      return schema === undefined ? { ...file } : { ...file, schema };
    }),
  };
  const line = canonicalJson(content);
  return `${JSON.stringify({ ...JSON.parse(line), signed: reads.ledger.signPackage(line) }, undefined, 2)}\n`;
}

/** An erasure that comes in between leaves no half of a person's data behind. */
async function stillThere(reads: Reads, id: string): Promise<void> {
  if ((await reads.request(id))?.subject === undefined) throw new Error('The person was erased meanwhile.');
}

interface Asked {
  readonly reading: LetterReading;
  readonly chrome: Chrome;
}

export async function packageAnswer(reads: Reads, row: PackagedRow, asked: Asked): Promise<StreamAnswer> {
  const { reading } = asked;
  const fulfilment = fulfilmentOf(reads, row, reading);
  const letter: Letter = await askLetter(reads, row, { ...reading, fulfilment, steps: await askSteps(reads, row) });
  const parts = await askPackageParts(reads, { row, fulfilment, formOf: areaForm });
  const vkey = (await reads.ledger.vkey(reads.ledger.log)) ?? '';
  const chrome = { ...asked.chrome, language: letterLanguage(row, reading) };
  const topics = parts.map(({ topic, path }) => ({ topic, path }));
  const { id, kind, receivedAt, closedAt } = row;
  const told = { id, kind, receivedAt: timeOf(receivedAt), answeredAt: timeOf(closedAt), vkey, letter, files: topics };
  const pdf = await letterPdf({ letter, chrome, paper: paperOf(row) });
  // Drawn before anything is sent, so that a fault in them is answered as one.
  const index = { path: 'index.html', text: packageIndex(told, chrome) };
  const words = { path: 'letter.html', text: packageLetter(told, chrome) };
  const pages = [
    ...[index, words].map(({ path, text }) => ({ path, pieces: () => once(text) })),
    { path: 'letter.pdf', pieces: () => once(pdf) },
    ...looks.map((name) => ({ path: `assets/${name}`, pieces: () => asset(name) })),
  ];
  const zipping = {
    parts: [...pages, ...parts, ...schemaParts(parts)],
    at: new Date(closedAt),
    closing: async (files: readonly ZippedFile[]) => manifestOf(reads, { row, parts }, files),
    stillMay: () => stillThere(reads, id),
  };
  return {
    status: 200,
    media: 'application/zip',
    headers: { 'Content-Disposition': `attachment; filename="${id}.zip"` },
    stream: (response) => writeZip(response, zipping),
  };
}
