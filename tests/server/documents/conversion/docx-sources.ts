import { strToU8 } from 'fflate';
import { docx, part, relationships } from './office-files.ts';
import type { Source } from './word-sources.ts';

const run = (words: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (...inner: string[]) => `<w:p>${inner.join('')}</w:p>`;
const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
const table = (...cells: string[]) => `<w:tbl><w:tr>${cells.map(cell).join('')}</w:tr></w:tbl>`;
const box = (inner: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const field = (code: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const type = (name: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`;
const related = (...names: string[]) => ({
  'word/_rels/document.xml.rels': relationships(
    ...names.map((name) => `<Relationship Id="r-${name}" Type="${type(name)}" Target="${name}.xml"/>`),
  ),
});
const change = 'w:id="1" w:author="A" w:date="2023-01-01T00:00:00Z"';

/** Whatever a file of Word holds words in. */
export const DOCX_SOURCES = {
  'a text box, in the middle of a word': {
    bytes: (w) => docx(p(run('mo'), box(p(run(`${w()} ${w()}`)) + p(run(w()))), run('t'), run(` ${w()}`))),
  },
  'a text box in a text box, in a table': {
    bytes: (w) => docx(table(p(run(w()), box(p(run(w()), box(p(run(w())))))), p(run(w())))),
  },
  'a table in a table': {
    bytes: (w) => docx(table(p(run(w())) + table(p(run(w())), p(run(w()))) + p(run(w())), p(run(w())))),
  },
  'notes at the foot and at the end': {
    bytes: (w) =>
      docx(
        p(run(w()), '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'),
        {
          'word/footnotes.xml': part(
            'footnotes',
            `<w:footnote w:id="2">${p(run(w())) + p(run(w()))}</w:footnote>`,
          ),
          'word/endnotes.xml': part('endnotes', `<w:endnote w:id="2">${p(run(w()))}</w:endnote>`),
          ...related('footnotes', 'endnotes'),
        },
      ),
  },
  'a note that nothing calls': {
    bytes: (w) =>
      docx(p(run(w())), {
        'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${p(run(w()))}</w:footnote>`),
        ...related('footnotes'),
      }),
    named: { words: 'mot2' },
  },
  'a comment': {
    bytes: (w) =>
      docx(
        p(
          '<w:commentRangeStart w:id="3"/>',
          run(w()),
          '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
        ),
        {
          'word/comments.xml': part(
            'comments',
            `<w:comment w:id="3" w:author="Anne" w:date="2023-01-01T00:00:00Z">${p(run(`${w()} ${w()}`))}</w:comment>`,
          ),
          ...related('comments'),
        },
      ),
  },
  'headers and a footer': {
    bytes: (w) => {
      const header = part('hdr', p(run(w())));
      const footer = part('ftr', p(run(w()), field('PAGE', '1')));
      return docx(p(run(w())), {
        'word/header1.xml': header,
        'word/header2.xml': header,
        'word/footer1.xml': footer,
        'word/footer2.xml': part('ftr', p(field('PAGE', '2'))),
      });
    },
    named: { headers: 'mot1 mot2' },
  },
  'tracked changes': {
    bytes: (w) =>
      docx(
        p(
          `<w:ins ${change}>${run(w())}</w:ins><w:del ${change}><w:r><w:delText>${w()}</w:delText></w:r></w:del>`,
          run(' mo'),
          `<w:del ${change}><w:r><w:delText>${w()}</w:delText></w:r></w:del>`,
          run('t'),
        ),
      ),
  },
  'a passage that was moved': {
    bytes: (w) => {
      const moved = run(w());
      return docx(
        p(`<w:moveFrom ${change}>${moved}</w:moveFrom>`) + p(`<w:moveTo ${change}>${moved}</w:moveTo>`),
      );
    },
  },
  'fields, links, controls, tags': {
    bytes: (w) => {
      const inline = [
        field('REF _a', w()),
        `<w:fldSimple w:instr="DATE">${run(w())}</w:fldSimple>`,
        `<w:hyperlink w:anchor="a">${run(w())}</w:hyperlink>`,
        `<w:sdt><w:sdtContent>${run(w())}</w:sdtContent></w:sdt>`,
        `<w:smartTag>${run(w())}</w:smartTag>`,
        `<w:customXml>${run(w())}</w:customXml>`,
      ];
      return docx(`${p(...inline)}<w:sdt><w:sdtContent>${p(run(w()))}</w:sdtContent></w:sdt>`);
    },
  },
  'lists, headings, a caption, an abstract': {
    bytes: (w) =>
      docx(
        ['Heading1', 'Caption', 'Abstract', 'Author', 'ListParagraph']
          .map((style) => p(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, run(w())))
          .join('') +
          p('<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>', run(w())),
        {
          'word/styles.xml': part(
            'styles',
            ['Heading 1', 'Caption', 'Abstract', 'Author', 'List Paragraph']
              .map(
                (name) =>
                  `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
              )
              .join(''),
          ),
          ...related('styles'),
        },
      ),
  },
  'hidden text and what is said above a word': {
    bytes: (w) =>
      docx(
        p(
          run(w(), '<w:vanish/>'),
          `<w:r><w:ruby><w:rt>${run(w())}</w:rt><w:rubyBase>${run(w())}</w:rubyBase></w:ruby></w:r>`,
        ),
      ),
  },
  'a chart, WordArt, what is said of a picture that is not there': {
    bytes: (w) =>
      docx(
        p(
          run(w()),
          `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${w()}"/><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r><w:r><w:pict><v:shape><v:textpath string="${w()}"/></v:shape></w:pict></w:r><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="r9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
        ),
        {
          'word/charts/chart1.xml': strToU8(
            `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>${w()}</a:t></a:r></a:p></c:chartSpace>`,
          ),
        },
      ),
    named: { words: 'mot2 mot3', charts: 'mot4' },
  },
  formulas: {
    bytes: (w) =>
      docx(
        p(
          run(w()),
          '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>α</m:t></m:r></m:oMath>',
        ),
      ),
  },
  'breaks, tabs and hyphens in a word': {
    bytes: (w) =>
      docx(
        p(
          `<w:r><w:t>${w()}</w:t><w:br/><w:t>${w()}</w:t><w:tab/><w:t>${w()}</w:t><w:noBreakHyphen/><w:t>mo</w:t><w:softHyphen/><w:t>t</w:t></w:r>`,
        ),
      ),
  },
  'another prefix': {
    bytes: (w) =>
      docx(p(run(w())), {
        'word/comments.xml': strToU8(
          `<x:comments xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:comment><x:p><x:r><x:t>${w()}</x:t></x:r></x:p></x:comment></x:comments>`,
        ),
      }),
  },
} satisfies Record<string, Source>;
