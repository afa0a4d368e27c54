import { strToU8 } from 'fflate';
import { odt } from './office-files.ts';
import type { Source } from './word-sources.ts';

const tp = (...inner: string[]) => `<text:p>${inner.join('')}</text:p>`;
const frame = (inner: string, anchor = 'as-char') =>
  `<draw:frame text:anchor-type="${anchor}"><draw:text-box>${inner}</draw:text-box></draw:frame>`;
const ttable = (...cells: string[]) =>
  `<table:table><table:table-column/><table:table-row>${cells.map((inner) => `<table:table-cell>${inner}</table:table-cell>`).join('')}</table:table-row></table:table>`;
const note = (kind: string, inner: string) =>
  `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${inner}</text:note-body></text:note>`;
const list = (...items: string[]) =>
  `<text:list>${items.map((inner) => `<text:list-item>${inner}</text:list-item>`).join('')}</text:list>`;
const master = (inner: string) => `<style:master-page style:name="Standard">${inner}</style:master-page>`;

/** The same of LibreOffice. */
export const ODT_SOURCES = {
  'text boxes: in a word, on the page, in a heading': {
    bytes: (w) =>
      odt(
        frame(tp(w()), 'page') +
          tp('mo', frame(tp(w(), ' ', w()) + list(tp(w()))), 't ', w()) +
          `<text:h text:outline-level="1">${w()}${frame(tp(w()), 'char')}</text:h>`,
      ),
  },
  'shapes, groups, boxes in boxes': {
    bytes: (w) =>
      odt(
        tp(
          `<draw:custom-shape>${tp(w())}</draw:custom-shape>`,
          `<draw:g><draw:rect>${tp(w())}</draw:rect>${frame(tp(w(), frame(tp(w()))))}</draw:g>`,
        ) + tp(w()),
      ),
  },
  'a table in a table, in a list, in a box': {
    bytes: (w) =>
      odt(
        ttable(tp(w()) + ttable(tp(w()), list(tp(w()))), `<text:h>${w()}</text:h>`) +
          list(tp(w()) + ttable(tp(w()))) +
          tp(frame(ttable(tp(w()), tp(w())))),
      ),
  },
  'a row of headers, sections in cells': {
    bytes: (w) =>
      odt(
        `<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>${tp(w())}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:section>${tp(w())}</text:section></table:table-cell></table:table-row></table:table>`,
      ),
  },
  'notes, with lists and tables in them': {
    bytes: (w) =>
      odt(
        tp(w(), note('footnote', tp(w()) + list(tp(w()))), note('endnote', tp(w()) + ttable(tp(w()))), w()),
      ),
  },
  comments: {
    bytes: (w) =>
      odt(
        tp(
          'mo<office:annotation office:name="1"><dc:creator>Anne</dc:creator><dc:date>2023-01-01</dc:date>',
          `<text:p>${w()} ${w()}</text:p></office:annotation>t`,
          '<office:annotation-end office:name="1"/> ',
          w(),
        ),
      ),
  },
  'headers and a footer': {
    bytes: (w) =>
      odt(
        tp(w()),
        master(
          `<style:header>${tp(w())}</style:header><style:footer>${tp(w(), '<text:page-number>1</text:page-number>')}</style:footer>`,
        ) + master('<style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer>'),
      ),
    named: { headers: 'mot2 mot3' },
  },
  'tracked changes': {
    bytes: (w) =>
      odt(
        `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Anne</dc:creator></office:change-info>${tp(w())}</text:deletion></text:changed-region></text:tracked-changes>` +
          tp('mo<text:change text:change-id="1"/>t <text:change-start/>', w(), '<text:change-end/>'),
      ),
    // Nothing says where it was.
    named: { words: 'mot1' },
  },
  'fields, links, references, ruby': {
    bytes: (w) =>
      odt(
        tp(
          `<text:date>${w()}</text:date> <text:placeholder>${w()}</text:placeholder> <text:meta>${w()} <text:span>${w()}</text:span></text:meta> `,
          `<text:a xlink:href="https://a.example/">${w()}<text:s/>${w()}<text:line-break/><text:author-name>${w()}</text:author-name></text:a> `,
          `<text:bookmark-ref text:ref-name="a"><text:span>${w()}</text:span></text:bookmark-ref> `,
          `<text:ruby><text:ruby-base>${w()}</text:ruby-base><text:ruby-text>${w()}</text:ruby-text></text:ruby> `,
          `<text:hidden-paragraph/><text:conditional-text>${w()}</text:conditional-text>`,
        ),
      ),
  },
  'hidden text': {
    bytes: (w) => odt(tp(w(), `<text:hidden-text text:string-value="${w()}"/>`)),
    named: { words: 'mot2' },
  },
  'lists with headings, sections, numbered paragraphs': {
    bytes: (w) =>
      odt(
        list(tp(w()) + list(`<text:h>${w()}</text:h><text:section>${tp(w())}</text:section>`)) +
          `<text:numbered-paragraph>${tp(w())}</text:numbered-paragraph><text:section text:display="none">${ttable(tp(w()))}</text:section>`,
      ),
  },
  'a table of contents, an index, a bibliography': {
    bytes: (w) => {
      const index = (name: string, word: string) =>
        `<text:${name}><text:${name}-source><text:index-title-template>Modèle</text:index-title-template></text:${name}-source><text:index-body>${tp(word)}</text:index-body></text:${name}>`;
      return odt(
        index('table-of-content', w()) + index('alphabetical-index', w()) + index('bibliography', w()),
      );
    },
    named: { contents: 'mot1' },
  },
  'the title, a caption, what is said of a picture that is not there, a chart': {
    bytes: (w) =>
      odt(
        `<text:p text:style-name="Title">${w()}<text:line-break/>${w()}</text:p>` +
          tp(
            frame(
              `<text:p text:style-name="Illustration"><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>${w()}</svg:title><svg:desc>${w()}</svg:desc></draw:frame>Illustration <text:sequence>1</text:sequence> : ${w()}</text:p>${tp(w())}`,
            ),
          ) +
          tp(
            '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="a"/></draw:frame>',
            w(),
          ),
        '',
        {
          'Object 1/content.xml': strToU8(
            `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><text:p>${w()}</text:p></office:document-content>`,
          ),
        },
      ),
    named: { words: 'mot8' },
  },
} satisfies Record<string, Source>;
