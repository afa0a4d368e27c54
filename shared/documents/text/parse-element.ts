/** The text of a part that stands directly in an element, or null when it has none. */
export function textIn(element: HTMLElement, selector: string): string | null {
  return element.querySelector(`:scope > ${selector}`)?.textContent ?? null;
}
