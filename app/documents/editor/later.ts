/** After so many frames a menu that is still there stays for its own reasons. */
const PATIENCE = 30;

/** Runs once the menu that asked for it has closed and given the focus back: the focus then goes into the text for good. */
export function later(run: () => void): void {
  let frames = 0;
  const wait = () => {
    frames++;
    const isOpen = document.querySelector('.react-aria-Popover .menu') !== null;
    if (isOpen && frames < PATIENCE) requestAnimationFrame(wait);
    else requestAnimationFrame(() => requestAnimationFrame(run));
  };
  wait();
}
