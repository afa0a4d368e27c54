import { Marked, type Tokens } from 'marked';

/** HTML inside Markdown is shown as it was typed: it is text, and may be what the text is about. */
const asTyped = ({ text }: Tokens.HTML | Tokens.Tag) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const marked = new Marked({
  gfm: true,
  // A line that was ended stays ended: notes are copied more often than manuscripts.
  breaks: true,
  renderer: {
    html: asTyped,
    checkbox: () => '',
    list({ ordered, start, items }) {
      const isTasks = items.some(({ task }) => task);
      const inner = items.map((item) => {
        const text = this.parser.parse(item.tokens);
        return isTasks ? `<li data-checked="${item.checked === true}">${text}</li>` : `<li>${text}</li>`;
      });
      if (isTasks) return `<ul data-type="taskList">${inner.join('')}</ul>`;
      return ordered ? `<ol start="${start || 1}">${inner.join('')}</ol>` : `<ul>${inner.join('')}</ul>`;
    },
  },
});

/** The HTML that a Markdown text stands for, to be cleaned like any other that is pasted. */
export function markdownHtml(text: string): string {
  return marked.parse(text, { async: false });
}
