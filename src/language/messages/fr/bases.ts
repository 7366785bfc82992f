/**
 * French for ../en/bases.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { basisMessages as english } from '../en/bases.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const basisMessages: InEveryLanguage<typeof english> = {
  'basis.consent': 'Seulement si vous acceptez',
  'basis.explicit-consent': 'Seulement si vous acceptez clairement',
  'basis.contract': 'Nécessaire pour votre contrat',
  'basis.legal-obligation': 'Exigé par la loi',
  'basis.vital-interests': 'Nécessaire pour protéger la vie ou la santé',
  'basis.public-task': 'Partie d’une mission publique (vous pouvez vous y opposer)',
  'basis.legitimate-interests': 'Dans notre propre intérêt (vous pouvez vous y opposer)',
  'basis.recognised-legitimate-interests': 'Une raison prévue par la loi (vous pouvez vous y opposer)',
  'basis.opt-out': 'Autorisé sauf si vous excluez vos données',
  'basis.none': 'Aucune raison n’est indiquée',
  'basis.consent.officer': 'Consentement',
  'basis.explicit-consent.officer': 'Consentement explicite',
  'basis.contract.officer': 'Contrat',
  'basis.legal-obligation.officer': 'Obligation légale',
  'basis.vital-interests.officer': 'Intérêts vitaux',
  'basis.public-task.officer': 'Mission d’intérêt public',
  'basis.legitimate-interests.officer': 'Intérêts légitimes',
  'basis.recognised-legitimate-interests.officer': 'Intérêts légitimes reconnus',
  'basis.opt-out.officer': 'Droit de refus (opt-out)',
  'within.at-once': 'Prend effet immédiatement.',
  'within.by-date': 'Si vous demandez aujourd’hui, nous répondons au plus tard le {date}.',
};
