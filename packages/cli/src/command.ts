import { runCommandLine } from './run-command-line.js'
import { systemTerminal } from './terminal/system-terminal.js'

// process.exit would drop output that is still in a pipe.
process.exitCode = await runCommandLine(process.argv.slice(2), systemTerminal())
