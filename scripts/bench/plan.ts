/**
 * The rows that the design asks for, in its order; a row whose file is missing shows as "not measured yet".
 * Flow:    docs/design.md 10 → here → bench; a file rows/<name>.ts fills the row of its name.
 * Promise: an aim is changed here and in the design together, or not at all.
 */
import type { PlannedRow } from './row.ts';

export const plan = {
  'checks-against-fastify': {
    work: 'POST /v1/checks over HTTP, 64 connections',
    floor: 'Fastify doing the same with the same store',
    aim: '≥ 1.0 ×',
  },
  'checks-against-constant': {
    work: 'POST /v1/checks over HTTP, 64 connections',
    floor: 'an Express 5 route that answers a constant',
    aim: '≥ 0.75 ×',
  },
  'evaluation-in-process': {
    work: 'evaluation in process, person read from the store',
    floor: 'the bare prepared point read',
    aim: '≤ 4 × its time',
  },
  'evaluation-by-people': {
    work: 'the same with 1,000,000 people',
    floor: 'the same with 1,000 people',
    aim: 'p50 ≤ 1.5 ×',
  },
  'checks-batch': {
    work: 'POST /v1/checks/batch of 1,000',
    floor: 'the same 1,000 in process',
    aim: '≥ 0.8 ×',
  },
  'uses-over-http': {
    work: 'POST /v1/uses, durable, 64 connections',
    floor: 'bare inserts of the same bytes, same group commit',
    aim: '≥ 0.15 ×',
  },
  'uses-in-process': {
    work: 'uses, durable, in process',
    floor: 'bare inserts of the same bytes, same group commit',
    aim: '≥ 0.3 ×',
  },
  'checks-while-writing': {
    work: 'checks while uses are written at full rate',
    floor: 'checks alone',
    aim: 'p99 ≤ 2 ×',
  },
  'guard-over-call': {
    work: 'a call to a model through a guard, one after another',
    floor: 'the same call without it',
    aim: 'reported',
  },
  'gate-over-proxy': {
    work: 'a call to a model through the gate, 64 connections',
    floor: 'the same through a bare proxy',
    aim: 'reported',
  },
  'bulk-import': {
    work: 'bulk import',
    floor: 'bare 1,000-row insert transactions of the same bytes',
    aim: '≥ 0.15 ×',
  },
  'verify-structure': {
    work: 'verify a stored log, structure',
    floor: 'SHA-256 over the same bytes',
    aim: '≥ 0.4 ×',
  },
  'verify-opening': {
    work: 'verify a stored log, with opening',
    floor: 'SHA-256 over the same bytes',
    aim: 'reported',
  },
  'audit-million': {
    work: 'what the ledger audit asks over 1,000,000 entries',
    floor: '',
    aim: 'each ≤ 100 ms, the first page after a start too',
  },
  'inclusion-proof': {
    work: 'inclusion proof at 1,000,000 leaves',
    floor: '',
    aim: '≤ 200 µs',
  },
  'permission-remembered': {
    work: 'a remembered permission, in process',
    floor: '',
    aim: '≤ 5 µs',
  },
  'search-people': {
    work: '10,000 results of a search by AuthZEN',
    floor: 'a check of each, in batches of 1,000',
    aim: 'reported',
  },
  'training-candidates': {
    work: '10,000 people who may go into a training run, found over HTTP and recorded',
    floor: '',
    aim: 'found in ≤ 5 s, others wait ≤ 250 ms',
  },
  'export-large': {
    work: 'export of a person with 1,000,000 entries',
    floor: '',
    aim: 'RSS growth ≤ 100 MB, event-loop delay p99 ≤ 50 ms, p99 of checks ≤ 1.2 ×',
  },
  start: {
    work: 'start with nothing recorded',
    floor: '',
    aim: 'ready ≤ 0.7 s, idle RSS ≤ 120 MB',
  },
  'start-large': {
    work: 'start with 1,000,000 entries',
    floor: '',
    aim: 'ready ≤ 2 s, idle RSS ≤ 150 MB',
  },
  'backup-million': {
    work: 'backup of 1,000,000 entries while 50 uses a second are recorded',
    floor: 'the same uses without it',
    aim: 'p99 of uses ≤ 2 ×, proven good, one flipped bit found',
  },
  'disk-of-a-use': {
    work: 'what a use and a person take on the disk, SQLite',
    floor: '',
    aim: 'reported',
  },
  'uses-on-postgres': {
    work: 'uses on PostgreSQL, durable, in process',
    floor: 'the same on SQLite',
    aim: 'reported',
  },
  'consents-on-postgres': {
    work: 'consents of newcomers on PostgreSQL, in process',
    floor: 'the same on SQLite',
    aim: 'reported',
  },
  'batch-on-postgres': {
    work: 'what a batch of 1,000 checks reads, on PostgreSQL',
    floor: 'the same on SQLite',
    aim: 'reported',
  },
  'erasures-on-postgres': {
    work: 'erasures on PostgreSQL, one after another',
    floor: 'the same on SQLite',
    aim: 'reported',
  },
} as const satisfies Record<string, PlannedRow>;
