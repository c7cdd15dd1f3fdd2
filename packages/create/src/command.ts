import { runCreate } from './run-create.js'
import { askAtTerminal } from './ask-at-terminal.js'

process.exitCode = await runCreate(process.argv.slice(2), {
  env: process.env,
  directory: process.cwd(),
  print: (text) => {
    console.log(text)
  },
  printError: (text) => {
    console.error(text)
  },
  ask: process.stdin.isTTY && process.stderr.isTTY ? askAtTerminal : undefined,
})
