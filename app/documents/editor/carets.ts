import { Extension } from '@tiptap/core';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Plugin } from '@tiptap/pm/state';
import type { LiveRoom } from '../../realtime/live-room.ts';
import { readPerson } from '../../realtime/person-here.ts';

/** A flag is shown while its caret moves and so long after; then on hover only. */
const FLAG_MS = 2_000;

/** The carets and selections of the others, in the colours of their cities, under their names. */
export function carets(room: LiveRoom, me: { id: string; name: string; colour: number }) {
  return [
    CollaborationCaret.configure({
      provider: room.provider,
      // For our own eyes: for the others the server stamps who we are.
      user: me,
      render: (user) => {
        const person = readPerson({ user });
        const caret = document.createElement('span');
        caret.className = `caret v${person?.colour ?? 0} moving`;
        caret.dataset.person = person?.id ?? '';
        caret.dataset.name = firstName(person?.name ?? '');
        // ProseMirror makes it an island that may not be written in, and beside an island Chromium's Home and End do not move.
        Object.defineProperty(caret, 'contentEditable', { set: () => undefined });
        // Their names are said in the list of people present.
        caret.setAttribute('aria-hidden', 'true');
        return caret;
      },
      selectionRender: (user) => ({ class: `sel v${readPerson({ user })?.colour ?? 0}` }),
    }),
    CaretFlags.configure({ room }),
  ];
}

function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? '';
}

const CaretFlags = Extension.create<{ room: LiveRoom | null }>({
  name: 'caretFlags',
  addOptions: () => ({ room: null }),
  addProseMirrorPlugins() {
    const { room } = this.options;
    return [
      new Plugin({
        view(view) {
          const timers = new Map<string, ReturnType<typeof setTimeout>>();
          const caretsOf = (id: string) =>
            view.dom.querySelectorAll<HTMLElement>(`.caret[data-person="${CSS.escape(id)}"]`);
          const hide = (id: string) => {
            timers.delete(id);
            for (const caret of caretsOf(id)) caret.classList.remove('moving');
          };
          const show = (id: string) => {
            const edge = view.dom.getBoundingClientRect().right;
            for (const caret of caretsOf(id)) {
              const room = edge - caret.getBoundingClientRect().left;
              caret.classList.toggle('flip', room < 8 * (caret.dataset.name?.length ?? 0) + 12);
              caret.classList.add('moving');
            }
            clearTimeout(timers.get(id));
            timers.set(
              id,
              setTimeout(() => hide(id), FLAG_MS),
            );
          };
          const onChange = ({ added, updated }: { added: number[]; updated: number[] }) => {
            for (const client of [...added, ...updated]) {
              const person = readPerson(room?.awareness.getStates().get(client));
              // The caret itself is redrawn after this event.
              if (person) setTimeout(() => view.dom.isConnected && show(person.id));
            }
          };
          room?.awareness.on('change', onChange);
          for (const caret of view.dom.querySelectorAll<HTMLElement>('.caret'))
            show(caret.dataset.person ?? '');
          return {
            destroy() {
              room?.awareness.off('change', onChange);
              for (const timer of timers.values()) clearTimeout(timer);
            },
          };
        },
      }),
    ];
  },
});
