import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { pageScriptForVite } from './packages/emulator/page-script-plugin.js'
import { PUBLISHED_PACKAGES } from './tests/packed/published-packages.js'

const FOLDERS = PUBLISHED_PACKAGES.map(({ folder }) => folder)
const folderOf = (name: string): string => path.join(import.meta.dirname, 'packages', name)

const published = FOLDERS.join('|')
const SOURCES = [
  { find: new RegExp(`^@secure-uploading/(${published})$`), replacement: folderOf('$1/src/index.ts') },
  {
    find: new RegExp(`^@secure-uploading/(${published})/([a-z-]+)$`),
    replacement: folderOf('$1/src/$2/index.ts'),
  },
]

/** What tests run too, but in a process or a browser of its own, where it is not counted. */
const ELSEWHERE = [
  // The commands' first lines, and their terminal.
  'packages/cli/src/command.ts',
  'packages/cli/src/terminal/system-terminal.ts',
  'packages/emulator/src/node/{command,command-webhooks,create-program,parse-project,run-command}.ts',
  // In Chromium.
  'packages/emulator/src/control/page/script/*.ts',
  'packages/client/src/resumable/indexed-db-store.ts',
]

/**
 * What the tests of `npm test` reach in the published packages, line by line and branch by branch. The contract's suite
 * is counted too: it is where the endpoint is tested. A package's imports of others lead to their sources, not to what
 * was built of them.
 */
export default defineConfig({
  test: {
    projects: FOLDERS.map((name) => ({
      extends: path.join(folderOf(name), 'vitest.config.ts'),
      root: folderOf(name),
      plugins: [pageScriptForVite()],
      resolve: { alias: SOURCES },
      test: { name },
    })),
    coverage: {
      provider: 'v8',
      include: FOLDERS.filter((name) => name !== 'contract').map(
        (name) => `packages/${name}/src/**/*.{ts,tsx}`,
      ),
      exclude: ELSEWHERE,
      reporter: [['text', { skipFull: true }], 'html', 'json-summary'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
})
