import { lexer, type Token, type Tokens } from 'marked';
import { safeLink } from '#shared/documents/attribute/safe-address.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { titleAnchor } from '#shared/kernel/help/title-anchor.ts';
import type { Guide, GuideBlock, GuideInline } from './guide-block.ts';

/** What stands beside a guide in the folder. */
export interface GuideFolder {
  readonly guides: ReadonlySet<string>;
  /** The address of a picture by its name; undefined where there is none. */
  readonly picture: (name: string) => string | undefined;
}

/**
 * [AI1] A guide of `docs/guide/` as its page draws it: its first title is the page’s, its links lead to the page of the guide that
 * they name. What is no part of a guide, HTML first, is there as the words that it holds.
 */
export function readGuide(markdown: string, folder: GuideFolder): Guide {
  const tokens = lexer(markdown);
  const first = tokens.find(isTitle);
  const read = reader(folder);
  return {
    title: first ? plain(first.tokens) : '',
    blocks: read.blocks(tokens.filter((token) => token !== first)),
  };
}

const isTitle = (token: Token): token is Tokens.Heading => token.type === 'heading' && token.depth === 1;

function reader(folder: GuideFolder) {
  let above = '';

  function blocks(tokens: readonly Token[]): GuideBlock[] {
    return tokens.flatMap((token): GuideBlock[] => {
      switch (token.type) {
        case 'space':
        case 'hr':
        case 'def':
          return [];
        case 'heading': {
          above = plain(token.tokens);
          const level = token.depth < 3 ? 2 : token.depth === 3 ? 3 : 4;
          return [
            {
              kind: 'heading',
              level,
              anchor: titleAnchor(above),
              text: above,
              content: inlines(token.tokens),
            },
          ];
        }
        case 'list':
          return [
            {
              kind: 'list',
              isOrdered: token.ordered === true,
              items: (token as Tokens.List).items.map((item) => blocks(item.tokens)),
            },
          ];
        case 'table': {
          const { header, rows } = token as Tokens.Table;
          const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens));
          return [{ kind: 'table', label: above, head: cells(header), rows: rows.map(cells) }];
        }
        case 'code':
          return [{ kind: 'code', text: String(token.text) }];
        case 'blockquote':
          return blocks(token.tokens ?? []);
        default:
          return [{ kind: 'paragraph', content: inlines(partsOf(token)) }];
      }
    });
  }

  function inlines(tokens: readonly Token[] | undefined): GuideInline[] {
    return (tokens ?? []).flatMap((token): GuideInline[] => {
      switch (token.type) {
        case 'strong':
        case 'em':
          return [{ kind: token.type, content: inlines(token.tokens) }];
        case 'codespan':
          return [{ kind: 'code', text: decoded(String(token.text)) }];
        case 'link': {
          const href = addressOf(String(token.href), folder.guides);
          return href ? [{ kind: 'link', href, content: inlines(token.tokens) }] : inlines(token.tokens);
        }
        case 'image': {
          const src = folder.picture(String(token.href).replace(/^images\//, ''));
          return src ? [{ kind: 'picture', src, alt: decoded(String(token.text)) }] : [];
        }
        case 'br':
          return [{ kind: 'text', text: ' ' }];
        default:
          return 'tokens' in token && token.tokens && token.tokens.length > 0
            ? inlines(token.tokens)
            : [{ kind: 'text', text: wordsOf(token) }];
      }
    });
  }

  return { blocks };
}

/** A link of the folder, where it leads in the product: null for a page of the repository that the product does not show. */
function addressOf(href: string, guides: ReadonlySet<string>): string | null {
  const [path = '', title] = href.split('#');
  const anchor = title ? decodeURIComponent(title) : undefined;
  if (path === '') return anchor ? `#${anchor}` : null;
  if (path === 'README.md') return helpPaths.help();
  const guide = /^([\w-]+)\.md$/.exec(path)?.[1];
  if (guide) return guides.has(guide) ? helpPaths.guide(guide, anchor) : null;
  return safeLink(href);
}

function partsOf(token: Token): readonly Token[] {
  const inner = 'tokens' in token ? token.tokens : undefined;
  return inner && inner.length > 0 ? inner : [token];
}

function plain(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map((token) => ('tokens' in token ? plain(token.tokens) : wordsOf(token))).join('');
}

/** The lexer writes some signs for HTML; the page writes them itself. */
function wordsOf(token: Token): string {
  return token.type === 'text' || token.type === 'escape' || token.type === 'codespan'
    ? decoded(String(token.text))
    : token.raw.trim();
}

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
