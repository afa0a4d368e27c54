import { strToU8, zipSync } from 'fflate';

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="5.5cm"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`;
const TAIL = '</office:spreadsheet></office:body></office:document-content>';

/** A sheet of a workbook. */
export interface OdsSheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * [PI11] [OD1] Tables as an OpenDocument workbook, a sheet each, headings first and kept in sight of programs as header rows. A text is
 * a text, whatever it begins with: what a CSV file has to disarm is no formula here.
 */
export function odsOf(tables: readonly OdsSheet[]): Uint8Array {
  const content = HEAD + tables.map(sheetOf).join('') + TAIL;
  return zipSync({
    // First and as it is, so that what the file is can be seen without unpacking it (OpenDocument 1.3, part 2, 3.3).
    mimetype: [strToU8(ODS_TYPE), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(MANIFEST),
  });
}

function sheetOf({ title, columns, rows }: OdsSheet): string {
  const head = rowOf(columns, ' table:style-name="head"');
  const body = rows.map((row) => rowOf(row, '')).join('');
  return `<table:table table:name="${escaped(sheetName(title))}"><table:table-column table:style-name="wide" table:number-columns-repeated="${columns.length}"/><table:table-header-rows>${head}</table:table-header-rows>${body}</table:table>`;
}

function rowOf(cells: readonly (string | number)[], style: string): string {
  return `<table:table-row>${cells.map((cell) => cellOf(cell, style)).join('')}</table:table-row>`;
}

function cellOf(cell: string | number, style: string): string {
  const said = `<text:p>${escaped(String(cell))}</text:p>`;
  return typeof cell === 'number'
    ? `<table:table-cell${style} office:value-type="float" office:value="${cell}">${said}</table:table-cell>`
    : `<table:table-cell${style} office:value-type="string">${said}</table:table-cell>`;
}

/** Signs that names of sheets may not have, in one program or another. */
const sheetName = (title: string) => title.replace(/[[\]*?:/\\']/g, ' ').slice(0, 31);

/** Signs that XML cannot hold are left out: a title may have come from anywhere. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
