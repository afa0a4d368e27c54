/** What is pasted or dropped into an element, kept until it can be received. */
export interface EarlyArrivals {
  /** Gives them to the element again, in their order; later ones go their own way. */
  readonly release: () => void;
}

/**
 * [D18] Keeps what is pasted or dropped while nobody is there yet who cleans, sends or reads it: on a slow line a text from a
 * word processor would come as it is, and a dropped file would replace the page.
 */
export function keepArrivals(element: HTMLElement): EarlyArrivals {
  const kept: Event[] = [];
  const keep = (event: ClipboardEvent | DragEvent) => {
    const isPaste = event instanceof ClipboardEvent;
    const given = isPaste ? event.clipboardData : event.dataTransfer;
    // What is dragged inside the text is the editor's own affair.
    if (!given || !(isPaste || given.files.length)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // The browser empties what it gave once the event is over.
    const data = new DataTransfer();
    for (const type of given.types) if (type !== 'Files') data.setData(type, given.getData(type));
    for (const file of given.files) data.items.add(file);
    const usual = { bubbles: true, cancelable: true };
    kept.push(
      isPaste
        ? new ClipboardEvent('paste', { ...usual, clipboardData: data })
        : new DragEvent('drop', {
            ...usual,
            clientX: event.clientX,
            clientY: event.clientY,
            dataTransfer: data,
          }),
    );
  };
  element.addEventListener('paste', keep, true);
  element.addEventListener('drop', keep, true);
  return {
    release() {
      element.removeEventListener('paste', keep, true);
      element.removeEventListener('drop', keep, true);
      for (const event of kept.splice(0)) element.dispatchEvent(event);
    },
  };
}
