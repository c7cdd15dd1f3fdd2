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

// `headers` is a function, because the JWT is renewed from time to time.
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
    problem = 'The sign-in does not respond. Check that the demo is still running.'
  })
  draw()
}

function signOut(): void {
  uploads.cancelAll()
  session.signOut()
  tokenSource.clear()
}

// Prevents the browser from navigating to a file that is dropped outside the drop zone.
for (const type of ['dragover', 'drop']) {
  addEventListener(type, (event) => {
    event.preventDefault()
  })
}
draw()
