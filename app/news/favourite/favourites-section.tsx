import { Link } from 'react-router';
import { favouritePaths } from '#shared/news/favourite/favourite-paths.ts';
import { favouriteSection as words } from '#shared/news/favourite/favourite-section.fr.ts';

/** [FA2] The last favourites, on the home and in the space of one’s organisation; nothing while there is none. */
export function FavouritesSection({
  favourites,
}: {
  readonly favourites: readonly { readonly href: string; readonly name: string }[];
}) {
  if (favourites.length === 0) return null;
  return (
    <section className="plate" aria-labelledby="favourites">
      <header>
        <h2 id="favourites">{words.title}</h2>
        <Link to={favouritePaths.favourites()}>{words.all}</Link>
      </header>
      <ul className="links">
        {favourites.map(({ href, name }) => (
          <li key={href}>
            <Link to={href}>{name || words.untitled}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
