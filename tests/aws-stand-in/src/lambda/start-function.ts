import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { FUNCTION_ARN } from './function-environment.js'
import { startRuntimeApi } from './runtime-api.js'

/** A function that runs in a process of its own, one event at a time, as on AWS. */
export interface LambdaFunction {
  /**
   * Runs it with an event, and gives what it returned. Both are JSON.
   *
   * @throws {Error} with the function's own message.
   */
  invoke: (event: string) => Promise<string>
  close: () => Promise<void>
}

/**
 * Starts a function's process behind a Runtime API.
 *
 * @param runtime the program that fetches events and calls the handler, and its arguments
 * @param environment all that the function sees: nothing of this process's own environment, but the path
 */
export async function startFunction(
  runtime: readonly [string, ...string[]],
  environment: Record<string, string>,
): Promise<LambdaFunction> {
  const api = await startRuntimeApi(FUNCTION_ARN)
  const [program, ...args] = runtime
  const child = spawn(program, args, {
    // Where Lambda starts it, too.
    cwd: environment['LAMBDA_TASK_ROOT'],
    env: { PATH: process.env['PATH'], ...environment, AWS_LAMBDA_RUNTIME_API: api.address },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'close')
  child.once('error', (error) => {
    api.fail(error.message)
  })
  child.once('close', (exitCode) => {
    api.fail(`The function's process ended with ${String(exitCode)}`)
  })

  return {
    invoke: api.invoke,
    async close() {
      child.kill('SIGKILL')
      await ended
      await api.close()
    },
  }
}
