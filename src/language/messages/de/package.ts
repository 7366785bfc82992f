/**
 * German for ../en/package.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { packageMessages as english } from '../en/package.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const packageMessages: InEveryLanguage<typeof english> = {
  'package.title': 'Ihre Daten, zum Aufheben',
  'package.lead':
    'Dieser Ordner ist unsere Antwort auf Ihre Anfrage vom {day}. Sie können ihn ohne Internet und ohne uns lesen.',
  'package.provided':
    'Darin steht, was Sie uns gegeben und was Sie hier getan haben. Was wir oder ein Computer über Sie errechnet haben, steht nicht darin.',
  'package.letter': 'Den Brief lesen',
  'package.letter-pdf': 'Der Brief als PDF',
  'package.contents': 'Was darin ist',
  'package.forms':
    'CSV öffnet sich in einer Tabelle. JSON ist für Programme, und der Ordner „schemas“ sagt, wie es gebaut ist.',
  'package.foot': 'Heben Sie diesen Ordner auf wie einen Brief Ihrer Bank.',
  'package.back': 'Zurück zur Übersicht',
  'package.download': 'Alles als einen Ordner herunterladen (ZIP)',
  'package.until': 'Sie können ihn bis {day} hier abholen, gleich nachdem Sie sich angemeldet haben.',
  'package.check.title': 'Prüfen, dass nichts verändert wurde',
  'package.check.words':
    'Wählen Sie unten diesen Ordner. Ihr Browser vergleicht dann jede Datei mit der unterschriebenen Liste und prüft die versiegelten Einträge. Nichts verlässt Ihren Computer.',
  'package.check.choose': 'Diesen Ordner wählen',
  'package.check.key': 'Wessen Unterschrift gilt',
  'package.check.key-words':
    'Dieser Schlüssel kam mit dem Ordner. Vergleichen Sie ihn mit dem, den die Firma anderswo veröffentlicht, oder setzen Sie jenen hier ein.',
  'package.check.working': 'Wird geprüft …',
  'package.check.good':
    'Nichts wurde verändert: {files} Dateien sind so, wie sie unterschrieben wurden, und {entries} Einträge sind bewiesen.',
  'package.check.bad': 'An {count} Stellen stimmt etwas nicht. Verlassen Sie sich nicht auf diesen Ordner.',
  'package.check.no-script':
    'Zum Prüfen braucht es das Skript in diesem Ordner. Alles andere können Sie auch ohne es lesen.',
  'package.topic.person': 'Sie, wie wir Sie kennen',
  'package.topic.consents': 'Ihre Entscheidungen',
  'package.topic.limits': 'Was wir lassen sollen',
  'package.topic.uses': 'Wann KI Ihre Daten nutzte',
  'package.topic.trainings': 'Training von KI',
  'package.topic.automatedDecisions': 'Entscheidungen mit KI',
  'package.topic.decisionInputs': 'Was in Entscheidungen einging',
  'package.topic.reviews': 'Prüfungen durch einen Menschen',
  'package.topic.files': 'Was Sie uns geschickt haben',
  'package.topic.messages': 'Nachrichten an Sie',
  'package.topic.notes': 'Notizen über Sie',
  'package.topic.notices': 'Hinweise, die Sie sahen',
  'package.topic.requests': 'Ihre Anfragen',
  'package.topic.looks': 'Wer Ihre Daten angesehen hat',
  'package.topic.signIns': 'Ihre Anmeldungen',
  'package.topic.others': 'Andere Einträge',
  'package.topic.aiUse': 'Wie KI Ihre Daten nutzt, als eine Antwort',
  'package.topic.withheld': 'Was weggelassen wurde, und warum',
  'package.topic.evidence': 'Die versiegelten Einträge, zum Prüfen',
  'package.topic.letter': 'Der Brief',
  'package.topic.schema': 'Wie die Dateien gebaut sind',
};
