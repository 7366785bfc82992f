/**
 * French: texts of trust and fairness.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-trust.ts.
 */
import type { consoleTrustMessages as english } from '../en/console-trust.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleTrustMessages: InEveryLanguage<typeof english> = {
  'console.nav.trust': 'Confiance et équité',
  'console.trust.lead':
    'Ce que les personnes ont choisi, ce que l’IA a fait et ce qui en est résulté, du {from} au {to}.',
  'console.trust.small-cells':
    'Un nombre inférieur à {count}, ou un groupe de moins de {people} personnes, n’est pas montré, et jamais un seul. Il pourrait parler d’une seule personne. Les utilisations de données sont toutes montrées.',
  'console.trust.months': 'Mois par mois',
  'console.trust.months.note':
    'Un choix porte sur un but : il figure ici pour tous les systèmes d’IA. Nous ne notons pas qui ouvre ses propres pages.',
  'console.trust.systems': 'Par système d’IA',
  'console.trust.systems.note': 'Sur toute la durée. Un nom mène à ses mois et à ses groupes.',
  'console.trust.shown': 'Avis montrés',
  'console.trust.agreed': 'A accepté',
  'console.trust.refused': 'A dit non',
  'console.trust.withdrawn': 'A changé d’avis',
  'console.trust.explained': 'A demandé les raisons',
  'console.trust.uses': 'Utilisations des données',
  'console.trust.without': 'Sans autorisation',
  'console.trust.decisions': 'Décisions',
  'console.trust.against': 'Contre la personne',
  'console.trust.contested': 'Contestées',
  'console.trust.changed': 'Modifiées après examen',
  'console.trust.people': 'Personnes',
  'console.trust.withheld': 'non montré',
  'console.trust.share': '{share} % (sans doute {low} à {high} %)',
  'console.trust.groups': 'Décisions contre la personne, par groupe',
  'console.trust.groups.note': 'La part des décisions contre la personne, et ce que le hasard seul laisse ouvert.',
  'console.trust.difference':
    'Un écart entre groupes invite à regarder, ce n’est pas une preuve : les demandes et les données peuvent différer. L’absence d’écart ne prouve pas qu’un système est juste. Quand les fourchettes se recoupent, ce peut être le hasard.',
  'console.trust.cut':
    'Compté sur les {count} premières décisions. Choisissez un système d’IA ou moins de temps pour les avoir toutes.',
  'console.trust.none': 'Aucune décision sur quiconque ne figure dans cette période.',
  'console.trust.by.ageBand': 'Âge',
  'console.trust.by.regime': 'Droit applicable',
  'console.trust.by.language': 'Langue',
};
