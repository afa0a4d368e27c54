import ts from 'typescript';

/** What a pure module gets as an argument (`now`, `newId`) or not at all. */
const IMPURE_NAMES = new Set([
  'fetch',
  'console',
  'process',
  'performance',
  'crypto',
  'window',
  'document',
  'localStorage',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
]);
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);

/** The clock, chance or input and output in a module that must be pure; else null. */
export function impurity(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node) && IMPURE_MEMBERS.has(node.getText())) return node.getText();
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (!ts.isIdentifier(node)) return null;
  if (node.text === 'randomUUID') return node.text;
  return IMPURE_NAMES.has(node.text) && isFreeVariable(node) ? node.text : null;
}

/** Reading the environment, which only the settings of the process do. */
export function environmentAccess(node: ts.Node): string | null {
  return /^(process|import\.meta)\.env$/.test(node.getText()) && ts.isPropertyAccessExpression(node)
    ? node.getText()
    : null;
}

/** [H16] A transaction called a database once more: `tx as Db`. What has no name yet, as `{} as Db` of a test, is none. */
export function transactionCast(node: ts.Node): string | null {
  if (!ts.isAsExpression(node) || node.type.getText() !== 'Db') return null;
  const inner = ts.isAsExpression(node.expression) ? node.expression.expression : node.expression;
  return ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner) ? node.getText() : null;
}

/**
 * [H24] Inside `db.transaction(async (tx) => …)` the outer `db`, which is another connection: it does not see what was written, may wait
 * for its locks, and does not go back with it.
 */
export function outerHandle(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const [work] = node.arguments;
  if (node.expression.name.text !== 'transaction' || !work || !ts.isFunctionLike(work)) return null;
  const outer = node.expression.expression.getText();
  const names = work.parameters.map(({ name }) => name.getText());
  return names.length > 0 && !names.includes(outer) && uses(work, outer)
    ? `${outer} in its transaction`
    : null;
}

function uses(node: ts.Node, outer: string): boolean {
  if (ts.isFunctionLike(node) && node.parameters.some(({ name }) => name.getText() === outer)) return false;
  const isHandle = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
  // The name of a field, as in `{ db: tx }` or `site.db`, is no use of a variable.
  const isField =
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
    (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
    ts.isTypeNode(node.parent);
  if (isHandle && !isField && node.getText() === outer) return true;
  return ts.forEachChild(node, (child) => uses(child, outer) || undefined) ?? false;
}

/** Built-ins of which bundlers know that they change nothing: a call whose answer nobody reads is left out, with what it would have thrown. */
const UNCHANGING =
  /^(decodeURI|encodeURI)(Component)?$|^(URL|URLSearchParams|RegExp|Date|Number|String|Boolean|BigInt|Symbol|Intl|JSON|Math|Object|Array|Map|Set|WeakMap|WeakSet|Temporal|TextDecoder|TextEncoder|structuredClone|atob|btoa|parseInt|parseFloat|isNaN)$/;
const CHANGING = new Set([
  'Object.assign',
  'Object.defineProperty',
  'Object.defineProperties',
  'Object.freeze',
]);

/** [H28] A built-in that is called, or made, for what it may throw: the built product does not call it. */
export function unreadAnswer(node: ts.Node): string | null {
  if (!ts.isExpressionStatement(node)) return null;
  let asked: ts.Expression = node.expression;
  while (ts.isVoidExpression(asked) || ts.isParenthesizedExpression(asked)) asked = asked.expression;
  if (!ts.isCallExpression(asked) && !ts.isNewExpression(asked)) return null;
  const called = asked.expression;
  const root = ts.isPropertyAccessExpression(called) ? called.expression : called;
  if (!ts.isIdentifier(root) || !UNCHANGING.test(root.text) || !isFreeVariable(root)) return null;
  return CHANGING.has(called.getText()) ? null : called.getText();
}

const ACCENTED = /[À-ÖØ-öø-ÿŒœ«»’…]/;
/** Attributes that people read or hear. */
const SPOKEN =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|title|placeholder|label|description|errorMessage|textValue)$/;
const LETTERS = /\p{L}{2}/u;

/** Words for people written in a component instead of the catalogue. */
export function screenWords(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return LETTERS.test(node.text) ? node.text.trim() : null;
  const text = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) ? node.text : null;
  if (text === null) return null;
  if (ACCENTED.test(text)) return text;
  const { parent } = node;
  if (ts.isJsxAttribute(parent) && SPOKEN.test(parent.name.getText()) && LETTERS.test(text)) return text;
  if (ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent) && LETTERS.test(text)) return text;
  return null;
}

/** Whether this name is read from outside: it is no property, no type, and nothing in the file declares it. */
export function isFreeVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isImportSpecifier(parent))
    return false;
  const isName = 'name' in parent && parent.name === node;
  return !isName && !declares(node.getSourceFile(), node.text);
}

function declares(node: ts.Node, name: string): boolean {
  const isDeclaration =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isImportSpecifier(node) ||
    ts.isFunctionDeclaration(node);
  if (isDeclaration && node.name?.getText() === name) return true;
  return ts.forEachChild(node, (child) => declares(child, name)) ?? false;
}

const LEVELS = /^(?:trace|debug|info|warn|error|fatal)$/;
/**
 * What a line of the log may say beside its sentence: an error, as `toldError` tells it; ids, codes, counts, and names that stand in the code or the
 * settings. Nothing that people, their files or other programs wrote.
 */
const LOGGED = new Set(
  `action address again attempt board by callId change check count deleted documentId err error file folder format
  groupId job made mail probe provider proxy queue reason refusal refused removed room seq sourceId stale userId version webhook`.split(
    /\s+/,
  ),
);

/** [SC12] What this line of the log says beside that. */
export function loggedFacts(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const { expression: called, arguments: given } = node;
  const isLevel =
    ts.isElementAccessExpression(called) ||
    (ts.isPropertyAccessExpression(called) && LEVELS.test(called.name.text));
  if (!isLevel || !/(?:^|[.#])log$/.test(called.expression.getText())) return null;
  const [facts] = given;
  const others = facts ? namesIn(facts).filter((name) => !LOGGED.has(name)) : [];
  return others.length > 0 ? others.join(', ') : null;
}

/** The names of an object that is written out; what else is said, as it stands. */
function namesIn(node: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(node)) return namesIn(node.expression);
  if (ts.isStringLiteralLike(node)) return [];
  const isChosen = ts.isBinaryExpression(node) && node.operatorToken.getText() === '&&';
  if (isChosen) return namesIn(node.right);
  if (!ts.isObjectLiteralExpression(node)) return [node.getText()];
  return node.properties.flatMap((property) =>
    ts.isSpreadAssignment(property) ? namesIn(property.expression) : [property.name.getText()],
  );
}

/** What opens a test, or what is done before and after it. */
const OPENERS = new Set(['test', 'describe', 'it', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach']);

/** [H26] A number of its own for how long a test waits: as an option, as the last argument of what opens it, or set from within. */
export function ownPatience(node: ts.Node): string | null {
  if (ts.isPropertyAssignment(node))
    return node.name.getText() === 'timeout' && isNumber(node.initializer) ? node.getText() : null;
  if (!ts.isCallExpression(node)) return null;
  const called = node.expression.getText();
  if (/^test\.(?:setTimeout|slow)$/.test(called)) return called;
  const last = node.arguments.at(-1);
  const isOpener = OPENERS.has(/^\w+/.exec(called)?.[0] ?? '') && node.arguments.length > 1;
  return isOpener && last && isNumber(last) ? `${called}(…, ${last.getText()})` : null;
}

const isNumber = (node: ts.Node): boolean =>
  ts.isNumericLiteral(node) || (ts.isBinaryExpression(node) && isNumber(node.left) && isNumber(node.right));
