/**
 * Puts the material of the AI-use answer together from what the house holds: registry, person, rows and opened facts.
 * Flow:    ask.ts, answers/explanation → here → assemble.ts.
 * Promise: pure; whoever calls it reads registry and person in one statement, so that both are of the same moment.
 * Source:  docs/design.md 4 (reads), 8.1.
 */

import { signalSince } from '../../evaluation/signal.ts';
import { defined } from '../../vocabulary/defined.ts';
import { withCatalogue } from '../decision/decision-record.ts';
import type { AiUseMaterial } from './material.ts';
import { publishedNow } from './published.ts';
import { regimesOf, standingNow, type WhoAndWhen } from './standing-now.ts';

type Gathered = WhoAndWhen &
  Omit<AiUseMaterial, 'subject' | 'regimes' | 'regimesAssumed' | 'published' | 'standing' | 'now' | 'expired'> & {
    readonly expired?: AiUseMaterial['expired'];
  };

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
    ...defined({ signalSince: signalSince(person) }),
    shown: person.found === 'known' ? Object.values(person.standing.shown ?? {}) : [],
  };
}
