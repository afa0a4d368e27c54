import { truncate, writeFile } from 'node:fs/promises';
import { type Locator, test } from '@playwright/test';
import sharp from 'sharp';

/** A picture of one colour. */
export async function aPicture(colour = '#2d6a4f'): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** Path of a file that is heavier than what may be sent. The browser opens it there: given as bytes, it would cross to it as text. */
export async function heavyFile(name: string): Promise<string> {
  const path = test.info().outputPath(name);
  await writeFile(path, '');
  await truncate(path, 21 * 1024 * 1024);
  return path;
}

export interface Carried {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What a desktop or another program puts into the text, near this edge of it. */
export async function carry(
  at: Locator,
  how: 'drop' | 'paste',
  files: readonly Carried[],
  texts: Record<string, string> = {},
  edge: 'top' | 'bottom' = 'bottom',
) {
  const carried = files.map(({ name, type, bytes }) => ({ name, type, bytes: [...bytes] }));
  await at.evaluate(
    (element, { how, carried, texts, edge }) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of carried)
        data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      for (const [type, text] of Object.entries(texts)) data.setData(type, text);
      const { left, top, bottom } = element.getBoundingClientRect();
      const place = {
        clientX: left + 20,
        clientY: edge === 'top' ? top + 4 : bottom - 4,
        bubbles: true,
        cancelable: true,
      };
      element.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...place, dataTransfer: data })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { how, carried, texts, edge },
  );
}
