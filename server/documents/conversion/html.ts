import katex from 'katex';
import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { escapeText } from '#shared/documents/text/document-markup.ts';
import { drawBlocks } from '#shared/documents/text/document-reader.ts';
import { formulaOf, type Katex } from '#shared/documents/text/formula.ts';
import { nameObjects } from '#shared/documents/text/object-names.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { ExportSource, ExportThread } from './export-source.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1f2a2c,#e8e6e0);--muted:light-dark(#4d5853,#b4b3aa);--line:light-dark(#d3cec2,#44504f);--soft:light-dark(#f4f1ea,#20292a);--accent:light-dark(#0b4a50,#8fd0d2);--page:light-dark(#fdfcf9,#161d1e)}
body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.65 "Atkinson Hyperlegible Next",Verdana,sans-serif}
main{max-width:42rem;margin:0 auto;padding:3rem 1.25rem 5rem}
h1,h2,h3,h4{font-family:Besley,Georgia,serif;line-height:1.2;color:var(--accent);margin:2.2em 0 .6em}
h1{color:var(--ink);font-size:2.1rem;margin:.3em 0}h2{font-size:1.55rem}h3{font-size:1.25rem}h4{font-size:1.06rem;color:var(--ink)}
a{color:var(--accent)}img{max-width:100%;height:auto}figure{margin:1.8em 0}figcaption,caption,.facts{color:var(--muted);font-size:.9rem}
.facts{border-bottom:2px solid #b5541a;padding-bottom:1rem;margin-bottom:2rem}.facts p{margin:.2em 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}caption{text-align:left;margin-bottom:.5em}th,td{text-align:left;vertical-align:top;padding:.45em .6em;border-bottom:1px solid var(--line)}thead th{background:var(--soft);border-bottom:2px solid var(--accent)}td p,th p,li>p{margin:.2em 0}
.tableWrapper{overflow-x:auto;margin:1.6em 0}.tableWrapper:focus{outline:2px solid #b5541a}
blockquote{margin:1.4em 0;padding-left:1em;border-left:3px solid var(--line);color:var(--muted)}figure.quote blockquote{margin:0}
pre{background:var(--soft);padding:1em;overflow-x:auto;border-radius:4px}.callout,.attachment{background:var(--soft);border-left:4px solid var(--accent);padding:.8em 1.1em;border-radius:0 4px 4px 0;margin:1.5em 0}
.outcome{border-left:4px solid var(--accent);padding-left:1em;margin:1.2em 0}.outcome p{display:inline}.outcome-label{font-weight:700}.outcome-label::after{content:' : '}.outcome-detail{font-weight:400}.callout-title{font-weight:700;color:var(--accent);margin:0}.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1.5rem}
ul[data-type=taskList]{list-style:none;padding-left:0}ul[data-type=taskList] li{display:flex;gap:.6em}ul[data-type=taskList] p{margin:.1em 0}
mark{background:light-dark(#f6ebc4,#5a4c16);color:inherit}.status{font-weight:700}.noteref{vertical-align:super;font-size:.75em}.notes{border-top:1px solid var(--line);font-size:.92rem;margin-top:3rem}.notes h2{font-size:1.15rem}
.comments>blockquote{color:inherit}@media print{main{max-width:none;padding:0}}
`.replaceAll('\n', '');

/** A document as one page that needs nothing else: readable by everybody, images inside, no script, nothing fetched. */
export function writeHtml(source: ExportSource): Uint8Array {
  const { title, group, writers, at, blocks, names, threads } = source;
  const drawn = drawBlocks(blocks, { formula: formulaOf(katex as unknown as Katex) });
  const body = drawn.blocks.map((html) => nameObjects(html, absolute(names, source.origin))).join('\n');
  const facts = [
    words.groupNamed(group),
    dates.short(at),
    ...(writers.length > 0 ? [words.writtenBy(writers)] : []),
  ];
  return Buffer.from(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main data-document>
<h1>${escapeText(title)}</h1>
<div class="facts">${facts.map((fact) => `<p>${escapeText(fact)}</p>`).join('')}</div>
${within(body, source)}
${threadsHtml(threads)}
</main>
</body>
</html>
`);
}

/** Ours was written by `document-html.ts`, text escaped: an attribute found here is one of its own. */
function within(body: string, { images, origin }: ExportSource): string {
  return body
    .replaceAll(/<button type="button" class="btn embed-show">[^<]*<\/button> /g, '')
    .replaceAll(/<p class="embed-notice">[^<]*<\/p>/g, '')
    .replaceAll(/ (src|href)="(\/[^"]*)"/g, (_, name: string, address: string) => {
      const image = name === 'src' && Object.hasOwn(images, address) ? images[address] : undefined;
      if (!image) return ` ${name}="${origin}${address}"`;
      return ` src="data:${image.contentType};base64,${Buffer.from(image.bytes).toString('base64')}"`;
    });
}

function absolute(names: ExportSource['names'], origin: string): ExportSource['names'] {
  return Object.fromEntries(
    Object.entries(names).map(([key, named]) => [key, { ...named, href: named.href && origin + named.href }]),
  );
}

function threadsHtml(threads: readonly ExportThread[] | null): string {
  if (!threads || threads.length === 0) return '';
  const written = threads.map(({ quote, isResolved, comments }) => {
    const about = quote === '' ? words.quoteGone : words.quoted(quote);
    const said = comments.map(
      ({ author, organisation, at, text }) =>
        `<p><strong>${escapeText(words.commentBy(author, organisation))}</strong> ${escapeText(dates.exact(at))}<br>${escapeText(text).replaceAll('\n', '<br>')}</p>`,
    );
    return `<blockquote><p><em>${escapeText(about)}</em>${isResolved ? ` ${words.resolved}` : ''}</p>${said.join('')}</blockquote>`;
  });
  return `<section class="comments"><h2>${words.comments}</h2>${written.join('')}</section>`;
}
