/** What a mail says, before it has a shape. Every text is plain: names in it come from people. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, as an address of ours. */
  readonly action: { readonly label: string; readonly href: string };
  /** Why this mail came, and what if it was not wanted. */
  readonly notice: string;
}

/** The two bodies of a mail; they say the same. */
export function bodiesOf({ subject, paragraphs, action, notice }: Letter): { text: string; html: string } {
  const text = [...paragraphs, `${action.label}\u00a0:\n${action.href}`, `-- \n${notice}`].join('\n\n');
  const p = (style: string, content: string) => `<p style="margin:0 0 16px;${style}">${content}</p>`;
  const button =
    'display:inline-block;padding:12px 20px;border-radius:7px;background:#004f53;color:#ffffff;font-weight:600;text-decoration:none';
  // Inline styles and nothing fetched: mail programs know little, and a mail must not tell anybody that it was read.
  const html = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${asHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f7f6f1;color:#17282a;font:16px/1.5 Verdana,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#fefdfa;border:1px solid #e2dfd6;border-radius:12px">
${paragraphs.map((paragraph) => p('', asHtml(paragraph))).join('\n')}
${p('margin-top:24px', `<a href="${asHtml(action.href)}" style="${button}">${asHtml(action.label)}</a>`)}
${p('color:#4c5a58;font-size:14px;overflow-wrap:anywhere', asHtml(action.href))}
${p('margin:24px 0 0;padding-top:16px;border-top:1px solid #e2dfd6;color:#4c5a58;font-size:14px', asHtml(notice))}
</div></body></html>
`;
  return { text, html };
}

function asHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
