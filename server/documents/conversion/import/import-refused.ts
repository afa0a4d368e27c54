import type { ImportError } from '#shared/errors.ts';

/** A file that cannot become a document, with the reason that its owner is told. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly code: ImportError;

  constructor(code: ImportError, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}
