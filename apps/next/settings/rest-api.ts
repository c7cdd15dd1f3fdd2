/** Returns the address of the REST API: the emulator's in `UPLOADCARE_API_URL`, or Uploadcare's. */
export function restAPI(): { apiBaseURL?: string } {
  const apiBaseURL = process.env['UPLOADCARE_API_URL']
  return apiBaseURL === undefined ? {} : { apiBaseURL }
}
