/**
 * German for ../en/decision.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { decisionMessages as english } from '../en/decision.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const decisionMessages: InEveryLanguage<typeof english> = {
  'decision.headline': '{what}: {outcome}, am {day}',
  'decision.own-view-first': 'zu sehen, sobald Ihre eigene Sicht festgehalten ist',
  'decision.role.sole': 'Die KI hat das allein entschieden.',
  'decision.role.main': 'Die KI hat dabei den Ausschlag gegeben.',
  'decision.role.one-of-several': 'Die KI war eines von mehreren Dingen, die gezählt haben.',
  'decision.role.advisory': 'Die KI hat beraten, ein Mensch hat entschieden.',
  'decision.role.none': 'Dafür wurde keine KI verwendet.',
  'decision.value.yes': 'ja',
  'decision.value.no': 'nein',
  'decision.value.none': 'nichts festgehalten',
  'decision.factor.for': '{label} ({value}) hat für Sie gezählt.',
  'decision.factor.against': '{label} ({value}) hat gegen Sie gezählt.',
  'decision.factor.for.bare': '{label} hat für Sie gezählt.',
  'decision.factor.against.bare': '{label} hat gegen Sie gezählt.',
  'decision.factors.exact': 'Das steht so in der Regel, die entschieden hat. Was am meisten gezählt hat, steht oben.',
  'decision.factors.approximate':
    'Das ist eine Annäherung: Sie schätzt von außen, was das KI-System bewegt hat, das Stärkste zuerst. Es ist nicht der genaue Grund.',
  'decision.factors.unstated':
    'Wie diese Punkte ermittelt wurden, ist nicht festgehalten. Sie können also eine Annäherung sein.',
  'decision.factors.none': 'Für diese Entscheidung ist nicht festgehalten, was gezählt hat.',
  'decision.output.value': 'Das Ergebnis des KI-Systems für Sie war {value}.',
  'decision.output.scale': 'Was das bedeutet: {scale}.',
  'decision.output.no-scale': 'Was die Zahl bedeutet, wurde nicht festgehalten.',
  'decision.output.rule': 'Die Regel: {rule}.',
  'decision.output.no-rule': 'Nach welcher Regel daraus eine Entscheidung wurde, ist nicht festgehalten.',
  'decision.output.none': 'Für diese Entscheidung wurde keine Punktzahl und kein Ergebnis festgehalten.',
  'decision.counterfactual': 'Mit {to} statt {from} bei „{label}“ wäre das Ergebnis gewesen: {outcome}.',
  'decision.counterfactual-not-feasible':
    'Mit {to} statt {from} bei „{label}“ wäre das Ergebnis gewesen: {outcome}. Vielleicht können Sie daran nichts ändern.',
  'decision.held-back.protected':
    '„{label}“ lassen wir weg: Das Gesetz schützt es, und niemand darf von Ihnen verlangen, jemand anderes zu sein.',
  'decision.held-back.unchangeable': '„{label}“ lassen wir weg: Sie können es nicht ändern.',
  'decision.held-back.same-outcome': '„{label}“ lassen wir weg: Das Ergebnis wäre dasselbe gewesen.',
  'decision.held-back.same-value': '„{label}“ lassen wir weg: Daran wäre nichts anders gewesen.',
  'decision.counterfactuals.some':
    '{count, plural, one {Eine Änderung hätte} other {# Änderungen hätten, jede für sich,}} zu einem anderen Ergebnis geführt. Niemand verspricht, dass {count, plural, one {sie es beim nächsten Mal wieder tut} other {sie es beim nächsten Mal wieder tun}}.',
  'decision.counterfactuals.none':
    'Niemand hat festgehalten, was das Ergebnis geändert hätte, und wir denken es uns nicht nachträglich aus.',
  'decision.human.none': 'Kein Mensch war beteiligt, bevor die Entscheidung wirksam wurde.',
  'decision.human.not-shown':
    'Ein Mensch war beteiligt ({role}). Es ist nicht festgehalten, dass er mehr als das Ergebnis des KI-Systems angesehen hat und es ändern konnte. Deshalb gilt die Entscheidung für uns als von der KI getroffen.',
  'decision.covered': 'Eine Erlaubnis dafür ist festgehalten.',
  'decision.not-covered': 'Eine Erlaubnis dafür ist nicht festgehalten.',
  'decision.score-supplied':
    'Wir haben das Ergebnis an „{recipient}“ gegeben.{dated, select, yes { Das war am {day}.} other {}}{strongly, select, yes { Dort stützt man sich darauf, wenn man entscheidet.} other {}}',
  'decision.missing.scoreSuppliedTo': 'An wen das Ergebnis ging, wurde nicht festgehalten.',
  'decision.missing.inputs': 'Welche Daten verwendet wurden',
  'decision.missing.factors': 'Was für und gegen Sie gezählt hat',
  'decision.missing.counterfactuals': 'Was das Ergebnis geändert hätte',
  'decision.missing.output': 'Die Punktzahl oder das Ergebnis des KI-Systems',
  'decision.missing.modelVersion': 'Welche Fassung des KI-Systems entschieden hat',
  'decision.missing.humanInvolvement': 'Ob ein Mensch beteiligt war',
  'decision.missing.consequences': 'Was aus der Entscheidung für Sie folgt',
  'decision.missing.significance': 'Wie stark die Entscheidung Sie betrifft',
  'decision.missing.futureUse': 'Ob das Ergebnis noch einmal verwendet wird',
};
