/**
 * The settings as a page shows them: every one of the table, each with a sentence, and no secret.
 * Source: decision 0092; decision 0126.
 */
import { describe, expect, it } from 'vitest';
import { settings } from '../scripts/settings/table.ts';
import { readConfig } from '../src/config.ts';
import { isMessageKey, say } from '../src/language/say.ts';
import { settingKinds } from '../src/settings-shown.ts';

const shownFor = (env: Readonly<Record<string, string>>) => {
  const read = readConfig(env);
  if ('faults' in read) throw new Error(read.faults.join('; '));
  return read.shown;
};
const secrets = settings.filter(({ isSecret }) => isSecret);

describe('the settings as they are', () => {
  it('are those of the one table, in its order', () => {
    const names = settings.map(({ name }) => name);
    expect(shownFor({}).map(({ name }) => name)).toEqual(names);
    expect(Object.keys(settingKinds).toSorted()).toEqual(names.toSorted());
  });

  it.each(settings.map(({ name }) => name))('%s says in every language what it does', (name) => {
    const key = `console.setting.${name}`;
    if (!isMessageKey(key)) throw new Error(`${key} is missing`);
    for (const language of ['en', 'de', 'fr', 'es']) expect(say(language, key).length).toBeGreaterThan(10);
  });

  it('there are secrets among them, and whatever is named like one is one or names its file', () => {
    expect(secrets.length).toBeGreaterThan(4);
    const named = settings.filter(({ name }) => /SECRET|TOKEN|PASSWORD|(^|_)KEY(_|$)|DATABASE_URL|SMTP/.test(name));
    for (const { name } of named)
      expect({ isSecret: false, isFile: false, ...settingKinds[name] }, name).toSatisfy(
        (kind: { isSecret: boolean; isFile: boolean }) => kind.isSecret || kind.isFile,
      );
  });

  it.each(secrets.map(({ name, example }) => [name, example]))(
    '%s is said to be set, and nothing of it is kept',
    (name, example) => {
      const value = example ?? 'a-secret-of-this-test';
      const mail = name === 'SMTP_URL' ? { CANDOR_MAIL_FROM: 'privacy@example.com' } : {};
      const shown = shownFor({ ...mail, [name]: value });
      expect(shown.find((each) => each.name === name)).toMatchObject({
        source: 'environment',
        isSecret: true,
        value: null,
      });
      expect(JSON.stringify(shown)).not.toContain(value);
      expect(JSON.stringify(shown)).not.toContain('password');
    },
  );

  it('no address shows the name, the password or the query that stands in it', () => {
    const value = 'https://me:hunter2@collector.example.com:4318/v1/traces?token=hunter3#hunter4';
    const shown = shownFor({ CANDOR_OTLP_TO: value }).find(({ name }) => name === 'CANDOR_OTLP_TO');
    expect(shown?.value).toBe('https://collector.example.com:4318/v1/traces');
  });

  it('says where each value comes from', () => {
    const shown = shownFor({
      PORT: '9000',
      LOG_LEVEL: '',
      CANDOR_BACKUP_KEY_FILE: '/run/key',
      CANDOR_DATA_DIR: '/srv',
    });
    const source = (wanted: string) => {
      const found = shown.find(({ name }) => name === wanted);
      return [found?.source, found?.value];
    };
    expect(source('PORT')).toEqual(['environment', '9000']);
    expect(source('LOG_LEVEL')).toEqual(['default', 'info']);
    expect(source('CANDOR_BACKUP_KEY_FILE')).toEqual(['file', '/run/key']);
    expect(source('CANDOR_WITNESS_DIR')).toEqual(['default', '/srv/witness']);
    expect(source('CANDOR_COMPANY')).toEqual(['nothing', null]);
    expect(source('CANDOR_TRACES_SUBJECT')).toEqual(['default', 'candor.subject,enduser.id,user.id']);
  });
});
