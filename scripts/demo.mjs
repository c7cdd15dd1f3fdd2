// npm run demo, demo:next, demo:lambda: installs, builds and starts a demo with its emulator.
// Usage: node scripts/demo.mjs express|next|lambda [the demo's own arguments]
import { installDependencies, runScript, runTurbo } from './commands.mjs'

const MAIN_FILES = {
  express: 'dist/server/main.js',
  lambda: 'dist/demo/main.js',
  next: 'demo/main.mjs',
}

// The demo parses the arguments that remain.
const [name] = process.argv.splice(2, 1)
if (!Object.hasOwn(MAIN_FILES, name ?? ''))
  throw new Error(`Unknown demo "${name}". Expected one of: ${Object.keys(MAIN_FILES).join(', ')}`)

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', `--filter=@secure-uploading/demo-${name}...`, '--output-logs=errors-only')
  // In this process, so that it receives Ctrl-C and every signal itself.
  await import(`../apps/${name}/${MAIN_FILES[name]}`)
})
