/** Runs once the menu that asked for it has closed and given the focus back: the focus then goes into the text for good. */
export function later(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
