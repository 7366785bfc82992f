/**
 * The receipt of one choice as JSON-LD: receipt, the record of the choice within it, and the processing it is about.
 * Flow:    ask.ts → here → signed as it stands.
 * Promise: recorded facts and what was published or configured, nothing else; a field without a fact is absent. The
 *          subject is named by its pseudonym alone.
 * Source:  ISO/IEC TS 27560:2023 in the profile of W3C DPV 2.3; JSON-LD 1.1.
 */
import { fallsUnder } from '../../law/law.ts';
import { dpvTerm } from '../../vocabulary/dpv.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { controllersOf } from './controllers.ts';
import { eventOf } from './events.ts';
import type { ReceiptMaterial } from './material.ts';
import { type Linked, langs, node } from './node.ts';
import { basisTerms, context, processingTerm, profile, recipientTerm, rightTerms } from './terms.ts';

/** For members of the Union and nobody else are its own profiles and letters right. */
const isEuropean = ({ bases }: ReceiptMaterial): boolean =>
  bases.length > 0 && bases.every(({ regime }) => fallsUnder(regime, 'EU'));

/** What was shown is named in its language only where it was said that it was shown in it. */
function noticeOf({ fact, notice }: ReceiptMaterial): Linked | undefined {
  const shown = fact.payload.notice;
  if (shown === undefined || notice === undefined) return undefined;
  const isSaid = (member: string): boolean => !fact.payload.assumed.includes(member);
  const inLanguage = (texts: Readonly<Record<string, string>>) =>
    Object.hasOwn(texts, shown.language) ? langs({ [shown.language]: texts[shown.language] ?? '' }) : undefined;
  return node('dpv:ConsentNotice', {
    'dpv:hasIdentifier': [shown.key, shown.fact],
    'dct:hasVersion': String(shown.version),
    'dct:title': isSaid('language') ? inLanguage(notice.body.title) : langs(notice.body.title),
    'dct:description': isSaid('language') ? inLanguage(notice.body.body) : langs(notice.body.body),
    'dct:language': isSaid('language') ? shown.language : undefined,
  });
}

function basesOf({ fact, bases, purpose }: ReceiptMaterial): readonly Linked[] {
  const given = fact.kind === 'consent.given' ? fact.payload : undefined;
  const expressed = given?.explicit === true ? ['dpv:ExplicitlyExpressedConsent'] : [];
  return bases.map(({ regime, basis }) => {
    const isUnion = fallsUnder(regime, 'EU');
    const isSpecial = isUnion && purpose.body.specialCategory?.[regime] === 'a';
    const terms = basisTerms(basis, isUnion);
    const restsOnYes = terms.includes('dpv:Consent');
    return node([...terms, ...(restsOnYes ? expressed : []), ...(isSpecial ? ['eu-gdpr:A9-2-a'] : [])], {
      'dpv:hasIdentifier': basis,
      'dpv:hasJurisdiction': node('dpv:Jurisdiction', { 'dpv:hasIdentifier': regime }),
    });
  });
}

function purposeOf({ purpose }: ReceiptMaterial): Linked {
  const term = dpvTerm(purpose.body.dpv);
  return node(['dpv:Purpose', ...(term === undefined || term === 'dpv:Purpose' ? [] : [term])], {
    'dpv:hasIdentifier': [purpose.key, purpose.fact],
    'dct:hasVersion': String(purpose.version),
    'dct:title': langs(purpose.body.name),
    'dct:description': langs(purpose.body.description),
  });
}

const recipientsOf = ({ recipients }: ReceiptMaterial): readonly Linked[] =>
  recipients.map(({ key, body }) =>
    node(['dpv:Recipient', recipientTerm(body.kind)], {
      'dpv:hasIdentifier': key,
      'dpv:hasName': langs(body.name),
      'dpv:hasCountry':
        body.country === undefined ? undefined : node('dpv:Country', { 'dpv:hasIdentifier': body.country }),
    }),
  );

function processOf(material: ReceiptMaterial): Linked {
  const { purpose, categories, systems, rights, bases, settings, fact } = material;
  const { retention } = purpose.body;
  return node('dpv:Process', {
    'dpv:hasPurpose': purposeOf(material),
    'dpv:hasPersonalData': categories.map((each) => node('dpv:PersonalData', { 'dpv:hasIdentifier': each })),
    'dpv:hasProcessing': node(processingTerm(purpose.body.kind), {}),
    'ai:hasAISystem': systems.map(({ key, version, body }) =>
      node('ai:AISystem', {
        'dpv:hasIdentifier': key,
        'dct:hasVersion': String(version),
        'dpv:hasName': langs(body.name),
      }),
    ),
    'dpv:hasStorageCondition':
      retention === undefined ? undefined : node('dpv:StorageCondition', { 'dct:description': langs(retention) }),
    ...controllersOf(settings, fact),
    'dpv:hasRecipient': recipientsOf(material),
    'dpv:hasLegalBasis': basesOf(material),
    'dpv:hasConsentControl': basesOf(material).some((each) => each['@type'].includes('dpv:Consent'))
      ? node('dpv:WithdrawConsent', {
          'schema:url': { '@id': `${settings.baseUrl}/me/choices?purpose=${purpose.key}` },
        })
      : undefined,
    'dpv:hasJurisdiction': bases.map(({ regime }) => node('dpv:Jurisdiction', { 'dpv:hasIdentifier': regime })),
    'dpv:hasRight': rights.map(({ right, regimes }) =>
      node(
        rightTerms(
          right,
          regimes.some((regime) => fallsUnder(regime, 'EU')),
        ),
        { 'dpv:hasIdentifier': right },
      ),
    ),
  });
}

/** Members of the record that nobody stated, so that whoever reads it does not take them for said. */
const provenance = ({ assumed }: ReceiptMaterial['fact']['payload']): Linked | undefined =>
  assumed.length === 0
    ? undefined
    : node('dct:ProvenanceStatement', {
        'dct:description': `Not stated by whoever reported this choice: ${assumed.join(', ')}.`,
      });

function recordOf(material: ReceiptMaterial): Linked {
  const { fact, settings, ended, purpose } = material;
  const { assumed, notice } = fact.payload;
  return node('dpv:ConsentRecord', {
    '@id': `${settings.baseUrl}/v1/consents/${fact.id}`,
    'dct:conformsTo': { '@id': profile('record', isEuropean(material)) },
    'dpv:hasIdentifier': fact.id,
    'dpv:hasDataSubject': node('dpv:DataSubject', { 'dpv:hasIdentifier': fact.subject }),
    'dpv:hasNotice': noticeOf(material),
    'dct:language': notice === undefined || assumed.includes('language') ? undefined : notice.language,
    'dpv:hasProcess': processOf(material),
    'dpv:hasConsentStatus': [
      eventOf(fact, purpose.body.consentValidity),
      ...(ended === undefined ? [] : [eventOf(ended)]),
    ],
    'dct:provenance': provenance(fact.payload),
  });
}

export function receiptDocument(material: ReceiptMaterial): Linked {
  const { fact, settings, issuedAt } = material;
  const receipt = node('dpv:ConsentReceipt', {
    '@id': `${settings.baseUrl}/v1/consents/${fact.id}/receipt`,
    'dct:conformsTo': { '@id': profile('receipt', isEuropean(material)) },
    'dpv:hasIdentifier': `${fact.id}/receipt`,
    'dct:issued': { '@value': timeOf(issuedAt), '@type': 'xsd:dateTime' },
    'dct:hasPart': recordOf(material),
  });
  return { '@context': context, ...receipt };
}
