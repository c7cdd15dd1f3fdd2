import { spawnSync } from 'node:child_process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startProgram } from '../../src/terminal/start-program.js'
import type { StartedProgram } from '../../src/terminal/started-program.js'

/** Runs a script of Node that prints `ready <pids>`, and waits for that line. */
async function start(script: string, graceMs?: number): Promise<{ program: StartedProgram; pids: number[] }> {
  const program = startProgram([process.execPath, '-e', script], { directory: '.', env: { A: 'a' } }, graceMs)
  onTestFinished(() => program.stop())
  await expect.poll(program.output).toMatch(/ready.*\n/)
  const pids = /ready (.*)\n/.exec(program.output())?.[1]?.split(' ').map(Number) ?? []
  return { program, pids }
}

/** A process that has ended can wait for its parent as a zombie. */
const isRunning = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim())

const FOREVER = 'setInterval(() => undefined, 1000)'
const STUBBORN = `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined); ${FOREVER}`
const withChild = (child: string, options = ''): string => `
  const { spawn } = require('node:child_process')
  const inner = spawn(process.execPath, ['-e', ${JSON.stringify(`${child}; console.log('ready', process.pid)`)}], { stdio: ['ignore', 'pipe', 'inherit'], ${options} })
  inner.stdout.once('data', (text) => console.log('ready', process.pid, inner.pid))
  ${FOREVER}`

describe.skipIf(process.platform === 'win32')('startProgram', () => {
  it('records the output of a program without colors', async () => {
    const { program } = await start(
      `console.error('\\u001b[31mred\\u001b[39m ' + process.env.A); console.log('ready'); ${FOREVER}`,
    )

    expect(program.output()).toContain('red a\n')
  })

  it('resolves to the exit code of a program that ends', async () => {
    const { program } = await start(`console.log('ready'); process.exitCode = 7`)

    expect(await program.ended).toBe(7)
  })

  it('resolves to undefined for a program that does not exist', async () => {
    const program = startProgram(['no-such-program'], { directory: '.', env: {} })

    expect(await program.ended).toBeUndefined()
    await program.stop()
  })

  it('ends a program and the programs that it started', async () => {
    const { program, pids } = await start(withChild(FOREVER))
    expect([pids.length, pids.every(isRunning)]).toEqual([2, true])
    await program.stop()

    expect(pids.filter(isRunning)).toEqual([])
  })

  it('kills programs that ignore signals', async () => {
    const { program, pids } = await start(withChild(STUBBORN), 50)
    await program.stop()

    expect(pids.filter(isRunning)).toEqual([])
  })

  it('does not wait for a process that left its group', async () => {
    const { program, pids } = await start(withChild(FOREVER, 'detached: true'), 50)
    const [pid = 0, strayPid = 0] = pids
    onTestFinished(() => void process.kill(strayPid, 'SIGKILL'))
    await program.stop()

    expect([isRunning(pid), isRunning(strayPid)]).toEqual([false, true])
  })
})
