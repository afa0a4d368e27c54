import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';

/** What an attached file is, from its bytes. */
export interface FileNature {
  readonly kind: FileKind;
  /** As it is served: never a type that a browser would draw or run by itself. */
  readonly contentType: string;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

/** By the type that the bytes were recognised as, from the beginning of its name. */
const KINDS: readonly (readonly [begin: string, kind: FileKind])[] = [
  ['application/pdf', 'pdf'],
  [`${OPEN_XML}wordprocessingml`, 'text'],
  [`${OPEN_DOCUMENT}text`, 'text'],
  ['application/rtf', 'text'],
  ['application/epub', 'text'],
  [`${OPEN_XML}spreadsheetml`, 'sheet'],
  [`${OPEN_DOCUMENT}spreadsheet`, 'sheet'],
  ['application/vnd.ms-excel', 'sheet'],
  [`${OPEN_XML}presentationml`, 'slides'],
  [`${OPEN_DOCUMENT}presentation`, 'slides'],
  ['application/vnd.ms-powerpoint', 'slides'],
  ['application/vnd.apache.parquet', 'data'],
  ['application/x-parquet', 'data'],
  ['application/x-sqlite3', 'data'],
  ['application/xml', 'data'],
  ['application/zip', 'archive'],
  ['application/gzip', 'archive'],
  ['application/x-gzip', 'archive'],
  ['application/x-7z-compressed', 'archive'],
  ['application/x-rar', 'archive'],
  ['application/x-tar', 'archive'],
  ['application/x-bzip2', 'archive'],
  ['application/x-xz', 'archive'],
  ['application/zstd', 'archive'],
  ['image/', 'image'],
];

/** Containers and texts do not say what is in them: among what their bytes allow, the end of the name chooses. */
const OLD_OFFICE: Readonly<Record<string, FileKind>> = { doc: 'text', xls: 'sheet', ppt: 'slides' };
const WRITTEN: Readonly<Record<string, FileKind>> = {
  csv: 'data',
  tsv: 'data',
  json: 'data',
  geojson: 'data',
  ndjson: 'data',
  xml: 'data',
  ttl: 'data',
  svg: 'image',
};

/** Types that a browser may be handed, since they are served as attachments; everything else is bytes or plain text. */
const SERVED = /^(?:application\/(?:pdf|zip|gzip|vnd\.[\w.+-]+)|image\/(?:png|jpeg|webp|gif|tiff|avif))$/;

/**
 * [D16] The kind of a file by its content: `type` is what its bytes were recognised as (null when nothing was), `head` its first
 * bytes, `name` only chooses between formats that share one container.
 */
export function natureOf(type: string | null, head: Uint8Array, name: string): FileNature {
  const end = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const of = (known: Readonly<Record<string, FileKind>>) =>
    Object.hasOwn(known, end) ? known[end] : undefined;
  if (type === null || type === 'application/xml') {
    if (!isText(head)) return { kind: 'other', contentType: 'application/octet-stream' };
    return { kind: of(WRITTEN) ?? (type ? 'data' : 'text'), contentType: 'text/plain' };
  }
  if (type === 'application/x-cfb')
    return { kind: of(OLD_OFFICE) ?? 'other', contentType: 'application/octet-stream' };
  const kind = KINDS.find(([begin]) => type.startsWith(begin))?.[1] ?? 'other';
  return { kind, contentType: SERVED.test(type) ? type : 'application/octet-stream' };
}

/** No byte that a text has no use for. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13);
}
