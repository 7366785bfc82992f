/**
 * The receipt of one choice as people read it.
 * Flow:    ask.ts → here → pages/receipt-page.
 * Promise: the same facts as the signed document; what nobody stated or published has no row.
 * Source:  ISO/IEC TS 27560:2023; GDPR 7(1), 13.
 */
import { consentAct } from '../../views/consent/consent-act.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { contactsOf } from '../contacts.ts';
import type { Reader } from '../reader.ts';
import type { ReceiptMaterial } from './material.ts';

interface Row {
  readonly title: string;
  readonly texts: readonly string[];
}

export interface ReceiptShown {
  readonly id: string;
  /** What was chosen, and what came of it. */
  readonly lead: string;
  readonly rows: readonly Row[];
  /** The exact text that was shown. */
  readonly notice?: { readonly title: string; readonly body: string };
  readonly languageFallback: boolean;
}

function whenRows({ fact, ended }: ReceiptMaterial, reader: Reader): readonly Row[] {
  const { occurredAt, method, assumed, givenBy } = fact.payload;
  const isSaid = (member: string): boolean => !assumed.includes(member);
  const act = consentAct(fact);
  const at = act?.dated === true ? Date.parse(occurredAt ?? timeOf(fact.at)) : undefined;
  const end = ended === undefined ? undefined : Date.parse(ended.payload.occurredAt ?? timeOf(ended.at));
  return [
    { title: reader.say('receipt.chosen'), texts: at === undefined ? [] : [reader.date(at)] },
    { title: reader.say('receipt.recorded'), texts: at === undefined ? [reader.date(fact.at)] : [] },
    { title: reader.say('receipt.how'), texts: isSaid('method') ? [reader.say(`receipt.method.${method}`)] : [] },
    { title: reader.say('receipt.by'), texts: isSaid('given-by') ? [reader.say(`receipt.giver.${givenBy}`)] : [] },
    { title: reader.say('receipt.ended'), texts: end === undefined ? [] : [reader.date(end)] },
  ];
}

function aboutRows(material: ReceiptMaterial, reader: Reader): readonly Row[] {
  const { purpose, categories, systems, recipients, bases, settings } = material;
  const named = (
    published: readonly { readonly key: string; readonly body: { readonly name: Record<string, string> } }[],
  ) => published.map(({ key, body }) => reader.text(body.name) ?? key);
  return [
    { title: reader.say('receipt.for'), texts: [reader.text(purpose.body.description) ?? purpose.key] },
    { title: reader.say('receipt.data'), texts: categories.map((category) => reader.category(category)) },
    { title: reader.say('receipt.systems'), texts: named(systems) },
    { title: reader.say('receipt.recipients'), texts: named(recipients) },
    { title: reader.say('receipt.basis'), texts: [...new Set(bases.map(({ basis }) => reader.say(`basis.${basis}`)))] },
    { title: reader.say('use.fact.retention'), texts: reader.texts(purpose.body.retention) },
    { title: reader.say('contact.title'), texts: contactsOf(settings, reader).map(({ words }) => words) },
  ];
}

function noticeIn({ notice, fact }: ReceiptMaterial, reader: Reader): Pick<ReceiptShown, 'notice'> {
  if (notice === undefined) return {};
  const { language } = fact.payload.notice ?? {};
  // What was shown is shown again as it was, in the language in which it was.
  const shown = (texts: Readonly<Record<string, string>>): string | undefined => texts[language ?? ''];
  return {
    notice: {
      title: shown(notice.body.title) ?? reader.text(notice.body.title) ?? notice.key,
      body: shown(notice.body.body) ?? reader.text(notice.body.body) ?? '',
    },
  };
}

export function receiptShown(material: ReceiptMaterial, reader: Reader): ReceiptShown {
  const { fact, purpose } = material;
  const rows = [...whenRows(material, reader), ...aboutRows(material, reader)];
  const name = reader.text(purpose.body.name) ?? purpose.key;
  const chosen = fact.payload.effect === 'none' ? 'none' : fact.kind.slice('consent.'.length);
  return {
    id: fact.id,
    lead: reader.say('receipt.lead', { purpose: name, chosen }),
    rows: rows.filter(({ texts }) => texts.length > 0),
    ...noticeIn(material, reader),
    languageFallback: reader.fellBack(),
  };
}
