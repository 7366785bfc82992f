import { describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../../scripts/verify/checkpoint.ts';
import { emptyRoot } from '../../../scripts/verify/merkle.ts';
import { openNote, parseNote } from '../../../scripts/verify/note.ts';
import { missingQuorum, type Policy, parsePolicy } from '../../../scripts/verify/policy.ts';
import { parseVkey } from '../../../scripts/verify/vkey.ts';
import { isWrong } from '../../../scripts/verify/wrong.ts';
import { aCheckpoint, aCheckpointText, aSigner, base64 } from '../../given/verify/a-signer.ts';

const log = aSigner('example.org/0');
const text = aCheckpointText(log.name, 0, emptyRoot());

describe('a signed note', () => {
  it('opens when one trusted key signed it, whoever else did too', () => {
    const strangers = Array.from({ length: 15 }, (_, at) => aSigner(`stranger.example/${at}`));
    const note = `${text}\n${strangers.map((stranger) => stranger.line(text)).join('')}${log.line(text)}`;
    expect(openNote(note, [log.vkey])).toMatchObject({ text });
  });

  it('is refused when a trusted key signed it wrongly, even if another trusted key signed it rightly', () => {
    const other = aSigner('other.example/0');
    const note = `${text}\n${log.line(text)}${other.line(`${text}more\n`)}`;
    expect(openNote(note, [log.vkey, other.vkey])).toEqual({ wrong: 'has a signature that is not right' });
  });

  it('is refused when only keys nobody trusts signed it, and when the name fits but the key does not', () => {
    const impostor = aSigner('example.org/0');
    expect(isWrong(openNote(`${text}\n${impostor.line(text)}`, [log.vkey]))).toBe(true);
  });

  it.each([
    ['no signature', `${text}\n`],
    ['no newline at the end', aCheckpoint(log, 0, emptyRoot()).slice(0, -1)],
    ['a hyphen for the dash', aCheckpoint(log, 0, emptyRoot()).replace('\u2014', '-')],
    ['a carriage return', aCheckpoint(log, 0, emptyRoot()).replace('\n', '\r\n')],
    ['base64 without its padding', aCheckpoint(log, 0, emptyRoot()).replace(/=+\n$/, '\n')],
    ['two spaces', aCheckpoint(log, 0, emptyRoot()).replace('\u2014 ', '\u2014  ')],
  ])('cannot be read with %s', (_, note) => {
    expect(isWrong(parseNote(note))).toBe(true);
  });
});

describe('a checkpoint', () => {
  const noteOf = (body: string): string => `${body}\n${log.line(body)}`;
  it.each([
    ['a size with a leading zero', `${log.name}\n00\n${base64(emptyRoot())}\n`],
    ['a size with a sign', `${log.name}\n+1\n${base64(emptyRoot())}\n`],
    ['a size that no number holds', `${log.name}\n9007199254740993\n${base64(emptyRoot())}\n`],
    ['a short root', `${log.name}\n0\nAAAA\n`],
    ['a line more', `${text}more\n`],
    ['another origin than its key', `example.org/1\n0\n${base64(emptyRoot())}\n`],
  ])('is refused with %s, though the signature is right', (_, body) => {
    expect(isWrong(openCheckpoint(noteOf(body), [log.vkey]))).toBe(true);
  });
});

describe('a verifier key', () => {
  it('is refused when its ID does not fit its name', () => {
    expect(parseVkey(log.vkey.text.replace('example.org/0', 'example.org/1'))).toEqual({
      wrong: 'has a key ID that does not fit its name and key',
    });
  });

  it.each(['', 'name', 'name+00000000', 'name+00000000+AAAA', 'na me+00000000+AQ=='])(
    'is refused when it is not one: "%s"',
    (vkey) => {
      expect(isWrong(parseVkey(vkey))).toBe(true);
    },
  );
});

describe('a trust policy', () => {
  const [one, two, three] = ['w.example/1', 'w.example/2', 'w.example/3'].map((name) => aSigner(name, 4)) as [
    ReturnType<typeof aSigner>,
    ReturnType<typeof aSigner>,
    ReturnType<typeof aSigner>,
  ];
  const witnesses = [one, two, three].map((witness, at) => `witness w${at + 1} ${witness.vkey.text}`).join('\n');
  const policyOf = (lines: string): Policy => {
    const policy = parsePolicy(lines);
    if (isWrong(policy)) throw new Error(policy.wrong);
    return policy;
  };
  const judged = (policy: Policy, signers: readonly ReturnType<typeof aSigner>[]) => {
    const checkpoint = openCheckpoint(
      `${text}\n${log.line(text)}${signers.map((signer) => signer.line(text)).join('')}`,
      [log.vkey],
    );
    return isWrong(checkpoint) ? checkpoint : missingQuorum(policy, checkpoint);
  };

  it('names the logs to believe, with comments and blank lines around', () => {
    expect(policyOf(`# ours\n\nlog ${log.vkey.text} https://example.org/ledger/0\nquorum none\n`).logs).toMatchObject([
      { name: log.name },
    ]);
  });

  it('asks for as many witnesses as its quorum says', () => {
    const policy = policyOf(
      `log ${log.vkey.text}\n${witnesses}\ngroup two-of-three 2 w1 w2 w3\ngroup all-of-it all two-of-three w1\nquorum all-of-it`,
    );
    expect(judged(policy, [one, two])).toBeUndefined();
    expect(judged(policy, [two, three])).toMatchObject({ wrong: expect.stringContaining('too few') });
    expect(judged(policy, [one])).toMatchObject({ wrong: expect.stringContaining('too few') });
  });

  it.each([
    ['no log', 'quorum none'],
    ['no quorum', `log ${log.vkey.text}`],
    ['a word nobody knows', `log ${log.vkey.text}\nlogs x\nquorum none`],
    ['a group of unknown members', `log ${log.vkey.text}\ngroup g any w9\nquorum g`],
    ['a group that asks for more than it has', `log ${log.vkey.text}\n${witnesses}\ngroup g 4 w1 w2 w3\nquorum g`],
    ['the same name twice', `log ${log.vkey.text}\n${witnesses}\ngroup w1 any w2\nquorum w1`],
    ['two quorums', `log ${log.vkey.text}\nquorum none\nquorum none`],
    ['an unknown quorum', `log ${log.vkey.text}\nquorum w1`],
  ])('is refused as a whole with %s', (_, lines) => {
    expect(isWrong(parsePolicy(lines))).toBe(true);
  });
});
