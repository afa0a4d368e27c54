import { getDocumentProxy } from 'unpdf';

const PAGES_MAX = 5_000;

/**
 * The words of a PDF, a line a line as it was set, at most about `most` characters. 'encrypted', 'damaged': it has none that can
 * be read, and why.
 */
export async function pdfText(
  bytes: Uint8Array,
  most: number,
): Promise<{ readonly text: string } | 'encrypted' | 'damaged'> {
  let text = '';
  try {
    // The reader takes its bytes away: it gets a copy. Words need no fonts.
    const file = await getDocumentProxy(bytes.slice(), { disableFontFace: true, verbosity: 0 });
    for (let at = 1; at <= Math.min(file.numPages, PAGES_MAX) && text.length < most; at += 1) {
      const page = await file.getPage(at);
      const { items } = await page.getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n';
      page.cleanup();
    }
    await file.loadingTask.destroy();
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return 'encrypted';
    if (text === '') return 'damaged';
  }
  return { text: text.trim().slice(0, most) };
}
