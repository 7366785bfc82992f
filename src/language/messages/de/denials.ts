/**
 * German for ../en/denials.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { denialMessages as english } from '../en/denials.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const denialMessages: InEveryLanguage<typeof english> = {
  'denial.art11-unidentifiable':
    'Mit den Daten, die wir haben, können wir nicht erkennen, welche davon Ihre sind. Sie können uns Angaben schicken, mit denen wir sie finden.',
  'denial.art12-5-unfounded':
    'Diese Anfrage hat offensichtlich keine Grundlage. Unten sagen wir, warum. Beweisen müssen wir es.',
  'denial.art12-5-excessive':
    'Diese Anfrage geht über das hinaus, wofür das Recht da ist. Unten sagen wir, woran man das sieht. Beweisen müssen wir es.',
  'denial.art12-5-fee':
    'Wir können gegen eine angemessene Gebühr antworten. Wir haben sie vorher genannt, und sie wurde nicht bezahlt.',
  'denial.art12-6-identity-not-resolved':
    'Wir hatten guten Grund zu zweifeln, wer fragt. Wir haben um einen Nachweis gebeten und nicht bekommen, was wir brauchten.',
  'denial.art23-national-restriction': 'Ein Gesetz des Landes begrenzt dieses Recht hier. Es ist unten genannt.',
  'denial.uk-12-5-unfounded-or-excessive':
    'Diese Anfrage hat offensichtlich keine Grundlage oder geht über das hinaus, wofür das Recht da ist. Unten sagen wir, warum.',
  'denial.uk-12a-no-clarification':
    'Wir haben gefragt, was Sie genau suchen, und nichts gehört. Sagen Sie es uns, dann machen wir weiter.',
  'denial.uk-exemption':
    'Eine Ausnahme im britischen Datenschutzgesetz (Data Protection Act) gilt hier. Sie ist unten genannt.',
  'denial.uk-reasonable-proportionate-search':
    'Wir haben so weit gesucht, wie es vernünftig ist, und nicht weiter. Den Rest der Antwort bekommen Sie.',
  'denial.art15-4-rights-of-others':
    'Dieser Teil würde Daten anderer Menschen zeigen. Deshalb ist er geschwärzt. Den Rest bekommen Sie.',
  'denial.trade-secret-balance':
    'Dieser Teil ist ein Geschäftsgeheimnis. Die Behörde oder ein Gericht kann Ihr Interesse dagegen abwägen, und wir bieten an, ihn dort vorzulegen.',
  'denial.accurate-data': 'Wir haben nachgeprüft, und die Daten stimmen so. Unten sagen wir, was wir geprüft haben.',
  'denial.art17-no-ground':
    'Wir brauchen diese Daten noch für das, wofür sie erhoben wurden, und dürfen sie weiter nutzen.',
  'denial.art17-3-a-expression': 'Diese Daten zu behalten ist nötig, damit Meinungen und Informationen frei bleiben.',
  'denial.art17-3-b-legal-obligation':
    'Ein Gesetz verpflichtet uns, diese Daten eine Zeit lang zu behalten. Alles andere wird gelöscht.',
  'denial.art17-3-c-public-health': 'Diese Daten zu behalten ist nötig für die öffentliche Gesundheit.',
  'denial.art17-3-d-archiving-research':
    'Diese Daten zu löschen würde Forschung oder Archive im öffentlichen Interesse unmöglich machen.',
  'denial.art17-3-e-legal-claims':
    'Wir brauchen diese Daten, um Ansprüche vor Gericht geltend zu machen oder abzuwehren.',
  'denial.art18-no-ground':
    'Keiner der vier Gründe, aus denen Sie nach dem Gesetz Daten ruhen lassen können, trifft hier zu.',
  'denial.art20-not-provided-by-subject':
    'Diese Daten haben Sie uns nicht gegeben, wir haben sie errechnet. Sie können sie sehen, wenn Sie um eine Kopie bitten.',
  'denial.art20-wrong-basis':
    'Wir nutzen diese Daten weder mit Ihrer Einwilligung (Ihrem Ja) noch für einen Vertrag mit Ihnen. Sie können sie sehen, wenn Sie um eine Kopie bitten.',
  'denial.art20-not-automated':
    'Diese Daten gibt es nur auf Papier. Sie können sie sehen, wenn Sie um eine Kopie bitten.',
  'denial.art21-compelling-grounds':
    'Wir haben zwingende Gründe weiterzumachen, die hier schwerer wiegen als Ihre. Sie sind unten genannt.',
  'denial.art21-legal-claims': 'Wir brauchen diese Daten, um Ansprüche vor Gericht geltend zu machen oder abzuwehren.',
  'denial.art21-6-research-public-interest': 'Diese Forschung ist nötig für eine Aufgabe im öffentlichen Interesse.',
  'denial.art22-not-solely-automated':
    'Diese Entscheidung hat ein Mensch getroffen, nicht nur eine Maschine. Wir sagen Ihnen trotzdem, wie das KI-System genutzt wurde.',
  'denial.art22-no-significant-effect': 'Diese Entscheidung hat für Sie keine rechtliche oder ähnlich starke Wirkung.',
  'denial.not-solely-automated': 'Ein Mensch mit wirklichem Einfluss hat an dieser Entscheidung mitgewirkt.',
  'denial.no-significant-effect': 'Diese Entscheidung hat für Sie keine rechtliche oder ähnlich starke Wirkung.',
  'denial.ai-act-86-2-exception': 'Ein Gesetz nimmt diese Erklärung aus oder begrenzt sie. Es ist unten genannt.',
  'denial.ai-act-86-3-other-union-right':
    'Ein anderes europäisches Gesetz gibt Ihnen diese Erklärung schon, und wir antworten nach diesem.',
  'denial.ca-unverified': 'Wir konnten nicht sicherstellen, dass Sie es waren, die oder der gefragt hat.',
  'denial.ca-fraud-belief':
    'Wir haben belegte Gründe für den Verdacht, dass diese Anfrage ein Betrug ist. Wir erklären sie unten.',
  'denial.ca-not-consumer':
    'Das kalifornische Gesetz gilt für Menschen, die in Kalifornien wohnen. Nach unseren Unterlagen wohnen Sie nicht dort.',
  'denial.ca-twice-in-12-months': 'Das haben wir in den letzten zwölf Monaten schon zweimal beantwortet.',
  'denial.ca-exempt-145': 'Das Gesetz nimmt diese Daten aus. Der Absatz ist unten genannt.',
  'denial.ca-never-disclose':
    'Wir haben Daten dieser Art, aber sie zu schicken würde Sie gefährden. Deshalb dürfen wir sie nach dem Gesetz nicht zeigen.',
  'denial.ca-disproportionate-effort':
    'Für diesen Teil wäre der Aufwand unverhältnismäßig groß. Unten erklären wir genau, warum.',
  'denial.ca-unfounded-excessive':
    'Diese Anfrage hat offensichtlich keine Grundlage oder wiederholt sich zu oft. Unten sagen wir, warum.',
  'denial.ca-del-transaction': 'Wir brauchen diese Daten, um zu erledigen, was Sie bestellt oder verlangt haben.',
  'denial.ca-del-security': 'Wir brauchen diese Daten, damit unsere Systeme sicher bleiben.',
  'denial.ca-del-debug': 'Wir brauchen diese Daten, um Fehler zu finden und zu beheben.',
  'denial.ca-del-speech': 'Diese Daten zu behalten schützt die freie Rede oder ein anderes Recht aus dem Gesetz.',
  'denial.ca-del-calecpa':
    'Ein Gesetz in Kalifornien über elektronische Nachrichten verlangt, dass wir diese Daten behalten.',
  'denial.ca-del-research':
    'Diese Daten gehören zu einer Forschung im öffentlichen Interesse, der Sie zugestimmt haben.',
  'denial.ca-del-internal-aligned': 'Wir nutzen diese Daten nur intern und so, wie Sie es von uns erwarten können.',
  'denial.ca-del-legal-obligation': 'Ein Gesetz verpflichtet uns, diese Daten zu behalten.',
  'denial.ca-correct-accurate-totality':
    'Nach allem, was wir haben, sind die Daten eher richtig als falsch. Unten sagen wir, warum.',
  'denial.ca-correct-repeat-6-months':
    'Dieselbe Berichtigung haben wir in den letzten sechs Monaten abgelehnt, und es kam nichts Neues dazu.',
  'denial.ca-correct-fraud':
    'Wir haben belegte Gründe für den Verdacht, dass diese Anfrage ein Betrug oder ein Missbrauch ist.',
  'denial.ca-admt-human-appeal':
    'Hier können Sie nicht abwählen. Aber wenn Sie es verlangen, sieht sich ein Mensch, der die Entscheidung ändern darf, die Sache noch einmal an.',
  'denial.ca-admt-hiring-admission':
    'Hier können Sie nicht abwählen: Das System beurteilt nur, ob jemand die Arbeit oder den Kurs bewältigen kann, und es benachteiligt niemanden.',
  'denial.ca-admt-work-allocation':
    'Hier können Sie nicht abwählen: Das System verteilt nur Arbeit oder legt Lohn fest, und es benachteiligt niemanden.',
  'denial.ca-not-significant-decision':
    'Diese Entscheidung gehört nicht zu denen, die das Gesetz meint: über Geld, Wohnen, Bildung, Arbeit oder Gesundheit.',
  'denial.ca-not-admt-human-involved':
    'Diese Entscheidung hat ein Mensch getroffen, der das Ergebnis versteht, mehr als nur dieses angesehen hat und sie ändern konnte.',
  'denial.ca-limit-permitted-purpose':
    'Wir nutzen diese sensiblen Daten nur für Zwecke, die das Gesetz uns lässt. Sie sind unten genannt.',
  'denial.us-unauthenticated':
    'Wir konnten nicht sicherstellen, dass Sie es waren, die oder der gefragt hat. Bitte schicken Sie uns, worum wir gebeten haben, dann prüfen wir noch einmal.',
  'denial.us-unfounded-excessive-repetitive':
    'Diese Anfrage hat offensichtlich keine Grundlage oder wiederholt sich zu oft. Unten sagen wir, warum. Beweisen müssen wir es.',
  'denial.us-exempt-entity': 'Das Gesetz Ihres Bundesstaats gilt für uns nicht. Die Ausnahme ist unten genannt.',
  'denial.us-exempt-data': 'Das Gesetz Ihres Bundesstaats gilt für diese Daten nicht. Die Ausnahme ist unten genannt.',
  'denial.us-trade-secret': 'Dieser Teil ist ein Geschäftsgeheimnis. Den Rest bekommen Sie.',
  'denial.us-pseudonymous-separate':
    'Diese Daten werden getrennt von allem aufbewahrt, was uns sagen würde, dass es Ihre sind.',
  'denial.us-legal-claims': 'Wir brauchen diese Daten, um Ansprüche vor Gericht geltend zu machen oder abzuwehren.',
  'denial.us-internal-ops': 'Wir nutzen diese Daten nur intern und so, wie Sie es erwarten würden.',
  'denial.co-human-involved': 'An diesen Entscheidungen ist wirklich ein Mensch beteiligt. Unten erklären wir, wie.',
  'denial.co-not-commercially-reasonable':
    'Einen Menschen noch einmal hinsehen zu lassen ist hier nicht mit vernünftigem Aufwand möglich. Unten sagen wir, warum.',
  'denial.national-exemption': 'Ein Gesetz des Landes begrenzt dieses Recht hier. Es ist unten genannt.',
  'denial.right-not-in-regime':
    'Das Gesetz, das für Sie gilt, gibt dieses Recht nicht. Unten sagen wir, was wir stattdessen für Sie tun können.',
};
