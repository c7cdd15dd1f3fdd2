// npm run demo:lambda: installs, builds and starts the Lambda demo: what AWS does and the emulator in this process, the
// function in another. `npm run demo:lambda -- --runtime aws` runs the function in AWS's own runtime client.
import { buildDemo } from './build-demo.mjs'
import { runScript } from './commands.mjs'

await runScript(async () => {
  await buildDemo('@secure-uploading/demo-lambda')
  await import('../apps/lambda/dist/local/main.js')
})
