/**
 * The receipt of one choice, to read, to print and to take along.
 * Flow:    http/handlers → here → layout.
 * Promise: what the signed file says, in words; the files are the same for everybody who may read this page.
 * Source:  ISO/IEC TS 27560:2023; GDPR 7(1), 12(1).
 */
import type { ReceiptShown } from '../answers/receipt/receipt-shown.ts';
import { type Chrome, companyOf, sayOn } from './chrome.ts';
import { ButtonLink, Section } from './controls.tsx';
import { pageOf } from './layout.tsx';

interface ReceiptProps {
  readonly data: ReceiptShown;
  readonly chrome: Chrome;
}

const files = [
  ['jws', 'receipt.file.jws'],
  ['jsonld', 'receipt.file.jsonld'],
  ['tlog-proof', 'receipt.file.proof'],
] as const;

/** Files are handed out to the signed-in person; a service has them in the reply. */
const Files = ({ data, chrome }: ReceiptProps) =>
  chrome.session === undefined ? null : (
    <Section id="files" title={sayOn(chrome, 'receipt.files')}>
      <div class="card">
        <p>{sayOn(chrome, 'receipt.files.words')}</p>
        <p class="downloads">
          {files.map(([file, label]) => (
            <ButtonLink href={`/me/consents/${data.id}/receipt?as=${file}`} label={sayOn(chrome, label)} />
          ))}
        </p>
      </div>
    </Section>
  );

const Notice = ({ data, chrome }: ReceiptProps) =>
  data.notice === undefined ? null : (
    <Section id="notice" title={sayOn(chrome, 'receipt.notice')}>
      <div class="card choice-notice">
        <strong>{data.notice.title}</strong>
        {`\n${data.notice.body}`}
      </div>
    </Section>
  );

const Content = ({ data, chrome }: ReceiptProps) => (
  <>
    <div class="lead single">
      <div>
        <h1>{sayOn(chrome, 'receipt.title')}</h1>
        <p class="summary">{data.lead}</p>
        <p class="quiet">
          {companyOf(chrome)}. {sayOn(chrome, 'requests.id')} <span class="hash">{data.id}</span>
        </p>
      </div>
    </div>
    <div class="card">
      <dl class="facts">
        {data.rows.map(({ title, texts }) => (
          <div>
            <dt>{title}</dt>
            {texts.map((text) => (
              <dd>{text}</dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
    <Notice data={data} chrome={chrome} />
    <Files data={data} chrome={chrome} />
  </>
);

export const receiptPage = (data: ReceiptShown, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, 'receipt.title'),
    chrome: { ...chrome, here: 'record' },
    languageFallback: data.languageFallback,
    children: <Content data={data} chrome={chrome} />,
  });
