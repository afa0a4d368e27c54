/**
 * Who may import whom (docs/architecture.md). Every rule here has a planted wrong import in
 * tests/architecture/import-rules.test.ts that it must catch.
 */

/** Folders of `app/` that hold a noun each; every other folder is one noun. */
const SHELVES = 'kernel|people|meetings|programme|library|news|publication|operations';
/** Files inside a noun of `app/`, its routes aside: any folder but the two that are not nouns. */
const NOUN = `^app/(?!(?:ui|realtime)/)((?:${SHELVES})/[^/]+(?=/)|[^/]+)/`;
/** What only runs on the server, wherever it stands in `app/`. */
const SERVER_SIDE = '\\.server\\.tsx?$';
/** The routes and the frame around them: root, entries, context, list of routes. */
const ROUTES = ['^app/[^/]+$', '^app/.+/routes/'];

const npm = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const NODE_OR_NPM = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const REACT = [
  'react',
  'react-dom',
  'react-router',
  'react-aria-components',
  'lucide-react',
  '@internationalized/[^/]+',
];
const PURE = [
  'yjs',
  'lib0',
  'zod',
  'fractional-indexing-jittered',
  '@tiptap/[^/]+',
  'y-protocols',
  'prosemirror-[^/]+',
];
const DRIVERS = ['drizzle-orm', 'pg', '@types/pg'];

const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbidden('no-cycle', 'Two modules that need each other are one module.', {}, { circular: true }),
    forbidden(
      'resolvable',
      'An import that leads nowhere hides from every other rule.',
      {},
      { couldNotResolve: true, pathNot: ['^\\./\\+types/', '^virtual:react-router/server-build$'] },
    ),
    forbidden(
      'declared',
      'A package that package.json does not name is there by chance.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbidden(
      'no-barrel',
      'A file that only passes things on hides who uses what. Only the process is called index.',
      {},
      { path: '(^|/)index\\.[cm]?[jt]sx?$', pathNot: ['^server/index\\.ts$', 'node_modules/'] },
    ),
    forbidden(
      'tests-apart',
      'The product knows nothing of its tests.',
      { path: '^(shared|db|server|app)/' },
      { path: '^tests/' },
    ),
    forbidden(
      'shared-alone',
      'shared/ imports nothing of the other rooms.',
      { path: '^shared/' },
      { path: '^(db|server|app)/' },
    ),
    forbidden(
      'shared-pure',
      'shared/ runs anywhere: no Node, no React, no I/O, only the libraries of its data.',
      { path: '^shared/' },
      { dependencyTypes: NODE_OR_NPM, pathNot: npm(PURE) },
    ),
    forbidden('db-below', 'db/ imports itself and shared/.', { path: '^db/' }, { path: '^(server|app)/' }),
    forbidden(
      'db-drivers',
      'db/ takes Drizzle, its drivers and Node; whatever else it needs belongs to shared/ or server/.',
      { path: '^db/' },
      { dependencyTypes: NODE_OR_NPM.filter((type) => type !== 'core'), pathNot: npm(DRIVERS) },
    ),
    forbidden(
      'server-below',
      'server/ knows no screen.',
      { path: '^server/', pathNot: '^server/app\\.ts$' },
      { path: '^app/' },
    ),
    forbidden(
      'server-app-context',
      'server/app.ts fills the context of the pages, and knows nothing else of them.',
      { path: '^server/app\\.ts$' },
      { path: '^app/', pathNot: '^app/context\\.ts$' },
    ),
    forbidden(
      'ui-alone',
      'app/ui/ knows no noun and no room: it receives its words and its data.',
      { path: '^app/ui/' },
      { path: '^(shared|db|server|app)/', pathNot: '^app/ui/' },
    ),
    forbidden(
      'ui-react',
      'app/ui/ takes React libraries only.',
      { path: '^app/ui/' },
      { dependencyTypes: NODE_OR_NPM, pathNot: npm([...REACT, '@types/react', '@types/react-dom']) },
    ),
    forbidden(
      'noun-apart',
      'A noun of app/ imports shared/, app/ui/, app/realtime/ and itself; never another noun, nor a route.',
      { path: NOUN, pathNot: [...ROUTES, SERVER_SIDE] },
      { path: '^(db|server|app)/', pathNot: '^app/(ui|realtime|$1)/(?!routes/|.+/routes/)' },
    ),
    forbidden(
      'realtime-apart',
      'app/realtime/ imports shared/, app/ui/ and itself.',
      { path: '^app/realtime/', pathNot: SERVER_SIDE },
      { path: '^(db|server|app)/', pathNot: '^app/(ui|realtime)/' },
    ),
    forbidden(
      'server-side-hidden',
      'A *.server.ts file is for routes and for its like: in the browser it does not exist.',
      { path: '^app/', pathNot: [...ROUTES, SERVER_SIDE] },
      { path: SERVER_SIDE },
    ),
    forbidden(
      'browser-without-node',
      'What people see runs in their browser.',
      { path: '^app/', pathNot: [...ROUTES, SERVER_SIDE] },
      { dependencyTypes: ['core'] },
    ),
    forbidden(
      'live-by-context',
      'A module of server/ imported by a route would be a second copy of it in the build: types only.',
      { path: '^app/' },
      { path: '^server/', dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'db-by-functions',
      'Routes call functions of db/; the client, the tables and the demonstration data stay behind them.',
      { path: '^app/' },
      {
        path: ['^db/kernel/(columns|client|migrate)', '^db/seed/', '^db/.*schema\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.react-router)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
