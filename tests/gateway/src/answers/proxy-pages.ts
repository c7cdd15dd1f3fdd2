import type { Answer } from '../gateway/rule.js'

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Authorization Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
}

/** Creates the error page of nginx. Whether it has CORS headers depends on `add_header … always`. */
export function nginxPage(status: number, { cors = true } = {}): Answer {
  const title = `${status} ${REASONS[status] ?? 'Error'}`
  return {
    status,
    cors,
    headers: { server: 'nginx/1.22.1', 'content-type': 'text/html' },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n`,
  }
}

/** Creates the error page of Cloudflare, in short. 520 to 524 are its codes for a failing origin server. */
export function cloudflarePage(status: number): Answer {
  return {
    status,
    headers: {
      server: 'cloudflare',
      'cf-ray': '8f1c2d3e4a5b6c7d-FRA',
      'content-type': 'text/html; charset=UTF-8',
      'cache-control': 'private, max-age=0, no-store, no-cache, must-revalidate',
    },
    body: `<!DOCTYPE html>\n<html lang="en-US">\n<head><title>upload.example.com | ${status}: ${REASONS[status] ?? 'Web server is returning an unknown error'}</title></head>\n<body><div id="cf-wrapper"><h1>Error code ${status}</h1></div></body>\n</html>\n`,
  }
}

/** Creates the answer of HAProxy to a request that arrived too slowly. */
export function haproxyTimeout(): Answer {
  return {
    status: 408,
    headers: { 'cache-control': 'no-cache', connection: 'close', 'content-type': 'text/html' },
    body: "<html><body><h1>408 Request Time-out</h1>\nYour browser didn't send a complete request in time.\n</body></html>\n",
  }
}

/** Creates a status without a body. */
export const bareStatus = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
})
