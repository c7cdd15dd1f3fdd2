import { runDemo } from '@secure-uploading/demo-kit'
import { backendSettings } from './backend-settings.js'
import { startDemo } from './start-demo.js'

await runDemo((settings) => startDemo({ ...settings, ...backendSettings(process.env) }))
