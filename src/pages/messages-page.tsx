/**
 * What we wrote to the person, newest first, word for word.
 * Flow:    http/handlers → here → layout.
 * Promise: an empty list says so; a message stays here whether it left the house or not.
 * Source:  GDPR 12(1); docs/design.md 12 (words).
 */
import { type Chrome, dayOn, sayOn } from './chrome.ts';
import { ButtonLink } from './controls.tsx';
import { pageOf } from './layout.tsx';

interface MessageShown {
  readonly id: string;
  /** RFC 3339. */
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly href: string | null;
  readonly state: 'waiting' | 'sent' | 'given-up';
}

interface MessagesPage {
  readonly items: readonly MessageShown[];
  readonly next: string | null;
}

const Message = ({ message, chrome }: { readonly message: MessageShown; readonly chrome: Chrome }) => (
  <article class="card message" id={message.id} lang={message.language}>
    <h2>{message.title}</h2>
    <p class="effect">
      <time datetime={message.at}>{dayOn(chrome, message.at)}</time>
    </p>
    {message.text.split('\n\n').map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    {message.href === null ? null : (
      <p>
        <a href={message.href}>{sayOn(chrome, 'messages.about')}</a>
      </p>
    )}
  </article>
);

const Content = ({ data, chrome }: { readonly data: MessagesPage; readonly chrome: Chrome }) => (
  <>
    <div class="lead single">
      <div>
        <h1>{sayOn(chrome, 'messages.title')}</h1>
        <p class="summary">{sayOn(chrome, 'messages.lead')}</p>
      </div>
    </div>
    {data.items.length === 0 ? (
      <div class="card">
        <p>{sayOn(chrome, 'messages.none')}</p>
      </div>
    ) : (
      data.items.map((message) => <Message message={message} chrome={chrome} />)
    )}
    {data.next === null ? null : (
      <p class="downloads">
        <ButtonLink
          href={`/me/messages?cursor=${encodeURIComponent(data.next)}`}
          label={sayOn(chrome, 'messages.older')}
        />
      </p>
    )}
  </>
);

export const messagesPage = (data: MessagesPage, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'messages.title'),
    chrome: { ...chrome, here: 'messages' },
    children: <Content data={data} chrome={chrome} />,
  });
