import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../../../scripts/verify/verify-bundle.ts';
import type { Vkey } from '../../../scripts/verify/vkey.ts';
import { aBundle, anItem } from '../../given/verify/a-bundle.ts';
import { aLedger, aSubject, type MadeLedger, type Newest } from '../../given/verify/a-ledger.ts';
import { aSigner, base64 } from '../../given/verify/a-signer.ts';
import type { VectorBundle } from '../../vectors/ledger-vectors.ts';

const ada = aSubject(1);
const ben = aSubject(2);
const judge = (bundle: VectorBundle, ...keys: Vkey[]) =>
  verifyBundle(Buffer.from(JSON.stringify(bundle)), { keys, source: 'the test' });
const placesOf = (bundle: VectorBundle, ...keys: Vkey[]): string[] =>
  judge(bundle, ...keys).findings.map(({ place }) => place);

function aYear(ledger: MadeLedger = aLedger()): MadeLedger {
  ledger.add({ kind: 'purpose.published', payload: { v: 1, key: 'advice', version: 1 } });
  for (let at = 0; at < 5; at += 1) {
    ledger.add({ kind: 'use.allowed', subject: ada, sealed: true });
    ledger.add({ kind: 'use.refused', subject: ben, sealed: true });
  }
  return ledger;
}

describe('a bundle', () => {
  it('is good up to the n of its head, with the published texts that it carries', () => {
    const ledger = aYear();
    const bundle = aBundle([ledger], ada, { registry: ledger.entries.slice(0, 1) });
    expect(judge(bundle, ledger.signer.vkey)).toMatchObject({ findings: [], n: 5, size: 11, registry: 1 });
  });

  it('says which of its members no proof covers, instead of letting them pass for proven', () => {
    const ledger = aYear();
    const bundle = { ...aBundle([ledger], ada), generatedBy: 'somebody' };
    expect(judge(bundle, ledger.signer.vkey)).toMatchObject({ findings: [], unproven: ['generatedBy'] });
  });

  it("is bad when it shows fewer entries than the operator's head names, although each of them is proven", () => {
    const ledger = aYear();
    const bundle = aBundle([ledger], ada);
    bundle.entries.pop();
    expect(placesOf(bundle, ledger.signer.vkey)).toEqual(['head', 'head']);
  });

  it('is bad when the head is of another person, another tree size, or signed as a checkpoint would be', () => {
    const ledger = aYear();
    const good = aBundle([ledger], ada);
    expect(placesOf({ ...good, head: aBundle([ledger], ben).head }, ledger.signer.vkey)).toContain('head');
    const older = good.head ?? '';
    ledger.add({ kind: 'use.allowed', subject: ben });
    expect(placesOf({ ...aBundle([ledger], ada), head: older }, ledger.signer.vkey)).toEqual(['head']);
    const text = older.slice(0, older.lastIndexOf('\n\n') + 1);
    expect(placesOf({ ...good, head: `${text}\n${ledger.signer.line(text)}` }, ledger.signer.vkey)).toEqual(['head']);
  });

  it('is bad when an entry of another person stands in it', () => {
    const ledger = aYear();
    const bundle = aBundle([ledger], ada);
    bundle.entries.splice(2, 1, ...aBundle([ledger], ben).entries.slice(2, 3));
    expect(placesOf(bundle, ledger.signer.vkey)).toContain('entries[2].entry');
  });

  it('is bad when JSON lets one text be read in two ways', () => {
    const ledger = aYear();
    const text = JSON.stringify(aBundle([ledger], ada)).replace('{"v":1,', `{"v":1,"subject":"${ben}",`);
    expect(verifyBundle(Buffer.from(text), { keys: [ledger.signer.vkey], source: '' }).findings).toEqual([
      { place: 'bundle', what: 'says "subject" twice' },
    ]);
  });

  it.each(['', '[]', '{}', 'null', '{"v":1}', '{"v":1,"origin":"a","vkey":"b","checkpoint":"c"}'])(
    'that is not one is bad, and nothing breaks: %s',
    (text) => {
      const ledger = aYear();
      expect(verifyBundle(Buffer.from(text), { keys: [ledger.signer.vkey], source: '' }).findings).not.toEqual([]);
    },
  );

  it('of a log whose key nobody named is bad at that log', () => {
    const ledger = aYear();
    expect(placesOf(aBundle([ledger], ada), aSigner('ledger.example/1').vkey)).toContain('logs[0].origin');
  });
});

describe('content that was removed', () => {
  const without = (bundle: VectorBundle, at: number): VectorBundle => {
    const item = bundle.entries[at] as VectorBundle['entries'][number];
    return { ...bundle, entries: bundle.entries.with(at, { ...item, payload: null, salt: null }) };
  };

  it('is accepted where a retention fact in the bundle covers it, and counted', () => {
    const ledger = aYear();
    const expired = ledger.add({ kind: 'payload.expired', payload: { v: 1, covers: [{ log: 0, from: 1, to: 1 }] } });
    const bundle = without(aBundle([ledger], ada, { registry: [expired] }), 0);
    expect(judge(bundle, ledger.signer.vkey)).toMatchObject({ findings: [], emptied: 1 });
    expect(placesOf(without(bundle, 1), ledger.signer.vkey)).toEqual(['entries[1].payload']);
  });

  it('is refused where the fact that should cover it is no such fact, covers nothing readable, or came earlier', () => {
    const early = aLedger();
    const fact = early.add({ kind: 'payload.expired', payload: { v: 1, covers: [{ log: 0, from: 0, to: 100 }] } });
    aYear(early);
    expect(placesOf(without(aBundle([early], ada, { registry: [fact] }), 0), early.signer.vkey)).toEqual([
      'entries[0].payload',
    ]);
    const ledger = aYear();
    const other = ledger.add({ kind: 'use.reported', payload: { v: 1, covers: [{ log: 0, from: 1, to: 1 }] } });
    const strange = ledger.add({ kind: 'payload.expired', payload: { v: 1, covers: [{ log: 0, from: 9, to: 1 }] } });
    expect(placesOf(without(aBundle([ledger], ada, { registry: [other] }), 0), ledger.signer.vkey)).toEqual([
      'entries[0].payload',
    ]);
    expect(placesOf(without(aBundle([ledger], ada, { registry: [strange] }), 0), ledger.signer.vkey)).toEqual([
      'registry[0].payload',
      'entries[0].payload',
    ]);
  });
});

describe('a ledger that changed its key', () => {
  function afterAChange() {
    const ledger = aYear();
    const next = aSigner(ledger.signer.name);
    const change = ledger.add({ kind: 'log.key-changed', payload: { v: 1, vkey: next.vkey.text } });
    ledger.sign();
    const size = ledger.entries.length;
    const under = ledger.checkpoints.at(-1)?.note ?? '';
    ledger.add({ kind: 'use.allowed', subject: ada });
    const bundle = aBundle([ledger], ada, { signer: next });
    const step = { ...anItem(ledger, change, size), vkey: next.vkey.text, checkpoint: under };
    return { ledger, next, bundle: { ...bundle, logs: bundle.logs.map((log) => ({ ...log, keys: [step] })) } };
  }

  it('is followed from the pinned key to the new one, and needs no following when the new one is pinned', () => {
    const { ledger, next, bundle } = afterAChange();
    expect(judge(bundle, ledger.signer.vkey)).toMatchObject({ findings: [], n: 6 });
    expect(judge(bundle, next.vkey)).toMatchObject({ findings: [], n: 6 });
  });

  it('is not followed when the fact stands only under the new key itself', () => {
    const { ledger, next, bundle } = afterAChange();
    const change = ledger.entries.find(({ kind }) => kind === 'log.key-changed') as (typeof ledger.entries)[number];
    const step = { ...anItem(ledger, change), vkey: next.vkey.text };
    expect(
      placesOf({ ...bundle, logs: bundle.logs.map((log) => ({ ...log, keys: [step] })) }, ledger.signer.vkey),
    ).toContain('logs[0].keys[0].vkey');
  });

  it('is not followed to a key that the fact does not name', () => {
    const { ledger, bundle } = afterAChange();
    const thief = aSigner(ledger.signer.name);
    const keys = bundle.logs[0]?.keys.map((step) => ({ ...step, vkey: thief.vkey.text })) ?? [];
    expect(placesOf({ ...bundle, logs: bundle.logs.map((log) => ({ ...log, keys })) }, ledger.signer.vkey)).toContain(
      'logs[0].keys[0].vkey',
    );
  });
});

describe('a ledger that went on in a second log after a restore', () => {
  const goesOn = (root?: Buffer, size?: number) => {
    const newest: Newest = new Map();
    const first = aYear(aLedger(0, newest));
    const second = aLedger(1, newest);
    const { length } = first.entries;
    const begun = second.add({
      kind: 'log.continued',
      payload: { v: 1, origin: first.signer.name, size: size ?? length, root: base64(root ?? first.root(length)) },
    });
    second.add({ kind: 'use.allowed', subject: ada });
    const keys = [first.signer.vkey, second.signer.vkey] as const;
    return { bundle: aBundle([first, second], ada, { registry: [begun] }), bare: aBundle([first, second], ada), keys };
  };

  it("keeps one sequence over both, each log under its own key; without the first one's key it is bad", () => {
    const { bundle, keys } = goesOn();
    expect(judge(bundle, ...keys)).toMatchObject({ findings: [], n: 6, size: 2 });
    expect(placesOf(bundle, keys[1])).toContain('logs[0].origin');
  });

  it('is bad where it does not show how the second log goes on, or goes on from another state', () => {
    const { bare, keys } = goesOn();
    expect(placesOf(bare, ...keys)).toEqual(['log 1']);
    const forked = goesOn(Buffer.alloc(32, 7));
    expect(placesOf(forked.bundle, ...forked.keys)).toEqual(['log 1']);
    const shorter = goesOn(undefined, 3);
    expect(placesOf(shorter.bundle, ...shorter.keys)).toEqual(['log 1']);
  });
});
