import { describe, expect, it } from 'vitest'
import { differences } from './compare.js'
import { RECORDINGS } from './recording.js'
import { replay } from './replay.js'

/**
 * Version 0.7 was released in autumn 2022. Until then Uploadcare answered requests for it in the form of version 0.5,
 * which the emulator still returns for that version.
 */
const VERSION_07_RELEASED_MS = Date.UTC(2022, 9, 1)
const V05 = 'application/vnd.uploadcare-v0.5+json'

/** Differences on purpose, by the index of the recording. */
const INTENDED: Readonly<Record<number, readonly string[]>> = {
  // Projects of the emulator have no collaborators.
  21: ['body.collaborators has another length'],
}

describe('the REST API', () => {
  it.each(RECORDINGS)('responds like recording $index, $method $path', async (recording) => {
    const accept = recording.recordedAtMs < VERSION_07_RELEASED_MS ? V05 : recording.accept
    const response = await replay(recording, accept)
    expect(await differences(recording, response, accept)).toEqual(INTENDED[recording.index] ?? [])
  })

  it('is compared with all recordings of the emulated paths', () => {
    expect(RECORDINGS.map(({ index }) => index)).toEqual([
      0, 1, 9, 10, 11, 12, 14, 15, 16, 18, 19, 20, 21, 26, 27, 28, 29,
    ])
  })
})
