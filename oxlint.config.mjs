/** Packages of ours that each package may import. Every package that is not listed is an adapter. */
const MAY_IMPORT = {
  core: [],
  server: ['core'],
  client: ['core'],
  vue: ['client'],
  svelte: ['client'],
  react: ['client'],
  emulator: ['core'],
  cli: ['core', 'client'],
  create: [],
  contract: ['core', 'server'],
}
const ADAPTER_MAY_IMPORT = ['server']

/** Sources that only Node runs. All others run in every runtime. */
const NODE_ONLY = [
  'packages/cli/src',
  'packages/create/src',
  'packages/contract/src',
  'packages/emulator/src/node',
]

const OTHER_PACKAGES_FILES = {
  regex: '^(\\.\\./)+[a-z-]+/(src|dist|test)/',
  message: "Import another package by its name, through the package's exports.",
}
const NODE_BUILT_INS = {
  regex: '^node:',
  message: 'This package runs in every runtime. Do not import Node built-ins here.',
}
const SIGNING_CODE = {
  name: '@secure-uploading/core',
  message: 'Browsers get no signing code. Import @secure-uploading/core/token.',
}

/** Applies the import rules to a folder with sources. */
function importRules(folder, mayImport, paths = []) {
  const named = mayImport.length === 0 ? 'no other package' : mayImport.join(' and ')
  const ours = {
    group: ['@secure-uploading/*', ...mayImport.map((name) => `!@secure-uploading/${name}`)],
    message: `${folder} may import ${named} of ours. See MAY_IMPORT in oxlint.config.mjs.`,
  }
  const builtIns = NODE_ONLY.includes(folder) ? [] : [NODE_BUILT_INS]
  return {
    files: [`${folder}/**`],
    rules: {
      'no-restricted-imports': ['error', { paths, patterns: [ours, ...builtIns, OTHER_PACKAGES_FILES] }],
    },
  }
}

export default {
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true, typeCheck: true },
  ignorePatterns: [
    '**/dist/**',
    '**/.next/**',
    '**/coverage/**',
    '**/.stryker-tmp/**',
    '**/test-results/**',
    'tests/runtimes/next-*/**',
    // Their frameworks are installed by tests/examples, which checks their types.
    'packages/server/examples/*/**',
    'tests/examples/projects/**',
    'tests/init/projects/**',
    'packages/create/templates/**',
    '**/*.bundled_*',
    '**/*.timestamp-*',
  ],
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/no-unassigned-import': 'off',
    'no-restricted-imports': ['error', { patterns: [OTHER_PACKAGES_FILES] }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/return-await': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unnecessary-condition': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/prefer-nullish-coalescing': 'error',
    'typescript/prefer-optional-chain': 'error',
    'typescript/restrict-plus-operands': 'error',
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/consistent-type-definitions': 'error',
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-named-as-default-member': 'off',
    'unicorn/no-useless-spread': 'off',
  },
  overrides: [
    importRules('packages/*/src', ADAPTER_MAY_IMPORT),
    ...Object.entries(MAY_IMPORT).map(([name, mayImport]) =>
      importRules(`packages/${name}/src`, mayImport, name === 'client' ? [SIGNING_CODE] : []),
    ),
    importRules('packages/emulator/src/node', MAY_IMPORT.emulator),
    {
      files: [
        '**/*.config.{js,ts,mjs}',
        'apps/next/app/**',
        'tests/packed/next-apps/**',
        'tests/packed/consumers/**',
        'tests/uploads/next-site/**',
        'packages/server/examples/**',
        'apps/docs/.vitepress/**',
      ],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: ['scripts/**', 'tests/runtimes/**', 'apps/docs/build/**', 'apps/docs/.vitepress/*.ts'],
      rules: { 'no-restricted-imports': 'off' },
    },
    {
      files: ['**/*.{js,cjs,mjs}'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-unnecessary-condition': 'off',
      },
    },
  ],
}
