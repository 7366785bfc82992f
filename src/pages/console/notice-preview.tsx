/**
 * A new version before it is published: as people will read it in each language, what changed, what is hard to read,
 * and the one button that publishes exactly this.
 * Flow:    notice-page.tsx → here.
 * Promise: the button sends the texts that stand here and no others; words that are hard to read are published only
 *          with a reason.
 * Source:  decision 0127; decision 0005.
 */
import { sayOn } from '../chrome.ts';
import { FirstFor, HardToRead } from './notice-form.tsx';
import { type NoticeProps, pathOf } from './notice-shown.ts';
import { Form, Panel, TextArea } from './parts.tsx';
import { memberWords, WordChanges } from './word-changes.tsx';
import { nameOfLanguage } from './written-language.ts';

const AsRead = ({ page, chrome, language }: NoticeProps & { readonly language: string }) => {
  const [heading = '', ...rest] = page.members;
  const textOf = (member: string): string | undefined => page.values[`${member}.${language}`];
  const hard = page.members.flatMap((member) => page.findings[`${member}.${language}`] ?? []);
  return (
    <div class="as-read">
      <p class="quiet" lang={language}>
        {nameOfLanguage(language)}
      </p>
      <h3 lang={language}>{textOf(heading) ?? memberWords(heading, chrome)}</h3>
      {rest.map((member) => {
        const text = textOf(member);
        return text === undefined ? (
          <p class="quiet">
            {memberWords(member, chrome)}: {sayOn(chrome, 'console.notices.no-text')}
          </p>
        ) : (
          <p class="as-written" lang={language}>
            {text}
          </p>
        );
      })}
      <HardToRead lines={hard} />
    </div>
  );
};

const PublishForm = ({ page, chrome }: NoticeProps) => {
  const isHard = Object.keys(page.findings).length > 0;
  const label = sayOn(chrome, isHard ? 'console.notices.publish-hard' : 'console.notices.publish', {
    version: page.newest + 1,
  });
  return (
    <Form chrome={chrome} action={`${pathOf(page)}/publish`} label={label}>
      <input type="hidden" name="version" value={page.newest} />
      <FirstFor page={page} />
      <input type="hidden" name="material" value={page.material} />
      {Object.entries(page.values).map(([name, text]) => (
        <input type="hidden" name={name} value={text} />
      ))}
      {isHard ? (
        <TextArea
          id="override"
          name="override"
          label={sayOn(chrome, 'console.notices.override')}
          hint={sayOn(chrome, 'console.notices.override.hint')}
          value={page.override}
          required
        />
      ) : null}
    </Form>
  );
};

export const NoticePreview = ({ page, chrome }: NoticeProps) => {
  if (page.preview === null) return null;
  const languages = page.languages.filter((language) =>
    page.members.some((member) => page.values[`${member}.${language}`] !== undefined),
  );
  const isHard = Object.keys(page.findings).length > 0;
  return (
    <Panel
      id="preview"
      title={sayOn(chrome, 'console.notices.preview', { version: page.newest + 1 })}
      {...(page.newest === 0 ? {} : { note: sayOn(chrome, `console.notices.material.${page.material}`) })}
    >
      <p>{sayOn(chrome, isHard ? 'console.notices.hard' : 'console.plain.good')}</p>
      {page.hasUnmeasured ? <p class="hint">{sayOn(chrome, 'console.notices.unmeasured')}</p> : null}
      <div class="as-read-all">
        {languages.map((language) => (
          <AsRead page={page} chrome={chrome} language={language} />
        ))}
      </div>
      <h3>{sayOn(chrome, 'console.notices.changes')}</h3>
      <WordChanges differences={page.preview} chrome={chrome} />
      <PublishForm page={page} chrome={chrome} />
    </Panel>
  );
};
