import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeText } from '#shared/document/document-markup.ts';

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

/** Our styles on what pandoc wrote, and what it leaves out: the text of each image, in order. The properties name the document and nobody. */
export function dressOdt(bytes: Uint8Array, alternatives: readonly string[]): Uint8Array {
  const files = unzipSync(bytes);
  const change = (name: string, to: (xml: string) => string) => {
    const file = files[name];
    if (file) files[name] = strToU8(to(strFromU8(file)));
  };
  change('styles.xml', (xml) =>
    xml.replace(
      /(<style:style [^>]*style:name="([^"]+)"[^>]*?)(\/>|>[\s\S]*?<\/style:style>)/g,
      (style, open: string, name: string) =>
        Object.hasOwn(LOOKS, name) ? `${open}>${LOOKS[name]}</style:style>` : style,
    ),
  );
  let image = 0;
  change('content.xml', (xml) =>
    xml.replace(/<draw:frame [^>]*>\s*<draw:image [^>]*\/>/g, (frame) => {
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
