import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { render } from 'lit-html'
import { readConfig } from './config.js'
import { createSession } from './create-session.js'
import { createUploads } from './uploads/create-uploads.js'
import { pageView } from './view/page-view.js'
import './styles/main.css'

const config = await readConfig()
const session = createSession(config.signInUrl)
let fetchedTokens = 0
let problem: string | undefined

// The JWT goes along with each request for an upload token. `headers` is a function: the JWT may have been renewed.
const tokenSource = createTokenSource({
  endpoint: config.tokenEndpoint,
  headers: async () => ({ authorization: `Bearer ${await session.accessToken()}` }),
  onEvent: ({ type }) => {
    if (type === 'fetched' || type === 'refreshed') fetchedTokens++
    draw()
  },
})

const client = new SecureUploadClient({
  tokenSource,
  ...(config.uploadUrl !== undefined && { baseURL: config.uploadUrl, baseCDN: config.uploadUrl }),
})
const uploads = createUploads(client, draw)

function draw(): void {
  render(
    pageView({ isSignedIn: session.isSignedIn, problem, uploads, fetchedTokens, signIn, signOut }),
    document.body,
  )
}

async function signIn(): Promise<void> {
  problem = undefined
  await session.signIn().catch(() => {
    problem = 'The sign-in does not answer. Is the demo still running?'
  })
  draw()
}

function signOut(): void {
  uploads.cancelAll()
  session.signOut()
  tokenSource.clear()
}

// A file that misses the drop zone would be opened by the browser, in the page's place.
for (const type of ['dragover', 'drop']) {
  addEventListener(type, (event) => {
    event.preventDefault()
  })
}
draw()
