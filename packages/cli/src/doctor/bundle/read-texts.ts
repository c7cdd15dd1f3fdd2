import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'

/** A text to be looked at: a file, or a source inside of a source map. */
export interface NamedText {
  name: string
  text: string
}

const INLINE_MAP = /sourceMappingURL=data:application\/json[^,]*;base64,(?<map>[A-Za-z0-9+/=]+)/

/** Reads what a file holds: its text, and each source of the source map that it is or has. */
export async function readTexts(directory: string, file: string): Promise<NamedText[]> {
  const name = file.split(path.sep).join('/')
  const text = (await decompress(file, await readFile(path.join(directory, file)))).toString()
  const inlineMap = INLINE_MAP.exec(text)?.groups?.['map']
  return [
    ...sourcesOf(name, inlineMap === undefined ? text : Buffer.from(inlineMap, 'base64').toString()),
    // Last: a source tells the place better than the one line that a map is.
    { name, text },
  ]
}

async function decompress(file: string, bytes: Buffer): Promise<Buffer> {
  // What is named so and is none is looked at as it is.
  if (file.endsWith('.gz')) return promisify(gunzip)(bytes).catch(() => bytes)
  if (file.endsWith('.br')) return promisify(brotliDecompress)(bytes).catch(() => bytes)
  return bytes
}

function sourcesOf(name: string, text: string): NamedText[] {
  if (!text.includes('"sourcesContent"')) return []
  try {
    const { sources = [], sourcesContent = [] } = JSON.parse(text) as {
      sources?: unknown[]
      sourcesContent?: unknown[]
    }
    return sourcesContent.flatMap((content, index) =>
      typeof content === 'string' ? [{ name: `${name} (${String(sources[index])})`, text: content }] : [],
    )
  } catch {
    return []
  }
}
