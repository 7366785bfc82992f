/**
 * Every second look at decisions about the person, how far it is and until when it is answered.
 * Flow:    http/handlers → here → layout.
 * Promise: an empty list says so and where to ask.
 * Source:  GDPR 12(3).
 */
import type { MyReview } from '../../answers/review/my-review.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink, WideTable } from '../controls.tsx';
import { pageOf } from '../layout.tsx';

interface ReviewsPage {
  readonly items: readonly (Pick<MyReview, 'id' | 'words' | 'openedAt' | 'dueAt' | 'closedAt'> & {
    readonly what: string;
  })[];
  readonly next: string | null;
}

const Rows = ({ items, chrome }: { readonly items: ReviewsPage['items']; readonly chrome: Chrome }) => (
  <WideTable label={sayOn(chrome, 'review.title')}>
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'review.column.about')}</th>
        <th scope="col">{sayOn(chrome, 'review.column.state')}</th>
        <th scope="col">{sayOn(chrome, 'review.column.opened')}</th>
        <th scope="col">{sayOn(chrome, 'review.column.due')}</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ id, what, words, openedAt, dueAt, closedAt }) => (
        <tr>
          <th scope="row">
            <a href={`/me/reviews/${id}`}>{what}</a>
          </th>
          <td>{words}</td>
          <td>{dayOn(chrome, openedAt)}</td>
          <td>{closedAt === undefined ? dayOn(chrome, dueAt) : '–'}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const Content = ({ data, chrome }: { readonly data: ReviewsPage; readonly chrome: Chrome }) => (
  <>
    <div class="lead single">
      <div>
        <h1>{sayOn(chrome, 'review.title')}</h1>
        <p class="summary">{sayOn(chrome, 'review.lead')}</p>
      </div>
    </div>
    <div class="card">
      {data.items.length === 0 ? <p>{sayOn(chrome, 'review.none')}</p> : <Rows items={data.items} chrome={chrome} />}
      {data.next === null ? null : (
        <p class="downloads">
          <ButtonLink
            href={`/me/reviews?cursor=${encodeURIComponent(data.next)}`}
            label={sayOn(chrome, 'requests.older')}
          />
        </p>
      )}
    </div>
  </>
);

export const reviewsPage = (data: ReviewsPage, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'review.title'),
    chrome: { ...chrome, here: 'requests' },
    children: <Content data={data} chrome={chrome} />,
  });
