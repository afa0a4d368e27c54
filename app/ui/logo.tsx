/** The rope and its three points; the points take the text's colour. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 48 48" fill="none" aria-hidden="true">
      <path
        className="logo-rope"
        d="M8 39C9 29 14 26.5 20.5 28.5C27.5 30.7 30.5 26 26.5 22.2C22.8 18.7 18 22.6 20.5 27C24 33 37 27 40 9"
        strokeWidth="3.6"
        strokeLinecap="round"
      />
      <g fill="currentColor">
        <circle cx="8" cy="39" r="5.6" />
        <circle cx="23.4" cy="24.8" r="5.6" />
        <circle cx="40" cy="9" r="5.6" />
      </g>
    </svg>
  );
}
