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
  'packages/cli/src/terminal/{run-program,system-terminal}.ts',
  'packages/cli/src/network/{connect-to-network,read-proxy}.ts',
  'packages/create/src/command.ts',
  'packages/emulator/src/node/{app-environment,command,command-webhooks,create-program,parse-project,run-beside,run-command}.ts',
  // In Chromium.
  'packages/emulator/src/control/page/script/*.ts',
  'packages/client/src/drop-zone/{create-drop-zone,create-file-dialog,files-of-drop,files-of-paste,listen-to-page,track-drag}.ts',
  'packages/client/src/resumable/indexed-db-store.ts',
  'packages/client/src/upload/put-by-xhr.ts',
  // In Chromium, by the suite of all bindings.
  'packages/react/src/{use-drop-zone,use-latest,use-upload-queue}.ts',
  'packages/vue/src/use-drop-zone.ts',
  'packages/{react,vue}/src/file-uploader/*.ts',
  'packages/svelte/src/file-uploader/connect.ts',
]

/** A project with the tests of a folder, whose imports lead to the sources of the packages. */
const projectOf = (name: string, root: string) => ({
  extends: path.join(root, 'vitest.config.ts'),
  root,
  plugins: [pageScriptForVite()],
  resolve: { alias: SOURCES },
  test: { name },
})

/**
 * What the tests of `npm test` reach in the published packages, line by line and branch by branch. The contract's suite
 * is counted too: it is where the endpoint is tested. A package's imports of others lead to their sources, not to what
 * was built of them.
 */
export default defineConfig({
  test: {
    projects: [
      ...FOLDERS.map((name) => projectOf(name, folderOf(name))),
      // Upload routes from end to end.
      projectOf('uploads', path.join(import.meta.dirname, 'tests/uploads')),
    ],
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
