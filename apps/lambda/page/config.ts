/** The addresses that the page uses. */
export interface PageConfig {
  tokenEndpoint: string
  signInUrl: string
  /** Address of the emulator; undefined for Uploadcare. */
  uploadUrl: string | undefined
}

/** Reads the addresses from the server of the page. Your page can set them at build time with `VITE_…` variables. */
export async function readConfig(): Promise<PageConfig> {
  const response = await fetch('/config.json')
  const { uploadUrl } = (await response.json()) as { uploadUrl?: unknown }
  return {
    tokenEndpoint: import.meta.env.VITE_TOKEN_ENDPOINT ?? '/api/upload-token',
    signInUrl: '/sign-in',
    uploadUrl: typeof uploadUrl === 'string' ? uploadUrl : undefined,
  }
}
