import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Description {
  definitions: Readonly<Record<string, object>>
  /** By path, method and status; `null` for a response without a body. */
  paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, object | null>>>>>>
}

/**
 * The responses of Uploadcare's OpenAPI description, as JSON schemas. Stricter than the description: all described keys
 * are required, and a text that is described as a default must be that text.
 */
const description = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'rest-openapi.json'), 'utf8'),
) as Description

const patterns = Object.keys(description.paths).map((template) => ({
  template,
  pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** Names every described response, as `GET /files/ 200`. */
export const DESCRIBED_RESPONSES: readonly string[] = Object.entries(description.paths).flatMap(
  ([template, methods]) =>
    Object.entries(methods).flatMap(([method, statuses]) =>
      Object.keys(statuses).map((status) => `${method} ${template} ${status}`),
    ),
)

/** Returns the name of a response, and its schema if it is described; `null` if it has no body. */
export function describedResponse(
  method: string,
  pathname: string,
  status: number,
): { name: string; schema: object | null | undefined } {
  // A path without variables precedes a template that matches it too.
  const template = patterns
    .filter(({ pattern }) => pattern.test(pathname))
    .sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0]?.template
  const schema = description.paths[template ?? '']?.[method]?.[status]
  return {
    name: `${method} ${template ?? pathname} ${status}`,
    schema: schema && { ...schema, definitions: description.definitions },
  }
}
