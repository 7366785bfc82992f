/**
 * Spanish for ../en/bases.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { basisMessages as english } from '../en/bases.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const basisMessages: InEveryLanguage<typeof english> = {
  'basis.consent': 'Solo si usted acepta',
  'basis.explicit-consent': 'Solo si usted acepta claramente',
  'basis.contract': 'Necesario para su contrato',
  'basis.legal-obligation': 'Lo exige la ley',
  'basis.vital-interests': 'Necesario para proteger la vida o la salud',
  'basis.public-task': 'Parte de una tarea pública (usted puede oponerse)',
  'basis.legitimate-interests': 'Por nuestro propio interés (puede oponerse)',
  'basis.recognised-legitimate-interests': 'Una razón que nombra la ley (usted puede oponerse)',
  'basis.opt-out': 'Permitido salvo que excluya sus datos',
  'basis.none': 'No consta ninguna razón',
  'basis.consent.officer': 'Consentimiento',
  'basis.explicit-consent.officer': 'Consentimiento explícito',
  'basis.contract.officer': 'Contrato',
  'basis.legal-obligation.officer': 'Obligación legal',
  'basis.vital-interests.officer': 'Intereses vitales',
  'basis.public-task.officer': 'Misión de interés público',
  'basis.legitimate-interests.officer': 'Intereses legítimos',
  'basis.recognised-legitimate-interests.officer': 'Intereses legítimos reconocidos',
  'basis.opt-out.officer': 'Derecho de exclusión (opt-out)',
  'within.at-once': 'Tiene efecto inmediato.',
  'within.by-date': 'Si lo pide hoy, respondemos antes del final del {date}.',
};
