import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { threadComments } from './docx-comments.ts';
import type { OfficeComment } from './office-comments.ts';
import { CALLOUT_STYLE, FOLDED_STYLE, SUMMARY_STYLE } from './pandoc-blocks.ts';
import { COLUMNS_STYLE } from './pandoc-columns.ts';

const INK = '1F2A2C';
const MUTED = '4D5853';
const SPRUCE = '0B4A50';
const BORDER = 'D3CEC2';
const TITLES = '<w:rFonts w:ascii="Besley" w:hAnsi="Besley" w:cs="Georgia"/>';
const TEXT =
  '<w:rFonts w:ascii="Atkinson Hyperlegible Next" w:hAnsi="Atkinson Hyperlegible Next" w:cs="Verdana"/>';
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const colour = (value: string) => `<w:color w:val="${value}"/>`;
const spacing = (before: number, after: number, line = 0) =>
  `<w:spacing w:before="${before}" w:after="${after}"${line ? ` w:line="${line}" w:lineRule="auto"` : ''}/>`;
/** Of the text between our margins, and of the page that pandoc counts with, in twentieths of a point. */
const TEXT_WIDTH = 9_070;
const PANDOC_WIDTH = 7_920;
const leftRule = (value: string, width: number) =>
  `<w:pBdr><w:left w:val="single" w:sz="${width}" w:space="10" w:color="${value}"/></w:pBdr>`;

/** Paragraph and run properties by style id: they take the place of pandoc's own. */
const LOOKS: Readonly<Record<string, { p: string; r: string }>> = {
  BodyText: { p: spacing(0, 140, 300), r: '' },
  // After a heading, a list or a table.
  FirstParagraph: { p: spacing(80, 140, 300), r: '' },
  Compact: { p: spacing(20, 40, 280), r: '' },
  Title: { p: `${spacing(0, 160)}<w:jc w:val="left"/>`, r: `${TITLES}<w:b/>${colour(INK)}${size(26)}` },
  Subtitle: {
    p: `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="8" w:color="B5541A"/></w:pBdr>${spacing(0, 400)}<w:jc w:val="left"/>`,
    r: `${TEXT}<w:b w:val="0"/>${colour(MUTED)}${size(10)}`,
  },
  Heading1: {
    p: `<w:keepNext/><w:keepLines/>${spacing(420, 80)}<w:outlineLvl w:val="0"/>`,
    r: `${TITLES}<w:b/>${colour(SPRUCE)}${size(17)}`,
  },
  Heading2: {
    p: `<w:keepNext/><w:keepLines/>${spacing(320, 60)}<w:outlineLvl w:val="1"/>`,
    r: `${TITLES}<w:b/>${colour(SPRUCE)}${size(14)}`,
  },
  Heading3: {
    p: `<w:keepNext/><w:keepLines/>${spacing(260, 40)}<w:outlineLvl w:val="2"/>`,
    r: `${TITLES}<w:b/>${colour(INK)}${size(12)}`,
  },
  BlockText: {
    p: `${leftRule(BORDER, 18)}${spacing(80, 120, 290)}<w:ind w:left="480" w:right="480"/>`,
    r: colour(MUTED),
  },
  SourceCode: { p: `<w:shd w:val="clear" w:color="auto" w:fill="F4F1EA"/>${spacing(120, 160)}`, r: '' },
  TableCaption: { p: `<w:keepNext/>${spacing(200, 80)}`, r: `${colour(MUTED)}${size(9)}` },
  ImageCaption: { p: spacing(60, 200), r: `${colour(MUTED)}${size(9)}` },
  FootnoteText: { p: spacing(0, 40), r: size(9) },
};

/** The same for our own styles, by their name: pandoc makes up their ids. */
const OWN_LOOKS: Readonly<Record<string, { p: string; r: string }>> = {
  [CALLOUT_STYLE]: {
    p: `${leftRule(SPRUCE, 24)}<w:shd w:val="clear" w:color="auto" w:fill="E9F3F2"/>${spacing(60, 60, 290)}<w:ind w:left="240" w:right="120"/>`,
    r: '',
  },
  [SUMMARY_STYLE]: { p: `<w:keepNext/>${spacing(220, 60)}`, r: `<w:b/>${colour(SPRUCE)}` },
  [FOLDED_STYLE]: {
    p: `${leftRule(BORDER, 8)}${spacing(60, 60, 290)}<w:ind w:left="240"/>`,
    r: '',
  },
};

const FIRST_ROW = `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${SPRUCE}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F4F1EA"/></w:tcPr></w:tblStylePr>`;
const COLUMNS = `<w:style w:type="table" w:customStyle="1" w:styleId="${COLUMNS_STYLE}"><w:name w:val="${COLUMNS_STYLE}"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="240" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

/** Our styles on what pandoc wrote, and what it leaves out of comments; the properties name the document and nobody. */
export function dressDocx(bytes: Uint8Array, comments: readonly OfficeComment[]): Uint8Array {
  const files = unzipSync(bytes);
  const change = (name: string, to: (xml: string) => string) => {
    const file = files[name];
    if (file) files[name] = strToU8(to(strFromU8(file)));
  };
  change('word/styles.xml', dressed);
  change('word/document.xml', (xml) => margins(tables(xml)));
  change('docProps/core.xml', (xml) => xml.replace(/<dc:creator>[^<]*<\/dc:creator>/, ''));
  change('word/settings.xml', (xml) =>
    xml.includes('w:themeFontLang')
      ? xml
      : xml.replace('</w:settings>', '<w:themeFontLang w:val="fr-FR"/></w:settings>'),
  );
  const add = (name: string, xml: string) => {
    files[name] = strToU8(xml);
  };
  threadComments(change, add, comments);
  return zipSync(files, { level: 6 });
}

function dressed(xml: string): string {
  let styles = xml.replace(
    /<w:rPrDefault>[\s\S]*?<\/w:rPrDefault>/,
    `<w:rPrDefault><w:rPr>${TEXT}${colour(INK)}${size(11)}<w:lang w:val="fr-FR" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
  );
  const looks = { ...LOOKS };
  for (const [, id = '', name = ''] of styles.matchAll(
    /<w:style [^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"/g,
  )) {
    const look = Object.hasOwn(OWN_LOOKS, name) ? OWN_LOOKS[name] : undefined;
    if (look) looks[id] = look;
  }
  styles = styles.replace(
    /<w:style [^>]*w:styleId="([^"]+)"[^>]*>[\s\S]*?<\/w:style>/g,
    (style, id: string) => {
      const look = Object.hasOwn(looks, id) ? looks[id] : undefined;
      if (!look) return style;
      return style
        .replace(/<w:pPr>[\s\S]*?<\/w:pPr>/g, '')
        .replace(/<w:rPr>[\s\S]*?<\/w:rPr>/g, '')
        .replace('</w:style>', `<w:pPr>${look.p}</w:pPr><w:rPr>${look.r}</w:rPr></w:style>`);
    },
  );
  return styles
    .replace(/<w:tblStylePr w:type="firstRow">[\s\S]*?<\/w:tblStylePr>/, FIRST_ROW)
    .replace('</w:styles>', `${COLUMNS}</w:styles>`);
}

const WHOLE_ROW = '<w:trPr><w:cantSplit/></w:trPr>';

/** The whole width, rules between rows, no row over two pages; columns are a table of which nothing is seen. */
function tables(xml: string): string {
  const rule = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${BORDER}"/>`;
  const borders = `<w:tblBorders>${rule('top')}${rule('bottom')}${rule('insideH')}</w:tblBorders>`;
  return (
    xml
      .replace(
        /(<w:tblPr>(?:(?!<\/w:tblPr>)[\s\S])*?)(<w:tblLayout|<w:tblLook|<\/w:tblPr>)/g,
        (_, before: string, after: string) => {
          const wide = before.replace(/<w:tblW [^>]*\/>/, '<w:tblW w:type="pct" w:w="5000"/>');
          return `${wide}${before.includes(`w:val="${COLUMNS_STYLE}"`) ? '' : borders}${after}`;
        },
      )
      .replaceAll('<w:tr>', `<w:tr>${WHOLE_ROW}`)
      .replace(/<w:trPr>(?=<w:tblHeader)/g, '<w:trPr><w:cantSplit/>')
      .replaceAll(`${WHOLE_ROW}<w:trPr>`, '<w:trPr>')
      .replace(
        new RegExp(`(w:val="${COLUMNS_STYLE}" ?/>(?:(?!<w:tr>)[\\s\\S])*<w:tr>)${WHOLE_ROW}`, 'g'),
        '$1',
      )
      // Text that follows a table stands off it, as it does off anything else.
      .replace(
        /(<\/w:tbl>\s*<w:p><w:pPr><w:pStyle w:val="(?:BodyText|FirstParagraph)" ?\/>)(?=<\/w:pPr>)/g,
        `$1${spacing(200, 140, 300)}`,
      )
      .replace(/<w:gridCol w:w="(\d+)" ?\/>/g, (_, width: string) => {
        return `<w:gridCol w:w="${Math.round((Number(width) * TEXT_WIDTH) / PANDOC_WIDTH)}"/>`;
      })
  );
}

/** A page of A4; notes are numbered through. */
function margins(xml: string): string {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1360" w:right="1418" w:bottom="1418" w:left="1418" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
  return xml.replace(/<w:sectPr[^>]*\/>|<w:sectPr[^>]*>[\s\S]*?<\/w:sectPr>/g, page);
}
