import { maskCredentials } from './mask-credentials.js'

const FIELD = /name="(?<name>[\w[\]-]+)"(?:; filename="(?<file>[^"]*)")?/
const LONGEST_VALUE = 200
const HIDDEN = new Set(['UPLOADCARE_STORE', 'source'])

/** Describes a request by the fields of its form and the size of its body. Credentials are masked. */
export function describeRequest(contentType: string, body: Uint8Array): string[] {
  const size = body.length === 0 ? [] : [`${body.length.toLocaleString('en')} bytes`]
  const boundary = /multipart\/form-data; *boundary=(?<boundary>.+)/i.exec(contentType)?.groups?.['boundary']
  if (boundary === undefined) return size
  const text = new TextDecoder('latin1').decode(body)
  const fields = text.split(`--${boundary}`).flatMap((part) => {
    const { name = '', file } = FIELD.exec(part)?.groups ?? {}
    if (name === '' || HIDDEN.has(name)) return []
    if (file !== undefined) return [`${name}: ${decodeName(file)}`]
    const value = part.slice(part.indexOf('\r\n\r\n') + 4, -2)
    return [maskCredentials(`${name}: ${value.slice(0, LONGEST_VALUE)}`)]
  })
  return [...fields, ...size]
}

/** Decodes a file name, which browsers send as UTF-8. */
const decodeName = (latin1: string): string =>
  new TextDecoder().decode(Uint8Array.from(latin1, (char) => char.charCodeAt(0)))
