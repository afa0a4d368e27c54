import type { TypedResource } from '#shared/library/resource/resource.ts';

/** A file that has come already, while the rest of its form was refused. */
export interface ReceivedUpload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** The form of a resource as it was typed. */
export interface TypedForm extends TypedResource {
  readonly themeIds: readonly string[];
  readonly source: 'file' | 'link';
  readonly address: string;
  readonly upload: ReceivedUpload | null;
}

/** How large a file may be, in pieces and in an ordinary form. */
export interface FileLimits {
  readonly megabytes: number;
  readonly plainMegabytes: number;
}
