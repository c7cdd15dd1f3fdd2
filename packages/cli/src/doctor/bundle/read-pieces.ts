import { START, placesIn, type Place } from './places-in.js'

/** A piece of a text that can exceed the maximum length of a string. */
export interface Piece {
  text: string
  /** The place in the whole text where the piece starts. */
  start: Place
  /** Matches from this index on are also in the next piece. */
  endIndex: number
}

interface PieceSizes {
  pieceCharacters?: number
  /** The overlap of two pieces: no shorter match is split. */
  overlapCharacters?: number
}

/** Decodes bytes as text, in overlapping pieces. */
export async function* readPieces(
  bytes: AsyncIterable<Uint8Array>,
  { pieceCharacters = 64 * 1024 * 1024, overlapCharacters = 64 * 1024 }: PieceSizes = {},
): AsyncGenerator<Piece> {
  let decoder: TextDecoder | undefined
  let text = ''
  let start = START
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    text += decoder.decode(chunk, { stream: true })
    if (text.length < pieceCharacters) continue
    const endIndex = text.length - overlapCharacters
    yield { text, start, endIndex }
    start = placesIn(text, start)(endIndex)
    text = text.slice(endIndex)
  }
  text += decoder?.decode() ?? ''
  yield { text, start, endIndex: text.length }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
