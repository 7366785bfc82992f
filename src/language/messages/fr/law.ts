/**
 * French for ../en/law.ts, where it is said what the texts are for.
 * Flow:    ../fr.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { lawMessages as english } from '../en/law.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const lawMessages: InEveryLanguage<typeof english> = {
  'clock.months':
    '{n, plural, =1 {Un mois} other {# mois}} à partir du jour où la demande est arrivée. Si le dernier jour tombe un week-end ou un jour férié, le jour ouvrable suivant.',
  'clock.days': '{n} jours après le jour où la demande est arrivée, week-ends et jours fériés compris.',
  'clock.business-days': '{n} jours ouvrables après le jour où la demande est arrivée.',
  'clock.at-once': 'Immédiatement, et au plus tard à la fin du jour où la demande est arrivée.',
  'complaint.EU':
    'Vous pouvez faire une réclamation auprès d’une autorité de protection des données : là où vous vivez, où vous travaillez ou où cela s’est passé. Vous pouvez aussi aller en justice.',
  'complaint.EU.to': 'L’autorité de protection des données du lieu où vous vivez ou travaillez',
  'complaint.UK':
    'Dites-nous d’abord ce qui n’allait pas. Nous confirmons la réception dans un délai de 30 jours. Vous pouvez ensuite faire une réclamation auprès de l’Information Commissioner (l’autorité britannique), et vous pouvez aller en justice.',
  'complaint.UK.to': 'L’Information Commissioner (ICO), l’autorité britannique',
  'complaint.US-CA':
    'Vous pouvez faire une réclamation auprès de l’autorité californienne (California Privacy Protection Agency) ou du procureur général.',
  'complaint.US-CA.to': 'La California Privacy Protection Agency ou le procureur général de Californie',
  'complaint.US': 'Vous pouvez faire une réclamation auprès du procureur général de votre État.',
  'complaint.appeal': 'Vous pouvez nous demander de revoir notre réponse : une autre personne l’examine alors.',
  'complaint.US.to': 'Le procureur général de votre État',
  'complaint.BR':
    'Vous pouvez faire une réclamation auprès de l’autorité brésilienne ANPD, et vous pouvez aller en justice.',
  'complaint.BR.to': 'L’ANPD',
  'complaint.CA': 'Vous pouvez faire une réclamation auprès du Commissaire à la protection de la vie privée du Canada.',
  'complaint.CA.to': 'Le Commissaire à la protection de la vie privée du Canada',
  'complaint.CA-QC': 'Vous pouvez vous adresser à la Commission d’accès à l’information du Québec.',
  'complaint.CA-QC.to': 'La Commission d’accès à l’information du Québec',
  'complaint.CH':
    'Vous pouvez le signaler au Préposé fédéral à la protection des données (PFPDT), et vous pouvez aller en justice.',
  'complaint.CH.to': 'Le Préposé fédéral à la protection des données et à la transparence (PFPDT)',
  'complaint.IN':
    'Dites-nous d’abord ce qui n’allait pas. Vous pouvez ensuite faire une réclamation auprès du Data Protection Board de l’Inde.',
  'complaint.IN.to': 'Le Data Protection Board de l’Inde',
  'scope.US-FL': 'Seulement si cette loi vous couvre : elle parle de très grandes plateformes en ligne.',
  'scope.US-WA': 'Seulement si cette loi vous couvre : elle parle de données de santé.',
  'scope.US-NV': 'Seulement si cette loi vous couvre : elle parle de la vente de données et de données de santé.',
  'clock.appeal': '{n} jours après le jour où votre recours est arrivé, week-ends et jours fériés compris.',
  'region.name': '{name}',
  'stays.request-record': 'La note qu’une demande a été faite',
  'stays.erased-mark': 'La marque qui maintient votre suppression',
  'stays.suppression-mark': 'Votre souhait qu’on vous laisse tranquille',
  'stays.legal-hold': 'Une partie de votre registre que nous devons garder',
  'stays.kept-purpose': 'Ce que nous devons continuer à faire pour « {purpose} »',
  'stays.consent-proof': 'La preuve que des choix ont été faits, sans votre nom',
  'stays.told-name': 'Le nom tiré au hasard sous lequel d’autres ont appris votre suppression',
  'stays.ledger-hashes': 'De simples empreintes qui ne disent rien sur vous',
  'stays.certificate': 'Cette attestation',
};
