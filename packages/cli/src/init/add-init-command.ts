import { Option, type Command } from 'commander'
import type { ExitCode } from '../exit-code.js'
import type { Terminal } from '../terminal/terminal.js'
import type { InitOptions } from './init-options.js'

const FRAMEWORK_IDS = [
  'next-app',
  'next-pages',
  'sveltekit',
  'nuxt',
  'astro',
  'express',
  'fastify',
  'hono',
  'lambda',
]

const MORE = `
Recognizes the framework, the front end and the package manager. Writes a token endpoint, a component that uploads,
.env.example, and a script that starts the emulator beside the app. Shows each change first, never overwrites a file, and
can be run again. The endpoint refuses everyone until you edit "authorize", except the emulator's demo user in development.
For Next (App Router), SvelteKit and Express it then starts that script, waits up to 2 minutes for the endpoint, runs the
doctor against it, and ends what it started.

Examples:
  $ npx @secure-uploading/cli init
  $ npx @secure-uploading/cli init --dry-run
  $ npx @secure-uploading/cli init --directory apps/web --framework next-app --yes

Exit codes: 0 success, 1 a file was not written, the packages were not installed, the app did not start, or the doctor found
errors, 2 usage error, 130 interrupted (Ctrl-C).`

export function addInitCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('Adds secure uploads to an app: endpoint, component, emulator.')
    .option(
      '--directory <path>',
      'the folder of the app, with its package.json (default: the current folder)',
    )
    .addOption(
      new Option('--framework <name>', 'the framework, if the wrong one is recognized').choices(
        FRAMEWORK_IDS,
      ),
    )
    .option('-y, --yes', 'write, install and check without a question')
    .option('--dry-run', 'show the changes, write nothing and start nothing')
    .option('--no-install', 'do not install the packages; without them, the endpoint is not checked')
    .option('--no-doctor', 'do not start the app to check its endpoint')
    .option('--json', 'print one JSON object with the changes; requires --yes or --dry-run')
    .addHelpText('after', MORE)
    .action(async (options: InitOptions) => {
      // Imported on demand, so that the other commands start faster.
      const [{ runInit }, { readVersions }] = await Promise.all([
        import('./run-init.js'),
        import('./read-versions.js'),
      ])
      finish(await runInit(options, terminal, readVersions()))
    })
}
