import type { CheckError } from '#shared/library/dataset/dataset-errors.ts';

/** A file that gives no report, and why. */
export class CheckRefused extends Error {
  override readonly name = 'CheckRefused';
  readonly code: CheckError;

  constructor(code: CheckError) {
    super(code);
    this.code = code;
  }
}
