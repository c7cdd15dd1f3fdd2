import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseMarkdown } from './parse-markdown.js'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** The options of one table, with the text of their column "Default". */
export type OptionTable = ReadonlyMap<string, string>

/**
 * Reads the first table of a document after a heading. A row may name several options.
 *
 * @throws {Error} when there is no such heading, or no table with a column "Default" follows it
 */
export function readOptionTable(file: string, heading: string): OptionTable {
  return optionTableOf(readFileSync(path.join(ROOT, file), 'utf8'), heading)
}

/** @throws {Error} when there is no such heading, or no table with a column "Default" follows it */
export function optionTableOf(markdown: string, heading: string): OptionTable {
  const tokens = parseMarkdown(markdown)
  const start = tokens.findIndex(
    ({ type }, index) => type === 'heading_open' && textOf(tokens[index + 1]?.content) === heading,
  )
  const table = tokens.findIndex(({ type }, index) => type === 'table_open' && index > start)
  if (start === -1 || table === -1) throw new Error(`No table after the heading "${heading}"`)
  const end = tokens.findIndex(({ type }, index) => type === 'table_close' && index > table)

  const rows: string[][] = []
  for (const [index, { type }] of tokens.slice(table, end).entries()) {
    if (type === 'tr_open') rows.push([])
    if (type === 'td_open' || type === 'th_open') rows.at(-1)?.push(tokens[table + index + 1]?.content ?? '')
  }
  const [header = [], ...body] = rows
  const column = header.findIndex((title) => title.toLowerCase() === 'default')
  if (column === -1) throw new Error(`The table after "${heading}" has no column "Default"`)
  return new Map(body.flatMap((row) => namesIn(row[0] ?? '').map((name) => [name, textOf(row[column])])))
}

const namesIn = (cell: string): string[] =>
  Array.from(cell.matchAll(/`(?<name>[^`]+)`/g), ({ groups }) => groups?.['name'] ?? '')

/** Returns text without the marks of code and quotes. */
const textOf = (markdown = ''): string => markdown.replaceAll(/[`']/g, '').trim()
