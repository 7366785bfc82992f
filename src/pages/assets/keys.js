/**
 * Keys for lists of the console: next and previous row, the search or filter, the help that lists the keys.
 * Flow:    frame.tsx (dialog, switch and button, hidden without script) → here.
 * Promise: nothing happens while somebody types or a dialog is open; whoever turns the keys off keeps all of them off
 *          in this browser, and a button turns them on again.
 * Source:  WCAG 2.2 (2.1.1, 2.1.4).
 */
const KEPT = 'candor-keys';
const dialog = document.getElementById('keys');
const opener = document.getElementById('keys-open');
const toggle = document.getElementById('keys-on');

const isOn = () => {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    // A browser that keeps nothing starts with the keys on.
    return toggle.checked;
  }
};

const keep = (on) => {
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
  } catch {
    // The switch itself holds it for this page.
  }
};

const open = () => {
  toggle.checked = isOn();
  dialog.showModal();
};

/** Rows, each by the link that opens it; moving is moving the focus, so that Enter opens it anyway. */
const links = () =>
  [...document.querySelectorAll('main tbody tr, main .system-row, main .case')]
    .map((row) => row.querySelector('a[href]'))
    .filter((link) => link?.checkVisibility());

function move(by) {
  const all = links();
  const rowOf = (element) => element?.closest('tr, .system-row, .case');
  const here = all.findIndex((link) => rowOf(link) === rowOf(document.activeElement));
  const to = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by));
  all[to]?.focus();
}

const FIND = ['input[type="search"]', 'input[type="text"]', 'select', 'input[type="date"]', '.filters a'];

function find() {
  const main = document.getElementById('content');
  const places = FIND.flatMap((kind) => [...main.querySelectorAll(kind)]);
  places.find((place) => place.checkVisibility())?.focus();
}

const acts = { j: () => move(1), k: () => move(-1), '/': find, '?': open };
const typing = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])';

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, isComposing, target } = event;
  if (ctrlKey || metaKey || altKey || isComposing || dialog.open || !isOn()) return;
  if (!Object.hasOwn(acts, key) || target.closest(typing)) return;
  event.preventDefault();
  acts[key]();
});

opener.addEventListener('click', open);
toggle.addEventListener('change', () => keep(toggle.checked));
opener.hidden = false;
