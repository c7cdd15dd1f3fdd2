import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'page',
  plugins: [svelte({ configFile: false })],
  build: { outDir: '../dist/page', emptyOutDir: true },
})
