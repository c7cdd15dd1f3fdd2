/** What `consumers/journeys/upload-through-express.cjs` says when all is well. */
export const UPLOAD_OUTCOME = {
  name: 'hello.txt',
  served: 'hello world',
  refusedAs: 'ERR_UNAUTHENTICATED',
  isKnownToExpress: true,
}
