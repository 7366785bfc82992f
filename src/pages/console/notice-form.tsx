/**
 * The form for a new version of a notice or a purpose: every text in every language, and what it means for those who
 * have answered.
 * Flow:    notice-page.tsx → here; console-plain.js asks for the words under a field again while somebody types.
 * Promise: the form works without script and leads to a preview; nothing here publishes.
 * Source:  decision 0127; WCAG 3.3.2, 4.1.3.
 */
import { speaks } from '../../language/say.ts';
import { sayOn } from '../chrome.ts';
import { useField } from '../form-error.tsx';
import { firstFor, type NoticePage, type NoticeProps, pathOf } from './notice-shown.ts';
import { Form, Radios } from './parts.tsx';
import { memberWords } from './word-changes.tsx';
import { nameOfLanguage } from './written-language.ts';

/** Names and titles stand in one line. */
const isLabel = (member: string): boolean => member === 'title' || member === 'name';

/** What is hard to read in a field; where nothing is, the place stays for what the script may say. */
export const HardToRead = ({ lines = [], field }: { readonly lines?: readonly string[]; readonly field?: string }) => (
  <div class="plain-says" {...(field === undefined ? {} : { role: 'status', 'data-plain-of': field })}>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </div>
);

interface FieldProps extends NoticeProps {
  readonly member: string;
  readonly language: string;
}

const TextField = ({ page, chrome, member, language }: FieldProps) => {
  const name = `${member}.${language}`;
  const value = page.values[name] ?? '';
  const attributes = { id: `write-${name}`, name, lang: language, spellcheck: true, ...useField(name) };
  return (
    <div class="field">
      <label for={attributes.id}>
        {memberWords(member, chrome)}
        <span class="visually-hidden">, {nameOfLanguage(language)}</span>
      </label>
      {isLabel(member) ? (
        <input {...attributes} type="text" autocomplete="off" maxLength={400} value={value} />
      ) : (
        <textarea {...attributes} maxLength={10_000} rows={6}>
          {value}
        </textarea>
      )}
      <HardToRead field={name} lines={page.findings[name] ?? []} />
    </div>
  );
};

const InLanguage = ({ page, chrome, language }: Omit<FieldProps, 'member'>) => (
  <fieldset class="in-language">
    <legend lang={language}>{nameOfLanguage(language)}</legend>
    {page.members.map((member) => (
      <TextField page={page} chrome={chrome} member={member} language={language} />
    ))}
  </fieldset>
);

/** What a first version is for goes along until it is published. */
export const FirstFor = ({ page }: Pick<NoticeProps, 'page'>) => {
  const purpose = firstFor(page);
  return purpose === undefined ? null : <input type="hidden" name="purpose" value={purpose} />;
};

const isWritten = ({ members, values }: NoticePage, language: string): boolean =>
  members.some((member) => values[`${member}.${language}`] !== undefined);

const Meaning = ({ page, chrome }: NoticeProps) => (
  <Radios
    name="material"
    legend={sayOn(chrome, 'console.notices.material')}
    chosen={page.material}
    options={(['yes', 'no'] as const).map((value) => ({
      value,
      label: sayOn(chrome, `console.notices.material.${value}`),
      hint: sayOn(chrome, `console.notices.material.${value}.hint`),
    }))}
  />
);

export const NoticeForm = ({ page, chrome }: NoticeProps) => {
  // A first version is written in the language of whoever reads the page, and in any other.
  const own = page.newest === 0 ? speaks(chrome.language).language : undefined;
  const written = page.languages.filter((language) => language === own || isWritten(page, language));
  const missing = page.languages.filter((language) => !written.includes(language));
  return (
    <div data-plain={`${pathOf(page)}/plain`}>
      <Form chrome={chrome} action={`${pathOf(page)}/preview#preview`} label={sayOn(chrome, 'console.notices.see')}>
        <input type="hidden" name="version" value={page.newest} />
        <FirstFor page={page} />
        {written.map((language) => (
          <InLanguage page={page} chrome={chrome} language={language} />
        ))}
        {missing.length === 0 ? null : (
          <details class="more">
            <summary>{sayOn(chrome, 'console.notices.more-languages')}</summary>
            {missing.map((language) => (
              <InLanguage page={page} chrome={chrome} language={language} />
            ))}
          </details>
        )}
        {page.newest === 0 ? null : <Meaning page={page} chrome={chrome} />}
      </Form>
    </div>
  );
};
