// npm run demo: installs, builds and starts the Express demo with its emulator, all of it in this one process.
import { buildDemo } from './build-demo.mjs'
import { runScript } from './commands.mjs'

await runScript(async () => {
  await buildDemo('@secure-uploading/demo-express')
  await import('../apps/express/dist/server/main.js')
})
