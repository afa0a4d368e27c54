import { useEffect } from 'react';

const EVENTS = ['keydown', 'pointerover', 'focusin'];

/**
 * [H12] Escape hides the bubble that shows, with neither pointer nor focus moved (RGAA 10.13): it may stand before what somebody reads
 * enlarged. Bubbles show again at the next tool that one comes to.
 */
export function useDismissedTips(): void {
  useEffect(() => {
    const { dataset } = document.body;
    const onEvent = (event: Event) => {
      if (event instanceof KeyboardEvent) {
        if (event.key === 'Escape') dataset.tips = 'off';
      } else if (event.target instanceof Element && event.target.closest('.tip')) delete dataset.tips;
    };
    for (const name of EVENTS) document.addEventListener(name, onEvent, true);
    return () => {
      for (const name of EVENTS) document.removeEventListener(name, onEvent, true);
    };
  }, []);
}
