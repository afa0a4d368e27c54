import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';

const Slot = createContext<HTMLElement | null>(null);

/** Gives pages a place in the top bar of the frame: `children` receives the element that marks it. */
export function StatusSlot({ children }: { children: (place: ReactNode) => ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return <Slot value={place}>{children(<div className="contents" ref={setPlace} />)}</Slot>;
}

/** What a page shows in the top bar while it is on screen: its save state, the people present. */
export function Status({ children }: { children: ReactNode }) {
  const place = useContext(Slot);
  return place ? createPortal(children, place) : null;
}
