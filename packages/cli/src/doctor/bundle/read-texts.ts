import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { BEGINNING } from './places-in.js'
import { readPieces, type Piece } from './read-pieces.js'

/** A text to be looked at: a piece of a file, or a source inside of a source map. */
export interface NamedText extends Piece {
  name: string
}

const INLINE_MAP = /sourceMappingURL=data:application\/json[^,]*;base64,(?<map>[A-Za-z0-9+/=]+)/

/** Reads what a file holds: its text, and each source of the source map that it is or has. */
export async function* readTexts(directory: string, file: string): AsyncGenerator<NamedText> {
  const name = file.split(path.sep).join('/')
  for await (const piece of piecesOf(path.join(directory, file))) {
    const inlineMap = INLINE_MAP.exec(piece.text)?.groups?.['map']
    yield* sourcesOf(name, inlineMap === undefined ? piece.text : Buffer.from(inlineMap, 'base64').toString())
    // Last: a source tells the place better than the one line that a map is.
    yield { name, ...piece }
  }
}

async function* piecesOf(file: string): AsyncGenerator<Piece> {
  const decompressor = decompressorFor(file)
  if (decompressor) {
    try {
      yield* readPieces(pipeline(createReadStream(file), decompressor, () => undefined))
      return
    } catch {
      // What is named so and is none is looked at as it is.
    }
  }
  yield* readPieces(createReadStream(file))
}

function decompressorFor(file: string): Transform | undefined {
  if (file.endsWith('.gz')) return createGunzip()
  if (file.endsWith('.br')) return createBrotliDecompress()
  return undefined
}

/** Of a map that is cut into pieces, the pieces alone are looked at. */
function sourcesOf(name: string, text: string): NamedText[] {
  if (!text.includes('"sourcesContent"')) return []
  try {
    const { sources = [], sourcesContent = [] } = JSON.parse(text) as {
      sources?: unknown[]
      sourcesContent?: unknown[]
    }
    return sourcesContent.flatMap((content, index) =>
      typeof content === 'string'
        ? [
            {
              name: `${name} (${String(sources[index])})`,
              text: content,
              start: BEGINNING,
              endIndex: content.length,
            },
          ]
        : [],
    )
  } catch {
    return []
  }
}
