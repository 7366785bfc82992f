/**
 * The check that a package brings along: reads the folder that the person chooses and says what is wrong with it.
 * Flow:    index.html of a package → here → ../verify (the verifier of `npm run verify`, word for word).
 * Promise: nothing leaves the browser: no request is made. Without it the page can be read as well.
 */
import './start.mjs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { MANIFEST, verifyPackage } from '../verify/verify-package.ts';
import { parseVkey } from '../verify/vkey.ts';

const EVIDENCE = 'evidence.json';
const CHUNK = 4 * 1024 * 1024;

/** A folder that is chosen stands before every path; files that are chosen one by one have no path. */
const pathOf = (file) => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath.replace(/^[^/]*\//, ''));

/** In pieces, so that a large file is never in memory as a whole. */
async function laid(file) {
  const hash = sha256.create();
  for (let from = 0; from < file.size; from += CHUNK)
    hash.update(new Uint8Array(await file.slice(from, from + CHUNK).arrayBuffer()));
  return { bytes: file.size, sha256: bytesToHex(hash.digest()) };
}

async function verdictOf(chosen, vkey) {
  const files = new Map();
  const byPath = new Map([...chosen].map((file) => [pathOf(file), file]));
  const manifest = await byPath.get(MANIFEST)?.text();
  if (manifest === undefined) return { findings: [{ place: MANIFEST, what: 'is missing' }] };
  for (const [path, file] of byPath) if (path !== MANIFEST) files.set(path, await laid(file));
  const key = parseVkey(vkey);
  if ('wrong' in key) return { findings: [{ place: vkey, what: key.wrong }] };
  const evidence = byPath.get(EVIDENCE);
  const bytes = evidence === undefined ? {} : { evidence: new Uint8Array(await evidence.arrayBuffer()) };
  return verifyPackage({ manifest, files, ...bytes }, { keys: [key], source: 'the page' });
}

const box = document.getElementById('check');
const outcome = document.getElementById('check-outcome');
const list = document.getElementById('check-findings');
const { good, bad, working } = box.dataset;

function show({ findings, files = 0, evidence }) {
  box.dataset.state = findings.length === 0 ? 'good' : 'bad';
  const words = findings.length === 0 ? good : bad;
  outcome.textContent = words
    .replace('{files}', () => String(files))
    .replace('{entries}', () => String(evidence?.entries ?? 0))
    .replace('{count}', () => String(findings.length));
  list.replaceChildren(
    ...findings.slice(0, 50).map(({ place, what }) => {
      const item = document.createElement('li');
      item.textContent = `${place}: ${what}`;
      return item;
    }),
  );
}

document.getElementById('check-folder').addEventListener('change', async (event) => {
  box.dataset.state = 'working';
  outcome.textContent = working;
  list.replaceChildren();
  const key = document.getElementById('check-key').value.trim();
  try {
    show(await verdictOf(event.target.files, key));
  } catch (fault) {
    show({ findings: [{ place: 'index.html', what: String(fault) }] });
  }
});
document.getElementById('check-form').hidden = false;
