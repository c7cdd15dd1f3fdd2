import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rulesFor } from '../src/doctor/bundle/rules.js'
import { CHECKS } from '../src/doctor/endpoint/checks.js'
import { createProgram } from '../src/create-program.js'
import { systemTerminal } from '../src/terminal/system-terminal.js'
import { runCli } from './run-cli.js'

const PACKAGE = path.join(import.meta.dirname, '..')
const commands = createProgram(systemTerminal(), () => undefined).commands

describe('the help', () => {
  it('lists the commands and the exit codes', async () => {
    const { code, stdout } = await runCli(['--help'])

    expect(code).toBe(0)
    for (const word of ['sign', 'verify', 'upload', 'doctor', 'UPLOADCARE_SECRET_KEY', 'Exit codes: 0']) {
      expect(stdout).toContain(word)
    }
  })

  it.each(commands.map((command) => [command.name(), command] as const))(
    'describes "%s" with examples and exit codes',
    (_name, command) => {
      let help = ''
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
      expect(help).toContain('Example')
      expect(help).toContain('Exit codes: 0')
      for (const option of command.options) expect(help).toContain(option.flags)
    },
  )

  it.each(commands.map((command) => [command.name(), command] as const))(
    'documents every option of "%s" in the README',
    async (_name, command) => {
      const readme = await readFile(path.join(PACKAGE, 'README.md'), 'utf8')
      for (const { long } of command.options) expect(readme).toContain(`\`${long ?? ''}`)
    },
  )

  it('documents every check of the doctor in the README', async () => {
    const readme = await readFile(path.join(PACKAGE, 'README.md'), 'utf8')
    const bundleChecks = rulesFor(['a-secret-key']).map(({ check }) => check)
    for (const check of [...Object.keys(CHECKS), ...bundleChecks]) expect(readme).toContain(`| \`${check}\``)
  })

  it.each([['sign', '--\u001b[2J'], ['upload', '\u001b[2J'], ['\u001b[2J']])(
    'echoes no control characters: %j',
    async (...words) => {
      const { code, stderr } = await runCli(words, { env: { UPLOADCARE_SECRET_KEY: 'a-secret-key' } })
      expect([code, stderr]).toEqual([2, expect.stringContaining('\ufffd[2J')])
      expect(stderr).not.toContain('\u001b')
    },
  )

  it('suggests a similar command', async () => {
    expect((await runCli(['sing'])).stderr).toMatch(
      /^error: unknown command 'sing'\n\(Did you mean sign\?\)\n$/,
    )
  })

  it.each([[[]], [['sing']], [['sign', '--jtw']], [['upload']], [['doctor']]])(
    'reports a usage error for %o, and does nothing',
    async (words) => {
      const { code, stdout, stderr } = await runCli(words)
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).not.toBe('')
    },
  )
})
