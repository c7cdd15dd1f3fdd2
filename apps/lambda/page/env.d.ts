interface ImportMetaEnv {
  /** Address of the deployed function. @default '/api/upload-token' */
  readonly VITE_TOKEN_ENDPOINT?: string
}
