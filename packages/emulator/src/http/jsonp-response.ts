import { jsonResponse } from './json-response.js'

/** Answers JSON, or a call of the function that the client named. What is no function's name is ignored. */
export function jsonpResponse(body: unknown, callback: string | undefined): Response {
  if (callback === undefined || !/^[\w$.[\]]{1,128}$/.test(callback)) return jsonResponse(body)
  return new Response(`${callback}(${JSON.stringify(body)})`, {
    headers: { 'Content-Type': 'application/javascript; charset=utf-8' },
  })
}
