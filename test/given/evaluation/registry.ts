/**
 * A registry with one purpose, one notice and one AI system, as properties need it.
 * Flow:    test/evaluation → here → applyRegistryFact.
 */

import { applyRegistryFact } from '../../../src/evaluation/publish.ts';
import { emptyRegistry, type Registry } from '../../../src/evaluation/registry.ts';
import type { RecordedFact } from '../../../src/facts/fact.ts';

export const chooser = 'chooser';

// A purpose made up by a property is as loose as the properties need it.
export const published = (kind: string, index: number, payload: Readonly<Record<string, unknown>>): RecordedFact =>
  ({
    id: `fact_${index}`,
    kind,
    payload: { v: 1, version: 1, ...payload },
    log: 0,
    index,
    leafHash: new Uint8Array(),
    at: 0,
    actor: { id: 'act_officer', role: 'officer' },
  }) as RecordedFact;

export function aRegistry(purpose: Readonly<Record<string, unknown>>): Registry {
  const texts = { en: 'Offers' };
  const body = {
    name: texts,
    description: texts,
    kind: 'ai-inference',
    dataCategories: ['purchases', 'income'],
    defaultNotice: 'offers-notice',
    ...purpose,
  };
  const facts = [
    published('purpose.published', 0, { key: 'offers', ...body }),
    published('notice.published', 1, { key: 'offers-notice', title: texts, body: texts, purposes: ['offers'] }),
    published('ai-system.published', 2, {
      key: chooser,
      name: texts,
      purposes: ['offers'],
      dataCategories: ['purchases', 'income'],
    }),
  ];
  return facts.reduce(applyRegistryFact, emptyRegistry);
}
