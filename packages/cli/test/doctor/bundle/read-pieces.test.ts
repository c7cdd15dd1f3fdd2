import { describe, expect, it } from 'vitest'
import { placesIn } from '../../../src/doctor/bundle/places-in.js'
import { readPieces } from '../../../src/doctor/bundle/read-pieces.js'

const SMALL = { pieceCharacters: 12, overlapCharacters: 4 }

/** Finds a word in bytes that arrive in small chunks. */
async function placesOf(word: string, bytes: Uint8Array, chunkBytes: number): Promise<string[]> {
  const places: string[] = []
  for await (const { text, start, endIndex } of readPieces(inChunks(bytes, chunkBytes), SMALL)) {
    expect(text.length).toBeLessThan(12 + chunkBytes)
    for (const { index } of text.matchAll(new RegExp(word, 'g'))) {
      const { line, column } = placesIn(text, start)(index)
      if (index < endIndex) places.push(`${line}:${column}`)
    }
  }
  return places
}

async function* inChunks(bytes: Uint8Array, chunkBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
}

describe('readPieces', () => {
  it.each([1, 3, 7, 100])('finds each word once and at its place with chunks of %d bytes', async (size) => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `${'ü'.repeat(index % 9)}key${'.'.repeat(index % 4)}`,
    )

    expect(await placesOf('key', Buffer.from(lines.join('\n')), size)).toEqual(
      lines.map((line, index) => `${String(index + 1)}:${String(line.indexOf('key') + 1)}`),
    )
  })

  it('counts columns across pieces', async () => {
    expect(await placesOf('key', Buffer.from(`${'.'.repeat(100)}key`), 5)).toEqual(['1:101'])
  })

  it('reads a text shorter than a piece, and an empty text', async () => {
    expect(await placesOf('key', Buffer.from('key'), 5)).toEqual(['1:1'])
    expect(await placesOf('key', Buffer.from(''), 5)).toEqual([])
  })
})
