/**
 * What the person asked for, how far it is, and until when it is answered.
 * Flow:    http/handlers → here → layout.
 * Promise: an empty list says so and shows the way to ask.
 * Source:  GDPR 12(3).
 */
import { isMessageKey, say } from '../../language/say.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink, WideTable } from '../controls.tsx';
import { pageOf } from '../layout.tsx';

interface RequestRowShown {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  /** RFC 3339. */
  readonly receivedAt: string;
  readonly dueAt: string | null;
}

interface RequestsPage {
  readonly items: readonly RequestRowShown[];
  readonly next: string | null;
}

const wordsOf = (chrome: Chrome, key: string, code: string): string =>
  isMessageKey(key) ? say(chrome.language, key) : code;

const isOpen = (state: string): boolean =>
  state === 'received' || state === 'verified' || state === 'paused' || state === 'appealed';

const Rows = ({ items, chrome }: { readonly items: readonly RequestRowShown[]; readonly chrome: Chrome }) => (
  <WideTable label={sayOn(chrome, 'requests.title')}>
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'requests.request')}</th>
        <th scope="col">{sayOn(chrome, 'requests.state')}</th>
        <th scope="col">{sayOn(chrome, 'requests.received')}</th>
        <th scope="col">{sayOn(chrome, 'requests.due')}</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ id, kind, state, receivedAt, dueAt }) => (
        <tr>
          <th scope="row">
            <a href={`/me/requests/${id}`}>{wordsOf(chrome, `right.${kind}.title`, kind)}</a>
          </th>
          <td>{wordsOf(chrome, `request.state.${state}`, state)}</td>
          <td>{dayOn(chrome, receivedAt)}</td>
          <td>{dueAt === null || !isOpen(state) ? '–' : dayOn(chrome, dueAt)}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const Content = ({ data, chrome }: { readonly data: RequestsPage; readonly chrome: Chrome }) => (
  <>
    <div class="lead single">
      <div>
        <h1>{sayOn(chrome, 'requests.title')}</h1>
        <p class="summary">{sayOn(chrome, 'requests.lead')}</p>
      </div>
    </div>
    <div class="card">
      {data.items.length === 0 ? <p>{sayOn(chrome, 'requests.none')}</p> : <Rows items={data.items} chrome={chrome} />}
      <p class="downloads">
        <ButtonLink href="/me/requests/new" label={sayOn(chrome, 'requests.new')} look="main" />
        <ButtonLink href="/me/reviews" label={sayOn(chrome, 'review.all')} />
        {data.next === null ? null : (
          <ButtonLink
            href={`/me/requests?cursor=${encodeURIComponent(data.next)}`}
            label={sayOn(chrome, 'requests.older')}
          />
        )}
      </p>
    </div>
  </>
);

export const requestsPage = (data: RequestsPage, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'requests.title'),
    chrome: { ...chrome, here: 'requests' },
    children: <Content data={data} chrome={chrome} />,
  });
