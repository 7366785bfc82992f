/**
 * The settings as they are: of each what it does, its value, and where the value comes from.
 * Flow:    http/handlers/console/settings.ts → here → frame.tsx.
 * Promise: to read only; a secret is said to be set and never shown.
 * Source:  decision 0126; docs/design.md 12 (console).
 */
import { isMessageKey } from '../../language/say.ts';
import { type SettingGroup, type SettingShown, settingGroups, settingsIn } from '../../vocabulary/setting.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Filters, Nothing, Panel } from './parts.tsx';

const shows = ['all', 'set'] as const;

interface SettingsPage {
  readonly settings: readonly SettingShown[];
  readonly show: (typeof shows)[number];
}

function whatItDoes({ name }: SettingShown, chrome: Chrome): string {
  const key = `console.setting.${name}`;
  return isMessageKey(key) ? sayOn(chrome, key) : '';
}

const Value = ({ setting, chrome }: { readonly setting: SettingShown; readonly chrome: Chrome }) => {
  if (setting.source === 'nothing') return <span class="quiet">{sayOn(chrome, 'console.settings.value.unset')}</span>;
  return setting.isSecret ? (
    <span>{sayOn(chrome, 'console.settings.value.secret')}</span>
  ) : (
    <code class="hash" lang="en">
      {setting.value}
    </code>
  );
};

const Row = ({ setting, chrome }: { readonly setting: SettingShown; readonly chrome: Chrome }) => (
  <tr>
    <th scope="row">
      <code class="hash" lang="en">
        {setting.name}
      </code>
      <span class="setting-what">{whatItDoes(setting, chrome)}</span>
    </th>
    <td data-name={sayOn(chrome, 'console.settings.column.value')}>
      <Value setting={setting} chrome={chrome} />
    </td>
    <td data-name={sayOn(chrome, 'console.settings.column.source')}>
      {sayOn(chrome, `console.settings.source.${setting.source}`)}
    </td>
  </tr>
);

interface GroupProps {
  readonly group: SettingGroup;
  readonly settings: readonly SettingShown[];
  readonly chrome: Chrome;
}

const Group = ({ group, settings, chrome }: GroupProps) => {
  const title = sayOn(chrome, `console.settings.group.${group}`);
  return (
    <Panel id={group} title={title}>
      <WideTable label={title} look="stack-table settings-table">
        <thead>
          <tr>
            <th scope="col">{sayOn(chrome, 'console.settings.column.setting')}</th>
            <th scope="col">{sayOn(chrome, 'console.settings.column.value')}</th>
            <th scope="col">{sayOn(chrome, 'console.settings.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => (
            <Row setting={setting} chrome={chrome} />
          ))}
        </tbody>
      </WideTable>
    </Panel>
  );
};

export function settingsPage({ settings, show }: SettingsPage, chrome: ConsoleChrome): string {
  const wanted = settingsIn(settings, show);
  const groups = settingGroups
    .map((group) => ({ group, settings: wanted.filter((each) => each.group === group) }))
    .filter(({ settings: some }) => some.length > 0);
  return consolePageOf({
    title: sayOn(chrome, 'console.nav.settings'),
    lead: sayOn(chrome, 'console.settings.lead'),
    chrome: { ...chrome, area: 'settings' },
    children: (
      <>
        <Filters
          label={sayOn(chrome, 'console.settings.show')}
          links={shows.map((each) => ({
            href: `/console/settings?show=${each}`,
            label: sayOn(chrome, `console.settings.show.${each}`),
            on: each === show,
          }))}
        />
        <p class="quiet">{sayOn(chrome, 'console.settings.secret')}</p>
        {groups.length === 0 ? <Nothing words={sayOn(chrome, 'console.settings.none')} /> : null}
        {groups.map((each) => (
          <Group {...each} chrome={chrome} />
        ))}
        <Downloads chrome={chrome} page="/console/settings" files={['settings.csv']} query={{ show }} />
      </>
    ),
  });
}
