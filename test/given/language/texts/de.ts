import { bad, label, type Samples, text } from './sample.ts';

export const german: Samples = {
  good: [
    label('Darf KI beim Antworten helfen?'),
    label('Schützt Ihr Konto'),
    text('Ein KI-System entwirft Antworten auf Ihre Nachrichten. Ein Mensch schickt sie ab.'),
    text(
      'Es vergleicht eine Zahlung mit Ihren üblichen Orten, Beträgen und Zeiten. Was stark abweicht, wird angehalten.',
    ),
    text(
      'Das Ergebnis stimmt in etwa drei von vier Fällen, z. B. wenn Sie lange bei uns sind. Am 3. November 2026 haben wir es mit 1,2 Mio. Zahlungen geprüft.',
    ),
    text(
      'Wir schließen aus Ihren Daten, was Ihnen gefallen könnte (das Gesetz nennt das Profiling). Damit wählen wir Angebote aus.',
    ),
    text(
      'Verarbeitung heißt alles, was mit Daten geschieht: sammeln, lesen, speichern, weitergeben, löschen. Vor jeder Verarbeitung Ihrer Nachrichten fragen wir Sie.',
    ),
    text(
      'Wir haben daran ein berechtigtes Interesse: Wir wollen Diebstahl verhindern. Dieser Grund wiegt mehr als eine kurze Wartezeit.',
    ),
    text(
      'Für Ihren Kredit sehen wir uns an:\n- was Sie verdienen und ausgeben\n- wie Sie frühere Kredite bezahlt haben\n- wie lange Sie dort wohnen und arbeiten\n\nIhren Namen, Ihren Glauben und Ihre Familie sehen wir uns nicht an.',
    ),
    text(
      'Sie fragen uns nach einem Kredit. Ein KI-System sieht sich Ihren Antrag und Ihre Daten bei uns an. Es schätzt, wie sicher Sie den Kredit zurückzahlen. Ist das Risiko höher als die Hälfte, sagen wir nein. Sie können nach den Gründen fragen. Sie können uns sagen, was falsch ist. Und Sie können einen Menschen bitten, neu zu entscheiden. Das kostet nichts.',
    ),
  ],
  bad: [
    bad(
      label(
        'Informationen über die automatisierte Verarbeitung der personenbezogenen Daten unserer Kundinnen und Kunden im Kreditgeschäft',
      ),
      'long-label',
      'legal-word',
      'legal-word',
      'hard-words',
    ),
    bad(text('Wir nutzen Ihre Daten, um unsere Dienste zu verbessern.'), 'generic-purpose'),
    bad(
      text('Die Daten dienen der Optimierung unseres Angebots und sonstigen Zwecken.'),
      'generic-purpose',
      'generic-purpose',
    ),
    bad(
      text('Gemäß den nachfolgenden Regeln obliegt es Ihnen, uns diesbezüglich zu schreiben.'),
      'stiff-word',
      'stiff-word',
      'stiff-word',
      'stiff-word',
    ),
    bad(text('Der Verantwortliche stützt sich auf berechtigte Interessen.'), 'legal-word', 'legal-word'),
    bad(
      text('Rechtsgrundlage der Verarbeitung ist Art. 6 DSGVO.'),
      'legal-word',
      'legal-word',
      'legal-word',
      'legal-word',
    ),
    bad(
      text(
        'Wenn Sie zustimmen, liest ein KI-System Ihre Nachrichten und die Angaben zu Ihrem Konto, damit es Antworten entwerfen kann, die ein Mensch bei uns dann liest, ändert und an Sie schickt.',
      ),
      'long-sentence',
    ),
    bad(text('Die Kreditwürdigkeitsprüfung endet mit einem Brief.'), 'long-word'),
    bad(
      text(
        'Ihre Akte wurde gelesen, ein Wert wurde berechnet, das Limit wurde geändert und ein Brief wurde verschickt.',
      ),
      'passive-chain',
    ),
    bad(
      text(
        'Unsere Kreditabteilung bewertet jeden Antrag mithilfe eines statistischen Programms. Das Programm vergleicht finanzielle Angaben mit bekannten Rückzahlungen früherer Kunden. Anträge unterhalb eines bestimmten Schwellenwertes lehnen wir grundsätzlich ohne weitere Rückfragen ab. Ein Einspruch erfordert eine schriftliche Begründung innerhalb von vierzehn Tagen. Anschließend überprüft eine Fachabteilung die ursprüngliche Bewertung.',
      ),
      'readability',
      'readability',
      'readability',
    ),
  ],
};
