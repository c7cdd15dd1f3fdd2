import eslint from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Who may import whom. A package that is not listed for another is out of its reach. */
const MAY_IMPORT = {
  core: [],
  server: ['core'],
  express: ['server'],
  next: ['server'],
  lambda: ['server'],
  fastify: ['server'],
  client: ['core/token'],
  emulator: ['core'],
  contract: ['core', 'server'],
}

/** Packages that run everywhere: no Node built-in, no Node global. */
const ISOMORPHIC = ['core', 'server', 'client', 'express', 'next', 'lambda', 'fastify', 'emulator']

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      '**/.next/',
      '**/coverage/',
      '**/test-results/',
      '**/next-env.d.ts',
      '**/*.bundled_*',
      '**/*.timestamp-*',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ alwaysTryTypes: true }),
        createNodeResolver(),
      ],
    },
    rules: {
      'import-x/no-relative-packages': 'error',
      'import-x/no-default-export': 'error',
    },
  },
  { files: ['**/src/**/*.{ts,tsx}'], rules: { 'import-x/no-cycle': 'error' } },
  {
    files: ['**/*.config.{js,ts,mjs}', 'apps/next/app/**/*.tsx', 'packages/bundling/fixtures/**/*.js'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  // The root's scripts run before anything is installed, so they cannot import tooling by its name.
  { files: ['scripts/**'], rules: { 'import-x/no-relative-packages': 'off' } },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: nodeGlobals() } },
  ...Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
    files: [`packages/${name}/src/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: importPatterns(name, allowed) }],
    },
  })),
  {
    files: ['packages/emulator/src/node/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: importPatterns('emulator', MAY_IMPORT.emulator, { isomorphic: false }) },
      ],
    },
  },
)

function importPatterns(name, allowed, { isomorphic = ISOMORPHIC.includes(name) } = {}) {
  const only = allowed.map((path) => `${path}$`).join('|')
  const patterns = [
    {
      regex: only === '' ? '^@secure-uploading/' : `^@secure-uploading/(?!(?:${only}))`,
      message: `packages/${name} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other package'}. See MAY_IMPORT in eslint.config.js.`,
    },
  ]
  if (isomorphic) {
    patterns.push({
      regex: '^node:',
      message: `packages/${name} runs in every runtime: no Node built-in here.`,
    })
  }
  return patterns
}

function nodeGlobals() {
  return Object.fromEntries(
    [
      'process',
      'console',
      'URL',
      'fetch',
      'setTimeout',
      'clearTimeout',
      'AbortSignal',
      'AbortController',
      'Buffer',
      'performance',
    ].map((name) => [name, 'readonly']),
  )
}
