/**
 * Puts the material of the AI-use answer together from what the house holds: registry, person, rows and opened facts.
 * Flow:    http/handlers → here → assemble.ts.
 * Promise: pure; whoever calls it reads registry and person in one statement, so that both are of the same moment.
 * Source:  docs/design.md 4 (reads), 8.1.
 */

import { type Registry, versionNamed } from '../../evaluation/registry.ts';
import type { FactOf } from '../../facts/fact.ts';
import { base64 } from '../../vocabulary/base64.ts';
import type { DecisionRecord } from '../decision/decision-record.ts';
import type { AiUseMaterial, Look } from './material.ts';
import { publishedNow } from './published.ts';
import { regimesOf, standingNow, type WhoAndWhen } from './standing-now.ts';

/** An opened `decision.recorded` fact as the explanation reads it. */
export const decisionRecord = (fact: FactOf<'decision.recorded'>): DecisionRecord => ({
  id: fact.id,
  log: fact.log,
  index: fact.index,
  leafHash: base64(fact.leafHash),
  at: fact.at,
  payload: fact.payload,
});

/** An opened `look.recorded` fact of the person's own chain. */
export function lookOf(fact: FactOf<'look.recorded'>): Look {
  const { role, reason, what } = fact.payload;
  return { at: fact.at, role, reason, what };
}

export type Gathered = WhoAndWhen &
  Omit<AiUseMaterial, 'subject' | 'regimes' | 'regimesAssumed' | 'published' | 'standing' | 'now' | 'expired'> & {
    readonly expired?: AiUseMaterial['expired'];
  };

/** With the reasons, and whom the score goes to, as they were published for the version that decided. */
export function withCatalogue(record: DecisionRecord, registry: Registry): DecisionRecord {
  const { aiSystem, aiSystemVersion, decidedAt } = record.payload;
  const then = versionNamed(registry.aiSystems.get(aiSystem), { version: aiSystemVersion, on: Date.parse(decidedAt) });
  const supplied = (then?.body as { readonly scoreSuppliedTo?: unknown } | undefined)?.scoreSuppliedTo;
  return {
    ...record,
    ...(then?.body.reasonCatalogue === undefined ? {} : { catalogue: then.body.reasonCatalogue }),
    ...(Array.isArray(supplied) && supplied.length > 0 ? { suppliesScore: true } : {}),
  };
}

export function aiUseMaterial(gathered: Gathered): AiUseMaterial {
  const { registry, person, subject, defaultRegime: _default, ...rest } = gathered;
  return {
    ...rest,
    decisions: rest.decisions.map((record) => withCatalogue(record, registry)),
    subject: person.found === 'known' ? person.subject : subject,
    ...regimesOf(gathered),
    expired: gathered.expired ?? [],
    published: publishedNow(registry, gathered.now),
    standing: standingNow(gathered),
    shown: person.found === 'known' ? Object.values(person.standing.shown ?? {}) : [],
  };
}
