import { runCommandLine } from './run-command-line.js'
import { systemTerminal } from './terminal/system-terminal.js'

// Not process.exit: what was written to a pipe may not have arrived yet.
process.exitCode = await runCommandLine(process.argv.slice(2), systemTerminal())
