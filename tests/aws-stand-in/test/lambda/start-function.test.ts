import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { createRoleCredentials, functionEnvironment } from '../../src/lambda/function-environment.js'
import { startFunction, type LambdaFunction } from '../../src/lambda/start-function.js'

const RUNTIME = path.resolve(import.meta.dirname, '../../dist/runtime.js')
let lambda: LambdaFunction

afterEach(async () => {
  await lambda.close()
})

async function start(source: string): Promise<LambdaFunction> {
  const folder = await mkdtemp(path.join(tmpdir(), 'function-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, 'handler.mjs'), source)
  const environment = functionEnvironment(folder, 'handler.handler', createRoleCredentials())
  return (lambda = await startFunction([process.execPath, RUNTIME], environment))
}

describe('startFunction', () => {
  it('runs one event at a time and returns the result of each', async () => {
    const { invoke } = await start(
      'let running = 0; export const handler = async (n) => { const most = ++running; await null; running--; return { n, most } }',
    )
    const results = await Promise.all(['1', '2', '3'].map((event) => invoke(event)))
    expect(results.map((result) => JSON.parse(result) as unknown)).toEqual(
      [1, 2, 3].map((n) => ({ n, most: 1 })),
    )
  })

  it('passes only the environment of Lambda to the function', async () => {
    process.env['OF_THIS_PROCESS'] = 'yes'
    onTestFinished(() => {
      delete process.env['OF_THIS_PROCESS']
    })
    const { invoke } = await start(
      'export const handler = (_, context) => ({ ...process.env, id: context.awsRequestId, left: context.getRemainingTimeInMillis() })',
    )
    const seen = JSON.parse(await invoke('{}')) as Record<string, unknown>
    expect(seen).toMatchObject({
      AWS_REGION: 'us-east-1',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    })
    expect(seen['left']).toBeGreaterThan(0)
    expect(seen).not.toHaveProperty('OF_THIS_PROCESS')
  })

  it('rejects with the error of the handler, and runs the next event', async () => {
    const { invoke } = await start(
      'export const handler = async (event) => { if (event.bad) throw new TypeError("bad event"); return "good" }',
    )
    await expect(invoke('{"bad":true}')).rejects.toThrow(
      '{"errorType":"TypeError","errorMessage":"bad event"}',
    )
    expect(await invoke('{}')).toBe('"good"')
  })

  it('rejects each event with the reason when the function fails to start', async () => {
    const { invoke } = await start('throw new Error("no settings")')
    await expect(invoke('{}')).rejects.toThrow('no settings')
  })
})
