/**
 * German for ../en/reasons.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { reasonMessages as english } from '../en/reasons.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reasonMessages: InEveryLanguage<typeof english> = {
  'reason.unavailable': 'Wir konnten nicht sicher sein. Deshalb durfte das KI-System Ihre Daten nicht nutzen.',
  'reason.unavailable.officer':
    'Der Dienst konnte nicht sicher antworten (versiegelt, Zweifel an der Unversehrtheit oder Speicherfehler); nichts wurde erlaubt.',
  'reason.erased': 'Ihre Daten wurden gelöscht, also darf sie nichts nutzen.',
  'reason.erased.officer':
    'Für diese Kennung steht ein Löschvermerk; es wurde nach keinem Zweck gefragt, den ein gesetzlicher Grund erhält.',
  'reason.unknown-purpose':
    'Das KI-System wollte etwas, das wir nirgends festgehalten haben. Deshalb durfte es das nicht.',
  'reason.unknown-purpose.officer': 'Kein Zweck mit diesem Schlüssel ist veröffentlicht.',
  'reason.unknown-ai-system': 'Dieses KI-System steht nicht auf unserer Liste. Deshalb durfte es das nicht.',
  'reason.unknown-ai-system.officer': 'Kein KI-System mit diesem Schlüssel ist veröffentlicht.',
  'reason.ai-system-suspended': 'Wir haben dieses KI-System vorerst ausgeschaltet.',
  'reason.ai-system-suspended.officer': 'Das KI-System ist durch den Not-Aus gesperrt.',
  'reason.ai-system-retired': 'Dieses KI-System wird nicht mehr verwendet.',
  'reason.ai-system-retired.officer': 'Das KI-System ist als außer Betrieb veröffentlicht.',
  'reason.use-not-declared':
    'Das KI-System wollte mehr, als wir für es festgehalten haben. Deshalb durfte es das nicht.',
  'reason.use-not-declared.officer':
    'Das KI-System gibt diesen Zweck oder eine der angefragten Datenkategorien nicht an.',
  'reason.unknown-subject': 'Wir konnten nicht erkennen, um wen es ging. Deshalb wurde es nicht erlaubt.',
  'reason.unknown-subject.officer': 'E-Mail-Adresse, Telefonnummer oder Pseudonym führt zu niemandem.',
  'reason.restricted': 'Sie haben uns gebeten, Ihre Daten ruhen zu lassen, und sie ruhen.',
  'reason.restricted.officer':
    'Für diese Daten gilt eine Einschränkung, und der Zweck veröffentlicht keine Ausnahme für eingeschränkte Daten.',
  'reason.erasure-asked': 'Sie haben uns gebeten, Ihre Daten zu löschen. Bis das getan ist, darf KI sie nicht nutzen.',
  'reason.erasure-asked.officer':
    'Ein Antrag auf Löschung ist offen. Nur was auch eine Löschung nicht beendet, geht weiter (DSGVO 17(3)).',
  'reason.objected': 'Sie haben dieser Nutzung widersprochen. Sie ist beendet.',
  'reason.objected.officer':
    'Ein Widerspruch gegen diesen Zweck oder gegen alle steht, und die Rechtsgrundlage oder der Werbezweck weicht ihm.',
  'reason.opted-out': 'Sie haben diese Nutzung abgewählt. Sie ist beendet.',
  'reason.opted-out.officer':
    'Ein Opt-out (oder ein Opt-out-Signal) deckt diesen Zweck ab; eine Ausnahme ist nicht veröffentlicht.',
  'reason.no-legal-basis':
    'Wir haben nicht festgehalten, warum das Gesetz dies erlauben würde. Deshalb wurde es nicht erlaubt.',
  'reason.no-legal-basis.officer':
    'Der Zweck veröffentlicht für eines der Rechtsgebiete dieser Person keine Rechtsgrundlage, die dieses Recht kennt.',
  'reason.refused': 'Sie haben dazu Nein gesagt.',
  'reason.refused.officer': 'Die neueste wirksame Entscheidung der Person zu diesem Zweck ist eine Ablehnung.',
  'reason.withdrawn': 'Sie haben Ihre Zustimmung zurückgenommen. Die Nutzung ist beendet.',
  'reason.withdrawn.officer': 'Die neueste wirksame Entscheidung der Person zu diesem Zweck ist ein Widerruf.',
  'reason.no-special-category-condition':
    'Das würde besonders sensible Daten berühren, und der zusätzliche Grund, den das Gesetz verlangt, fehlt. Deshalb wurde es nicht erlaubt.',
  'reason.no-special-category-condition.officer':
    'Der Zweck ist sensibel und veröffentlicht für EU oder Vereinigtes Königreich keine Bedingung nach Artikel 9 Absatz 2.',
  'reason.no-criminal-data-ground':
    'Das würde Daten über Straftaten berühren, und der eigene Grund, den das Gesetz dafür verlangt, fehlt. Deshalb wurde es nicht erlaubt.',
  'reason.no-criminal-data-ground.officer':
    'Der Zweck nutzt Daten über Straftaten ohne Grund nach Artikel 10 für EU oder Vereinigtes Königreich. Nennen Sie ihn in criminalDataGround.',
  'reason.no-automated-decision-ground':
    'Eine so gewichtige Entscheidung darf hier keine Maschine allein treffen. Deshalb wurde es nicht erlaubt.',
  'reason.no-automated-decision-ground.officer':
    'Einer wesentlichen automatisierten Entscheidung ohne menschliche Aufsicht vor der Wirkung fehlt ihr Grund (Artikel 22 DSGVO oder 22B UK GDPR).',
  'reason.notice-not-shown':
    'Niemand hat Ihnen vorher gesagt, wie KI an dieser Entscheidung mitwirkt. Deshalb war es nicht erlaubt.',
  'reason.notice-not-shown.officer':
    'Für die geltenden Fassungen von KI-System und Zweck ist kein Hinweis als gezeigt festgehalten (11 CCR 7220). Zeigen Sie ihn und halten Sie das mit POST /v1/notices/shown fest.',
  'reason.minor-without-parent': 'In Ihrem Alter muss zuerst ein Elternteil zustimmen.',
  'reason.minor-without-parent.officer':
    'Die Person ist jünger als das Einwilligungsalter ihres Rechtsgebiets, und kein Elternteil hat eingewilligt.',
  'reason.never-asked': 'Wir haben Sie dazu noch nicht gefragt. Deshalb ist es nicht erlaubt.',
  'reason.never-asked.officer':
    'Rechtsgrundlage ist die Einwilligung, und es ist keine Entscheidung der Person festgehalten.',
  'reason.expired': 'Ihre Zustimmung ist abgelaufen. Deshalb ist es nicht mehr erlaubt.',
  'reason.expired.officer': 'Die Einwilligung ist älter als die Gültigkeitsdauer, die der Zweck vorsieht.',
  'reason.notice-outdated':
    'Das, dem Sie zugestimmt haben, hat sich seitdem geändert. Ihre alte Zustimmung zählt deshalb nicht mehr.',
  'reason.notice-outdated.officer':
    'Hinweis oder Zweck gibt es seit der Einwilligung in einer wesentlich geänderten Fassung.',
  'reason.category-not-covered': 'Der Nutzung dieser Art von Daten haben Sie nicht zugestimmt.',
  'reason.category-not-covered.officer': 'Eine angefragte Datenkategorie liegt außerhalb der Einwilligung.',
  'reason.ai-system-not-covered': 'Ihre Zustimmung umfasst dieses KI-System nicht.',
  'reason.ai-system-not-covered.officer': 'Die Einwilligung beruht auf einem Hinweis, der andere KI-Systeme nennt.',
  'reason.not-explicit': 'Dafür braucht es ein eigenes, klares Ja, und wir haben keines von Ihnen.',
  'reason.not-explicit.officer':
    'Die Rechtsgrundlage verlangt eine ausdrückliche Einwilligung, und die festgehaltene ist keine.',
  'reason.minor-opt-in-needed': 'In Ihrem Alter braucht es dafür zuerst ein Ja, und es gibt keines.',
  'reason.minor-opt-in-needed.officer':
    'Verkauf oder Weitergabe von Daten Minderjähriger braucht ein Opt-in (unterhalb der zweiten Altersgrenze durch einen Elternteil).',
  'reason.consent-given': 'Sie haben dem zugestimmt.',
  'reason.consent-given.officer':
    'Eine Einwilligung steht, die diesen Zweck, diese Kategorien und dieses KI-System abdeckt.',
  'reason.contract': 'Wir brauchen das, um zu tun, was wir Ihnen im Vertrag versprochen haben.',
  'reason.contract.officer': 'Die veröffentlichte Rechtsgrundlage ist der Vertrag.',
  'reason.legal-obligation': 'Ein Gesetz verpflichtet uns dazu.',
  'reason.legal-obligation.officer': 'Die veröffentlichte Rechtsgrundlage ist eine rechtliche Verpflichtung.',
  'reason.vital-interests': 'Das schützt Leben oder Gesundheit eines Menschen.',
  'reason.vital-interests.officer': 'Die veröffentlichte Rechtsgrundlage sind lebenswichtige Interessen.',
  'reason.public-task':
    'Das gehört zu einer Aufgabe, die wir für die Allgemeinheit erfüllen. Sie können widersprechen.',
  'reason.public-task.officer':
    'Die veröffentlichte Rechtsgrundlage ist eine öffentliche Aufgabe; es steht kein Widerspruch.',
  'reason.legitimate-interests': 'Wir tun das in unserem eigenen Interesse. Sie können widersprechen.',
  'reason.legitimate-interests.officer':
    'Die veröffentlichte Rechtsgrundlage sind berechtigte Interessen; es steht kein Widerspruch.',
  'reason.recognised-legitimate-interests':
    'Das Gesetz nennt dies als guten Grund, Daten zu nutzen. Sie können widersprechen.',
  'reason.recognised-legitimate-interests.officer':
    'Die veröffentlichte Rechtsgrundlage ist ein anerkanntes berechtigtes Interesse (Vereinigtes Königreich); es steht kein Widerspruch.',
  'reason.opt-out-not-exercised': 'Das ist erlaubt, solange Sie es nicht abwählen, und das haben Sie nicht getan.',
  'reason.opt-out-not-exercised.officer': 'Die veröffentlichte Rechtsgrundlage ist Opt-out, und es steht kein Opt-out.',
  'reason.unknown': 'Der Grund ist als „{code}“ festgehalten.',
};
