/**
 * Uses that had no permission, before everything else on the page: how many, by which AI system, why, and what to do.
 * Flow:    page.tsx → here → controls.tsx.
 * Promise: shown wherever one is on record, with the buttons to ask why, complain, object or take a yes back.
 * Source:  docs/design.md 12 (the AI-use page); GDPR 5(1)(a), 77.
 */
import { sayOn } from '../chrome.ts';
import { ButtonForm, ButtonLink } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import type { AnswerProps } from './answer-props.ts';

export const WithoutPermissionSection = ({ answer, chrome }: AnswerProps) => {
  const told = answer.usesWithoutPermission;
  if (told === null) return null;
  return (
    <section class="card alarm" aria-labelledby="without-permission">
      <h2 id="without-permission">
        <Icon name="late" />
        {told.title}
      </h2>
      <p>{told.words}</p>
      <ul class="rows">
        {told.systems.map(({ aiSystem, words, because }) => (
          <li>
            <strong>{aiSystem.name}</strong>: {words}
            <span class="because">
              {sayOn(chrome, 'use.without.why')}: {because.map((one) => one.words).join(' ')}
            </span>
          </li>
        ))}
      </ul>
      {chrome.session === undefined ? null : (
        <>
          <h3>{sayOn(chrome, 'use.without.do')}</h3>
          <div class="alarm-actions">
            {told.whatYouCanDo.map(({ words, effect, way, form }) => (
              <div class="action">
                {form === undefined ? (
                  <ButtonLink href={way.href} label={words} about={told.title} />
                ) : (
                  <ButtonForm chrome={chrome} action="/me/choices" fields={form} label={words} about={told.title} />
                )}
                <p class="effect">{effect}</p>
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
};
