/** The one page of the shop. */
const escaped = (text) => String(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** What came of a question, in words for the customer. */
const outcome = ({ answer, refused, unavailable, choices }) => {
  if (answer !== undefined) return `<p role="status"><strong>Assistant:</strong> ${escaped(answer)}</p>`;
  if (refused !== undefined)
    return `<p role="status">${escaped(refused)} <a href="${escaped(choices)}">Change what you allow</a></p>`;
  if (unavailable) return '<p role="alert">The assistant rests for a moment. Nothing was read. Please try again.</p>';
  return '';
};

export const page = ({ customer = '', words = '', ...said }) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ask our assistant</title></head>
<body>
<main>
<h1>Ask our assistant</h1>
${outcome(said)}
<form method="post" action="/ask">
<p><label>Customer number <input name="customer" required value="${escaped(customer)}"></label></p>
<p><label>Your question <textarea name="words" required>${escaped(words)}</textarea></label></p>
<p><button>Ask</button></p>
</form>
</main>
</body>
</html>`;
