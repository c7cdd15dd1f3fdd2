// npm run dev: serves the site on 127.0.0.1 and updates it when a page changes.
import path from 'node:path'
import { createServer } from 'vitepress'
import { bundleWorker } from './bundle-worker.mjs'
import { writeGeneratedPages } from './write-generated-pages.mjs'

const APP = path.resolve(import.meta.dirname, '..')
writeGeneratedPages(path.join(APP, 'pages'))
await bundleWorker(path.join(APP, 'pages/public/playground-worker.js'))
const server = await createServer(APP, { host: '127.0.0.1' })
await server.listen()
server.printUrls()
