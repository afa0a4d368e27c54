import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { DOCUMENT_SCHEMA } from '#shared/realtime/realtime.ts';
import type { Exported, ExportSource } from './export-source.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** [X1] A document in a format. Runs in the process of conversions; what a format does not need is not loaded for it. */
export async function writeExport(
  source: ExportSource,
  format: ExportFormat,
  mark: string,
): Promise<Exported> {
  return { bytes: await write(source, format, mark), contentType: TYPES[format], extension: format };
}

async function write(source: ExportSource, format: ExportFormat, mark: string): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).writePdf(source);
    case 'md':
      return (await import('./markdown.ts')).writeMarkdown(source, mark);
    case 'html':
      return (await import('./html.ts')).writeHtml(source);
    case 'json':
      return writeJson(source);
    default:
      return (await import('./office.ts')).writeOffice(source, format);
  }
}

/** The text as it is stored, node for node: nothing is lost. */
function writeJson({ title, blocks, threads, at }: ExportSource): Uint8Array {
  const written = {
    schema: DOCUMENT_SCHEMA,
    title,
    exportedAt: at.toISOString(),
    content: { type: 'doc', content: blocks },
    ...(threads && { comments: threads.map(({ span: _, ...thread }) => thread) }),
  };
  return Buffer.from(`${JSON.stringify(written, null, 2)}\n`);
}
