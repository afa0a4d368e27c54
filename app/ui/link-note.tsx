import { Link } from 'react-router';
import { Notice } from './notice.tsx';

/** Something to know before going on, and where to go for it. */
export function LinkNote({ text, to, link }: { text: string; to: string; link: string }) {
  return (
    <Notice kind="info">
      <p>{text}</p>
      <p>
        <Link to={to}>{link}</Link>
      </p>
    </Notice>
  );
}
