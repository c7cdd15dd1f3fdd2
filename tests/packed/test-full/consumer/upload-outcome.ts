/** The expected outcome of `consumers/shared/upload-through-express.cjs`. */
export const UPLOAD_OUTCOME = {
  name: 'hello.txt',
  served: 'hello world',
  errorCode: 'ERR_UNAUTHENTICATED',
  isRecognizedByExpress: true,
}
