import { DEFAULT_SETTINGS, type Settings } from '../protocol/settings.js'

const CACHE = 'secure-uploading-playground'
const KEY = '/settings'

/** Keeps the settings while the worker is stopped. They are the only state that outlives it. */
export const settingsStore = {
  async load(): Promise<Settings> {
    const stored = await (await caches.open(CACHE)).match(KEY)
    return stored ? ((await stored.json()) as Settings) : DEFAULT_SETTINGS
  },
  async save(settings: Settings): Promise<void> {
    await (await caches.open(CACHE)).put(KEY, new Response(JSON.stringify(settings)))
  },
}
