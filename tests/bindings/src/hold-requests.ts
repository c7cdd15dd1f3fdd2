import type { UsedApp } from './use-app.js'

/**
 * Holds requests to an endpoint of the emulator.
 *
 * @param skip how many requests pass first
 * @returns the function that answers them
 */
export function holdRequests({ stage }: UsedApp, endpoint: 'base' | 'part', skip = 0): () => void {
  let release = (): void => undefined
  const until = new Promise<void>((resolve) => {
    release = resolve
  })
  stage.emulator.emulator.faults.add({ endpoint, until, skip, times: Infinity })
  return release
}
