import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import type { WebhookRule } from '../webhook-trial.js'

/** Options that cannot be right, and what the error names. */
const MISTAKES: readonly (readonly [options: Record<string, unknown>, named: string])[] = [
  [{ signingSecret: undefined }, '"signingSecret"'],
  [{ signingSecret: ' \t' }, '"signingSecret"'],
  [{ signingSecret: [] }, '"signingSecret"'],
  [{ signingSecret: ['good', ''] }, '"signingSecret"'],
  [{ onEvent: undefined }, '"onEvent"'],
  [{ onEvent: 'log' }, '"onEvent"'],
  [{ receipts: true }, '"receipts"'],
  [{ receipts: {} }, '"receipts.secret"'],
  [{ receipts: { secret: '' } }, '"receipts.secret"'],
  [{ receipts: { secret: 'good', subject: 'ada' } }, '"receipts.subject" is not an option'],
  [{ maxBodyBytes: 0 }, '"maxBodyBytes" must be a positive whole number of bytes'],
  [{ maxBodyBytes: '1mb' }, '"maxBodyBytes" must be a positive whole number of bytes'],
  [{ onDeny: 'log' }, '"onDeny"'],
  [{ secret: 'x' }, '"secret" is not an option'],
]

export const webhookOptionRules: readonly WebhookRule[] = MISTAKES.map(([options, named]) => ({
  name: `refuses at once the options ${describeOptions(options)}`,
  async check(trial) {
    const error = await trial.serve(options as Partial<WebhookHandlerOptions<unknown[]>>).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(error).to.be.an.instanceOf(TypeError)
    expect((error as TypeError).message).to.include(named)
  },
}))

function describeOptions(options: Record<string, unknown>): string {
  return JSON.stringify(options, (_key, value: unknown) => (value === undefined ? 'undefined' : value))
}
