/**
 * Handlers of receipts: as JSON, as a page, as files, and the keys they are signed with.
 * Flow:    app → here → answers/receipt → pages/receipt-page.
 * Promise: somebody else's choice is not found, told before anything of it is opened.
 * Source:  ISO/IEC TS 27560:2023; RFC 7517; docs/design.md 8.
 */
import * as receipts from '../../../openapi/endpoints/receipts.ts';
import { isOwn } from '../../answers/person.ts';
import { askReceipt, askReceiptShown, type SignedReceipt } from '../../answers/receipt/ask.ts';
import { receiptPage } from '../../pages/receipt-page.tsx';
import type { Reads } from '../../ports/reads.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import { jwkOf } from '../../vocabulary/verifier-key.ts';
import type { TextAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { type PageCall, selfOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { renderFound } from '../reply.ts';

type Asked = PageCall & { readonly params: { readonly id: string } };

async function showReceipt(reads: Reads, context: Asked): Promise<TextAnswer | Problem> {
  const shown = await askReceiptShown(reads, context.params.id, context.language);
  return shown === undefined
    ? problem('not-found')
    : { status: 200, text: receiptPage(shown, chromeOf(reads, context)) };
}

const readReceipt = async (reads: Reads, context: Asked & { readonly form?: 'html' | 'json' }) =>
  context.form === 'html' ? showReceipt(reads, context) : renderFound(await askReceipt(reads, context.params.id));

/** Whether this is a choice of whoever asks. */
const isMine = (reads: Reads, { caller, params }: Asked): Promise<boolean> =>
  isOwn(reads, params.id, { identifier: selfOf(caller), isRepetition: false });

const files = {
  jws: { media: 'application/jose', textOf: ({ jws }: SignedReceipt) => jws },
  jsonld: { media: 'application/ld+json', textOf: ({ receipt }: SignedReceipt) => JSON.stringify(receipt, null, 2) },
  'tlog-proof': { media: 'text/plain; charset=utf-8', textOf: ({ proof }: SignedReceipt) => proof },
} as const;

const keysOfLog = async ({ ledger }: Reads, log: number): Promise<readonly string[]> => [
  (await ledger.vkey(log)) ?? '',
  ...(await ledger.formerVkeys(log)),
];

/** Every log has keys of its own; an old receipt is checked with the key of an old log, or with a former one. */
async function keysOf(reads: Reads) {
  const logs = Array.from({ length: reads.ledger.log + 1 }, (_each, log) => reads.ledger.log - log);
  const vkeys = await Promise.all(logs.map((log) => keysOfLog(reads, log)));
  return vkeys.flat().flatMap((vkey) => jwkOf(vkey) ?? []);
}

export const receiptHandlers = (reads: Reads): readonly Bound[] => [
  on(receipts.getReceipt)((context) => readReceipt(reads, context)),
  on(receipts.getMyReceipt)(async (context) =>
    (await isMine(reads, context)) ? readReceipt(reads, context) : problem('not-found'),
  ),
  on(receipts.showReceipt)(async (context) =>
    (await isMine(reads, context)) ? showReceipt(reads, context) : problem('not-found'),
  ),
  on(receipts.downloadReceipt)(async (context) => {
    const receipt = (await isMine(reads, context)) ? await askReceipt(reads, context.params.id) : undefined;
    if (receipt === undefined) return problem('not-found');
    const { media, textOf } = files[context.query.as];
    const headers = { 'Content-Disposition': `attachment; filename="receipt.${context.query.as}"` };
    return { status: 200, text: textOf(receipt), media, headers };
  }),
  on(receipts.getKeySet)(async () => ({ status: 200, body: { keys: await keysOf(reads) } })),
];
