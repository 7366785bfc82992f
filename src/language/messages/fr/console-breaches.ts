/**
 * French: texts of the breach register in the console: clocks in hours, the forms, and what was recorded.
 * Flow:    ../fr.ts → here.
 * Promise: as in ../en/console-breaches.ts.
 */
import type { consoleBreachMessages as english } from '../en/console-breaches.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleBreachMessages: InEveryLanguage<typeof english> = {
  'console.nav.breaches': 'Violations de données',
  'console.breaches.lead':
    'Notez chaque violation, même si personne ne doit en être informé. Elle est gardée pour toujours, et les heures de la loi courent.',
  'console.breaches.none': 'Aucune violation n’est enregistrée.',
  'console.breaches.record': 'Enregistrer une violation',
  'console.breaches.record.note': 'Ce que vous ne savez pas encore peut être ajouté plus tard.',
  'console.breaches.record.send': 'Enregistrer cette violation',
  'console.breaches.what': 'Ce qui s’est passé',
  'console.breaches.nobody': 'Avec vos propres mots. Ne nommez personne : ceci est gardé pour toujours.',
  'console.breaches.noticedAt': 'Quand vous l’avez constatée',
  'console.breaches.noticedAt.hint': 'Les heures de la loi courent à partir d’ici. À l’heure de {zone}.',
  'console.breaches.regimes': 'Quelles lois s’appliquent',
  'console.breaches.regimes.hint': 'Codes courts, séparés par des virgules, par exemple {codes}.',
  'console.breaches.from': 'Depuis quand les données étaient accessibles',
  'console.breaches.to': 'Jusqu’à quand',
  'console.breaches.zone': 'À l’heure de {zone}.',
  'console.breaches.aiSystems': 'Systèmes d’IA',
  'console.breaches.purposes': 'À quoi servent les données',
  'console.breaches.dataCategories': 'Types de données',
  'console.breaches.any': 'tous',
  'console.breaches.known': 'Ce que l’on sait',
  'console.breaches.reached.note':
    'Trouvé dans les utilisations enregistrées de ces systèmes d’IA, pour ces usages, pendant cette période. Les personnes effacées depuis ne sont pas comptées.',
  'console.breaches.notes': 'Constats et mesures',
  'console.breaches.notes.note': 'Rien n’est repris. Un mot plus récent se place à côté du précédent.',
  'console.breaches.notes.none': 'Rien n’a encore été ajouté.',
  'console.breaches.note': 'Ajouter ce que vous avez trouvé ou fait',
  'console.breaches.note.send': 'Ajouter ceci',
  'console.breaches.about': 'De quoi il s’agit',
  'console.breaches.text': 'Comment et pourquoi',
  'console.breaches.extent.hint':
    'Ce que vous indiquez ici remplace ce qui s’y trouve. Ce que vous laissez vide reste.',
  'console.breaches.toldAt': 'Quand l’information a été donnée',
  'console.breaches.lateBecause': 'Pourquoi si tard',
  'console.breaches.lateBecause.hint': 'Seulement si c’était plus tard que la loi ne le veut.',
  'console.breaches.ground': 'Pour quel motif ?',
  'console.breaches.told.authority': 'L’autorité a été informée',
  'console.breaches.told.people': 'Les personnes ont été informées',
  'console.breaches.not-told.authority': 'L’autorité n’est pas informée',
  'console.breaches.not-told.people': 'Les personnes ne sont pas informées',
  'console.breaches.done.recorded': 'La violation est enregistrée.',
  'console.breaches.done.notes': 'Vos mots sont enregistrés.',
  'console.breaches.done.authority': 'C’est enregistré pour l’autorité.',
  'console.breaches.done.people': 'C’est enregistré pour les personnes.',
  'console.breaches.due.title': 'Violations dont l’autorité doit être informée',
  'console.breaches.clock.running':
    '{apart, plural, =0 {il reste moins d’une heure} one {il reste une heure} other {il reste # heures}} sur {hours}',
  'console.breaches.clock.late':
    '{apart, plural, =0 {en retard depuis cette heure} one {une heure de retard} other {# heures de retard}} ; la loi en accorde {hours}',
  'console.breaches.clock.told':
    'Informée à temps, après {passed, plural, =0 {moins d’une heure} one {une heure} other {# heures}} sur {hours}',
  'console.breaches.clock.told-late':
    'Informée trop tard, après {passed, plural, one {une heure} other {# heures}} ; la loi en accorde {hours}',
  'console.breaches.clock.not-told': 'Non informée, avec la raison',
  'form.fault.what.required': 'Dites ce qui s’est passé.',
  'form.fault.text.required': 'Il manque vos mots. Dites-le en une phrase.',
  'form.fault.noticedAt.required': 'Dites quand vous l’avez constatée.',
  'form.fault.noticedAt.wrong-form': 'Ce n’est pas un jour avec une heure. Écrivez par exemple 2026-11-02T09:30.',
  'form.fault.noticedAt.in-the-future': 'Vous ne pouvez pas encore l’avoir constatée : ce moment n’est pas venu.',
  'form.fault.toldAt.required': 'Dites quand l’information a été donnée.',
  'form.fault.toldAt.wrong-form': 'Ce n’est pas un jour avec une heure. Écrivez par exemple 2026-11-02T09:30.',
  'form.fault.toldAt.in-the-future': 'L’information ne peut pas encore être donnée : ce moment n’est pas venu.',
  'form.fault.toldAt.before-noticed':
    'L’information ne peut pas être donnée avant que vous ayez constaté la violation. Indiquez un moment plus tardif.',
  'form.fault.lateBecause.required':
    'La loi voulait que l’autorité soit informée plus tôt. Dites pourquoi cela a pris si longtemps.',
  'form.fault.ground.required': 'Choisissez le motif que la loi prévoit.',
  'form.fault.about.required': 'Choisissez de quoi il s’agit.',
  'form.fault.from.before-from': 'La fin enregistrée est avant ce début. Indiquez un début plus tôt, ou les deux.',
  'form.fault.to.before-from': 'Cette fin est avant le début. Indiquez une fin plus tard.',
};
