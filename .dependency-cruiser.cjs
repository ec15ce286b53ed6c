/** Which folder may import which. The data flow one way, and so do imports (docs/architecture.md). */
const order = [
  'platform',
  'organisation',
  'members',
  'accounts',
  'files',
  'register-import',
  'resolutions',
  'sessions',
  'attendance',
  'meetings',
  'reports',
  'personal-data',
  'audit',
];
const platform = ['errors', 'spreadsheet', 'config', 'encryption', 'database', 'access', 'audit', 'http'];

const upward = (folders, root, reason) =>
  folders.slice(0, -1).map((name, index) => ({
    name: `${name}-imports-nothing-after-it`,
    comment: reason,
    severity: 'error',
    from: { path: `^${root}/${name}/` },
    to: { path: `^${root}/(${folders.slice(index + 1).join('|')})/` },
  }));

module.exports = {
  forbidden: [
    ...upward(
      order,
      'src',
      'Data flow from the register to the papers and never back; a lower module that knew a higher one could not change alone.',
    ),
    ...upward(platform, 'src/platform', 'The platform is a stack too: errors know nothing, http knows all the rest.'),
    {
      name: 'modules-do-not-import-the-app',
      comment: 'Only the files at the top of src put modules together.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'nothing-imports-accounts',
      comment: 'Who is signed in comes through platform/access; sign-in plugs into it.',
      severity: 'error',
      from: { path: '^src/(?!accounts/)[^/]+/' },
      to: { path: '^src/accounts/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A step of the schema must mean the same in ten years, whatever the code has become.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    {
      name: 'product-knows-no-demo',
      comment: 'Demo, bench and tests stand on the product, not under it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(demo|bench|test)/' },
    },
    {
      name: 'controllers-belong-to-their-module',
      comment: 'What another module offers is its module, services, entities, errors and pure rules.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/(?!$1/)(?!platform/)[^/]+/.*\\.controller\\.ts$' },
    },
    {
      name: 'web-speaks-to-the-server-through-the-api',
      comment:
        'The web app knows the server by its description alone: web/src/api/schema.d.ts is made from openapi.json.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|migrations|demo|bench|test)/' },
    },
    {
      name: 'pages-stand-apart',
      comment:
        'A page may be rewritten without another one noticing; what two of them need is a part. All pages of a session share its frame.',
      severity: 'error',
      from: { path: '^web/src/pages/([^/]+)/' },
      to: { path: '^web/src/pages/(?!$1/)(?!session/)[^/]+/' },
    },
    {
      name: 'parts-know-no-page',
      comment: 'Theme, words, API, parts and shell are what pages stand on.',
      severity: 'error',
      from: { path: '^web/src/(theme|words|api|parts|shell)/' },
      to: { path: '^web/src/(pages/|routes)' },
    },
    {
      name: 'no-cycles',
      comment: 'Metadata of decorators and ESM cycles end in "before initialization".',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
