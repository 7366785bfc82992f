/**
 * German for ../en/explanation.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { explanationMessages as english } from '../en/explanation.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const explanationMessages: InEveryLanguage<typeof english> = {
  'explanation.title': 'Warum: {what}, {outcome}',
  'explanation.layer.1': 'In einem Satz',
  'explanation.layer.2': 'Warum, und was das Ergebnis geändert hätte',
  'explanation.layer.3': 'Die Daten, das KI-System, die Menschen, und wie Sie widersprechen',
  'explanation.layer.4': 'Alles, was festgehalten ist, mit Nachweis',
  'explanation.sentence.sole': 'Ein KI-System hat am {day} allein entschieden über „{what}“: {outcome}.',
  'explanation.sentence.main': 'Ein KI-System hat am {day} den Ausschlag gegeben bei „{what}“: {outcome}.',
  'explanation.sentence.one-of-several':
    'Ein KI-System war am {day} eines von mehreren Dingen, die gezählt haben bei „{what}“: {outcome}.',
  'explanation.sentence.advisory': 'Ein KI-System hat am {day} beraten bei „{what}“: {outcome}.',
  'explanation.sentence.none': 'Am {day} wurde keine KI verwendet bei „{what}“: {outcome}.',
  'explanation.effect.pending': 'Die Entscheidung gilt noch nicht: Zuerst sieht sie sich ein Mensch an.',
  'explanation.effect.changed': 'Ein Mensch hat sie noch einmal angesehen und am {day} geändert.',
  'explanation.effect.withdrawn': 'Ein Mensch hat sie noch einmal angesehen und am {day} zurückgenommen.',
  'explanation.effect.re-run':
    'Ein Mensch hat es am {day} noch einmal angesehen. Manche Daten waren falsch, darum soll mit den richtigen neu entschieden werden.',
  'explanation.effect.upheld': 'Ein Mensch hat sie am {day} noch einmal angesehen, und es bleibt dabei.',
  'explanation.effect.outcome': 'Das neue Ergebnis: {outcome}.',
  'explanation.effect.reasons': 'Die Begründung: {reasons}',
  'explanation.reasons.against': 'Was am meisten gegen Sie gezählt hat, das Stärkste zuerst:',
  'explanation.reasons.for': 'Was am meisten für Sie gezählt hat, das Stärkste zuerst:',
  'explanation.reasons.helped': 'Was für Sie sprach:',
  'explanation.reasons.none': 'Für dieses Ergebnis ist kein Grund festgehalten, und wir denken uns keinen aus.',
  'explanation.reasons.counted':
    'Hier steht, was für dieses Ergebnis gezählt hat. Hier steht nicht, dass das eine das andere verursacht.',
  'explanation.reason.value': '{text} Ihr eigener Wert: {value}.',
  'explanation.reason.protected':
    'Das können Sie nicht ändern, und wir verlangen es nicht. Wenn Sie meinen, dass es nicht zählen sollte, lassen Sie einen Menschen noch einmal hinsehen.',
  'explanation.counterfactual.unchangeable':
    'Es wurde nichts festgehalten, das wir Ihnen als Weg zu einem anderen Ergebnis nennen könnten.',
  'explanation.counterfactual.lead': 'Eine Sache, die das Ergebnis geändert hätte',
  'explanation.counterfactual.promise': 'Niemand verspricht, dass es beim nächsten Mal auch so ist.',
  'explanation.all-factors': 'Alles, was gezählt hat, das Stärkste zuerst',
  'explanation.system': 'Das KI-System: was es gut kann und was es nicht kann',
  'explanation.system.then':
    'So war es beschrieben, als es entschied, in Fassung {version}. Die Beschreibung hat sich seither geändert.',
  'explanation.people': 'Was Menschen dabei getan haben',
  'explanation.other': 'Was sonst noch gezählt hat',
  'explanation.other.none': 'Sonst ist nichts festgehalten.',
  'explanation.follows': 'Was für Sie daraus folgt',
  'explanation.follows.none': 'Was für Sie daraus folgt, wurde nicht festgehalten.',
  'explanation.human.review':
    'Ein Mensch hat das noch einmal angesehen. Er konnte das Ergebnis deuten, hat mehr als nur dieses angesehen und konnte es ändern. Seine Schritte sind festgehalten.',
  'explanation.human.review-short':
    'Ein Mensch hat das noch einmal angesehen. Es ist aber nicht alles festgehalten, was einen solchen Blick zählen lässt. Deshalb gilt die Entscheidung für uns weiter als von der KI getroffen.',
  'explanation.human.repeated': 'Dieselbe Person hat dieselben Worte in einer anderen Prüfung geschrieben.',
  'explanation.human.claimed':
    'Der Dienst, der entschieden hat, sagt, ein Mensch war beteiligt ({role}). Seine Schritte sind hier nicht festgehalten. Deshalb gilt die Entscheidung für uns als von der KI getroffen.',
  'explanation.record': 'Alles, was festgehalten wurde',
  'explanation.weights.officer': 'Gewichte und Methoden, nur für Mitarbeitende',
  'explanation.proof':
    'Diese Entscheidung ist Eintrag {index} in einem versiegelten Protokoll mit {size, plural, one {einem Eintrag} other {# Einträgen}}. Der Nachweis unten zeigt, dass sie dort so steht, wie sie geschrieben wurde. Niemand kann sie unbemerkt ändern.',
  'explanation.proof.path': 'Der Nachweis',
  'explanation.proof.checkpoint': 'Der unterschriebene Stand des Protokolls',
  'explanation.reconstructed.reported':
    'Diese Gründe wurden erst nach der Entscheidung ermittelt. Sie wurden nicht notiert, als sie fiel.',
  'explanation.reconstructed.recorded-late':
    'Die Entscheidung fiel am {decided}, wir haben sie aber erst am {recorded} festgehalten. Wir können nicht zeigen, dass die Gründe gleich notiert wurden.',
  'explanation.aggregate.title': 'Alle Entscheidungen der letzten 12 Monate zusammen',
  'explanation.aggregate':
    'KI hat in den letzten 12 Monaten {count}-mal über Sie entschieden. So ging es bei allen zusammen aus. Jede einzelne können Sie weiter lesen.',
  'explanation.aggregate.outcome': '{outcome}: {count, plural, one {einmal} other {#-mal}}',
  'explanation.aggregate.factor':
    '{label}: hat {against, plural, =0 {nie} one {einmal} other {#-mal}} gegen Sie und {for, plural, =0 {nie} one {einmal} other {#-mal}} für Sie gezählt',
};
