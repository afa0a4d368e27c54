import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeText } from '#shared/documents/text/document-markup.ts';
import { FOLDED_STYLE, SUMMARY_STYLE } from './pandoc-blocks.ts';
import { COLUMNS_STYLE } from './pandoc-columns.ts';

const TITLE_FONT = 'fo:font-family="Besley" style:font-name="Besley" fo:font-weight="bold"';
const SPRUCE = '#0b4a50';
const paragraph = (before: number, after: number, more = '') =>
  `<style:paragraph-properties fo:margin-top="${before}cm" fo:margin-bottom="${after}cm" ${more}/>`;
const text = (points: number, colour: string, more = '') =>
  `<style:text-properties fo:font-size="${points}pt" fo:color="${colour}" ${more}/>`;

/** Properties by style name: they take the place of pandoc's own. */
const LOOKS: Readonly<Record<string, string>> = {
  Title: paragraph(0, 0.2, 'fo:text-align="start"') + text(26, '#1f2a2c', TITLE_FONT),
  Subtitle:
    paragraph(
      0,
      0.8,
      'fo:text-align="start" fo:padding-bottom="0.25cm" fo:border-bottom="0.8pt solid #b5541a"',
    ) + text(10, '#4d5853', 'fo:font-style="normal"'),
  Heading_20_1: paragraph(0.75, 0.25, 'fo:keep-with-next="always"') + text(17, SPRUCE, TITLE_FONT),
  Heading_20_2: paragraph(0.6, 0.2, 'fo:keep-with-next="always"') + text(14, SPRUCE, TITLE_FONT),
  Heading_20_3: paragraph(0.5, 0.2, 'fo:keep-with-next="always"') + text(12, '#1f2a2c', TITLE_FONT),
  TableCaption: paragraph(0.3, 0.15, 'fo:keep-with-next="always"') + text(9, '#4d5853'),
  Quotations: paragraph(
    0.15,
    0.2,
    'fo:margin-left="0.8cm" fo:padding-left="0.3cm" fo:border-left="2pt solid #0b4a50"',
  ),
  FigureCaption: paragraph(0.1, 0.3) + text(9, '#4d5853'),
};

/** Styles of our own, which pandoc names and leaves to us. */
const OWN_LOOKS: Readonly<Record<string, string>> = {
  [SUMMARY_STYLE]:
    paragraph(0.4, 0.1, 'fo:keep-with-next="always"') +
    `<style:text-properties fo:color="${SPRUCE}" fo:font-weight="bold"/>`,
  [FOLDED_STYLE]: paragraph(0.1, 0.1, 'fo:padding-left="0.3cm" fo:border-left="1pt solid #d3cec2"'),
};

/** Our styles on what pandoc wrote, and what it leaves out: the text of each image, in order. The properties name the document and nobody. */
export function dressOdt(bytes: Uint8Array, alternatives: readonly string[]): Uint8Array {
  const files = unzipSync(bytes);
  const change = (name: string, to: (xml: string) => string) => {
    const file = files[name];
    if (file) files[name] = strToU8(to(strFromU8(file)));
  };
  change('styles.xml', (xml) =>
    xml
      .replace(
        /(<style:style [^>]*style:name="([^"]+)"[^>]*?)(\/>|>[\s\S]*?<\/style:style>)/g,
        (style, open: string, name: string) =>
          Object.hasOwn(LOOKS, name) ? `${open}>${LOOKS[name]}</style:style>` : style,
      )
      .replace(
        /(<style:default-style style:family="paragraph">[\s\S]*?)style:font-name="Times New Roman"/,
        '$1fo:font-family="\'Atkinson Hyperlegible Next\', Verdana, sans-serif" fo:color="#1f2a2c"',
      )
      .replace(/fo:page-height="11in" fo:page-width="8.5in"/, 'fo:page-height="29.7cm" fo:page-width="21cm"')
      .replace('</office:styles>', `${ownStyles()}</office:styles>`),
  );
  let image = 0;
  change('content.xml', (xml) =>
    tables(xml).replace(/<draw:frame [^>]*>\s*<draw:image [^>]*\/>/g, (frame) => {
      const said = alternatives[image++];
      return said ? `${frame}<svg:desc>${escapeText(said)}</svg:desc>` : frame;
    }),
  );
  change('meta.xml', (xml) =>
    xml
      .replace(/<meta:initial-creator>[^<]*<\/meta:initial-creator>/, '')
      .replace(/<dc:creator>[^<]*<\/dc:creator>/, '')
      .replace(/<meta:generator>[^<]*<\/meta:generator>/, '<meta:generator>Cordée</meta:generator>'),
  );
  const { mimetype, ...others } = files;
  // Known by its first bytes: the type stands first, and as it is.
  return zipSync(
    { ...(mimetype && { mimetype: [mimetype, { level: 0 as const }] }), ...others },
    { level: 6 },
  );
}

function ownStyles(): string {
  return Object.entries(OWN_LOOKS)
    .map(
      ([name, look]) =>
        `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Text_20_body">${look}</style:style>`,
    )
    .join('');
}

/** A name for each table of columns, rules between the rows of the others. */
function tables(xml: string): string {
  let count = 0;
  const rule = (width: string, colour: string) =>
    `<style:table-cell-properties fo:padding="0.15cm" fo:border="none" fo:border-bottom="${width} solid ${colour}"`;
  const cell = (name: string, properties: string) =>
    `<style:style style:name="${name}" style:family="table-cell">${properties}/></style:style>`;
  const styles = [
    cell('TableHeaderRowCell', `${rule('1pt', SPRUCE)} fo:background-color="#f4f1ea"`),
    cell('TableRowCell', rule('0.5pt', '#d3cec2')),
    cell(
      `${COLUMNS_STYLE}_cellule`,
      '<style:table-cell-properties fo:border="none" fo:padding="0cm" fo:padding-right="0.4cm"',
    ),
    `<style:style style:name="${COLUMNS_STYLE}" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins" fo:margin-top="0.3cm" fo:margin-bottom="0.3cm"/></style:style>`,
  ];
  return xml
    .replace(/<style:style style:name="Table(?:Header)?RowCell"[\s\S]*?<\/style:style>/g, '')
    .replaceAll(`table:name="${COLUMNS_STYLE}"`, () => `table:name="${COLUMNS_STYLE} ${++count}"`)
    .replaceAll(
      'style:rel-width="100%" />',
      'style:rel-width="100%" fo:margin-top="0.2cm" fo:margin-bottom="0.4cm" />',
    )
    .replace('</office:automatic-styles>', `${styles.join('')}</office:automatic-styles>`);
}
