/**
 * Our words as terms of the Data Privacy Vocabulary.
 * Flow:    here → document.ts.
 * Promise: only terms of version 2.3; where it has none for a word of ours, the general term stands beside our word.
 * Source:  DPV 2.3; ISO/IEC TS 27560:2023.
 */
import type { DeclaredPurpose, DeclaredRecipient } from '../../facts/registry.ts';
import type { LegalBasis } from '../../vocabulary/basis.ts';
import type { ConsentEffect, ConsentState, Giver } from '../../vocabulary/consent.ts';
import type { RequestKind } from '../../vocabulary/request.ts';

/** Every prefix is written out, so that nothing has to be fetched to read a receipt. */
export const context = {
  dpv: 'https://w3id.org/dpv#',
  ai: 'https://w3id.org/dpv/ai#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The profiles of the vocabulary for ISO/IEC TS 27560. */
export const profile = (what: 'record' | 'receipt', isEuropean: boolean): string =>
  `https://w3id.org/dpv/schema/dpv-27560#${what}${isEuropean ? '-eu-gdpr' : ''}`;

/** A yes that changed nothing permits nothing, so it is no consent that was given. */
export function statusTerm(state: ConsentState, effect: ConsentEffect): string {
  if (state === 'given') return effect === 'none' ? 'dpv:ConsentInvalidated' : 'dpv:ConsentGiven';
  return state === 'refused' ? 'dpv:ConsentRefused' : 'dpv:ConsentWithdrawn';
}

export const giverTerms: Readonly<Record<Giver, string>> = {
  self: 'dpv:DataSubject',
  parent: 'dpv:ParentOfDataSubject',
  agent: 'dpv:Agent',
};

const bases: Readonly<Record<LegalBasis, readonly [general: string, underGdpr?: string]>> = {
  consent: ['dpv:Consent', 'eu-gdpr:A6-1-a'],
  'explicit-consent': ['dpv:Consent', 'eu-gdpr:A6-1-a'],
  contract: ['dpv:Contract', 'eu-gdpr:A6-1-b'],
  'legal-obligation': ['dpv:LegalObligation', 'eu-gdpr:A6-1-c'],
  'vital-interests': ['dpv:VitalInterest', 'eu-gdpr:A6-1-d'],
  'public-task': ['dpv:PublicInterest', 'eu-gdpr:A6-1-e'],
  'legitimate-interests': ['dpv:LegitimateInterest', 'eu-gdpr:A6-1-f'],
  'recognised-legitimate-interests': ['dpv:LegalBasis'],
  'opt-out': ['dpv:LegalBasis'],
};

/** The letters of the GDPR are those of the Union's own; the United Kingdom has gone its own way. */
export function basisTerms(basis: LegalBasis, isEuropean: boolean): readonly string[] {
  const [general, underGdpr] = bases[basis];
  return isEuropean && underGdpr !== undefined ? [general, underGdpr] : [general];
}

const rights: Partial<Record<RequestKind, string>> = {
  access: 'eu-gdpr:A15',
  rectification: 'eu-gdpr:A16',
  erasure: 'eu-gdpr:A17',
  restriction: 'eu-gdpr:A18',
  portability: 'eu-gdpr:A20',
  objection: 'eu-gdpr:A21',
  'objection-marketing': 'eu-gdpr:A21',
  'consent-withdrawal': 'eu-gdpr:A7-3',
  complaint: 'eu-gdpr:A77',
};

export const rightTerms = (right: RequestKind, isEuropean: boolean): readonly string[] => {
  const named = isEuropean ? rights[right] : undefined;
  return named === undefined ? ['dpv:DataSubjectRight'] : ['dpv:DataSubjectRight', named];
};

const recipients: Readonly<Record<DeclaredRecipient['kind'], string>> = {
  processor: 'dpv:DataProcessor',
  controller: 'dpv:DataController',
  'joint-controller': 'dpv:JointDataControllers',
  'third-party': 'dpv:ThirdParty',
  authority: 'dpv:Authority',
};
export const recipientTerm = (kind: DeclaredRecipient['kind']): string => recipients[kind];

const processing: Partial<Record<DeclaredPurpose['kind'], string>> = {
  'ai-training': 'ai:ModelTraining',
  'automated-decision': 'dpv:AutomatedDecisionMaking',
  sharing: 'dpv:Share',
};
export const processingTerm = (kind: DeclaredPurpose['kind']): string => processing[kind] ?? 'dpv:Use';
