import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { FRAMEWORKS } from '../../src/init/frameworks/frameworks.js'
import { readProject } from '../../src/init/project/read-project.js'
import { createApp, EXPRESS_SERVER } from './create-app.js'

const FRONT_ENDS = ['react', 'vue', 'svelte', undefined] as const
const LANGUAGES = [
  ['TypeScript', { type: 'module' }, { 'tsconfig.json': '{}', 'server.ts': EXPRESS_SERVER }],
  ['JavaScript modules', { type: 'module' }, { 'server.js': EXPRESS_SERVER }],
  ['CommonJS', {}, { 'server.js': "const express = require('express')\nconst app = express()\n" }],
] as const

const CASES = FRAMEWORKS.flatMap((framework) =>
  LANGUAGES.flatMap(([language, manifest, files]) =>
    FRONT_ENDS.map((frontEnd) => ({
      title: framework.title,
      framework,
      language,
      manifest,
      files,
      frontEnd,
    })),
  ),
)

describe('the files that init writes', () => {
  it.each(CASES)(
    'are valid $language for $title and the front end $frontEnd',
    ({ framework, language, manifest, files, frontEnd }) => {
      const dependencies = { vite: '7.0.0', ...(frontEnd && { [frontEnd]: '1.0.0' }) }
      const { directory } = createApp({ ...manifest, dependencies }, { 'index.html': '', ...files })
      const setup = framework.setUp(readProject(directory))

      for (const { path, text } of setup.files) {
        if (path.endsWith('.html')) continue
        const scripts = scriptsOf(path, text)
        if (language !== 'TypeScript') expect(path).not.toMatch(/\.tsx?$/)
        for (const script of scripts) expect(errorsOf(script.path, script.text)).toEqual([])
      }
    },
  )
})

/** The scripts of a component, or the file itself. */
function scriptsOf(path: string, text: string): { path: string; text: string }[] {
  if (/\.[mc]?[jt]sx?$/.test(path)) return [{ path, text }]
  return [...text.matchAll(/<script(?<attributes>[^>]*)>(?<code>.*?)<\/script>/gs)].map(({ groups }) => ({
    path: groups?.['attributes']?.includes('lang="ts"') ? 'script.ts' : 'script.js',
    text: groups?.['code'] ?? '',
  }))
}

/** The syntax errors of a script. In JavaScript, a type is one. */
function errorsOf(fileName: string, text: string): string[] {
  const compilerOptions = { allowJs: true, jsx: ts.JsxEmit.Preserve, module: ts.ModuleKind.ESNext }
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions,
  })
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
