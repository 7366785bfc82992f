/**
 * German: texts of the page of settings in the console.
 * Flow:    ../de.ts → here.
 * Promise: as in ../en/console-settings.ts.
 */
import type { consoleSettingsMessages as english } from '../en/console-settings.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const consoleSettingsMessages: InEveryLanguage<typeof english> = {
  'console.nav.settings': 'Einstellungen',
  'console.nav.house': 'Dieser Dienst',
  'console.settings.lead':
    'So war dieser Dienst beim Start eingestellt. Hier lässt sich nichts ändern; docs/operating.md sagt, wie es geht.',
  'console.settings.secret':
    'Werte von Geheimnissen zeigen wir nie. Adressen stehen hier ohne Passwort und ohne das, was nach einem Fragezeichen kommt.',
  'console.settings.show.all': 'Alle Einstellungen',
  'console.settings.show.set': 'Von Ihnen gesetzt',
  'console.settings.show': 'Welche Einstellungen',
  'console.settings.column.setting': 'Einstellung',
  'console.settings.column.value': 'Wert',
  'console.settings.column.source': 'Woher er kommt',
  'console.settings.value.secret': 'Gesetzt, nicht gezeigt',
  'console.settings.value.unset': 'Nicht gesetzt',
  'console.settings.source.default': 'Die Vorgabe',
  'console.settings.source.environment': 'Die Umgebung',
  'console.settings.source.file': 'Eine Datei, die in der Umgebung genannt ist',
  'console.settings.source.nothing': 'Nichts ist gesetzt',
  'console.settings.none': 'Hier haben Sie nichts gesetzt. Alles ist so, wie wir es liefern.',
  'console.settings.group.network': 'Netz',
  'console.settings.group.storage': 'Speicher und Schlüssel',
  'console.settings.group.backups': 'Sicherungen',
  'console.settings.group.law': 'Recht und Zeit',
  'console.settings.group.pages': 'Was Menschen sehen',
  'console.settings.group.sign-in': 'Anmelden und Tokens',
  'console.settings.group.sending': 'Post, Ereignisse und verbundene Systeme',
  'console.settings.group.models': 'Aufrufe von Modellen',
  'console.settings.group.watching': 'Den Dienst im Blick',
  'console.setting.PORT': 'Wo der Dienst auf Anfragen wartet.',
  'console.setting.HOST': 'Die Adresse im Netz, an der der Dienst auf Anfragen wartet.',
  'console.setting.CANDOR_BASE_URL':
    'Die Adresse, die Menschen sehen. Links in Briefen und Nachrichten beginnen damit.',
  'console.setting.CANDOR_DATA_DIR': 'Der Ordner mit den Daten.',
  'console.setting.CANDOR_WITNESS_DIR':
    'Der Ordner mit der Marke des Protokolls. Sie zeigt, wenn jemand einen älteren Stand zurückgelegt hat.',
  'console.setting.DATABASE_URL': 'Die Datenbank PostgreSQL. Ohne sie liegen die Daten in SQLite.',
  'console.setting.KEYSTORE_URL': 'Eine Datenbank nur für die Schlüssel. Ohne sie liegen sie bei den Daten.',
  'console.setting.CANDOR_MASTER_KEY_FILE': 'Die Datei mit dem Schlüssel, der alle anderen schützt.',
  'console.setting.CANDOR_ISSUER': 'Wer die Tokens Ihrer Dienste ausstellt. Ohne diese Angabe tut es Candor selbst.',
  'console.setting.CANDOR_AUDIENCE': 'Für wen Tokens ausgestellt sein müssen. Tokens für andere Dienste lehnen wir ab.',
  'console.setting.CANDOR_JWKS_URL': 'Wo die Schlüssel dieses Ausstellers liegen.',
  'console.setting.CANDOR_SUBJECT_CLAIM': 'Der Teil eines Tokens, in dem die Kundennummer steht.',
  'console.setting.CANDOR_ORIGIN': 'Der Name des Protokolls. Er ändert sich nie.',
  'console.setting.CANDOR_REGIME': 'Das Recht für Menschen, über die nichts bekannt ist.',
  'console.setting.CANDOR_TIME_ZONE': 'Die Zeitzone für Monate und letzte Tage.',
  'console.setting.CANDOR_HOLIDAYS': 'Welche Feiertage einen letzten Tag verschieben.',
  'console.setting.CANDOR_BACKUP_LIFE':
    'Wie lange Sicherungen bleiben. Bescheinigungen über eine Löschung nennen diesen Tag.',
  'console.setting.CANDOR_KEEP_CONSENT_PROOF':
    'Wie lange nach einer Löschung ein Nachweis bleibt, dass gewählt wurde, und warum. Ohne diese Angabe bleibt nichts.',
  'console.setting.CANDOR_COMPANY': 'Der Name Ihres Unternehmens auf den Seiten.',
  'console.setting.CANDOR_CONTACT': 'Wem Menschen schreiben können. Das steht in Antworten, Briefen und Hinweisen.',
  'console.setting.CANDOR_DPO': 'Wer bei Ihnen für den Datenschutz zuständig ist.',
  'console.setting.CANDOR_PRIVACY_URL': 'Ihr Hinweis zum Datenschutz. Jede Seite führt dorthin.',
  'console.setting.CANDOR_ACCESSIBILITY_URL': 'Ihre Erklärung zur Barrierefreiheit. Jede Seite führt dorthin.',
  'console.setting.CANDOR_HELP_URL': 'Wo Menschen Hilfe finden. Jede Seite führt dorthin.',
  'console.setting.CANDOR_PAGE_ORIGINS':
    'Ihre Seiten, die zeigen, wo KI arbeitet, und dort Entscheidungen annehmen. Einer Seite von anderswo wird nicht geantwortet.',
  'console.setting.SMTP_URL':
    'Der Server für die Post. Ohne ihn werden Nachrichten zu Dateien im Ordner mit den Daten.',
  'console.setting.CANDOR_MAIL_FROM': 'Die Adresse, von der Nachrichten kommen.',
  'console.setting.CANDOR_DIGEST_TO':
    'Wer im Team einmal am Tag eine Übersicht per E-Mail bekommt, und in welcher Sprache. Ohne diese Angabe niemand.',
  'console.setting.CANDOR_DIGEST_HOUR': 'Ab welcher Stunde des Tages diese Übersicht verschickt wird.',
  'console.setting.CANDOR_TRUSTED_PROXIES': 'Ihre eigenen Proxys. Nur sie dürfen sagen, woher ein Aufruf kam.',
  'console.setting.CANDOR_WEBHOOK_NETWORKS': 'Netze bei Ihnen, in die Ereignisse gehen dürfen.',
  'console.setting.CANDOR_DATA_MAPS': 'Der Ordner, der sagt, welche anderen Systeme Daten derselben Menschen haben.',
  'console.setting.CANDOR_SYSTEM_SECRETS': 'Der Ordner mit den Zugangsdaten für diese Systeme.',
  'console.setting.CANDOR_SESSION_IDLE': 'Nach welcher Zeit ohne Anfrage ein Browser abgemeldet wird.',
  'console.setting.CANDOR_SIGN_IN_SERVICE':
    'Der Dienst hinter Ihrer eigenen Anmeldung. Ein Link von ihm zählt wie eine eigene Anmeldung.',
  'console.setting.CANDOR_SUBJECT_SIGN_IN':
    'Wo sich Kunden anmelden. Ohne diese Angabe kommen sie mit einem Link herein.',
  'console.setting.CANDOR_SUBJECT_CLIENT': 'Der Name von Candor bei der Anmeldung von Kunden.',
  'console.setting.CANDOR_SUBJECT_CLIENT_SECRET_FILE': 'Die Datei mit dem Geheimnis für die Anmeldung von Kunden.',
  'console.setting.CANDOR_SUBJECT_ASK': 'Was gefragt wird, wenn sich Kunden anmelden.',
  'console.setting.CANDOR_SUBJECT_SIGN_IN_CLAIM': 'Der Teil einer Anmeldung, in dem die Kundennummer steht.',
  'console.setting.CANDOR_STAFF_SIGN_IN':
    'Wo sich Ihr Team anmeldet. Ohne diese Angabe kommt es mit einem Link herein.',
  'console.setting.CANDOR_STAFF_CLIENT': 'Der Name von Candor bei der Anmeldung Ihres Teams.',
  'console.setting.CANDOR_STAFF_CLIENT_SECRET_FILE': 'Die Datei mit dem Geheimnis für die Anmeldung Ihres Teams.',
  'console.setting.CANDOR_STAFF_ASK': 'Was gefragt wird, wenn sich Ihr Team anmeldet.',
  'console.setting.CANDOR_STAFF_CLAIM': 'Der Teil einer Anmeldung, in dem steht, wer aus Ihrem Team es ist.',
  'console.setting.CANDOR_STAFF_GROUPS': 'Der Teil einer Anmeldung, in dem die Gruppen stehen.',
  'console.setting.CANDOR_STAFF_SCOPES': 'Welche Gruppe was in der Konsole öffnen darf.',
  'console.setting.CANDOR_KEEP_ALIVE': 'Wie lange eine ruhende Verbindung offen bleibt.',
  'console.setting.CANDOR_STOP_AFTER': 'Wie lange der Dienst noch antwortet, wenn er enden soll.',
  'console.setting.CANDOR_FOUR_EYES': 'Ob manche Schritte eine zweite Person brauchen.',
  'console.setting.CANDOR_TRACES_SUBJECT': 'Wo Spuren von Aufrufen sagen, um wen es ging.',
  'console.setting.CANDOR_TRACES_PURPOSE': 'Wo Spuren von Aufrufen den Zweck sagen.',
  'console.setting.CANDOR_TRACES_AI_SYSTEM': 'Wo Spuren von Aufrufen sagen, welches KI-System es war.',
  'console.setting.CANDOR_SECURITY_LOG':
    'Wohin Anmeldungen, Ablehnungen und beendete Zugänge für Ihr Sicherheitsteam geschrieben werden.',
  'console.setting.CANDOR_AUTHZEN_PACKS': 'Dateien mit Regeln über anderes als Kunden.',
  'console.setting.CANDOR_GATE_PORT':
    'Wo das Tor vor einem Modell auf Anfragen wartet. Ohne diese Angabe gibt es keins.',
  'console.setting.CANDOR_GATE_UPSTREAM': 'Das Modell, an das das Tor Aufrufe weitergibt.',
  'console.setting.CANDOR_GATE_UPSTREAM_KEY_FILE': 'Die Datei mit dem Schlüssel, den dieses Modell will.',
  'console.setting.CANDOR_GATE_TOKENS_FILE': 'Die Datei mit den Tokens derer, die das Tor benutzen dürfen.',
  'console.setting.CANDOR_GATE_PATHS': 'Was durch das Tor aufgerufen werden darf.',
  'console.setting.CANDOR_GATE_FORWARD_CREDENTIALS': 'Ob das Tor die Zugangsdaten des Aufrufers weitergibt.',
  'console.setting.CANDOR_GATE_MOST_BYTES': 'Wie viele Bytes ein Aufruf durch das Tor haben darf.',
  'console.setting.CANDOR_URL': 'Wo ein eigenständiges Tor Candor findet.',
  'console.setting.CANDOR_TOKEN_FILE': 'Die Datei mit dem Token, den das Tor Candor zeigt.',
  'console.setting.CANDOR_BACKUP_TO': 'Wohin Sicherungen gehen. Ohne diese Angabe macht der Dienst von selbst keine.',
  'console.setting.CANDOR_BACKUP_EVERY': 'Wie viel Zeit höchstens von einer Sicherung zur nächsten vergeht.',
  'console.setting.CANDOR_BACKUP_KEEP': 'Wie viele Sicherungen höchstens bleiben.',
  'console.setting.CANDOR_BACKUP_KEY_FILE':
    'Die Datei mit dem Schlüssel für Sicherungen. Ohne sie dient der Hauptschlüssel.',
  'console.setting.AWS_ENDPOINT_URL_S3': 'Wo der Speicher für Sicherungen antwortet.',
  'console.setting.AWS_REGION': 'Die Region dieses Speichers.',
  'console.setting.AWS_ACCESS_KEY_ID': 'Wer in diesen Speicher schreibt.',
  'console.setting.AWS_SECRET_ACCESS_KEY': 'Das Geheimnis, das dazu gehört.',
  'console.setting.AWS_SESSION_TOKEN': 'Der Token einer Sitzung, der dazu gehört.',
  'console.setting.CANDOR_OTLP_TO':
    'Wohin die Dauer von Anfragen gemeldet wird. Nichts darin handelt von einem Menschen.',
  'console.setting.METRICS_PORT': 'Wo ein Monitor Zahlen lesen kann. Ohne diese Angabe gibt es sie nicht.',
  'console.setting.LOG_LEVEL': 'Wie viel das Betriebsprotokoll sagt. Auf keiner Stufe enthält es Daten über Menschen.',
};
