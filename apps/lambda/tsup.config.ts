import { defineConfig } from 'tsup'

export default defineConfig([
  {
    // The deployed function: one file with all dependencies.
    entry: { handler: 'src/handler.ts' },
    outDir: 'dist/function',
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    noExternal: [/.*/],
    target: 'node22',
    treeshake: true,
    minify: true,
    clean: true,
  },
  {
    entry: { main: 'demo/main.ts', 'start-demo': 'demo/start-demo.ts' },
    outDir: 'dist/demo',
    format: 'esm',
    skipNodeModulesBundle: true,
    target: 'node20',
    clean: true,
  },
])
