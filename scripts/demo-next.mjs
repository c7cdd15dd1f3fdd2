// npm run demo:next: installs, builds and starts the Next demo: the emulator in this process, `next start` in another.
import { buildDemo } from './build-demo.mjs'
import { runScript } from './commands.mjs'

await runScript(async () => {
  await buildDemo('@secure-uploading/demo-next')
  await import('../apps/next/demo/main.mjs')
})
