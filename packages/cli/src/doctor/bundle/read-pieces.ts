import { BEGINNING, placesIn, type Place } from './places-in.js'

/** A piece of a text that may be longer than a string can be. */
export interface Piece {
  text: string
  /** Where in the whole text it begins. */
  start: Place
  /** What begins here or further on, the next piece holds from its beginning. */
  endIndex: number
}

interface PieceSizes {
  pieceCharacters?: number
  /** How much of a piece the next one holds, too, so that nothing shorter is cut. */
  overlapCharacters?: number
}

/** Reads bytes as text, in pieces that overlap. */
export async function* readPieces(
  bytes: AsyncIterable<Uint8Array>,
  { pieceCharacters = 64 * 1024 * 1024, overlapCharacters = 64 * 1024 }: PieceSizes = {},
): AsyncGenerator<Piece> {
  let decoder: TextDecoder | undefined
  let text = ''
  let start = BEGINNING
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
