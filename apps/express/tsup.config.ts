import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { main: 'src/server/main.ts' },
  outDir: 'dist/server',
  format: 'esm',
  clean: true,
  target: 'node20',
})
