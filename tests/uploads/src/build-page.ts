import path from 'node:path'
import { build } from 'esbuild'
import type { routesOf } from './page-entry.js'

declare global {
  interface Window {
    page: { routesOf: typeof routesOf }
    uploads: ReturnType<typeof routesOf>
  }
}

/** Bundles a page whose `window.uploads` are the upload routes of its backend. */
export async function buildPage(): Promise<(emulatorUrl: string) => string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page-entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'page',
    platform: 'browser',
  })
  const script = outputFiles.map(({ text }) => text).join('')
  return (emulatorUrl) =>
    `<!doctype html><title>uploads</title><script>${script}</script>` +
    `<script>window.uploads = page.routesOf('${emulatorUrl}')</script>`
}
