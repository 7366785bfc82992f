/**
 * The words for a setting as a page shows it: which group it belongs to, and where its value comes from.
 * Flow:    settings-shown, http, pages → here.
 * Promise: a secret has no value here.
 * Source:  decision 0126.
 */

/** In the order of the page. */
export const settingGroups = [
  'network',
  'storage',
  'backups',
  'law',
  'pages',
  'sign-in',
  'sending',
  'models',
  'watching',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

export interface SettingShown {
  readonly name: string;
  readonly group: SettingGroup;
  /** `file`: the environment names a file that holds what counts. `nothing`: neither set nor a default. */
  readonly source: 'default' | 'environment' | 'file' | 'nothing';
  readonly isSecret: boolean;
  /** Null for a secret, and where nothing is set. */
  readonly value: string | null;
}

/** All of them, or those that whoever runs the service set. */
export const settingsIn = (settings: readonly SettingShown[], show: 'all' | 'set'): readonly SettingShown[] =>
  settings.filter(({ source }) => show === 'all' || source === 'environment' || source === 'file');
