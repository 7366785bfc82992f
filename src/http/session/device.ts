/**
 * The browser of a session in words that its owner knows it by.
 * Flow:    pipeline (the header of who comes in) → here → the list of sessions.
 * Promise: two words of a fixed list, never the header itself.
 * Source:  ASVS 5.0 7.5.2; decision 0043.
 */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|Chromium|CriOS)\//, 'Chrome'],
  // Nearly every browser ends its header with Safari; Safari alone says its version in a word before.
  [/\bVersion\/[\d.]+ (?:Mobile\/\w+ )?Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

export function deviceOf(agent: string | undefined): string | undefined {
  const named = [browsers, systems].flatMap((list) => list.find(([form]) => form.test(agent ?? ''))?.[1] ?? []);
  return named.length === 0 ? undefined : named.join(', ');
}
