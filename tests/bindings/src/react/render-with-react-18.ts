import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { AppProps } from '../binding.js'

const SOURCE = `
  import { createElement } from 'react'
  import { renderToString } from 'react-dom/server'
  import { App } from './app.js'
  export const render = (props) => renderToString(createElement(App, props))
`

/** Renders the app to HTML with another React than that of this process. */
export async function renderWithReact18(alias: Record<string, string>, props: AppProps): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    jsx: 'automatic',
    alias,
  })
  const folder = await mkdtemp(path.join(import.meta.dirname, '../../test-results-'))
  try {
    const file = path.join(folder, 'render.cjs')
    await writeFile(file, outputFiles.map(({ text }) => text).join(''))
    const module = (await import(pathToFileURL(file).href)) as { render: (props: AppProps) => string }
    return module.render(props)
  } finally {
    await rm(folder, { recursive: true })
  }
}
