import { fileURLToPath } from 'node:url'
import { runDemo } from '@secure-uploading/demo-kit'
import { backendSettings } from './backend-settings.js'
import { startDemo } from './start-demo.js'

// The build writes dist/server/main.js and dist/page.
const pageFolder = fileURLToPath(new URL('../page', import.meta.url))

await runDemo((settings) => startDemo({ ...settings, ...backendSettings(process.env), pageFolder }))
