/**
 * Every table in the words of one engine, for drizzle-kit and for the store.
 * Source: docs/design.md 4.
 */
import { sqliteKit } from './kit.ts';
import { tablesOf } from './tables.ts';

export const {
  logs,
  entries,
  checkpoints,
  tiles,
  covered,
  people,
  acts,
  uses,
  uncoveredUses,
  trainingSteps,
  trainedOn,
  decisions,
  requests,
  reviews,
  messages,
  changes,
  registryHead,
  meta,
  identities,
  erasedMarks,
  suppressionMarks,
  erasing,
  certificates,
  keptHolds,
  keptEntries,
  requestSecrets,
  idempotency,
  outbox,
  files,
  browserSessions,
  nodes,
  webhooks,
  webhookDeliveries,
} = tablesOf(sqliteKit);
