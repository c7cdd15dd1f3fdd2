let count = 0

/** Returns the file info of an uploaded file, as `/info/` does. */
export const answerOf = ({ name, size }, uuid) =>
  JSON.stringify({
    ...{ uuid, file_id: uuid, size, total: size, done: size, filename: name, original_filename: name },
    ...{ is_image: false, is_stored: true, is_ready: true, mime_type: 'image/jpeg', metadata: {} },
    ...{ image_info: null, video_info: null, content_info: null },
  })

const files = new Map()

/** Replaces `XMLHttpRequest`, which upload-client sends its requests with: uploads succeed without a server. */
export class AnsweredRequest {
  upload = {}
  status = 200
  statusText = 'OK'
  response = ''
  #url = new URL('https://upload.example')

  open(_method, url) {
    this.#url = new URL(url)
  }
  setRequestHeader() {}
  getAllResponseHeaders() {
    return 'content-type: application/json'
  }
  abort() {}
  send(body) {
    this.response = this.#answer(body)
    setTimeout(() => this.onload())
  }

  #answer(body) {
    if (this.#url.pathname === '/base/') {
      const uuid = `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`
      const { name, size } = body.get('file')
      files.set(uuid, { name, size })
      return JSON.stringify({ file: uuid })
    }
    const uuid = this.#url.searchParams.get('file_id')
    const answer = answerOf(files.get(uuid), uuid)
    files.delete(uuid)
    return answer
  }
}
