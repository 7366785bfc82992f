/**
 * One second look as the person sees it: how far it is, what they sent, and how it ended with the reasons.
 * Flow:    http/handlers (MyReview) → here → layout.
 * Promise: adds nothing to the answer but the way to call it off while it is open.
 * Source:  docs/law.md 7; GDPR 12(1); docs/design.md 12 (a calm letter).
 */
import type { ComponentChildren } from 'preact';
import type { MyReview } from '../../answers/review/my-review.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { ButtonForm, ButtonLink } from '../controls.tsx';
import { pageOf } from '../layout.tsx';

interface ReviewPage {
  readonly review: MyReview;
  /** What the decision was about. */
  readonly what: string;
  /** The label of recorded data by its name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly languageFallback: boolean;
}

interface PageProps {
  readonly data: ReviewPage;
  readonly chrome: Chrome;
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <>
    <h2 class="letter-part">{title}</h2>
    {children}
  </>
);

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

const End = ({ data: { review, labels }, chrome }: PageProps) => (
  <>
    {review.newOutcome === undefined ? null : (
      <p>{sayOn(chrome, 'review.new-outcome', { outcome: review.newOutcome })}</p>
    )}
    {review.reasons === undefined ? null : (
      <Part title={sayOn(chrome, 'review.reasons')}>
        <p>{review.reasons}</p>
      </Part>
    )}
    {review.corrected === undefined ? null : (
      <Part title={sayOn(chrome, 'review.corrected')}>
        <List
          items={review.corrected.map(({ name, from, to }) =>
            sayOn(chrome, 'review.corrected.row', {
              name: labels[name] ?? name,
              from: String(from ?? ''),
              to: String(to),
            }),
          )}
        />
      </Part>
    )}
  </>
);

const Sent = ({ data: { review, labels }, chrome }: PageProps) => (
  <>
    {review.statement === undefined ? null : (
      <Part title={sayOn(chrome, review.why === 'contested' ? 'review.statement' : 'review.statement.staff')}>
        <p>{review.statement}</p>
      </Part>
    )}
    {review.corrections === undefined ? null : (
      <Part title={sayOn(chrome, 'review.corrections')}>
        <List
          items={review.corrections.map(({ name, value }) =>
            sayOn(chrome, 'review.correction', { label: labels[name] ?? name, value: String(value) }),
          )}
        />
      </Part>
    )}
    {review.evidence === undefined ? null : (
      <Part title={sayOn(chrome, 'review.files')}>
        <p class="downloads">
          {review.evidence.map((file, place) => (
            <ButtonLink href={`/me/files/${file}`} label={sayOn(chrome, 'review.file', { count: place + 1 })} />
          ))}
        </p>
      </Part>
    )}
  </>
);

const CallOff = ({ data: { review }, chrome }: PageProps) =>
  review.canBeCancelled ? (
    <div class="card beside-letter">
      <ButtonForm
        chrome={chrome}
        action={`/me/reviews/${review.id}/cancel`}
        fields={{}}
        label={sayOn(chrome, 'review.cancel')}
      />
      <p class="effect">{sayOn(chrome, 'review.cancel.effect')}</p>
    </div>
  ) : null;

const Content = ({ data, chrome }: PageProps) => (
  <>
    <article class="card letter">
      <p class="letter-head">
        <span>{data.what}</span>
        <span>{dayOn(chrome, data.review.openedAt)}</span>
      </p>
      <h1 class="letter-title">{sayOn(chrome, 'review.title')}</h1>
      <p>{data.review.words}</p>
      <End data={data} chrome={chrome} />
      <Sent data={data} chrome={chrome} />
      <p class="downloads">
        <ButtonLink href={`/me/decisions/${data.review.decision}`} label={sayOn(chrome, 'review.about')} />
        <ButtonLink href="/me/reviews" label={sayOn(chrome, 'review.all')} />
      </p>
    </article>
    <CallOff data={data} chrome={chrome} />
  </>
);

export const reviewPage = (data: ReviewPage, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'review.title'),
    chrome: { ...chrome, here: 'requests' },
    languageFallback: data.languageFallback,
    children: <Content data={data} chrome={chrome} />,
  });
