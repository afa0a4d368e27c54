/** The part of pandoc-wasm that is used; the package has no types of its own. */
declare module 'pandoc-wasm' {
  export function convert(
    options: Readonly<Record<string, unknown>>,
    stdin: string | null,
    files: Readonly<Record<string, Blob | string>>,
  ): Promise<{
    readonly stdout: string;
    readonly stderr: string;
    readonly files: Readonly<Record<string, Blob | string>>;
    readonly mediaFiles: Readonly<Record<string, Blob>>;
  }>;
}
