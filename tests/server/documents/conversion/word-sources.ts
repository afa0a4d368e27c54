import type { Loss } from '#shared/documents/conversion/conversion.ts';

/** A file made of words that `word` gives, and those of them that its report names. The others come in. */
export interface Source {
  readonly bytes: (word: () => string) => Uint8Array | string;
  readonly named?: Partial<Record<Loss, string>>;
}

/** A page of the web. */
export const HTML_SOURCES = {
  'its parts, without anything between them': {
    bytes: (w) =>
      `<title>${w()}</title><header>${w()}</header><nav>${w()}</nav><form><label>${w()}</label><select><option>${w()}</option><option>${w()}</option></select><textarea>${w()}</textarea><button>${w()}</button></form><footer>${w()}</footer>`,
  },
  'a table in a table, a caption, a list of terms': {
    bytes: (w) =>
      `<table><caption>${w()}</caption><tr><td>${w()}<table><tr><td>${w()}</td></tr></table></td></tr></table><dl><dt>${w()}</dt><dd>${w()}</dd></dl>`,
  },
  'notes: called, called by nothing, without a note': {
    bytes: (w) =>
      `<p>${w()}<a role="doc-noteref" href="#n1">1</a> <a class="footnote-ref" href="#n9">${w()}</a></p><section role="doc-endnotes"><h2>Notes</h2><ol><li id="n1">${w()} <a role="doc-backlink" href="#a">retour</a></li><li id="n2">${w()}</li></ol></section>`,
  },
  'ruby, words of a day, of a callout, of facts that are not ours': {
    bytes: (w) =>
      `<main><div class="facts"><p>${w()}</p></div></main><p><ruby>${w()}<rt>${w()}</rt></ruby> <time datetime="2023-03-14">${w()}</time></p><div class="note"><p class="title">${w()}</p><p>${w()}</p></div><div class="callout"><p>${w()}</p><div class="callout-body">${w()}</div></div>`,
  },
  'pictures, drawings, objects, what is for others': {
    bytes: (w) =>
      `<p><img src="https://a.example/a.png" alt="${w()}"> mo<img src="b">t</p><svg><text>${w()}</text></svg><object>${w()}</object><video>${w()}</video><noscript>${w()}</noscript><script>non</script><style>non</style><template>non</template><!-- non --><iframe src="https://a.example/">non</iframe>`,
    named: { words: 'mot2 mot3 mot4 mot5' },
  },
  'an address that is a video': {
    bytes: (w) =>
      `<p>${w()}</p><p><a href="https://youtu.be/abcdefghijk">https://youtu.be/abcdefghijk</a></p>`,
  },
  formulas: {
    bytes: (w) =>
      `<p>${w()} <math><mi>α</mi><annotation encoding="application/x-tex">\\alpha</annotation></math></p>`,
  },
} satisfies Record<string, Source>;

/** Markdown as people write it. */
export const MARKDOWN_SOURCES = {
  'signs in words': {
    bytes: (w) => `${w()} pa**r**c ~~${w()}~~ \`${w()}\` ${w()}\\_${w()} pa<b>r</b>c [pa](x)rc`,
  },
  'signs beside tags in words': {
    bytes: (w) =>
      `${w()}\`${w()}\`<span class="a">${w()} [${w()} <b>${w()}</b>](https://a.example/)${w()} ${w()}<b>${w()}</b>[${w()}](https://a.example/)</span>~~${w()}~~ [${w()}](https://a.example/)[${w()} ](https://b.example/)`,
  },
  'links, notes, references': {
    bytes: (w) =>
      `[${w()}](https://a.example/b_(c) "${w()}") [${w()}][ref] <https://a.example/> https://b.example/c ${w()}[^1]\n\n[ref]: https://c.example/d "autre"\n\n[^1]: ${w()}\n`,
    named: { words: 'mot2' },
  },
  'lists, tasks, quotations, alerts': {
    bytes: (w) =>
      `3. ${w()}\n   - [x] ${w()}\n   - [ ] ${w()}\n\n> 1. ${w()}\n\n> [!WARNING]\n> ${w()}\n\nTerme\n: ${w()}\n`,
  },
  'code, tables, formulas, pictures': {
    bytes: (w) =>
      `\`\`\`js title\n${w()} <b> [a](b)\n\`\`\`\n\n| ${w()} | b |\n|---|--:|\n| ${w()} | d |\n\n$x^{2}$ ![${w()}](https://a.example/a.png)\n`,
  },
  'facts at the head, HTML, entities, emoji': {
    bytes: (w) =>
      `---\ntitle: ${w()}\nabstract: ${w()}\n---\n\n<div class="a"><details><summary>${w()}</summary>\n\n${w()} caf&eacute; &amp; :smile:\n\n</details></div>\n\n<!-- non -->\n\n<script>non</script>\n`,
  },
} satisfies Record<string, Source>;
