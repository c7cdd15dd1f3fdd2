import { describe, expect, it, test } from 'vitest'
import { differences } from './compare.js'
import { INTENDED_DIFFERENCES, LEFT_OUT } from './differences.js'
import { RECORDINGS } from './recording.js'
import { replay } from './replay.js'

// The REST API has a replay of its own.
const replayed = RECORDINGS.filter(
  ({ index, uri }) => LEFT_OUT[index] === undefined && new URL(uri).hostname !== 'api.uploadcare.com',
)

describe('the emulator responds like Uploadcare', () => {
  it.each(
    replayed.map(
      (recording) => [recording.index, recording.method, recording.uri.slice(0, 80), recording] as const,
    ),
  )('to recording %i: %s %s', async (_index, _method, _uri, recording) => {
    expect(await differences(recording, await replay(recording))).toEqual([])
  })
})

test('the intended differences are few', () => {
  expect(INTENDED_DIFFERENCES.length).toBeLessThan(10)
  expect(Object.keys(LEFT_OUT)).toHaveLength(6)
})
