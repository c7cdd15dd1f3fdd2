import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'page',
  plugins: [tailwindcss()],
  // The aliases of a shadcn project, from tsconfig.json.
  resolve: { tsconfigPaths: true },
  build: { outDir: '../dist/page', emptyOutDir: true },
})
