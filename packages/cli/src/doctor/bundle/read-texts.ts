import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import * as v from 'valibot'
import { START } from './places-in.js'
import { readPieces, type Piece } from './read-pieces.js'

/** A text to search: a piece of a file, or a source in a source map. */
export interface NamedText extends Piece {
  name: string
}

const NAME = v.fallback(v.nullable(v.string()), null)

/** A source map in JSON. Other values than names and texts are ignored. */
const SOURCE_MAP = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    sources: v.optional(v.array(NAME), []),
    sourcesContent: v.optional(v.array(NAME), []),
  }),
)

const INLINE_MAP = /sourceMappingURL=data:application\/json[^,]*;base64,(?<map>[A-Za-z0-9+/=]+)/

/** Reads the text of a file, and the sources of its source map. */
export async function* readTexts(directory: string, file: string): AsyncGenerator<NamedText> {
  const name = file.split(path.sep).join('/')
  for await (const piece of piecesOf(path.join(directory, file))) {
    const inlineMap = INLINE_MAP.exec(piece.text)?.groups?.['map']
    yield* sourcesOf(name, inlineMap === undefined ? piece.text : Buffer.from(inlineMap, 'base64').toString())
    // After the sources, since a map is one line and gives no useful place.
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
      // Not compressed, despite its name.
    }
  }
  yield* readPieces(createReadStream(file))
}

function decompressorFor(file: string): Transform | undefined {
  if (file.endsWith('.gz')) return createGunzip()
  if (file.endsWith('.br')) return createBrotliDecompress()
  return undefined
}

/** @returns the sources of a source map; none if the map is split into pieces */
function sourcesOf(name: string, text: string): NamedText[] {
  if (!text.includes('"sourcesContent"')) return []
  const map = v.safeParse(SOURCE_MAP, text)
  if (!map.success) return []
  const { sources, sourcesContent } = map.output
  return sourcesContent.flatMap((content, index) =>
    content === null
      ? []
      : [
          {
            name: `${name} (${String(sources[index])})`,
            text: content,
            start: START,
            endIndex: content.length,
          },
        ],
  )
}
