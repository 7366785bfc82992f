/*
 * Says under each field of a form what is hard to read while somebody writes it: asks the server, which has the one rule,
 * and shows its words. Without this script the preview says the same.
 */
const WAIT_MS = 400;

function show(place, lines) {
  const said = lines.map((line) => {
    const words = document.createElement('p');
    words.textContent = line;
    return words;
  });
  if (place.textContent !== lines.join('')) place.replaceChildren(...said);
}

function watch(around) {
  const form = around.querySelector('form');
  const touched = new Set();
  let timer;
  let asked = 0;
  async function ask() {
    asked += 1;
    const mine = asked;
    const body = new URLSearchParams(new FormData(form));
    const reply = await fetch(around.dataset.plain, { method: 'POST', body }).catch(() => undefined);
    if (reply?.ok !== true || mine !== asked) return;
    const { fields, good } = await reply.json();
    for (const place of form.querySelectorAll('[data-plain-of]')) {
      const name = place.dataset.plainOf;
      const isWritten = touched.has(name) && body.get(name)?.trim();
      show(place, fields[name] ?? (isWritten ? [good] : []));
    }
  }
  form.addEventListener('input', ({ target }) => {
    touched.add(target.name);
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
}

for (const around of document.querySelectorAll('[data-plain]')) watch(around);
