/** A field of a form, as its page has it; what is empty there is filled as a person would. */
export interface RenderedField {
  readonly name: string;
  readonly value: string;
  readonly isFile: boolean;
}

/** A form that a page shows, with what its buttons say. */
export interface RenderedForm {
  readonly action: string;
  readonly isMultipart: boolean;
  readonly fields: readonly RenderedField[];
  readonly buttons: readonly RenderedField[];
}

/** The forms of a page that are posted, and how they would be sent. React writes every attribute between double quotes. */
export function formsOf(html: string, page: string): RenderedForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, own = '', inner = '']) => {
    const { method, action = page, enctype } = attributesOf(own);
    if (method?.toLowerCase() !== 'post' || !action.startsWith('/')) return [];
    const [fields, buttons] = [fieldsOf(inner), buttonsOf(inner)];
    return [{ action, isMultipart: enctype === 'multipart/form-data', fields, buttons }];
  });
}

function fieldsOf(html: string): RenderedField[] {
  const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, own = '']) => {
    const { name, type = 'text', value = '' } = attributesOf(own);
    if (!name) return [];
    const isChoice = type === 'checkbox' || type === 'radio';
    const typed = value || (isChoice ? 'on' : (TYPED[type] ?? TYPED.text));
    return [{ name, value: typed ?? '', isFile: type === 'file' }];
  });
  // Of several radios of one name a browser sends one.
  const once = inputs.filter(({ name }, at) => inputs.findIndex((other) => other.name === name) === at);
  const areas = [...html.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].flatMap(
    ([, own = '', text = '']) => {
      const { name } = attributesOf(own);
      return name ? [{ name, value: decoded(text) || (TYPED.text ?? ''), isFile: false }] : [];
    },
  );
  const selects = [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(
    ([, own = '', options = '']) => {
      const { name } = attributesOf(own);
      const values = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, of = '']) => attributesOf(of).value);
      return name ? [{ name, value: values.find(Boolean) ?? '', isFile: false }] : [];
    },
  );
  return [...once, ...areas, ...selects];
}

function buttonsOf(html: string): RenderedField[] {
  return [...html.matchAll(/<button\b([^>]*)>/g)].flatMap(([, own = '']) => {
    const { name, value = '', formaction } = attributesOf(own);
    return name && !formaction ? [{ name, value, isFile: false }] : [];
  });
}

/** What a person types into an empty field of this type. */
const TYPED: Readonly<Record<string, string>> = {
  text: 'Un texte',
  search: 'arbre',
  hidden: '',
  file: '',
  date: '2023-03-14',
  'datetime-local': '2023-03-14T14:00',
  time: '14:00',
  month: '2023-03',
  number: '3',
  email: 'quelquun@demo.example',
  url: 'https://exemple.example/page',
  password: 'demonstration-2023',
};

function attributesOf(written: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  '#x27': "'",
  lt: '<',
  gt: '>',
};
const decoded = (text: string) =>
  text.replace(/&(amp|quot|#x27|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '');
