import { Leaf, Sun, Waves } from 'lucide-react';

const icons = { transition: Sun, biodiversite: Leaf, risques: Waves } as const;

/** A theme: colour, icon and word together, cut like a specimen label; nothing where there is none. */
export function ThemeChip({ theme }: { theme: { key: keyof typeof icons; name: string } | null }) {
  if (!theme) return null;
  const Icon = icons[theme.key];
  return (
    <span className={`theme t-${theme.key}`}>
      <Icon className="icon" aria-hidden="true" />
      {theme.name}
    </span>
  );
}
