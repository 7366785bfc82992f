/**
 * German for ../en/sign-in.ts, where it is said what the texts are for.
 * Flow:    ../de.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { signInMessages as english } from '../en/sign-in.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const signInMessages: InEveryLanguage<typeof english> = {
  'sessions.title': 'Wo Sie angemeldet sind',
  'sessions.lead': 'Jeder Browser, in dem Sie angemeldet sind. Sie können sich in jedem davon abmelden.',
  'sessions.this': '{device, select, none {Dieser Browser} other {Dieser Browser ({device})}}',
  'sessions.browser': '{device, select, none {Ein Browser} other {Ein Browser ({device})}}',
  'sessions.times': 'Seit {begun}, zuletzt benutzt {used}.',
  'sessions.link.staff': 'Begonnen mit einem Link, den jemand aus unserem Team gemacht hat.',
  'sessions.link.operator': 'Begonnen mit einem Link von denen, die diesen Dienst betreiben.',
  'sessions.link.administrator': 'Begonnen mit einem Link aus unserer Verwaltung.',
  'sessions.end': 'Abmelden',
  'sessions.end-all': 'Überall abmelden',
  'sessions.end-all.effect':
    'Damit sind Sie in jedem Browser abgemeldet, auch in diesem. Links zum Anmelden, die noch niemand geöffnet hat, gelten nicht mehr.',
  'sign-in.lead': 'Sie melden sich bei {provider} an, wie sonst auch bei {company}. Danach kommen Sie hierher zurück.',
  'sign-in.button': 'Bei {provider} anmelden',
  'sign-in.again': 'Noch einmal anmelden',
  'sign-in.here': 'Anmelden',
  'left.provider': 'Hier sind Sie abgemeldet. Bei {provider} sind Sie vielleicht noch angemeldet.',
  'left.provider.button': 'Auch bei {provider} abmelden',
  'sign-in.mail.title': 'Ihr Link zum Anmelden',
  'sign-in.mail.text':
    'Mit diesem Link kommen Sie zu Ihren eigenen Seiten. Er gilt einmal und zehn Minuten lang. Wenn Sie nicht darum gebeten haben, müssen Sie nichts tun.',
  'address.title': 'Ist das Ihre Adresse?',
  'address.lead':
    'Uns ({company}) wurde gesagt, dass diese E-Mail-Adresse Ihnen gehört. Bestätigen Sie es, dann gehen Briefe an Sie dorthin.',
  'address.button': 'Ja, sie gehört mir',
  'address.done.title': 'Ihre Adresse ist bestätigt',
  'address.done.lead': 'Briefe an Sie gehen von jetzt an dorthin. Sie können dieses Fenster schließen.',
  'address.mail.title': 'Ist das Ihre E-Mail-Adresse?',
  'address.mail.text':
    'Uns wurde gesagt, dass diese Adresse Ihnen gehört. Bitte bestätigen Sie es mit dem Link. Bis dahin senden wir sonst nichts hierher. Wenn sie nicht Ihnen gehört, müssen Sie nichts tun.',
  'through.note':
    'Sie kamen über einen Link herein. Gemacht hat ihn: {role}. Was Sie hier tun, wird mit diesem Hinweis festgehalten. Wenn wir Ihre Daten löschen sollen oder Sie eine Kopie möchten, bitten Sie uns um einen Link per E-Mail.',
  'through.fact': 'Das geschah über einen Link zum Anmelden. Gemacht hat ihn: {role}.',
  'use.sign-ins.title': 'Links zum Anmelden, die für Sie gemacht wurden',
  'use.sign-in':
    '{made, select, yes {{day}: Es} other {Es}} wurde ein Link zu Ihren Seiten gemacht{sent, select, yes { und Ihnen per E-Mail gesendet} other {}}. Gemacht hat ihn: {role}. {opened, select, yes {Er wurde geöffnet.} other {Er wurde nicht geöffnet.}}{acts, plural, =0 {} one { Ein Eintrag Ihres Protokolls kam darüber.} other { # Einträge Ihres Protokolls kamen darüber.}}',
};
