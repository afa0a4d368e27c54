import { Search } from 'lucide-react';
import { type ComponentType, type MouseEvent, useCallback, useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import type { PaletteProps } from './palette.tsx';

const load = () => import('./palette.tsx');

/**
 * [SE9] The search of the top bar, a link to its page. With script it opens the palette, as Ctrl + K does, and that is loaded only
 * then: this module is part of every page.
 */
export function PaletteDoor({ mayAdminister }: Pick<PaletteProps, 'mayAdminister'>) {
  const [isOpen, setIsOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const navigate = useNavigate();
  const open = useCallback(() => {
    setIsOpen(true);
    load().then(
      (loaded) => setPalette(() => loaded.Palette),
      () => navigate(paths.search()),
    );
  }, [navigate]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      // In a text these keys make a link, and whoever took them has said so.
      if (event.altKey || event.shiftKey || event.defaultPrevented) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  };
  return (
    <>
      <Link
        className="find"
        to={paths.search()}
        aria-keyshortcuts="Control+K"
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={press}
      >
        <Search className="icon" aria-hidden="true" />
        <span>{frame.search}</span>
        <kbd>{frame.searchKeys}</kbd>
      </Link>
      {isOpen && Palette && <Palette mayAdminister={mayAdminister} onClose={() => setIsOpen(false)} />}
    </>
  );
}
