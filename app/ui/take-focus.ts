/** As a `ref`: what has just been drawn in answer to a gesture takes the focus, once. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
