/**
 * [X5] A text as a Typst string: whatever was typed stands between quotes, where nothing is code. Control characters, which no
 * font draws, are left out.
 */
export function typstString(text: string): string {
  const drawn = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Co}\p{Cn}\uFEFF\u200B-\u200D\u2060-\u206F\u202A-\u202E]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? ' ' : '',
    );
  return `"${drawn.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The same inside Typst’s markup. The semicolon ends the expression: what follows never belongs to it. */
export function typstText(text: string): string {
  return text === '' ? '' : `#${typstString(text)};`;
}
