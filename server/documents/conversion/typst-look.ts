import { conversion as words } from '#shared/documents/conversion/conversion.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { ExportSource, ExportThread } from './export-source.ts';
import { typstString, typstText } from './typst-text.ts';

const svg = (inside: string) =>
  typstString(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><rect x="1" y="1" width="10" height="10" rx="2" fill="none" stroke="#31464a" stroke-width="1.2"/>${inside}</svg>`,
  );

/** The page, the type and the functions that `typst-blocks.ts` calls: the identity of the product on paper. */
const LOOK = `
#let ink = oklch(25.2%, 0.018, 200deg)
#let muted = oklch(45.5%, 0.018, 150deg)
#let border = oklch(85%, 0.016, 92deg)
#let sunken = oklch(96%, 0.009, 95deg)
#let spruce = oklch(39%, 0.066, 202deg)
#let rope = oklch(62.5%, 0.165, 48deg)
#let tones = (
  info: oklch(46.5%, 0.095, 250deg), warning: oklch(50%, 0.115, 52deg), practice: oklch(45.5%, 0.095, 158deg),
  example: oklch(45%, 0.098, 322deg), definition: muted, key: spruce,
)
#let grounds = (
  info: oklch(96%, 0.014, 248deg), warning: oklch(96%, 0.025, 68deg), practice: oklch(96%, 0.022, 158deg),
  example: oklch(96%, 0.015, 322deg), definition: sunken, key: oklch(95.5%, 0.018, 190deg),
)
#set text(font: ("Atkinson Hyperlegible Next", "Libertinus Serif"), size: 10.5pt, fill: ink, lang: "fr", hyphenate: true)
#set par(leading: 0.72em, spacing: 1.05em, justify: false)
#set list(marker: text(fill: spruce)[•], indent: 0.2em, body-indent: 0.6em, spacing: 0.75em)
#set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.75em)
#set footnote.entry(separator: line(length: 28%, stroke: 0.5pt + border), gap: 0.6em)
#show footnote.entry: set text(size: 8.8pt)
#show link: set text(fill: spruce)
#show link: underline.with(stroke: 0.4pt + spruce, offset: 1.6pt)
#show raw: set text(font: ("DejaVu Sans Mono", "Atkinson Hyperlegible Next"), size: 8.6pt)
#set raw(theme: none)
#show heading: set text(font: ("Besley", "Libertinus Serif"), weight: 600, fill: spruce, hyphenate: false)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 13.5pt)
#show heading.where(level: 3): set text(size: 11.5pt, fill: ink)
#set block(spacing: 1.25em)
#show heading.where(level: 1): set block(above: 1.7em, below: 0.85em, sticky: true)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 3): set block(above: 1.5em, below: 0.75em, sticky: true)
#show title: set text(font: ("Besley", "Libertinus Serif"), weight: 600, fill: ink, size: 27pt, hyphenate: false)
#show title: set par(leading: 0.42em)
#show figure.caption: set text(size: 9pt, fill: muted)
#show figure: set align(left)
#show figure.where(kind: table): it => block(breakable: true, width: 100%, above: 1.5em, below: 1.5em, { block(sticky: true, below: 0.7em, it.caption); it.body })
#set figure(numbering: none, supplement: none, gap: 0.7em)
#set table(stroke: none, inset: (x: 7pt, y: 6pt))
#show table: set text(size: 9.4pt)
#show table: set par(leading: 0.6em, spacing: 0.7em)
#show table: set text(hyphenate: false)

#let chip(body) = box(fill: sunken, stroke: 0.5pt + border, radius: 3pt, inset: (x: 4pt), outset: (y: 2.5pt), text(size: 0.88em, weight: "bold", body))
#let marked(kind, body) = highlight(fill: if kind == "check" { oklch(94%, 0.05, 68deg) } else if kind == "new" { oklch(94%, 0.04, 158deg) } else { oklch(94%, 0.06, 95deg) }, extent: 1pt, body)
#let tasks(..items) = list(marker: none, indent: 0em, body-indent: 0em, ..items)
#let box-of(done) = {
  box(image(bytes(if done { DONE_SVG } else { TODO_SVG }), format: "svg", alt: if done { DONE } else { TODO }, height: 0.82em), baseline: 0.06em)
  h(0.5em)
}
#let quotation(source, body) = block(width: 100%, inset: (left: 14pt, y: 2pt), stroke: (left: 2pt + border), {
  quote(block: false, quotes: false, text(fill: muted, body))
  if source != none { block(above: 0.7em, text(size: 9pt, fill: muted)[— #source]) }
})
#let code(language, lines) = block(width: 100%, fill: sunken, radius: 4pt, inset: 10pt, raw(block: true, lang: language, lines.join("\\n")))
#let callout(kind, name, body) = block(width: 100%, fill: grounds.at(kind), stroke: (left: 3pt + tones.at(kind)), radius: (right: 4pt), inset: (x: 13pt, y: 11pt), above: 1.4em, below: 1.4em, {
  block(below: 0.65em, sticky: true, text(weight: "bold", fill: tones.at(kind), name))
  body
})
#let summary(body) = block(above: 1.3em, below: 0.7em, sticky: true, strong(body))
#let folded(body) = block(inset: (left: 12pt), stroke: (left: 0.5pt + border), body)
#let side-by-side(..columns) = block(above: 1.3em, below: 1.3em, grid(columns: columns.pos().map(_ => 1fr), column-gutter: 1.6em, ..columns))
#let rule() = block(above: 1.6em, below: 1.6em, line(length: 100%, stroke: 0.5pt + border))
#let elsewhere(body) = block(fill: sunken, radius: 4pt, inset: (x: 10pt, y: 7pt), body)
#let shares = (full: 100%, medium: 66%, small: 40%)
#let picture(name, said, caption, size, side, natural) = layout(area => {
  let most = area.width * shares.at(size)
  let width = if natural == none { most } else { calc.min(natural.to-absolute(), most) }
  let drawn = if said == none { pdf.artifact(image(name, width: width)) } else { image(name, width: width, alt: said) }
  align(side, block(above: 1.4em, below: 1.4em, width: width, if caption == none { drawn } else { figure(drawn, caption: caption) }))
})
#let data-table(caption, sizes, head, ..cells) = {
  let drawn = table(
    columns: sizes,
    fill: (_, y) => if y < head { sunken },
    stroke: (_, y) => (bottom: if y < head { 0.9pt + spruce } else { 0.5pt + border }),
    align: left + top,
    ..cells,
  )
  show table.cell: it => if it.y < head { strong(it) } else { it }
  if caption == none { block(above: 1.4em, below: 1.4em, drawn) } else {
    figure(drawn, kind: table, caption: figure.caption(position: top, caption))
  }
}
`;

/** The whole source of a PDF: look, cover block, text, comments. */
export function typstSource(source: ExportSource, body: string): string {
  const { title, group, over = words.groupNamed(group), writers, at, threads } = source;
  const look = LOOK.replace(
    'DONE_SVG',
    svg('<path d="M3.2 6.2l2 2 3.8-4.4" fill="none" stroke="#0d5a5f" stroke-width="1.6"/>'),
  )
    .replace('TODO_SVG', svg(''))
    .replace('{ DONE }', `{ ${typstString(words.done)} }`)
    .replace('{ TODO }', `{ ${typstString(words.todo)} }`);
  const facts = [dates.short(at), ...(writers.length > 0 ? [words.writtenBy(writers)] : [])];
  return [
    `#set document(title: ${typstString(title)}, author: (), date: none)`,
    pageOf(title),
    look,
    `#block(below: 1.1em, text(size: 9.5pt, weight: "bold", fill: spruce, ${typstString(over)}))`,
    '#title()',
    `#block(above: 1.3em, below: 0.5em, text(size: 9.5pt, fill: muted)[${facts.map(typstText).join('#linebreak();')}])`,
    '#block(above: 1.4em, below: 2.2em, stack(dir: ltr, spacing: 0pt, line(length: 22%, stroke: 2.2pt + rope), line(length: 78%, stroke: 0.6pt + border)))',
    body,
    threads && threads.length > 0 ? threadsOf(threads) : '',
  ].join('\n');
}

function pageOf(title: string): string {
  const short = title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title;
  return `#set page(paper: "a4", margin: (x: 2.5cm, top: 2.4cm, bottom: 2.5cm), footer: context [
  #set text(size: 8.5pt, fill: oklch(45.5%, 0.018, 150deg))
  #grid(columns: (1fr, auto), column-gutter: 1.5em, [${typstText(short)}], [#${typstString(words.page)}; #counter(page).display() #${typstString(words.of)}; #counter(page).final().first()])
])`;
}

function threadsOf(threads: readonly ExportThread[]): string {
  const written = threads.map(({ quote, isResolved, comments }) => {
    const about = quote === '' ? words.quoteGone : words.quoted(quote);
    const state = isResolved ? ` #chip[${typstText(words.resolved)}];` : '';
    const said = comments.map(
      ({ author, organisation, at, text }) =>
        `#block[#strong[${typstText(words.commentBy(author, organisation))}];#text(fill: muted)[${typstText(` ${dates.exact(at)}`)}];#linebreak();${text.split('\n').map(typstText).join('#linebreak();')}]`,
    );
    return `#block(inset: (left: 12pt), stroke: (left: 2pt + border), above: 1.3em, below: 1.3em)[#emph[${typstText(about)}];${state}\n\n${said.join('\n\n')}]`;
  });
  return `#heading(level: 1)[${typstText(words.comments)}];\n\n${written.join('\n\n')}`;
}
