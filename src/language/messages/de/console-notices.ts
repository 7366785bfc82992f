/**
 * German: texts of consents and notices in the console: versions, what changed, and what is hard to read.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-notices.ts.
 */
import type { consoleNoticeMessages as english } from '../en/console-notices.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleNoticeMessages: InEveryLanguage<typeof english> = {
  'console.nav.notices': 'Zustimmung und Hinweise',
  'console.notices.lead':
    'Was Menschen vor einer Wahl lesen und wofür Daten dienen. Jede Fassung, und wie viele Menschen bei ihr stehen.',
  'console.notices.area.notice': 'Hinweise',
  'console.notices.area.notice.note': 'Was Menschen sehen, bevor sie wählen.',
  'console.notices.area.purpose': 'Zwecke',
  'console.notices.area.purpose.note': 'Wofür Daten dienen, in den Worten, die Menschen lesen.',
  'console.notices.none': 'Hier ist noch nichts veröffentlicht.',
  'console.notices.new': 'Neuen Hinweis schreiben',
  'console.notices.new.lead':
    'Sagen Sie zuerst, wofür er ist und wie sein Kurzname lautet. Danach schreiben Sie die Texte.',
  'console.notices.new.about': 'Wofür er ist',
  'console.notices.new.purpose': 'Für welchen Zweck',
  'console.notices.new.key': 'Kurzname',
  'console.notices.new.key.hint':
    'Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel card-offers. Programme kennen ihn unter diesem Namen.',
  'console.notices.new.go': 'Weiter',
  'console.notices.new.wrong-key':
    'Dieser Kurzname passt nicht. Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche.',
  'console.notices.new.taken': 'Einen Hinweis mit diesem Kurznamen gibt es schon. Nehmen Sie einen anderen.',
  'console.notices.new.no-purpose': 'Noch ist kein Zweck veröffentlicht. Das tut zuerst ein Dienst.',
  'console.notices.name': 'Bezeichnung',
  'console.notices.version': 'Fassung',
  'console.notices.version-of': 'Fassung {version}',
  'console.notices.published': 'Veröffentlicht',
  'console.notices.people': 'Menschen, die zugestimmt haben',
  'console.notices.on-newest': 'Ja zur neuesten',
  'console.notices.on-earlier': 'Ja zu früheren',
  'console.notices.meaning': 'Für frühere Antworten',
  'console.notices.people.note':
    'Gezählt sind Menschen, deren letzte Wahl ein Ja ist, nach der Fassung dazu. Weniger als {people} zeigen wir nicht, und nie eine Zahl allein.',
  'console.notices.cut': 'Gezählt über {count} Menschen, nicht über alle.',
  'console.notices.versions': 'Fassungen',
  'console.notices.hard-published': 'Veröffentlicht, obwohl schwer zu lesen',
  'console.notices.changes': 'Was sich geändert hat',
  'console.notices.changes.note': 'Gestrichene Wörter sind durchgestrichen. Neue Wörter sind unterstrichen.',
  'console.notices.removed': 'gestrichen:',
  'console.notices.added': 'neu:',
  'console.notices.same': 'Beide sagen dasselbe.',
  'console.notices.from': 'Vorher',
  'console.notices.to': 'Nachher',
  'console.notices.compare': 'Vergleichen',
  'console.notices.member.title': 'Titel',
  'console.notices.member.name': 'Bezeichnung',
  'console.notices.member.body': 'Wortlaut',
  'console.notices.member.description': 'Wofür es ist',
  'console.notices.member.retention': 'Wie lange Daten bleiben',
  'console.notices.member.interest': 'Warum wir es ohne Frage dürfen',
  'console.notices.write': 'Fassung {version} schreiben',
  'console.notices.write.note':
    'Sie sehen sie in jeder Sprache, bevor etwas veröffentlicht wird. Ein leerer Text fällt weg.',
  'console.notices.more-languages': 'Andere Sprachen',
  'console.notices.material': 'Was wird aus früheren Antworten?',
  'console.notices.material.yes': 'Alle werden neu gefragt',
  'console.notices.material.yes.hint': 'Ein früheres Ja zählt nicht mehr.',
  'console.notices.material.no': 'Frühere Antworten gelten weiter',
  'console.notices.material.no.hint': 'Nur, wo es dasselbe in anderen Worten sagt.',
  'console.notices.see': 'So ansehen wie die Menschen',
  'console.notices.preview': 'Fassung {version}, wie Menschen sie lesen',
  'console.notices.no-text': 'kein Text in dieser Sprache',
  'console.notices.hard': 'Manche Sätze sind schwer zu lesen. Sie stehen unter dem Text, aus dem sie sind.',
  'console.notices.unmeasured': 'In einer dieser Sprachen messen wir nur, wie lang Sätze sind.',
  'console.notices.publish': 'Fassung {version} veröffentlichen',
  'console.notices.publish-hard': 'Fassung {version} trotzdem veröffentlichen',
  'console.notices.override': 'Warum genau diese Worte, obwohl sie schwer zu lesen sind?',
  'console.notices.override.hint':
    'Mindestens zehn Zeichen. Jeder kann Ihren Grund lesen, und das Protokoll hält fest, wer ihn gab.',
  'console.notices.done': 'Fassung {version} ist veröffentlicht.',
  'console.notices.nothing': 'Nichts wurde geändert, also gibt es nichts zu veröffentlichen.',
  'console.notices.meanwhile':
    'Inzwischen hat jemand Fassung {version} veröffentlicht. Sehen Sie, was sich geändert hat, und machen Sie dann weiter.',
  'console.notices.not-plain':
    'Sie wurde nicht veröffentlicht, weil sie schwer zu lesen ist. Ändern Sie die Sätze, oder sagen Sie, warum sie bleiben müssen.',
  'console.plain.good': 'Leicht zu lesen.',
  'console.plain.long-sentence': 'Satz {place} hat {value} Wörter, höchstens {limit} sind gut. Machen Sie zwei daraus.',
  'console.plain.long-label': 'Ein Name aus {value} Wörtern ist zu lang, höchstens {limit} sind gut.',
  'console.plain.hard-words': 'Satz {place} hat {value} schwere Wörter, höchstens {limit} sind gut: {words}.',
  'console.plain.long-word': 'Satz {place}: {words} ist sehr lang. Sagen Sie es in mehreren Wörtern.',
  'console.plain.passive-chain': 'Satz {place} sagt nicht, wer es tut: {words}.',
  'console.plain.legal-word': 'Satz {place}: {words} müssten Menschen nachschlagen. Besser: {say}.',
  'console.plain.stiff-word': 'Satz {place}: {words} klingt steif. Besser: {say}.',
  'console.plain.generic-purpose': 'Satz {place}: {words} kann alles bedeuten. Besser: {say}.',
  'console.plain.readability': 'Der Text als Ganzes ist schwer zu lesen, und Satz {place} gehört zu den schwersten.',
};
