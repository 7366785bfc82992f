/**
 * The files of the package that answers a copy or a portability, each as pieces that are made when they are asked for.
 * Flow:    http/package → here → held-items.ts, texts.ts, answers/request/fulfilment.ts.
 * Promise: a copy holds everything of the person that is not withheld, and says what is; a portability holds what the
 *          person provided and nothing that was worked out. Both are as the ledger was when the request was answered.
 * Source:  GDPR 15(1), 15(3), 20(1); decision 0113.
 */
import type { Reads } from '../../ports/reads.ts';
import { type RequestRow, treePointOf } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { fileEndings } from '../../vocabulary/file.ts';
import { type HeldMember, heldMemberOf } from '../../vocabulary/held-areas.ts';
import type { HeldRecord } from '../held-data/ask.ts';
import { inputsOf, ownStatement } from '../held-data/portable.ts';
import type { Fulfilment } from '../request/fulfilment.ts';
import { type InPart, itemInPart, leavesOutEvidence, withheldRows } from '../request/withheld.ts';
import { heldItems, type ItemsWanted } from './held-items.ts';
import { evidenceText, listText, tableText, wholeText } from './texts.ts';

/** What a file of the package is about; the page names it in words. */
export type PackageTopic =
  | HeldMember
  | 'decisionInputs'
  | 'others'
  | 'aiUse'
  | 'withheld'
  | 'evidence'
  | 'letter'
  | 'schema';

export interface PackagePart {
  readonly topic: PackageTopic;
  /** Within the package, with slashes. */
  readonly path: string;
  readonly pieces: () => AsyncIterable<string | Uint8Array>;
}

/** The kinds of fact of an area, and the members that their payloads have. */
interface AreaForm {
  readonly kinds: readonly string[];
  readonly columns: readonly string[];
}

interface Packing {
  readonly row: RequestRow & { readonly subject: string };
  readonly fulfilment: Fulfilment;
  readonly formOf: (member: HeldMember, only?: readonly string[]) => AreaForm;
}

/** What is handed out of which area, under which name. */
interface Area {
  readonly topic: HeldMember | 'decisionInputs';
  readonly member: HeldMember;
  readonly cut: ItemsWanted['cut'];
  /** What the cut leaves of a payload; a table has no column that nothing can stand in. */
  readonly columns?: readonly string[];
  /** Of the kinds of the area only these. */
  readonly kinds?: readonly string[];
}

const whole = (item: HeldRecord): readonly HeldRecord[] => [item];
const copied: readonly HeldMember[] = [
  'person',
  'consents',
  'limits',
  'uses',
  'trainings',
  'automatedDecisions',
  'reviews',
  'files',
  'messages',
  'notes',
  'notices',
  'requests',
  'looks',
  'signIns',
];
const provided: readonly Area[] = [
  { topic: 'person', member: 'person', cut: whole },
  { topic: 'consents', member: 'consents', cut: whole },
  { topic: 'limits', member: 'limits', cut: whole },
  { topic: 'files', member: 'files', cut: whole },
  { topic: 'requests', member: 'requests', cut: whole, kinds: ['request.received'] },
  {
    topic: 'reviews',
    member: 'reviews',
    cut: ownStatement,
    columns: ['decision', 'statement', 'corrections', 'files'],
  },
  {
    topic: 'decisionInputs',
    member: 'automatedDecisions',
    cut: inputsOf,
    columns: ['aiSystem', 'decidedAt', 'inputs'],
  },
];

/** Where a file lies in the package; its name comes from us, never from whoever sent it. */
const fileName = (id: string, type: unknown): string => {
  const ending = Object.entries(fileEndings).find(([each]) => each === type)?.[1];
  return `files/${id}${ending === undefined ? '' : `.${ending}`}`;
};

const pointedAt = (item: HeldRecord): HeldRecord =>
  item.kind === 'file.added' && typeof item.id === 'string'
    ? { ...item, content: { file: fileName(item.id, item.type) } }
    : item;

/** Only areas in which something stands have files. */
async function areaParts(reads: Reads, { row, formOf }: Packing, areas: readonly Area[]): Promise<PackagePart[]> {
  const { subject } = row;
  const upTo = treePointOf(row);
  const parts: PackagePart[] = [];
  for (const { topic, member, cut, columns: left, kinds: only } of areas) {
    const { kinds, columns: all } = formOf(member, only);
    const columns = left === undefined ? all : all.filter((each) => left.includes(each));
    const wanted = { subject, kinds, cut: (item: HeldRecord) => cut(item).map(pointedAt), ...defined({ upTo }) };
    const first = await heldItems(reads, wanted).next();
    if (first.done === true) continue;
    parts.push(
      { topic, path: `data/${topic}.json`, pieces: () => listText(heldItems(reads, wanted)) },
      { topic, path: `data/${topic}.csv`, pieces: () => tableText(heldItems(reads, wanted), columns) },
    );
  }
  return parts;
}

/** What the person sent, as they sent it. */
async function fileParts(reads: Reads, { row, formOf }: Packing): Promise<PackagePart[]> {
  const { subject } = row;
  const { kinds } = formOf('files');
  const parts: PackagePart[] = [];
  for await (const { id, kind, type } of heldItems(reads, {
    subject,
    kinds,
    cut: whole,
    ...defined({ upTo: treePointOf(row) }),
  })) {
    if (kind !== 'file.added' || typeof id !== 'string') continue;
    const pieces = async function* () {
      const bytes = (await reads.file(id))?.bytes;
      if (bytes !== undefined) yield bytes;
    };
    parts.push({ topic: 'files', path: fileName(id, type), pieces });
  }
  return parts;
}

async function withheldPart({ row, fulfilment }: Packing, part: InPart | undefined): Promise<PackagePart[]> {
  if (part === undefined) return [];
  const { answer, reader } = await fulfilment.aiUse();
  const around = { decisions: answer.automatedDecisions, evidence: row.kind === 'access' };
  const rows = withheldRows(part, around, reader);
  return [{ topic: 'withheld', path: 'withheld.json', pieces: () => wholeText(rows) }];
}

/** Entries that fit no area, those whose content is gone among them. */
function otherPart(reads: Reads, { row }: Packing): PackagePart {
  const { subject } = row;
  const fits = ({ kind }: { readonly kind?: string }): boolean => heldMemberOf(kind) === undefined;
  const wanted = { subject, fits, cut: whole, ...defined({ upTo: treePointOf(row) }) };
  return { topic: 'others', path: 'data/others.json', pieces: () => listText(heldItems(reads, wanted)) };
}

async function evidencePart(reads: Reads, { row }: Packing, part: InPart | undefined): Promise<PackagePart[]> {
  if (part !== undefined && leavesOutEvidence(part)) return [];
  const pieces = async function* () {
    const pages = await reads.evidencePages(row.subject, treePointOf(row));
    if (pages !== undefined) yield* evidenceText(pages);
  };
  return [{ topic: 'evidence', path: 'evidence.json', pieces }];
}

/** The files with what is known of the person, beside the letter. */
export async function askPackageParts(reads: Reads, packing: Packing): Promise<readonly PackagePart[]> {
  const part = await packing.fulfilment.inPart();
  const withheld = await withheldPart(packing, part);
  if (packing.row.kind === 'portability')
    return [...(await areaParts(reads, packing, provided)), ...(await fileParts(reads, packing)), ...withheld];
  const cut = (item: HeldRecord) => [part === undefined ? item : itemInPart(item, part)];
  const areas = copied.map((member) => ({ topic: member, member, cut }));
  const { answer } = await packing.fulfilment.aiUse();
  return [
    { topic: 'aiUse', path: 'data/aiUse.json', pieces: () => wholeText(answer) },
    ...(await areaParts(reads, packing, areas)),
    otherPart(reads, packing),
    ...(await fileParts(reads, packing)),
    ...withheld,
    ...(await evidencePart(reads, packing, part)),
  ];
}
