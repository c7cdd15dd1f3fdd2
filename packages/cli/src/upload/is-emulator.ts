import * as v from 'valibot'

const CLOCK = v.object({ nowMs: v.number() })
const TIMEOUT_MS = 5000

/** Checks whether a base URL belongs to our emulator, which has a control API. Sends no request to Uploadcare. */
export async function isEmulator(baseUrl: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  if (/(?:^|\.)uploadcare\.com$/.test(new URL(baseUrl).hostname)) return false
  try {
    const response = await fetch(`${baseUrl}/_emulator/clock`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    return response.ok && v.is(CLOCK, await response.json())
  } catch {
    // Unreachable, or not JSON. The upload reports the error.
    return false
  }
}
