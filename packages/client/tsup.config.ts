import { buildPackage } from '@secure-uploading/tooling/tsup'
import type { Plugin } from 'esbuild'

const entries = {
  index: 'src/index.ts',
  'token-source': 'src/token-source/index.ts',
  resumable: 'src/resumable/index.ts',
  routes: 'src/routes/index.ts',
  'file-uploader': 'src/file-uploader/index.ts',
  'drop-zone': 'src/drop-zone/index.ts',
  queue: 'src/queue/index.ts',
  'image-shrink': 'src/image-shrink/index.ts',
}

const platforms = {
  platform: 'src/platform/index.ts',
  'platform-browser': 'src/platform/browser.ts',
  'platform-react-native': 'src/platform/react-native.ts',
}

/** Keeps the platform in a file of its own, which the fields `browser` and `react-native` of package.json replace. */
const separatePlatform: Plugin = {
  name: 'separate-platform',
  setup(build) {
    const path = `./platform${build.initialOptions.outExtension?.['.js'] ?? '.js'}`
    build.onResolve({ filter: /\/platform\/index\.js$/ }, () => ({
      path,
      external: true,
      sideEffects: false,
    }))
  },
}

export default buildPackage(
  { ...entries, ...platforms },
  // No declarations of the platforms, which are no entries of the package. This replaces the `dts` of `buildPackage`.
  {
    dts: { entry: entries, compilerOptions: { noCheck: true } },
    esbuildPlugins: [separatePlatform],
    // The package has no side effects, so that chunks need no import without names.
    treeshake: { moduleSideEffects: false },
  },
)
