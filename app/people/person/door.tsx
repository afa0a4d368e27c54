import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { paths } from '#shared/paths.ts';
import { people } from '#shared/people/person/people.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { Logo } from '../../ui/logo.tsx';

/**
 * The doors of the product: the programme on one side, a form on the other. On the sign-in page the slogan is the heading of
 * the page; elsewhere `title` is.
 */
export function Door({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#contenu">
        {frame.skipToContent}
      </a>
      <div className="sign">
        <header className="sign-side">
          <Ascent />
          <Link className="brand" to={paths.home()} aria-label={frame.homeLink}>
            <Logo />
            <span>{frame.product}</span>
          </Link>
          <div className="stack">
            {title ? <p className="slogan">{people.slogan}</p> : <h1 className="slogan">{people.slogan}</h1>}
            <p>{people.pitch}</p>
            <p className="small">{people.credit}</p>
          </div>
          <span />
        </header>
        <main className="sign-main" id="contenu">
          {title && <h1>{title}</h1>}
          {children}
          <p className="small muted mt-5">
            <Link to={helpPaths.help()}>{frame.help}</Link> ·{' '}
            <Link to={sitePaths.map()}>{people.siteMap}</Link> ·{' '}
            <Link to={paths.accessibility()}>{frame.accessibility}</Link> ·{' '}
            <Link to={paths.legal()}>{frame.legal}</Link>
          </p>
        </main>
      </div>
    </>
  );
}

/** The rope up the contour lines, knot by knot. */
function Ascent() {
  return (
    <svg className="line" viewBox="0 0 640 430" fill="none" aria-hidden="true">
      <g className="contours" strokeWidth="1.5">
        <path d="M0 400C90 372 130 330 214 322S330 262 402 236 520 150 640 118" />
        <path d="M0 430C110 402 160 366 232 356S352 300 424 276 548 194 640 168" />
        <path d="M0 366C76 338 120 296 196 288S306 226 378 196 500 108 640 66" />
        <path d="M60 430C150 420 190 394 262 386S380 338 452 316 572 240 640 216" />
      </g>
      <path
        className="logo-rope"
        d="M34 384C92 352 128 318 176 306C214 296 228 268 204 258C184 250 172 276 192 292C222 316 318 262 380 214C414 186 424 158 402 150C384 144 372 168 390 182C424 206 520 130 596 74"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <g className="knots">
        <circle cx="34" cy="384" r="10" />
        <circle cx="196" cy="276" r="10" />
        <circle cx="396" cy="168" r="10" />
        <circle cx="596" cy="74" r="10" />
      </g>
    </svg>
  );
}
