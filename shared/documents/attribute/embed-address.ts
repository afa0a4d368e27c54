/** A video of another site that may be shown in a document. */
export interface Embed {
  readonly provider: 'youtube' | 'vimeo' | 'peertube';
  /** Whose servers are asked when it is shown. */
  readonly host: string;
  /** Address of its page, in one shape whatever was pasted: what the document keeps. */
  readonly page: string;
  /** Address of its player. */
  readonly player: string;
}

const YOUTUBE = ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com'];
const VIMEO = ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'];

/**
 * [D12] The video that an address leads to, or null when it has none of the known shapes: YouTube, Vimeo, or a PeerTube site
 * (`/w/…`, `/videos/watch/…`, `/videos/embed/…` over https). Total.
 */
export function embedOf(address: unknown): Embed | null {
  if (typeof address !== 'string' || address.length > 500 || !URL.canParse(address.trim())) return null;
  const url = new URL(address.trim());
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  if (url.hostname === 'youtu.be' || YOUTUBE.includes(url.hostname)) return youtube(url);
  if (VIMEO.includes(url.hostname)) return vimeo(url);
  return peertube(url);
}

function youtube({ hostname, pathname, searchParams }: URL): Embed | null {
  const id =
    hostname === 'youtu.be'
      ? pathname.slice(1)
      : pathname === '/watch'
        ? (searchParams.get('v') ?? '')
        : (/^\/(?:embed|shorts|live)\/([^/]+)$/.exec(pathname)?.[1] ?? '');
  if (!/^[\w-]{11}$/.test(id)) return null;
  return {
    provider: 'youtube',
    host: 'youtube-nocookie.com',
    page: `https://www.youtube.com/watch?v=${id}`,
    player: `https://www.youtube-nocookie.com/embed/${id}`,
  };
}

function vimeo({ pathname, searchParams }: URL): Embed | null {
  const [, id, inPath] = /^\/(?:video\/)?(\d{4,12})(?:\/([0-9a-f]{6,20}))?$/.exec(pathname) ?? [];
  if (!id) return null;
  // An unlisted video has a second key, without which its player refuses.
  const key = inPath ?? /^[0-9a-f]{6,20}$/.exec(searchParams.get('h') ?? '')?.[0];
  return {
    provider: 'vimeo',
    host: 'vimeo.com',
    page: `https://vimeo.com/${id}${key ? `/${key}` : ''}`,
    player: `https://player.vimeo.com/video/${id}?dnt=1${key ? `&h=${key}` : ''}`,
  };
}

function peertube({ hostname, pathname }: URL): Embed | null {
  const id =
    /^\/(?:w|videos\/watch|videos\/embed)\/([0-9a-zA-Z]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      pathname,
    )?.[1];
  // A name of the public Internet: never a machine of the network where the page is read.
  if (
    !id ||
    !/^(?:[a-z0-9-]+\.)+[a-z]{2,24}$/.test(hostname) ||
    /\.(?:local|internal|localhost|lan|home)$/.test(hostname)
  ) {
    return null;
  }
  return {
    provider: 'peertube',
    host: hostname,
    page: `https://${hostname}/w/${id}`,
    player: `https://${hostname}/videos/embed/${id}?peertubeLink=0`,
  };
}
