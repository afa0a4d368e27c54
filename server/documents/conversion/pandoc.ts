import { convert } from 'pandoc-wasm';

interface Converted {
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Readonly<Record<string, Blob | string>>;
  readonly mediaFiles: Readonly<Record<string, Blob>>;
}

/** What a tree says of itself to pandoc. */
const API = [1, 23, 1];

/** pandoc could not read what it was given, or write what was asked. [SC12] What it says quotes that: no log is told. */
export class PandocFailed extends Error {
  override readonly name = 'PandocFailed';
  readonly said: string;

  constructor(said: string) {
    super('pandoc could not convert');
    this.said = said;
  }
}

/** A tree of pandoc's as text or as the bytes of a file. `files` are what it may read, by name. */
export async function writeTree(
  tree: { readonly blocks: readonly unknown[]; readonly meta?: Readonly<Record<string, unknown>> },
  options: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<{ text: string; bytes: Uint8Array }> {
  const input = JSON.stringify({ 'pandoc-api-version': API, meta: tree.meta ?? {}, blocks: tree.blocks });
  const output = options['output-file'];
  const done = await run({ from: 'json', ...options }, input, files);
  const file = typeof output === 'string' ? done.files[output] : undefined;
  if (typeof output === 'string' && !(file instanceof Blob)) throw new PandocFailed(done.stderr);
  return {
    text: done.stdout,
    bytes: file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
  };
}

const TEMPLATE_NAME = 'cordee-template.html';
/** What stands before a text is part of it; its title has a place of its own, known by its id. */
const TEMPLATE = new TextEncoder().encode(
  [
    `$if(title)$<div id="${'cordee-title'}">$title$</div>$endif$`,
    '$if(subtitle)$<p class="cordee-subtitle">$subtitle$</p>$endif$',
    '$for(author)$<p>$author$</p>$endfor$',
    '$if(date)$<p>$date$</p>$endif$',
    '$if(abstract)$<div>$abstract$</div>$endif$',
    '$body$',
  ].join('\n'),
);

/** A file as HTML, with the images that it holds by the address they have in that HTML. */
export async function readAsHtml(
  from: string,
  input: { readonly text: string } | { readonly bytes: Uint8Array },
  options: Readonly<Record<string, unknown>> = {},
): Promise<{ html: string; media: ReadonlyMap<string, Uint8Array> }> {
  const isText = 'text' in input;
  const done = await run(
    {
      from,
      to: 'html5',
      'html-math-method': { method: 'mathjax' },
      wrap: 'none',
      'extract-media': 'media',
      'syntax-highlighting': 'none',
      standalone: true,
      template: TEMPLATE_NAME,
      ...(isText ? {} : { 'input-files': ['input'] }),
      ...options,
    },
    isText ? input.text : null,
    { [TEMPLATE_NAME]: TEMPLATE, ...(isText ? {} : { input: input.bytes }) },
  );
  const media = new Map<string, Uint8Array>();
  for (const [name, blob] of Object.entries(done.mediaFiles))
    media.set(name, new Uint8Array(await blob.arrayBuffer()));
  return { html: done.stdout, media };
}

async function run(
  options: Readonly<Record<string, unknown>>,
  stdin: string | null,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Converted> {
  const given = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new Blob([bytes as BlobPart])]),
  );
  const done: Converted = await convert(options, stdin, given);
  if (/^ERROR/m.test(done.stderr)) throw new PandocFailed(done.stderr.slice(0, 500));
  return done;
}
