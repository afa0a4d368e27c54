import { tickBox } from './action-tick.ts';

/** The box that was just used: the text around it is drawn anew, and the focus stays with its action. */
let used: string | null = null;

/** [DA8] Gives the actions of a text that is read their boxes, those that this person may tick. Twice is once. */
export function giveBoxes(text: Element): void {
  for (const label of text.querySelectorAll<HTMLElement>('.outcome-label[data-tick]')) {
    if (label.querySelector('input')) continue;
    const { id = '', state } = label.dataset;
    const why = document.createElement('span');
    why.className = 'outcome-detail';
    why.setAttribute('role', 'alert');
    const { box, show } = tickBox(
      () => id,
      (reason) => {
        why.textContent = reason;
      },
    );
    show({ isDone: state === 'done', canTick: true });
    box.addEventListener('change', () => {
      used = id;
    });
    label.prepend(box);
    label.append(why);
    if (used === id && document.activeElement === document.body) box.focus();
  }
}
