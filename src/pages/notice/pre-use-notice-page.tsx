/**
 * The notice before a decision as a page: a letter with one part under the other, each with its own anchor.
 * Flow:    http/handlers/notices.ts → here → layout.
 * Promise: exactly the words whose hash stands below; what is missing is said apart from them.
 * Source:  11 CCR 7220(b), (c); docs/design.md 12 (words).
 */
import type { PreUseNotice } from '../../answers/notice/pre-use-notice.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { Contacts } from '../contacts.tsx';
import { ButtonLink } from '../controls.tsx';
import { pageOf } from '../layout.tsx';

type Section = PreUseNotice['sections'][number];

const Part = ({ section }: { readonly section: Section }) => (
  <section aria-labelledby={section.id}>
    <h2 id={section.id} class="letter-part">
      {section.title}
    </h2>
    {section.paragraphs.map((words) => (
      <p>{words}</p>
    ))}
    {section.ways.length === 0 ? null : (
      <p class="downloads">
        {section.ways.map(({ href, label }) => (
          <ButtonLink href={href} label={label} look={section.id === 'access' ? 'quiet' : 'main'} />
        ))}
      </p>
    )}
  </section>
);

const Gaps = ({ gaps, chrome }: { readonly gaps: PreUseNotice['completeness']; readonly chrome: Chrome }) =>
  gaps.length === 0 ? null : (
    <section aria-labelledby="gaps">
      <h2 id="gaps" class="letter-part">
        {sayOn(chrome, 'notice.gaps.title')}
      </h2>
      <ul>
        {gaps.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </section>
  );

export const preUseNoticePage = (notice: PreUseNotice & { readonly hash: string }, chrome: Chrome): string =>
  pageOf({
    title: notice.title,
    chrome,
    languageFallback: notice.languageFallback,
    children: (
      <>
        <article class="card letter">
          <h1 class="letter-title">{notice.title}</h1>
          <p class="summary">{notice.lead}</p>
          {notice.sections.map((section) => (
            <Part section={section} />
          ))}
          <Gaps gaps={notice.completeness} chrome={chrome} />
          <p class="effect letter-closing">{notice.forWhom}</p>
          <p class="effect">{sayOn(chrome, 'notice.check', { hash: notice.hash })}</p>
        </article>
        <Contacts contacts={notice.contacts} chrome={chrome} />
      </>
    ),
  });
