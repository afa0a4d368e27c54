import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CALLOUT_STYLE } from './pandoc-blocks.ts';

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
const leftRule = (value: string, width: number) =>
  `<w:pBdr><w:left w:val="single" w:sz="${width}" w:space="10" w:color="${value}"/></w:pBdr>`;

/** Paragraph and run properties by style id: they take the place of pandoc's own. */
const LOOKS: Readonly<Record<string, { p: string; r: string }>> = {
  BodyText: { p: spacing(0, 140, 300), r: '' },
  FirstParagraph: { p: spacing(0, 140, 300), r: '' },
  Compact: { p: spacing(20, 40, 280), r: '' },
  Title: { p: `${spacing(0, 160)}<w:jc w:val="left"/>`, r: `${TITLES}<w:b/>${colour(INK)}${size(26)}` },
  Subtitle: {
    p: `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="8" w:color="B5541A"/></w:pBdr>${spacing(0, 400)}<w:jc w:val="left"/>`,
    r: `${TEXT}${colour(MUTED)}${size(10)}`,
  },
  Heading1: {
    p: `<w:keepNext/><w:keepLines/>${spacing(420, 140)}<w:outlineLvl w:val="0"/>`,
    r: `${TITLES}<w:b/>${colour(SPRUCE)}${size(17)}`,
  },
  Heading2: {
    p: `<w:keepNext/><w:keepLines/>${spacing(320, 120)}<w:outlineLvl w:val="1"/>`,
    r: `${TITLES}<w:b/>${colour(SPRUCE)}${size(14)}`,
  },
  Heading3: {
    p: `<w:keepNext/><w:keepLines/>${spacing(260, 100)}<w:outlineLvl w:val="2"/>`,
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

const CALLOUT = {
  p: `${leftRule(SPRUCE, 24)}<w:shd w:val="clear" w:color="auto" w:fill="E9F3F2"/>${spacing(60, 60, 290)}<w:ind w:left="240" w:right="120"/>`,
  r: '',
};

/** Our styles on what pandoc wrote; the properties name the document and nobody. */
export function dressDocx(bytes: Uint8Array): Uint8Array {
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
  return zipSync(files, { level: 6 });
}

function dressed(xml: string): string {
  let styles = xml.replace(
    /<w:rPrDefault>[\s\S]*?<\/w:rPrDefault>/,
    `<w:rPrDefault><w:rPr>${TEXT}${colour(INK)}${size(11)}<w:lang w:val="fr-FR" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
  );
  const callout = new RegExp(
    `<w:style [^>]*w:styleId="([^"]+)"[^>]*>\\s*<w:name w:val="${CALLOUT_STYLE}"`,
  ).exec(styles)?.[1];
  const looks = callout ? { ...LOOKS, [callout]: CALLOUT } : LOOKS;
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
  return styles;
}

/** Rules between rows, and a header row that is repeated on each page. */
function tables(xml: string): string {
  const rule = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${BORDER}"/>`;
  const borders = `<w:tblBorders>${rule('top')}${rule('bottom')}${rule('insideH')}</w:tblBorders>`;
  return xml.replace(
    /(<w:tblPr>(?:(?!<\/w:tblPr>)[\s\S])*?)(<w:tblLayout|<w:tblLook|<\/w:tblPr>)/g,
    `$1${borders}$2`,
  );
}

function margins(xml: string): string {
  const page =
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1360" w:right="1418" w:bottom="1418" w:left="1418" w:header="708" w:footer="708" w:gutter="0"/>';
  return xml.replace(/<w:sectPr[^>]*\/>|<w:sectPr[^>]*>[\s\S]*?<\/w:sectPr>/g, (section) => {
    const inner = section.endsWith('/>') ? '' : section.replace(/^<w:sectPr[^>]*>|<\/w:sectPr>$/g, '');
    const kept = inner.replace(/<w:pgSz[^>]*\/>|<w:pgMar[^>]*\/>/g, '').trim();
    return `<w:sectPr>${kept}${page}</w:sectPr>`;
  });
}
