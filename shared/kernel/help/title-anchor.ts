/** The anchor of a title of a guide, as readers of Markdown make it: a link works in the repository and in the product. */
export function titleAnchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
