/** The page: two elements, each with what people read where there is no script or no answer. */
const escaped = (text) => String(text).replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

export const page = ({ candor, pass, language = 'en' }) => {
  const held = pass === undefined ? '' : ` pass="${escaped(pass)}"`;
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>Ask our assistant</title>
<script src="${escaped(candor)}/assets/candor.js" defer></script>
</head>
<body>
<main>
<h1>Ask our assistant</h1>
<candor-ai-notice${held}>
<p>An AI system drafts our answers. <a href="${escaped(candor)}/me">See how it uses your data</a></p>
</candor-ai-notice>
<p>Here the customer writes to the assistant.</p>
<candor-choice${held}>
<p><a href="${escaped(candor)}/me/choices">Choose what AI may do with your data</a></p>
</candor-choice>
</main>
</body>
</html>`;
};
