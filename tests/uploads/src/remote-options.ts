import type { AppOptions } from './app-options.js'

/** The options of an app in another process, from the environment: it saves files with requests to the test. */
export function remoteOptions(): AppOptions {
  // `next build` evaluates the routes before there is an emulator.
  const { EMULATOR_URL = 'http://127.0.0.1', BACKSTAGE_URL = '' } = process.env
  const send = (path: string, value: unknown): Promise<Response> =>
    fetch(BACKSTAGE_URL + path, { method: 'POST', body: JSON.stringify(value) })
  const addressOf = (key: string): string => `/results/${encodeURIComponent(key)}`
  return {
    emulatorUrl: EMULATOR_URL,
    results: {
      async get(key) {
        const response = await fetch(BACKSTAGE_URL + addressOf(key))
        return response.status === 200 ? ((await response.json()) as unknown) : undefined
      },
      set: (key, value) => send(addressOf(key), value),
    },
    saved: { push: (file) => send('/saved', file) },
    onError: (error) => void send('/errors', String(error)),
  }
}
