import { Leaf, Sun, Waves } from 'lucide-react';

const icons = { transition: Sun, biodiversite: Leaf, risques: Waves } as const;

/** A theme: colour, icon and word together, cut like a specimen label. */
export function ThemeChip({ theme }: { theme: { key: keyof typeof icons; name: string } }) {
  const Icon = icons[theme.key];
  return (
    <span className={`theme t-${theme.key}`}>
      <Icon className="icon" aria-hidden="true" />
      {theme.name}
    </span>
  );
}
