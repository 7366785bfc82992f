/**
 * Handlers of the ledger: search and proofs for auditors; checkpoints, keys and hash tiles for everybody.
 * Flow:    app → here → answers/ledger, ports/reads.
 * Promise: what is public holds hashes and signatures only; the content of an entry about a person is shown only where
 *          the look at that person was recorded first.
 * Source:  docs/design.md 5 and 8; C2SP tlog-tiles.
 */

import * as ledger from '../../../openapi/endpoints/ledger.ts';
import { askConsistency, askInclusion } from '../../answers/ledger/ask.ts';
import { type EntrySearch, searchEntries, showEntry } from '../../answers/ledger/search.ts';
import { emptyPage } from '../../answers/page.ts';
import { findSubject } from '../../answers/person.ts';
import type { House } from '../../ports/house.ts';
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { type CursorReader, withCursor } from '../cursor.ts';
import { recordLook } from '../record/look.ts';
import { renderFound, renderJson } from '../reply.ts';

const searchHandler = (house: House, readCursor: CursorReader): Bound =>
  on(ledger.listEntries)(async (context) => {
    const cursor = readCursor(context, ledger.listEntries.id);
    if (isProblem(cursor)) return cursor;
    const { subject: identifier, ...filters } = context.query;
    const search = { filters: filters as EntrySearch['filters'], ...defined({ before: cursor.before }) };
    if (identifier === undefined) return renderJson(200, withCursor(await searchEntries(house, search), cursor));
    const refused = await recordLook(house, { subject: identifier, what: 'ledger', reason: 'audit' }, context);
    if (refused !== undefined) return refused;
    const subject = await findSubject(house, identifier);
    const found = subject === undefined ? emptyPage : await searchEntries(house, { ...search, subject });
    return renderJson(200, withCursor(found, cursor));
  });

const proofHandlers = (reads: Reads): readonly Bound[] => [
  on(ledger.getInclusionProof)(async ({ params, query }) =>
    renderFound(await askInclusion(reads, { ...params, ...query })),
  ),
  on(ledger.getConsistencyProof)(async ({ query }) => renderFound(await askConsistency(reads, query))),
];

const text = 'text/plain; charset=utf-8';
/** A full tile never changes. */
const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** The key in force first. */
const linesOf = (vkeys: readonly string[]): string => vkeys.map((vkey) => `${vkey.trimEnd()}\n`).join('');

const openHandlers = (reads: Reads): readonly Bound[] => [
  on(ledger.getCheckpoint)(async ({ params }) => {
    const note = await reads.ledger.checkpoint(params.log);
    return note === undefined ? problem('not-found') : { status: 200, text: note, media: text };
  }),
  on(ledger.getVerifierKey)(async ({ params }) => {
    const vkey = await reads.ledger.vkey(params.log);
    return vkey === undefined
      ? problem('not-found')
      : { status: 200, text: linesOf([vkey, ...(await reads.ledger.formerVkeys(params.log))]), media: text };
  }),
  on(ledger.getTile)(async ({ params }) => {
    const bytes = await reads.ledger.tile(params.log, `tile/${params.level}/${params.tile}`);
    if (bytes === undefined) return problem('not-found');
    return {
      status: 200,
      bytes,
      media: 'application/octet-stream',
      ...(params.tile.includes('.p/') ? {} : { headers: forever }),
    };
  }),
];

export const ledgerHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  searchHandler(house, readCursor),
  on(ledger.getEntry)(async ({ params }) => {
    const entry = await house.entry(params.log, params.index);
    return renderFound(entry && showEntry(entry));
  }),
  ...proofHandlers(house),
  ...openHandlers(house),
];
