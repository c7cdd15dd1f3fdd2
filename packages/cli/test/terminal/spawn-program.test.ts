import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { spawnProgram } from '../../src/terminal/spawn-program.js'

async function outputOf(words: readonly string[], platform: NodeJS.Platform): Promise<string> {
  const warnings: Error[] = []
  const note = (warning: Error): unknown => warnings.push(warning)
  process.on('warning', note)
  const child = spawnProgram(words, { stdio: ['ignore', 'pipe', 'inherit'] }, platform)
  if (!child.stdout) throw new Error('The program has no output')
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')])
  process.off('warning', note)
  expect(warnings).toEqual([])
  return output.trim()
}

describe('spawnProgram', () => {
  it('starts a program with its words unchanged', async () => {
    const words = [process.execPath, '-p', 'process.argv[1]', 'two words & more']

    expect(await outputOf(words, 'linux')).toBe('two words & more')
  })

  it('starts a program in a shell on Windows, without a warning of Node', async () => {
    expect(await outputOf(['node', '-p', '6*7'], 'win32')).toBe('42')
  })
})
