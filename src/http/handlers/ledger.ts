/**
 * Handlers of the ledger: search and proofs for auditors; checkpoints, keys and hash tiles for everybody.
 * Flow:    app → here → house.
 * Promise: what is public holds hashes and signatures only; the content of an entry about a person is shown only where
 *          the look at that person was recorded first.
 * Source:  docs/design.md 5 and 8; C2SP tlog-tiles.
 */

import * as ledger from '../../../openapi/endpoints/ledger.ts';
import type { House } from '../../ports/house.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import type { Pagers } from './cursor.ts';
import { type Filters, searched, shownEntry } from './entries.ts';
import { subjectOf } from './person.ts';
import { answered, senderOf, told } from './reply.ts';

const searchHandler = (house: House, pagers: Pagers): Bound =>
  on(ledger.listEntries)(async (context) => {
    const pager = pagers(context, ledger.listEntries.id);
    if (isProblem(pager)) return pager;
    const { subject: identifier, ...filters } = context.query;
    const wants = { filters: filters as Filters, ...defined({ before: pager.at }) };
    if (identifier === undefined) return told(200, await searched(house, wants, pager));
    const taken = answered(
      await house.record('look.take', { subject: identifier, what: 'ledger', reason: 'audit' }, senderOf(context)),
    );
    if (isProblem(taken)) return taken;
    const subject = await subjectOf(house, identifier);
    return told(
      200,
      subject === undefined ? { items: [], next: null } : await searched(house, { ...wants, subject }, pager),
    );
  });

const proofHandlers = (house: House): readonly Bound[] => [
  on(ledger.getInclusionProof)(async ({ params, query }) => {
    const { log, index } = params;
    const newest = await house.ledger.size(log);
    const treeSize = query.treeSize ?? newest;
    const entry = index < treeSize && treeSize <= newest ? await house.entry(log, index) : undefined;
    const proof = entry === undefined ? undefined : await house.ledger.inclusion(log, index, treeSize);
    if (entry === undefined || proof === undefined) return problem('not-found');
    const checkpoint = (await house.ledger.checkpoint(log)) ?? '';
    return told(200, { log, index, treeSize, leafHash: base64(entry.leafHash), proof: proof.map(base64), checkpoint });
  }),
  on(ledger.getConsistencyProof)(async ({ query }) => {
    const log = query.log ?? house.ledger.log;
    const newest = await house.ledger.size(log);
    const to = query.to ?? newest;
    const proof = query.from <= to && to <= newest ? await house.ledger.consistency(log, query.from, to) : undefined;
    if (proof === undefined) return problem('not-found');
    const checkpoint = await house.ledger.checkpoint(log);
    return told(200, { log, from: query.from, to, proof: proof.map(base64), ...defined({ checkpoint }) });
  }),
];

const text = 'text/plain; charset=utf-8';
/** A full tile never changes. */
const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };

const openHandlers = (house: House): readonly Bound[] => [
  on(ledger.getCheckpoint)(async ({ params }) => {
    const note = await house.ledger.checkpoint(params.log);
    return note === undefined ? problem('not-found') : { status: 200, text: note, media: text };
  }),
  on(ledger.getVerifierKey)(async ({ params }) => {
    const vkey = await house.ledger.vkey(params.log);
    return vkey === undefined
      ? problem('not-found')
      : { status: 200, text: vkey.endsWith('\n') ? vkey : `${vkey}\n`, media: text };
  }),
  on(ledger.getTile)(async ({ params }) => {
    const bytes = await house.ledger.tile(params.log, `tile/${params.level}/${params.tile}`);
    if (bytes === undefined) return problem('not-found');
    return {
      status: 200,
      bytes,
      media: 'application/octet-stream',
      ...(params.tile.includes('.p/') ? {} : { headers: forever }),
    };
  }),
];

export const ledgerHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  searchHandler(house, pagers),
  on(ledger.getEntry)(async ({ params }) => {
    const entry = await house.entry(params.log, params.index);
    return entry === undefined ? problem('not-found') : told(200, shownEntry(entry));
  }),
  ...proofHandlers(house),
  ...openHandlers(house),
];
