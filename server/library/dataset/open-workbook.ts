import { CheckRefused } from './check-refused.ts';
import { openExcel } from './excel-workbook.ts';
import { openOpenDocument } from './open-document-sheets.ts';
import { type Workbook, wholePart } from './workbook-file.ts';
import { openZip } from './zip-file.ts';

/** [DS6] Opens a workbook, XLSX or ODS: what it is, its parts say. @throws {CheckRefused} when it is none. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path);
  if (zip.has('xl/workbook.xml')) return openExcel(zip);
  const nature = zip.has('mimetype') ? await wholePart(zip, 'mimetype') : '';
  // A template of a spreadsheet has the same content.
  if (nature.startsWith('application/vnd.oasis.opendocument.spreadsheet') && zip.has('content.xml'))
    return openOpenDocument(zip);
  throw new CheckRefused('dataset.fileKind');
}
