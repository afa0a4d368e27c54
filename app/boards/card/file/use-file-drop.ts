import { type RefObject, useEffect } from 'react';

/** Lets files be dropped anywhere on the panel of the open card; meanwhile it says so (`data-dropping`). Cards that are dragged are none. */
export function useFileDrop(
  inside: RefObject<HTMLElement | null>,
  onFiles: ((files: readonly File[]) => void) | null,
): void {
  useEffect(() => {
    const panel = inside.current?.closest<HTMLElement>('aside');
    if (!panel || !onFiles) return;
    const ending = new AbortController();
    const { signal } = ending;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const mark = (isOver: boolean) => panel.toggleAttribute('data-dropping', isOver);
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      mark(true);
    };
    panel.addEventListener('dragenter', over, { signal });
    panel.addEventListener('dragover', over, { signal });
    panel.addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && panel.contains(relatedTarget))) mark(false);
      },
      { signal },
    );
    // Before the text of the card, which would take pictures for content of its own.
    panel.addEventListener(
      'drop',
      (event) => {
        mark(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles(files);
      },
      { signal, capture: true },
    );
    return () => {
      ending.abort();
      mark(false);
    };
  }, [inside, onFiles]);
}
