// The globals of React Native that uploading needs, over those of Node: `FormData` takes assets, and `XMLHttpRequest`
// reads their `uri`.
import { resolveObjectURL } from 'node:buffer'
import { openAsBlob } from 'node:fs'
import { fileURLToPath } from 'node:url'
import './remove-globals.js'

const { fetch } = globalThis
globalThis.fetch = async (input, init) =>
  typeof input === 'string' && input.startsWith('file:')
    ? new Response(await readAsset(input))
    : fetch(input, init)
const readAsset = async (uri, type = '') =>
  uri.startsWith('blob:') ? resolveObjectURL(uri) : openAsBlob(fileURLToPath(uri), { type })

globalThis.window = globalThis
globalThis.navigator = { product: 'ReactNative' }

const NodeFormData = globalThis.FormData
globalThis.FormData = class FormData {
  parts = []
  append(name, value, fileName) {
    this.parts.push([name, value, fileName])
  }
  /** React Native appends `{ uri, name, type }` as the file at that address. */
  async toBody() {
    const body = new NodeFormData()
    for (const [name, value, fileName] of this.parts) {
      if (typeof value === 'object' && typeof value.uri === 'string') {
        body.append(name, await readAsset(value.uri, value.type), value.name)
      } else if (typeof value === 'object') {
        body.append(name, value, fileName)
      } else {
        body.append(name, value)
      }
    }
    return body
  }
}

globalThis.XMLHttpRequest = class XMLHttpRequest {
  upload = {}
  headers = {}
  status = 0
  response = null
  responseText = ''
  controller = new AbortController()

  open(method, url) {
    Object.assign(this, { method, url })
  }
  setRequestHeader(name, value) {
    this.headers[name] = value
  }
  getAllResponseHeaders() {
    return Array.from(this.responseHeaders, ([name, value]) => `${name}: ${value}`).join('\r\n')
  }
  getResponseHeader(name) {
    return this.responseHeaders.get(name)
  }
  abort() {
    this.controller.abort()
    this.onabort?.()
  }
  send(data) {
    this.respond(data).then(
      () => this.onload?.(),
      (error) => this.onerror?.(error),
    )
  }
  async respond(data) {
    const isAsset = this.url.startsWith('file:')
    const body = data instanceof globalThis.FormData ? await data.toBody() : data
    const response = isAsset
      ? new Response(await readAsset(this.url))
      : await fetch(this.url, {
          method: this.method,
          headers: this.headers,
          body,
          signal: this.controller.signal,
        })
    this.status = response.status
    this.statusText = response.statusText
    this.responseHeaders = response.headers
    if (this.responseType === 'blob') this.response = await response.blob()
    else this.response = this.responseText = await response.text()
    this.readyState = 4
  }
}
