/** Where the page finds what it needs. */
export interface PageConfig {
  tokenEndpoint: string
  signInUrl: string
  /** The emulator's address; undefined for Uploadcare. */
  uploadUrl: string | undefined
}

/** Asks the server that the page came from. A page on its own would have these built in, from `VITE_…` variables. */
export async function readConfig(): Promise<PageConfig> {
  const response = await fetch('/config.json')
  const { uploadUrl } = (await response.json()) as { uploadUrl?: unknown }
  return {
    tokenEndpoint: import.meta.env.VITE_TOKEN_ENDPOINT ?? '/api/upload-token',
    signInUrl: '/sign-in',
    uploadUrl: typeof uploadUrl === 'string' ? uploadUrl : undefined,
  }
}
