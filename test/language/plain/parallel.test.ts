import { describe, expect, it } from 'vitest';
import { judgePlain } from '../../../src/language/plain/plain.ts';

type InFour = Readonly<Record<'en' | 'de' | 'fr' | 'es', string>>;

const fraud: InFour = {
  en: 'We use an automated system to help us detect fraud. It looks at the details of each payment, such as the amount, the shop and the country. If something seems unusual, the payment is held until we have spoken to you. You can call us at any time to have a payment released. We keep the result for 13 months.',
  de: 'Wir nutzen ein automatisches System, um Betrug zu erkennen. Es prüft bei jeder Zahlung den Betrag, das Geschäft und das Land. Wenn etwas ungewöhnlich ist, halten wir die Zahlung an, bis wir mit Ihnen gesprochen haben. Sie können uns jederzeit anrufen, damit wir eine Zahlung freigeben. Das Ergebnis bewahren wir 13 Monate auf.',
  fr: 'Nous utilisons un système automatique pour détecter la fraude. Il regarde le montant, le magasin et le pays de chaque paiement. Si quelque chose semble inhabituel, nous bloquons le paiement jusqu’à ce que nous vous ayons parlé. Vous pouvez nous appeler à tout moment pour débloquer un paiement. Nous gardons le résultat pendant 13 mois.',
  es: 'Usamos un sistema automático para detectar el fraude. Mira la cantidad, la tienda y el país de cada pago. Si algo parece raro, paramos el pago hasta que hayamos hablado con usted. Puede llamarnos en cualquier momento para liberar un pago. Guardamos el resultado durante 13 meses.',
};

const credit: InFour = {
  en: 'When you apply for a credit card, we check your credit history with a credit agency. The agency sends us a score that shows how well you have paid bills in the past. We add this to the information on your form. Our system then works out how much we can safely lend you. A member of our team reviews every application that is close to the limit.',
  de: 'Wenn Sie eine Kreditkarte beantragen, fragen wir bei einer Auskunftei nach früheren Krediten. Die Auskunftei schickt uns einen Wert, der zeigt, wie zuverlässig Sie Rechnungen bezahlt haben. Dazu kommen die Angaben aus Ihrem Antrag. Unser System berechnet dann, wie viel Kredit wir Ihnen geben können. Eine Mitarbeiterin prüft jeden Antrag, der knapp an der Grenze liegt.',
  fr: 'Quand vous demandez une carte de crédit, nous consultons votre historique de crédit. Une agence nous envoie une note qui montre comment vous avez payé vos factures. Nous ajoutons les informations de votre formulaire. Notre système calcule ensuite combien nous pouvons vous prêter. Une personne de notre équipe relit chaque demande proche de la limite.',
  es: 'Cuando usted pide una tarjeta de crédito, consultamos su historial de crédito. Una agencia nos envía una nota que muestra cómo ha pagado sus facturas. Añadimos la información de su formulario. Nuestro sistema calcula después cuánto podemos prestarle. Una persona de nuestro equipo revisa cada solicitud cercana al límite.',
};

/** After GDPR 6(1)(f), as it stands in the four languages. */
const law: InFour = {
  en: 'Personal data shall be processed on the basis of the legitimate interests pursued by the controller or by a third party, except where such interests are overridden by the fundamental rights and freedoms of the data subject.',
  de: 'Die Verarbeitung ist rechtmäßig, wenn sie zur Wahrung der berechtigten Interessen des Verantwortlichen oder eines Dritten erforderlich ist, sofern nicht die Grundrechte und Grundfreiheiten der betroffenen Person überwiegen.',
  fr: 'Le traitement est nécessaire aux fins des intérêts légitimes poursuivis par le responsable du traitement ou par un tiers, à moins que ne prévalent les libertés et droits fondamentaux de la personne concernée.',
  es: 'El tratamiento es necesario para la satisfacción de intereses legítimos perseguidos por el responsable del tratamiento o por un tercero, siempre que no prevalezcan los derechos y libertades fundamentales del interesado.',
};

const languages = ['en', 'de', 'fr', 'es'] as const;
const findingsIn = (text: InFour, language: (typeof languages)[number]) =>
  judgePlain(text[language], { language, form: 'text' }).findings;

describe('the limits of four languages ask for the same', () => {
  it.each(languages)('what is plain in the others is plain in %s, by its own formula', (language) => {
    for (const text of [fraud, credit]) {
      expect(findingsIn(text, language)).toEqual([]);
      expect(judgePlain(text[language], { language, form: 'text' }).measures.readability).toBeDefined();
    }
  });

  it.each(languages)('a sentence of law fails in %s by its length and by at least three of its words', (language) => {
    const measures = findingsIn(law, language).map(({ measure }) => measure);
    expect(measures).toContain('long-sentence');
    expect(measures.filter((measure) => measure === 'legal-word').length).toBeGreaterThanOrEqual(3);
  });
});
