/** What a mail says, before it has a shape. Every text is plain: names in it come from people. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What there is to tell of several objects, by kind, after the paragraphs. */
  readonly sections?: readonly LetterSection[];
  /** Several things of which one is done, before it. */
  readonly choices?: readonly { readonly label: string; readonly href: string }[];
  /** The one thing to do, as an address of ours. */
  readonly action: { readonly label: string; readonly href: string };
  /** Why this mail came, and what if it was not wanted. */
  readonly notice: string;
  /** Further addresses, under the notice. */
  readonly links?: readonly { readonly label: string; readonly href: string }[];
  /** Where a mail program ends such mails by itself (RFC 8058). One that has it leaves at most once. */
  readonly unsubscribe?: string;
  /** Whose right to what it tells is asked again when it leaves: a mail may have waited for a day. */
  readonly tells?: {
    readonly userId: string;
    readonly ids: readonly string[];
    readonly groupId: string | null;
    /** [AF6] Keys of what waits for them. */
    readonly due?: readonly string[];
  };
  /** [MA4] Of an invitation, that of its link: held back, it leaves only while that link opens something. */
  readonly invitationToken?: string;
  /** [NL6] Of a newsletter, which and to whom: what became of the mail is kept there. */
  readonly newsletter?: { readonly newsletterId: string; readonly userId: string };
  /** Whom an answer to the mail goes to, when somebody wrote it by us. */
  readonly replyTo?: { readonly name: string; readonly email: string };
  /** What calendars take from it. */
  readonly calendars?: readonly LetterCalendar[];
}

/** Objects under one heading, each with its address. */
export interface LetterSection {
  readonly title: string;
  readonly items: readonly LetterItem[];
  /** Says how many more there are; null for none. */
  readonly left: string | null;
}
interface LetterItem {
  readonly label: string;
  readonly href: string;
  readonly said?: string;
  readonly further?: { readonly label: string; readonly href: string };
}

/** A file for calendars (RFC 6047). */
export interface LetterCalendar {
  readonly name: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly text: string;
}

/** The two bodies of a mail; they say the same. */
export function bodiesOf({
  subject,
  paragraphs,
  sections = [],
  choices = [],
  action,
  notice,
  links = [],
}: Letter): { text: string; html: string } {
  const text = [
    ...paragraphs,
    ...sections.map(sectionAsText),
    ...[...choices, action].map(({ label, href }) => `${label}\u00a0:\n${href}`),
    `-- \n${notice}`,
    ...links.map(({ label, href }) => `${label}\u00a0: ${href}`),
  ].join('\n\n');
  const p = (style: string, content: string) => `<p style="margin:0 0 16px;${style}">${content}</p>`;
  const button =
    'display:inline-block;padding:12px 20px;border-radius:7px;background:#004f53;color:#ffffff;font-weight:600;text-decoration:none';
  const choice =
    'display:inline-block;margin:0 8px 8px 0;padding:9px 16px;border:1px solid #004f53;border-radius:7px;color:#004f53;font-weight:600;text-decoration:none';
  const chosen = choices.map(
    ({ label, href }) => `<a href="${asHtml(href)}" style="${choice}">${asHtml(label)}</a>`,
  );
  // Inline styles and nothing fetched: mail programs know little, and a mail must not tell anybody that it was read.
  const html = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${asHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f7f6f1;color:#17282a;font:16px/1.5 Verdana,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#fefdfa;border:1px solid #e2dfd6;border-radius:12px">
${paragraphs.map((paragraph) => p('', asHtml(paragraph))).join('\n')}
${sections.map(sectionAsHtml).join('\n')}
${chosen.length > 0 ? p('margin-top:24px', chosen.join('\n')) : ''}
${p('margin-top:24px', `<a href="${asHtml(action.href)}" style="${button}">${asHtml(action.label)}</a>`)}
${p('color:#4c5a58;font-size:14px;overflow-wrap:anywhere', asHtml(action.href))}
${p('margin:24px 0 0;padding-top:16px;border-top:1px solid #e2dfd6;color:#4c5a58;font-size:14px', asHtml(notice))}
${links.map(({ label, href }) => p('margin:8px 0 0;font-size:14px', `<a href="${asHtml(href)}" style="color:#004f53">${asHtml(label)}</a>`)).join('\n')}
</div></body></html>
`;
  return { text, html };
}

function sectionAsText({ title, items, left }: LetterSection): string {
  const told = items.flatMap(({ label, href, said, further }) => [
    `• ${label}`,
    ...(said ? [`  ${said}`] : []),
    `  ${href}`,
    ...(further ? [`  ${further.label}\u00a0: ${further.href}`] : []),
  ]);
  return [title.toLocaleUpperCase('fr'), ...told, ...(left ? [left] : [])].join('\n');
}

function sectionAsHtml({ title, items, left }: LetterSection): string {
  const link = ({ label, href }: { label: string; href: string }, style: string) =>
    `<a href="${asHtml(href)}" style="color:#004f53;${style}">${asHtml(label)}</a>`;
  const muted = 'color:#4c5a58;font-size:14px';
  const told = items.map(({ said, further, ...item }) =>
    [
      `<li style="margin:0 0 12px;overflow-wrap:anywhere">${link(item, 'font-weight:600')}`,
      ...(said ? [`<br><span style="${muted}">${asHtml(said)}</span>`] : []),
      ...(further ? [`<br>${link(further, 'font-size:14px')}`] : []),
      '</li>',
    ].join(''),
  );
  return `<h2 style="margin:24px 0 8px;font-size:16px">${asHtml(title)}</h2>
<ul style="margin:0;padding:0 0 0 20px">
${told.join('\n')}
</ul>${left ? `<p style="margin:0 0 16px;${muted}">${asHtml(left)}</p>` : ''}`;
}

function asHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
