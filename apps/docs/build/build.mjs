// npm run build: writes the pages that are made of other documents, bundles the playground's service worker, and builds the site
// into dist/. DOCS_BASE sets the path that the site is served from.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vitepress'
import { SIDEBAR } from '../.vitepress/sidebar.mjs'
import { bundleWorker } from './bundle-worker.mjs'
import { writeGeneratedPages } from './write-generated-pages.mjs'
import { writeLlms } from './write-llms.mjs'

const APP = path.resolve(import.meta.dirname, '..')
const PAGES = path.join(APP, 'pages')
const output = process.argv[2] ?? path.join(APP, 'dist')

rmSync(output, { recursive: true, force: true })
writeGeneratedPages(PAGES)
await build(APP, { outDir: output })
await bundleWorker(path.join(output, 'playground-worker.js'))
writeLlms(PAGES, output, SIDEBAR)
