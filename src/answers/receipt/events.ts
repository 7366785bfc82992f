/**
 * What happened to a consent, as events of its record.
 * Flow:    document.ts → here.
 * Promise: a time, a method or a giver that nobody stated is left out; when it was recorded is always known.
 * Source:  ISO/IEC TS 27560:2023 (event fields); GDPR 7(1).
 */
import { momentOf } from '../../evaluation/standing.ts';
import { consentAct } from '../../views/consent/consent-act.ts';
import type { Giver } from '../../vocabulary/consent.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { ChoiceFact } from './material.ts';
import { type Linked, node } from './node.ts';
import { giverTerms, statusTerm } from './terms.ts';

const moment = (at: number) => ({ '@value': timeOf(at), '@type': 'xsd:dateTime' });

const giver = (by: Giver, subject: string): Linked =>
  node(giverTerms[by], by === 'self' ? { 'dpv:hasIdentifier': subject } : {});

/** One act as it was recorded; `validity` is how long a yes lasts by its purpose (ISO 8601). */
export function eventOf(fact: ChoiceFact, validity?: string): Linked {
  const act = consentAct(fact);
  if (act === undefined) throw new Error('a receipt is of a choice');
  const isSaid = (member: string): boolean => !fact.payload.assumed.includes(member);
  const lasts = act.what === 'given' && act.effect !== 'none' ? validity : undefined;
  return node(statusTerm(act.what, act.effect), {
    'dpv:hasIdentifier': act.id,
    'dpv:isIndicatedAtTime': act.dated ? moment(momentOf(act)) : undefined,
    'dct:created': moment(act.at),
    'dpv:isIndicatedBy': isSaid('given-by') ? giver(act.by, fact.subject) : undefined,
    'dpv:hasIndicationMethod': isSaid('method') ? fact.payload.method : undefined,
    'dpv:hasDuration':
      lasts === undefined
        ? undefined
        : node('dpv:TemporalDuration', { 'rdf:value': { '@value': lasts, '@type': 'xsd:duration' } }),
  });
}
